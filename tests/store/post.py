"""A mailbox for short tests."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta

from bot.services.ports import Letter
from bot.store.database import Database
from bot.store.mailbox import Mailbox
from tests.harness.memory import START as NOW


@dataclass(frozen=True)
class Post:
    """A mailbox of which each act is a transaction of its own."""

    store: Database

    @contextmanager
    def open(self) -> Iterator[Mailbox]:
        with self.store.write() as conn:
            yield Mailbox(conn, self.store.cipher)

    def receive(self, key: str, who: str = "a") -> bool:
        with self.open() as box:
            return box.receive("web", who, key, f"words of {key}", NOW)

    def claim(self, after: timedelta = timedelta()) -> Letter | None:
        with self.open() as box:
            return box.claim(NOW + after)

    def take(self, after: timedelta = timedelta()) -> Letter:
        letter = self.claim(after)
        assert letter
        return letter

    def close(self, letter: Letter, *replies: str) -> None:
        with self.open() as box:
            box.close(letter, replies, NOW)

    def put_back(self, letter: Letter, wait: timedelta, counts: bool = True) -> None:
        with self.open() as box:
            box.put_back(letter, NOW + wait, counts)

    def out(self, who: str = "a", after: int = 0) -> list[str]:
        with self.open() as box:
            return [parcel.payload for parcel in box.waiting_for(who, after)]

    def last_id(self, who: str = "a") -> int:
        with self.open() as box:
            return box.waiting_for(who, 0)[-1].id

    def post(self, payload: str, who: str = "a") -> None:
        with self.open() as box:
            box.post("web", who, payload, NOW)

    def counts(self) -> dict[str, int]:
        with self.open() as box:
            return box.counts()
