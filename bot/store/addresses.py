"""Where to send to on channels that must be told, and which of our messages asked what."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from bot.services.ports import Address
from bot.store.cipher import Cipher
from bot.store.tables import addresses, outbox, sent

_WHERE = addresses.c.conversation == bindparam("of")
_FIND = select(addresses).where(_WHERE)
_CHANGE = update(addresses).where(_WHERE)
_ASKED = select(sent.c.asks).where(
    sent.c.conversation == bindparam("of"), sent.c.message == bindparam("number")
)


@dataclass(frozen=True)
class AddressBook:
    """Addresses and what was sent to them, for the length of one transaction."""

    conn: Connection
    cipher: Cipher

    def note(self, conversation: str, channel: str, address: str) -> None:
        """Someone wrote from this address: they can be reached there."""
        known = self.find(conversation)
        if known == Address(address, reachable=True):
            return
        row = {
            "channel": channel,
            "address": self.cipher.seal(address),
            "unreachable_since": None,
            "unreachable_why": None,
        }
        if known:
            self.conn.execute(_CHANGE, {"of": conversation, **row})
        else:
            self.conn.execute(insert(addresses), {"conversation": conversation, **row})

    def find(self, conversation: str) -> Address | None:
        row = self.conn.execute(_FIND, {"of": conversation}).first()
        if row is None:
            return None
        return Address(self.cipher.open(row.address), row.unreachable_since is None)

    def unreachable(self, conversation: str, why: str, at: datetime) -> None:
        """Nothing arrives there any more; what waits to be sent goes."""
        change = {"unreachable_since": at, "unreachable_why": why[:200]}
        self.conn.execute(_CHANGE, {"of": conversation, **change})
        self.conn.execute(delete(outbox).where(outbox.c.conversation == conversation))

    def remember(self, conversation: str, number: str, asks: str, at: datetime) -> None:
        """Our message with this number put a question."""
        row = {"conversation": conversation, "message": number, "asks": asks, "sent_at": at}
        self.conn.execute(insert(sent), row)

    def asked_in(self, conversation: str, number: str) -> str | None:
        """Which question our message put, as in ``Reply.asks``."""
        return self.conn.scalar(_ASKED, {"of": conversation, "number": number})

    def forget(self, conversation: str) -> None:
        """Take away all that is known of a conversation's address."""
        self.conn.execute(delete(sent).where(sent.c.conversation == conversation))
        self.conn.execute(delete(addresses).where(_WHERE), {"of": conversation})
