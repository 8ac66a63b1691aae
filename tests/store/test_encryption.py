"""Free text and names are encrypted, with a key that is not in the database."""

import hashlib
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import LargeBinary

from bot.core.method import Cell
from bot.core.record import (
    Answer,
    Case,
    CaseStatus,
    Membership,
    Note,
    OwnQuestion,
    Person,
    Revision,
    Visibility,
)
from bot.store.addresses import AddressBook
from bot.store.cipher import Cipher, WrongKey
from bot.store.database import Database
from bot.store.journal import Journal
from bot.store.keys import NoKey, find_keys
from bot.store.mailbox import Mailbox
from bot.store.record import SqlRecord
from bot.store.tables import metadata
from tests.store.conftest import KEY, database

NOW = datetime(2025, 3, 1, 9, tzinfo=UTC)
TYPED = "Pimpelmees"  # in everything that is put away here
# The text columns that may be read without the key: ids, choices and times only.
OPEN = {
    "conversation", "channel", "language", "current_case", "pending", "kind", "status", "person",
    "case", "role", "level", "open_question", "return_to", "adding_to", "nudges", "membership",
    "question", "parties", "visibility", "answer", "cell", "added_by", "verb", "subject", "id",
    "key", "error", "turn", "action", "said_in", "held_with", "last_answer", "message", "asks",
    "unreachable_why", "group", "doing", "by", "invited_by", "digest", "invitation", "who", "into",
    "about", "made_by", "consent", "director", "party", "agreement", "check_in", "schedule", "zone",
    "days_off", "week", "part", "passed", "came_from", "theme", "what",
    "obstacle", "ticked_by", "cleared_by", "scan",
}  # fmt: skip


def put_everything_away(store: Database) -> None:
    """Something typed in every column that can hold any."""
    with store.write() as conn:
        record, mailbox = SqlRecord(conn, store.cipher), Mailbox(conn, store.cipher)
        record.people.put(Person("p", "web:a", "web", "nl", NOW, held=TYPED))
        record.cases.put(Case("c", None, CaseStatus.OPEN, NOW, TYPED, TYPED, TYPED, None, TYPED))
        record.memberships.put(Membership("m", "p", "c", NOW, role_words=TYPED, name=TYPED))
        record.answers.put(Answer("a", "m", "q", TYPED, (), Visibility.TEAM, NOW))
        record.revisions.put(Revision("r", "a", TYPED, (), NOW, NOW))
        record.own_questions.put(
            OwnQuestion("o", "c", Cell.parse("explore.content"), TYPED, "p", NOW)
        )
        record.notes.put(Note("n", "m", TYPED, Visibility.TEAM, NOW))
        mailbox.receive("web", "web:a", "key", TYPED, NOW)
        mailbox.post("web", "web:a", TYPED, NOW)
        mailbox.note_situation(1, TYPED)
        Journal(conn, store.cipher).write("1", "action", TYPED)
        AddressBook(conn, store.cipher).note("telegram:a", "telegram", TYPED)


def files_of(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(folder.glob("zwaan.db*")))


def digest(folder: Path) -> str:
    return hashlib.sha256((folder / "zwaan.db").read_bytes()).hexdigest()


def test_nothing_that_was_typed_can_be_read_in_the_file(sqlite: Database, tmp_path: Path) -> None:
    put_everything_away(sqlite)
    assert TYPED.encode() not in files_of(tmp_path)
    sqlite.close()  # what stood beside the file goes into it
    assert TYPED.encode() not in files_of(tmp_path)
    assert b"web:a" in files_of(tmp_path)  # so it is the right file that was looked at


def test_what_was_removed_is_wiped_from_the_file(sqlite: Database, tmp_path: Path) -> None:
    with sqlite.write() as conn:
        Mailbox(conn, sqlite.cipher).post("web", "web:gone", TYPED, NOW)
    sqlite.close()
    assert b"web:gone" in files_of(tmp_path)
    with sqlite.write() as conn:
        Mailbox(conn, sqlite.cipher).seen("web:gone", 99)
    sqlite.close()
    assert b"web:gone" not in files_of(tmp_path)


def test_only_ids_choices_and_times_stand_open() -> None:
    text = {
        column.name
        for table in metadata.tables.values()
        for column in table.columns
        if column.type.python_type is str
    }
    assert text <= OPEN


def test_every_column_that_holds_words_is_sealed() -> None:
    sealed = {
        f"{table.name}.{column.name}"
        for table in metadata.tables.values()
        for column in table.columns
        if isinstance(column.type, LargeBinary)
    }
    assert sealed == {
        "people.held", "cases.alias", "cases.wish", "cases.ambition", "cases.closed_why",
        "memberships.name",        "memberships.role_words",
        "agreements.what", "agreements.need", "agreement_events.text", "ratings.why",
        "obstacles.done",
        "answers.text", "revisions.text", "own_questions.text", "notes.text", "inbox.payload",
        "inbox.situation", "outbox.payload", "addresses.address", "journal.outcome", "seal.proof",
        "keyboards.keys",
    }  # fmt: skip


def test_the_same_words_are_never_sealed_the_same() -> None:
    cipher = Cipher(KEY)
    assert cipher.seal(TYPED) != cipher.seal(TYPED)


def test_after_a_new_key_the_old_words_can_still_be_read() -> None:
    old, new = Fernet.generate_key().decode(), Fernet.generate_key().decode()
    sealed = Cipher(old).seal(TYPED)
    assert Cipher(f"{new}, {old}").open(sealed) == TYPED


def test_after_a_new_key_new_words_are_sealed_with_it() -> None:
    old, new = Fernet.generate_key().decode(), Fernet.generate_key().decode()
    sealed = Cipher(f"{new},{old}").seal(TYPED)
    assert Cipher(new).open(sealed) == TYPED
    with pytest.raises(WrongKey):
        Cipher(old).open(sealed)


def test_the_secret_of_an_installation_outlives_a_change_of_keys(
    sqlite: Database, tmp_path: Path
) -> None:
    secret = sqlite.secret()
    rotated = database(
        f"sqlite:///{tmp_path / 'zwaan.db'}", f"{Fernet.generate_key().decode()},{KEY}"
    )
    rotated.migrate()
    assert rotated.secret() == secret != b""
    rotated.close()


def test_a_wrong_key_is_refused_and_changes_no_byte(sqlite: Database, tmp_path: Path) -> None:
    put_everything_away(sqlite)
    sqlite.close()
    before = digest(tmp_path)
    wrong = database(f"sqlite:///{tmp_path / 'zwaan.db'}", Fernet.generate_key().decode())
    with pytest.raises(WrongKey):
        wrong.migrate()
    wrong.close()
    assert digest(tmp_path) == before


def test_a_wrong_key_is_refused_on_postgres_too(postgres: Database) -> None:
    address = postgres.engine.url.render_as_string(hide_password=False)
    wrong = database(address, Fernet.generate_key().decode())
    with pytest.raises(WrongKey):
        wrong.migrate()
    wrong.close()


def test_a_key_is_made_for_a_new_record_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    file = tmp_path / "home" / "key"
    keys = find_keys(None, file, lambda: True)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert Cipher(keys).open(Cipher(file.read_text().strip()).seal("x")) == "x"


def test_the_key_is_made_once(tmp_path: Path) -> None:
    first = find_keys(None, tmp_path / "key", lambda: True)
    assert find_keys(None, tmp_path / "key", lambda: False) == first


def test_a_missing_key_is_never_replaced_by_a_new_one(tmp_path: Path) -> None:
    with pytest.raises(NoKey, match=r"put the file .* back"):
        find_keys(None, tmp_path / "key", lambda: False)
    assert not (tmp_path / "key").exists()


def test_a_key_in_the_setting_goes_before_the_file(tmp_path: Path) -> None:
    (tmp_path / "key").write_text("not a key")
    assert find_keys(KEY, tmp_path / "key", lambda: False) == KEY


@pytest.mark.parametrize(
    "wrong",
    ["abc", "é" * 44, KEY + ",", KEY + ",abc", KEY[:-2]],
    ids=["short", "foreign", "comma", "one-of-two", "cut"],
)
def test_what_is_no_key_is_refused_and_never_shown(tmp_path: Path, wrong: str) -> None:
    with pytest.raises(NoKey, match="ZWAAN_SECRET_KEY is not a key") as refused:
        find_keys(wrong, tmp_path / "key", lambda: True)
    assert wrong not in str(refused.value)


@pytest.mark.parametrize("content", ["", "abc", " \n"])
def test_a_damaged_key_file_is_refused_and_left_as_it_is(tmp_path: Path, content: str) -> None:
    (tmp_path / "key").write_text(content)
    with pytest.raises(NoKey, match="is not a key"):
        find_keys(None, tmp_path / "key", lambda: True)
    assert (tmp_path / "key").read_text() == content
