"""A shelf keeps its promises wherever it stands: in memory, on SQLite, on PostgreSQL."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from bot.core.agreement import (
    Agreement,
    AgreementEvent,
    AgreementStatus,
    Consent,
    Happened,
)
from bot.core.method import CaseKind, Cell, Group, Level
from bot.core.obstacle import Tick
from bot.core.record import (
    Answer,
    Attempt,
    Case,
    CaseStatus,
    Doing,
    Invitation,
    Membership,
    Note,
    Opening,
    OwnQuestion,
    Party,
    PartyStatus,
    Pending,
    Person,
    Revision,
    Skip,
    Trace,
    Visibility,
)
from bot.core.rhythm import (
    Alarm,
    AlarmKind,
    CheckIn,
    CheckInStatus,
    Rating,
    RoundUp,
    Schedule,
)
from bot.core.scan import Scan, ScanKind
from bot.services.ports import Record
from bot.store.database import Database
from bot.store.record import SqlRecord
from tests.harness.memory import START, MemoryRecord, the_method

HOUR = timedelta(hours=1)
CELL = Cell.parse("engage.emotion")
PERSON = Person("p1", "web:a", "web", "nl", START)
CASE = Case("c1", CaseKind.CHILD, CaseStatus.OPEN, START, "Vlinder", "voetbal", "")
PART = Membership("m1", "p1", "c1", START, "teacher", "juf", Level.EXECUTING)
ANSWER = Answer("a1", "m1", "q1", "Hij komt niet.", ("mentor",), Visibility.TEAM, START)
DAY = date(2027, 3, 4)
INVITATION = Invitation(
    "i1", "c1", "m1", "parent", Level.EXECUTING, Group.FAMILY, "d1", START, START + HOUR, 1
)
AGREEMENT = Agreement("g1", "c1", "m1", START, AgreementStatus.OPEN, "Bellen.", "m1", due=DAY)
SCHEDULE = Schedule("d1", "m1", "c1", START)
CHECK_IN = CheckIn("k1", "d1", "m1", "c1", "2027-W01", START, CheckInStatus.OFFERED)
EVERY_KIND: dict[str, Any] = {
    "people": replace(
        PERSON, pending=Pending.DANGER, held="Bang.", held_at=START + HOUR, held_with="a1"
    ),
    "cases": replace(
        CASE, closed_at=START + HOUR, closed_why="Klaar.", erase_on=START + 2 * HOUR, warned=True
    ),
    "memberships": replace(
        PART,
        paused=True,
        out_of_sight=True,
        last_answer="a",
        adding_to=CELL,
        nudges=("one", "two"),
        group=Group.FAMILY,
        coordinator=True,
        telling=True,
        doing=Doing.NAMING,
        name="Anja",
        invited_by="m0",
        looked_at=START,
        left_at=START + HOUR,
        about="g1/who",
        asked_help=True,
    ),
    "answers": replace(ANSWER, parties=("mentor", "parent"), deleted=True),
    "revisions": Revision("r1", "a1", "Eerst.", ("parent",), START, START),
    "skips": Skip("s1", "m1", "q2", START),
    "own_questions": OwnQuestion("o1", "c1", CELL, "Wie belt?", "p1", START),
    "notes": Note("n1", "m1", "Ze belde.", Visibility.ME, START, CELL, ("mentor",), START),
    "invitations": INVITATION,
    "openings": Opening("n1", "i1", "web:a", START, declined=True),
    "attempts": Attempt("t1", "web:a", START),
    "parties": Party("y1", "c1", "mentor", PartyStatus.MERGED, START, "teacher"),
    "traces": Trace("t1", "p1", "consented", "p1", START),
    "agreements": replace(
        AGREEMENT,
        party="mentor",
        level=Level.ORGANISING,
        consent=Consent.TALK,
        need="Tijd.",
        stuck_since=START,
    ),
    "agreement_events": AgreementEvent("e1", "g1", "m1", Happened.NEED, START, "Tijd.", "k1"),
    "schedules": replace(
        SCHEDULE, on=False, paused_until=DAY, missed=2, days_off=("2027-01-01/2027-01-08",)
    ),
    "check_ins": replace(
        CHECK_IN, part="rate", passed=("agreement:g1",), finished_at=START, came_from="c0"
    ),
    "round_ups": RoundUp("u1", "c1", "2027-W01", START, START + HOUR),
    "alarms": Alarm("z1", AlarmKind.REMINDER, "k1", START),
    "ratings": Rating(
        "r1", "m1", "c1", "matter.trust", 4, START, "2025-W09", "Zo is het.", "s1", alone=True
    ),
    "scans": Scan(
        "s1", "m1", "c1", ScanKind.BLOCKS, START, "rate:block.x", ("a", "b"), START + HOUR
    ),
    "obstacles": Tick(
        "o1", "c1", "progress_lost", START, "m1", START + HOUR, "m2", "We belden elkaar."
    ),
}
TIMES = {"people": "consented_at", "cases": "created_at", "memberships": "created_at",
         "answers": "answered_at", "revisions": "replaced_at", "skips": "skipped_at",
         "own_questions": "added_at", "notes": "noted_at", "invitations": "made_at",
         "openings": "opened_at", "attempts": "tried_at",
         "parties": "decided_at", "traces": "at", "agreements": "made_at",
         "agreement_events": "at", "schedules": "made_at", "check_ins": "asked_at",
         "ratings": "rated_at", "round_ups": "due_at", "alarms": "at", "scans": "begun_at",
         "obstacles": "ticked_at"}  # fmt: skip
UNIQUE = {
    "people": "conversation",
    "memberships": "case",
    "answers": "question",
    "skips": "question",
    "invitations": "digest",
    "parties": "role",
    "schedules": "membership",
    "round_ups": "week",
    "alarms": "subject",
}


@pytest.fixture(params=["memory", "shared_sqlite", "shared_postgres"])
def record(request: pytest.FixtureRequest) -> Iterator[Record]:
    """An empty record."""
    if request.param == "memory":
        yield MemoryRecord()
        return
    database: Database = request.getfixturevalue(request.param)
    with database.engine.connect() as conn:
        conn.begin()
        yield SqlRecord(conn, database.cipher)
        conn.rollback()


@pytest.fixture
def full(record: Record) -> Record:
    """A record with a person who has a part in a case, and one answer."""
    record.people.put(PERSON)
    record.cases.put(CASE)
    record.memberships.put(PART)
    record.answers.put(ANSWER)
    record.invitations.put(INVITATION)
    record.agreements.put(AGREEMENT)
    record.schedules.put(SCHEDULE)
    record.check_ins.put(CHECK_IN)
    return record


@pytest.mark.parametrize("shelf", EVERY_KIND)
def test_a_value_comes_back_as_it_was_put(full: Record, shelf: str) -> None:
    value = EVERY_KIND[shelf]
    getattr(full, shelf).put(value)
    assert getattr(full, shelf).get(value.id) == value


@pytest.mark.parametrize("shelf", EVERY_KIND)
def test_values_come_oldest_first_whatever_their_ids(full: Record, shelf: str) -> None:
    full.cases.put(replace(CASE, id="other"))
    for id, hours in (("y", 2), ("z", 1), ("x", 3)):
        changes: dict[str, object] = {"id": id, TIMES[shelf]: START + hours * HOUR}
        if shelf == "memberships":
            full.cases.put(replace(CASE, id=id))
        if shelf == "schedules":
            full.cases.put(replace(CASE, id=f"c{id}"))
            full.memberships.put(replace(PART, id=id, case=f"c{id}"))
        if shelf in UNIQUE:
            changes[UNIQUE[shelf]] = id
        getattr(full, shelf).put(replace(EVERY_KIND[shelf], **changes))
    assert [id for id in getattr(full, shelf).pick("id") if id in "xyz"] == ["z", "y", "x"]


def test_values_of_one_moment_come_by_their_ids(full: Record) -> None:
    for id in ("b", "c", "a"):
        full.notes.put(Note(id, "m1", id, Visibility.TEAM, START))
    assert full.notes.pick("id") == ["a", "b", "c"]


def test_putting_a_value_again_takes_the_place_of_the_first(full: Record) -> None:
    full.cases.put(replace(CASE, alias="Rups"))
    assert [case.alias for case in full.cases.find()] == ["Rups"]


def test_what_is_not_there_is_none(record: Record) -> None:
    assert record.people.get("nobody") is None
    assert record.people.first(conversation="web:nobody") is None
    assert record.people.find(language="nl") == []


def test_values_are_found_by_all_that_is_asked(full: Record) -> None:
    full.answers.put(replace(ANSWER, id="a2", question="q2", deleted=True))
    assert [a.id for a in full.answers.find(membership="m1")] == ["a1", "a2"]
    assert [a.id for a in full.answers.find(membership="m1", deleted=False)] == ["a1"]


@pytest.mark.parametrize(
    ("where", "found"),
    [
        ({"role": "teacher"}, True),
        ({"level": Level.EXECUTING}, True),
        ({"level": Level.GOVERNING}, False),
        ({"open_question": None}, True),
        ({"role": None}, False),
        ({"adding_to": CELL}, False),
        ({"nudges": ()}, True),
        ({"created_at": START}, True),
    ],
)
def test_a_value_is_found_by_any_kind_of_fact(
    full: Record, where: dict[str, object], found: bool
) -> None:
    assert (full.memberships.first(**where) is not None) is found


def test_a_value_is_found_by_a_cell(full: Record) -> None:
    full.own_questions.put(EVERY_KIND["own_questions"])
    assert full.own_questions.pick("id", cell=CELL) == ["o1"]


def test_one_column_comes_in_the_same_order_as_the_values(full: Record) -> None:
    for n in range(3):
        note = Note(f"n{n}", "m1", f"{n}", Visibility.TEAM, START - n * HOUR)
        full.notes.put(note)
    assert full.notes.pick("text") == [note.text for note in full.notes.find()] == ["2", "1", "0"]


def test_a_column_is_picked_as_what_it_means(full: Record) -> None:
    assert full.answers.pick("parties") == [("mentor",)]
    assert full.answers.pick("visibility") == [Visibility.TEAM]
    assert full.answers.pick("answered_at") == [START]


def test_removing_takes_only_what_matches_and_says_how_many(full: Record) -> None:
    for n in range(3):
        full.skips.put(Skip(f"s{n}", "m1", f"q{n}", START))
    assert full.skips.remove(membership="m1", question="q1") == 1
    assert full.skips.remove(membership="somebody else") == 0
    assert full.skips.pick("id") == ["s0", "s2"]


def test_asking_for_what_no_value_has_is_a_mistake(full: Record) -> None:
    with pytest.raises(KeyError):
        full.people.find(shoe_size=42)
    with pytest.raises(KeyError):
        full.people.pick("shoe_size")


@pytest.mark.parametrize("text", ["", "🙂", "a\nb", "'; drop table answers; --", "x" * 20_000])
def test_any_text_comes_back_as_it_was_typed(full: Record, text: str) -> None:
    full.answers.put(replace(ANSWER, text=text))
    kept = full.answers.get("a1")
    assert kept is not None
    assert kept.text == text


def test_every_role_can_be_named_in_one_answer(full: Record) -> None:
    everyone = tuple(the_method().roles)
    full.answers.put(replace(ANSWER, parties=everyone))
    assert full.answers.pick("parties") == [everyone]


def test_what_is_due_comes_oldest_first_and_no_more_than_is_asked(full: Record) -> None:
    for id, hours in (("late", 2), ("first", 1), ("not yet", 4), ("last", 3)):
        full.alarms.put(Alarm(id, AlarmKind.SWEEP, id, START + hours * HOUR))
    now = START + 3 * HOUR
    assert [alarm.id for alarm in full.alarms.due(now, 10)] == ["first", "late", "last"]
    assert [alarm.id for alarm in full.alarms.due(now, 2)] == ["first", "late"]


def test_what_goes_wrong_aside_is_undone_and_the_rest_stays(full: Record) -> None:
    full.notes.put(Note("before", "m1", "Eerst.", Visibility.TEAM, START))
    assert full.notes.pick("id") == ["before"]

    def go_wrong() -> None:
        with full.aside():
            full.notes.put(Note("wrong", "m1", "Fout.", Visibility.TEAM, START))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        go_wrong()
    assert [note.id for note in full.notes.find()] == ["before"]


def test_every_insight_can_be_offered_in_one_case(full: Record) -> None:
    all_of_them = tuple(insight.id for insight in the_method().insights.insights)
    full.memberships.put(replace(PART, nudges=all_of_them))
    assert full.memberships.pick("nudges") == [all_of_them]
