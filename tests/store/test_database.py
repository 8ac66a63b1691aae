"""Transactions and migrations, on SQLite and on PostgreSQL."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import inspect, text
from sqlalchemy.exc import IntegrityError

from bot.core.agreement import AgreementStatus
from bot.core.method import Group, Level
from bot.core.record import (
    Answer,
    Case,
    CaseStatus,
    Invitation,
    Membership,
    Person,
    Visibility,
)
from bot.core.rhythm import Alarm, AlarmKind
from bot.core.scan import ScanKind
from bot.services import agree
from bot.services.answers import change_answer
from bot.services.check_in import begin_check_in, rate, say, say_how_it_goes
from bot.services.clear import begin_clearing, clear
from bot.services.clock import ring
from bot.services.erase import erase
from bot.services.rhythm import switch_on
from bot.services.scan import begin_scan, rate_theme, say_why
from bot.services.tell import tell
from bot.services.tick import begin_check, tick
from bot.store.database import MIGRATIONS, BrokenRecord, Database
from bot.store.record import SqlRecord
from bot.store.shelf import Shelf
from bot.store.tables import metadata
from tests.harness.memory import START, memory_desk, the_method
from tests.services.someone import Someone
from tests.store.conftest import database

PERSON = Person("p1", "web:a", "web", "nl", START)


def downgrade(store: Database, to: str = "base") -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with store.reshape() as conn:
        config.attributes["connection"] = conn
        command.downgrade(config, to)


def invitation(id: str) -> Invitation:
    level, group = Level.EXECUTING, Group.FAMILY
    return Invitation(id, "c1", "m1", "parent", level, group, id, START, START, 1)


def table_names(store: Database) -> set[str]:
    return set(inspect(store.engine).get_table_names())


def test_migrating_from_nothing_makes_exactly_the_tables_of_the_program(empty: Database) -> None:
    empty.migrate()
    with empty.read() as conn:
        context = MigrationContext.configure(conn, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_migrating_again_changes_nothing(empty: Database) -> None:
    empty.migrate()
    secret = empty.secret()
    empty.migrate()
    assert empty.secret() == secret


def test_every_migration_can_be_taken_back(empty: Database) -> None:
    empty.migrate()
    downgrade(empty)
    assert table_names(empty) <= {"alembic_version"}
    assert empty.is_empty()


def test_after_taking_back_everything_can_be_made_again(empty: Database) -> None:
    empty.migrate()
    downgrade(empty)
    empty.migrate()
    assert table_names(empty) >= set(metadata.tables)


@pytest.mark.parametrize("version", [f"{number:04}" for number in range(1, 9)])
def test_an_earlier_record_is_brought_up_to_date(empty: Database, version: str) -> None:
    empty.migrate()
    with empty.write() as conn:
        record = SqlRecord(conn, empty.cipher)
        record.people.put(PERSON)
        record.cases.put(Case("c1", None, CaseStatus.OPEN, START, alias="Vlinder"))
        record.memberships.put(Membership("m1", "p1", "c1", START))
        record.answers.put(Answer("a1", "m1", "q", "Hij komt.", (), Visibility.TEAM, START))
    downgrade(empty, version)
    empty.migrate()
    with empty.read() as conn:
        record = SqlRecord(conn, empty.cipher)
        assert record.people.get("p1") == PERSON
        assert record.cases.pick("alias") == ["Vlinder"]
        assert record.memberships.pick("person") == ["p1"]
        assert record.answers.pick("text") == ["Hij komt."]


def test_what_points_at_nothing_is_refused_also_where_tables_are_made_anew(store: Database) -> None:
    refused = pytest.raises((BrokenRecord, IntegrityError))
    with refused, store.reshape() as conn:
        SqlRecord(conn, store.cipher).memberships.put(Membership("m1", "p1", "c1", START))
    with store.read() as conn:
        assert SqlRecord(conn, store.cipher).memberships.find() == []
    with pytest.raises(IntegrityError), store.write() as conn:
        SqlRecord(conn, store.cipher).memberships.put(Membership("m1", "p1", "c1", START))


def test_who_looked_at_an_invitation_before_still_does(empty: Database) -> None:
    """Before 0009 an invitation named the last who opened it, with "no:" before who declined."""
    empty.migrate()
    with empty.write() as conn:
        record = SqlRecord(conn, empty.cipher)
        record.cases.put(Case("c1", None, CaseStatus.OPEN, START))
        for id in ("looked", "declined", "unseen"):
            record.invitations.put(invitation(id))
    downgrade(empty, "0008")
    with empty.write() as conn:
        for id, by in (("looked", "web:a"), ("declined", "no:web:b")):
            conn.execute(text(f"UPDATE invitations SET opened_by = '{by}' WHERE id = '{id}'"))
    empty.migrate()
    with empty.read() as conn:
        found = SqlRecord(conn, empty.cipher).openings.find()
    seen = {(each.invitation, each.conversation, each.declined) for each in found}
    assert seen == {("looked", "web:a", False), ("declined", "web:b", True)}


def test_nothing_is_touched_before_the_first_transaction(tmp_path: Path) -> None:
    database(f"sqlite:///{tmp_path / 'zwaan.db'}").close()
    assert list(tmp_path.iterdir()) == []


def test_a_new_database_is_empty_and_a_migrated_one_is_not(empty: Database) -> None:
    assert empty.is_empty()
    empty.migrate()
    assert not empty.is_empty()


def test_what_was_written_is_there_in_the_next_transaction(store: Database) -> None:
    with store.write() as conn:
        SqlRecord(conn, store.cipher).people.put(PERSON)
    with store.read() as conn:
        assert SqlRecord(conn, store.cipher).people.get("p1") == PERSON


def write_and_fail(store: Database) -> None:
    with store.write() as conn:
        SqlRecord(conn, store.cipher).people.put(PERSON)
        raise RuntimeError("half-way")


def test_a_transaction_that_fails_is_wholly_undone(store: Database) -> None:
    with pytest.raises(RuntimeError, match="half-way"):
        write_and_fail(store)
    with store.read() as conn:
        assert SqlRecord(conn, store.cipher).people.find() == []


def test_sqlite_writes_ahead_and_to_disk(sqlite: Database) -> None:
    with sqlite.read() as conn:
        assert conn.execute(text("PRAGMA journal_mode")).scalar() == "wal"
        assert conn.execute(text("PRAGMA synchronous")).scalar() == 2  # FULL


def test_nothing_is_kept_of_what_does_not_exist(store: Database) -> None:
    orphan = Answer("a", "no such membership", "q", "…", (), Visibility.TEAM, START)
    with pytest.raises(IntegrityError), store.write() as conn:
        SqlRecord(conn, store.cipher).answers.put(orphan)


def test_a_conversation_is_one_person(store: Database) -> None:
    with store.write() as conn:
        people = SqlRecord(conn, store.cipher).people
        people.put(PERSON)
        with pytest.raises(IntegrityError), conn.begin_nested():
            people.put(replace(PERSON, id="p2"))
        assert people.pick("id") == ["p1"]


def test_reading_goes_on_while_somebody_writes(sqlite: Database) -> None:
    with sqlite.write() as writing:
        SqlRecord(writing, sqlite.cipher).people.put(PERSON)
        with sqlite.read() as conn:
            assert SqlRecord(conn, sqlite.cipher).people.find() == []


def test_someone_who_said_all_there_is_to_say_can_be_erased(store: Database) -> None:
    with store.write() as conn:
        record = SqlRecord(conn, store.cipher)
        someone = Someone.come_in(replace(memory_desk(the_method()), record=record)).begin()
        someone.fill("child", "Vlinder", "", "", "teacher")
        first = someone.say("Een.").answer.id
        someone.skip()
        tell(someone.desk, someone.person, "Ze belde.")
        change_answer(someone.desk, someone.person, first)
        someone.say("Anders.")
        agreed = agree.Said("Ik bel de wijkagent.", who=someone.part.id, due=date(2026, 3, 4))
        made = agree.begin_agreement(someone.desk, someone.person, agreed).agreement.id
        agree.settle_agreement(someone.desk, someone.person, made)
        schedule = switch_on(someone.desk, someone.person, "Europe/Amsterdam")
        ring(someone.desk, Alarm("x", AlarmKind.CHECK_IN, schedule.id, START))
        begin_check_in(someone.desk, someone.person)
        say_how_it_goes(someone.desk, someone.person, AgreementStatus.STUCK)
        say(someone.desk, someone.person, "Een telefoonnummer.")
        rate(someone.desk, someone.person, 4)
        say(someone.desk, someone.person, "Omdat iedereen er was.")
        begin_scan(someone.desk, someone.person, ScanKind.BLOCKS)
        rate_theme(someone.desk, someone.person, 2)
        say_why(someone.desk, someone.person, "Niemand kijkt naar de avond.")
        begin_check(someone.desk, someone.person)
        tick(someone.desk, someone.person, so=True)
        tick(someone.desk, someone.person, so=True)
        begin_clearing(someone.desk, someone.person, record.obstacles.find()[0].id)
        clear(someone.desk, someone.person, "We belden elkaar.")
        erase(someone.desk, someone.person)
        kept = [s for s in vars(record).values() if isinstance(s, Shelf) and s.find()]
    assert kept == []
