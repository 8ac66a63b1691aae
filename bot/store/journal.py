"""The journal, by which a message that is taken up again changes nothing twice."""

from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, insert, select

from bot.store.cipher import Cipher
from bot.store.tables import journal

_INTO_JOURNAL = insert(journal)
_OUTCOME = select(journal.c.outcome).where(
    journal.c.turn == bindparam("turn"), journal.c.action == bindparam("action")
)


@dataclass(frozen=True)
class Journal:
    """What each action of a turn did, kept in the same transaction as what it changed.

    When a turn is repeated after a crash, an action finds its outcome here and says it again
    instead of doing it again. The pages go when the turn is closed.
    """

    conn: Connection
    cipher: Cipher

    def outcome(self, turn: str, action: str) -> str | None:
        sealed = self.conn.scalar(_OUTCOME, {"turn": turn, "action": action})
        return self.cipher.open(sealed) if sealed is not None else None

    def write(self, turn: str, action: str, outcome: str) -> None:
        row = {"turn": turn, "action": action, "outcome": self.cipher.seal(outcome)}
        self.conn.execute(_INTO_JOURNAL, row)
