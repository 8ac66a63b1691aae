"""What stands in the record and the mailbox, read beside the running processes."""

from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import func, select

from bot.settings import Settings
from bot.store.tables import journal
from bot.wiring import Workshop, build_workshop, now


class Somebody(Protocol):
    def conversation(self, secret: bytes) -> str: ...


@dataclass(frozen=True)
class Kept:
    """One person's part in their only case. ``answers``: (question, text), oldest first."""

    answers: list[tuple[str, str]]
    open_question: str | None
    extras: dict[str, int]  # what a repeat could have left behind


@dataclass(frozen=True)
class Mail:
    """``inbox``: how many messages stand in each status; ``pages``: of the journal."""

    inbox: dict[str, int]
    pages: int

    @property
    def at_rest(self) -> bool:
        return not self.inbox.get("waiting") and not self.pages


@dataclass(frozen=True)
class Reader:
    """Reads with the key of a stack."""

    shop: Workshop

    @classmethod
    def of(cls, settings: Settings) -> "Reader":
        return cls(build_workshop(settings))

    def kept(self, someone: Somebody) -> Kept:
        conversation = someone.conversation(self.shop.database.secret())
        with self.shop.look() as (record, _):
            person = record.people.first(conversation=conversation)
            assert person, "who came in is in the record"
            [part] = record.memberships.find(person=person.id)
            answers = record.answers.find(membership=part.id)
            revised = sum(len(record.revisions.find(answer=a.id)) for a in answers)
            extras = {
                "revisions": revised,
                "skips": len(record.skips.find(membership=part.id)),
                "notes": len(record.notes.find(membership=part.id)),
            }
            given = [(answer.question, answer.text) for answer in answers]
            return Kept(given, part.open_question, {k: n for k, n in extras.items() if n})

    def mail(self) -> Mail:
        with self.shop.database.read() as conn:
            pages = conn.scalar(select(func.count()).select_from(journal)) or 0
        with self.shop.look() as (_, mailbox):
            return Mail(mailbox.counts(), pages)

    def fold(self) -> None:
        """Write the log into the database and empty it, so that the next write needs room."""
        with self.shop.database.engine.connect() as conn:
            conn.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def write_nothing(self) -> None:
        """A write that leaves nothing behind; OperationalError when there is no room for one."""
        with self.shop.mail() as (_, mailbox):
            mailbox.post("web", "nobody", "nothing", now())
            mailbox.seen("nobody", 2**62)

    def close(self) -> None:
        self.shop.database.close()
