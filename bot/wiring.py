"""The only builder of real objects: what the actions and the gateway work with."""

import json
import os
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache, partial
from zoneinfo import ZoneInfo

from bot.content.method_files import read_method
from bot.content.safety_files import read_helplines
from bot.content.wording_files import read_words
from bot.core.command import Command
from bot.core.helplines import Helplines
from bot.core.method import Method
from bot.core.record import Person
from bot.core.words import Words
from bot.language.holidays import is_public_holiday
from bot.services.ports import Desk
from bot.settings import PROJECT, Settings
from bot.store.addresses import AddressBook
from bot.store.cipher import Cipher
from bot.store.database import Database
from bot.store.journal import Journal
from bot.store.keys import find_keys
from bot.store.mailbox import Mailbox
from bot.store.record import SqlRecord


def now() -> datetime:
    return datetime.now(UTC)


new_id = partial(secrets.token_urlsafe, 12)  # 16 characters, 96 bits
new_code = partial(secrets.token_urlsafe, 24)  # 32 characters, 192 bits


@dataclass(frozen=True)
class Notices:
    """What Zwaan says by itself takes the same road as every message, from the inbox on."""

    mailbox: Mailbox

    def __call__(
        self,
        person: Person,
        about: Mapping[str, str],
        intent: str = "notice",
        key: str | None = None,
    ) -> None:
        command = Command(intent, about).as_json()
        payload = json.dumps({"language": person.language, "command": command})
        key = f"notice-{key or new_id()}"
        self.mailbox.receive(person.channel, person.conversation, key, payload, now(), own=True)


@dataclass(frozen=True)
class Workshop:
    """Everything that both the actions and the gateway need."""

    database: Database
    method: Method
    words: Words
    helplines: Helplines
    engine_secret: str
    zone: ZoneInfo

    @contextmanager
    def work(self) -> Iterator[tuple[Desk, Journal]]:
        """A desk in one transaction, and the journal of the same transaction."""
        with self.database.write() as conn:
            record = SqlRecord(conn, self.database.cipher)
            desk = Desk(
                record,
                self.method,
                now,
                new_id,
                new_code,
                Notices(Mailbox(conn, self.database.cipher)),
                is_public_holiday,
                self.zone,
            )
            yield desk, Journal(conn, self.database.cipher)

    @contextmanager
    def mail(self, lasting: bool = True) -> Iterator[tuple[SqlRecord, Mailbox]]:
        """The record and the mailbox in one transaction that may write.

        ``lasting``: see ``Database.write``. A message that is acknowledged lasts, and so does what
        an action did with it; that it was taken up, answered and seen follows from those.
        """
        with self.database.write(lasting) as conn:
            cipher = self.database.cipher
            yield SqlRecord(conn, cipher), Mailbox(conn, cipher)

    @contextmanager
    def directory(self) -> Iterator[AddressBook]:
        """The addresses, only to read."""
        with self.database.read() as conn:
            yield AddressBook(conn, self.database.cipher)

    @contextmanager
    def post(self, lasting: bool = True) -> Iterator[tuple[Mailbox, AddressBook]]:
        """The mailbox and the addresses in one transaction that may write."""
        with self.database.write(lasting) as conn:
            cipher = self.database.cipher
            yield Mailbox(conn, cipher), AddressBook(conn, cipher)

    @contextmanager
    def look(self) -> Iterator[tuple[SqlRecord, Mailbox]]:
        """The record and the mailbox, only to read."""
        with self.database.read() as conn:
            cipher = self.database.cipher
            yield SqlRecord(conn, cipher), Mailbox(conn, cipher)


def open_database(settings: Settings) -> Database:
    """The database with its key. NoKey when there is none that can be used."""
    settings.home.mkdir(parents=True, exist_ok=True)
    bare = Database(settings.database_url, Cipher(_NO_KEY))
    try:
        keys = find_keys(settings.secret_key, settings.key_file, bare.is_empty)
    finally:
        bare.close()
    return Database(settings.database_url, Cipher(keys))


def build_workshop(settings: Settings) -> Workshop:
    """A workshop on the database of these settings, which must have been migrated."""
    return Workshop(
        open_database(settings),
        read_method(PROJECT),
        read_words(PROJECT),
        read_helplines(PROJECT),
        settings.engine_secret or "",
        settings.timezone,
    )


@lru_cache(maxsize=1)
def workshop() -> Workshop:
    """The workshop of this process, built at its first use; for the actions server."""
    return build_workshop(Settings.read(os.environ))


_NO_KEY = "A" * 43 + "="  # only to look whether a database is empty; nothing is sealed with it
