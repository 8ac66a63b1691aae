"""A person: consent, language, what is held in danger, their data, and erasing it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.record import CaseStatus, Pending, Visibility
from bot.core.situation import Loop
from bot.services.answers import change_answer
from bot.services.consent import give_consent
from bot.services.danger import HELD_FOR, drop_held, drop_stale, hold, keep_held
from bot.services.erase import ask_to_erase, erase
from bot.services.known import Known, known_in
from bot.services.my_data import my_data
from bot.services.own_question import add_own_question, begin_own_question
from bot.services.refusals import Refusal
from bot.services.settle import change_language, let_go
from bot.services.standing import situation_of
from bot.services.tell import tell
from tests.harness.memory import Clock, MemoryRecord, memory_desk, the_method
from tests.services.someone import Someone


def kept_in(record: MemoryRecord) -> int:
    """How many values stand on all shelves together."""
    return sum(len(shelf.find()) for shelf in vars(record).values())


def test_nothing_is_kept_before_consent() -> None:
    desk = memory_desk(the_method())
    assert situation_of(desk.record, "web:new", "en").loop is Loop.STRANGER
    assert known_in(desk.record, "web:new") == Known(None, ())
    assert isinstance(desk.record, MemoryRecord)
    assert kept_in(desk.record) == 0


def test_consenting_twice_is_as_good_as_once(newcomer: Someone) -> None:
    again = give_consent(newcomer.desk, newcomer.person.conversation, "web", "en")
    assert again == newcomer.person
    assert len(newcomer.desk.record.traces.find()) == 1


def test_a_person_without_a_case_is_asked_nothing(newcomer: Someone) -> None:
    assert newcomer.situation.loop is Loop.NOTHING


def test_a_language_stays_as_it_was_chosen(newcomer: Someone) -> None:
    change_language(newcomer.desk, newcomer.person, "en")
    assert newcomer.situation.language == "en"


def test_the_alias_of_the_current_case_is_no_secret_to_its_person(someone: Someone) -> None:
    known = known_in(someone.desk.record, someone.person.conversation)
    assert known == Known("nl", ("Vlinder",), person=someone.person)


def test_letting_go_settles_what_was_open(someone: Someone) -> None:
    ask_to_erase(someone.desk, someone.person)
    assert someone.situation.pending is Pending.ERASE
    assert let_go(someone.desk, someone.person) == someone.person
    assert not someone.situation.pending


def test_a_note_is_kept_with_the_current_case(someone: Someone) -> None:
    note = tell(someone.desk, someone.person, "Moeder belde.")
    assert (note.membership, note.visibility) == (someone.part.id, Visibility.TEAM)


def test_what_was_said_in_danger_is_held_apart_from_the_case(someone: Someone) -> None:
    hold(someone.desk, someone.person, "Ik ben bang.")
    assert someone.person.pending is Pending.DANGER
    assert someone.answers == {}


def test_what_is_held_can_become_the_answer(someone: Someone) -> None:
    hold(someone.desk, someone.person, "Ik ben bang.")
    result = keep_held(someone.desk, someone.person, ["parent"])
    assert result is not None
    assert someone.answers == {"explore.content.1": "Ik ben bang."}
    assert (someone.person.held, someone.person.pending) == (None, Pending.NOTHING)


def test_what_is_held_becomes_a_note_where_nothing_is_asked(someone: Someone) -> None:
    someone.skip(58)
    hold(someone.desk, someone.person, "Ik ben bang.")
    assert keep_held(someone.desk, someone.person, []) is None
    assert someone.desk.record.notes.pick("text") == ["Ik ben bang."]


def test_what_is_held_about_an_answer_is_kept_under_it(someone: Someone) -> None:
    first = someone.say("Hij kijkt naar zijn vader.").answer.id
    hold(someone.desk, someone.person, "Soms wel.", first)
    hold(someone.desk, someone.person, "Vooral 's avonds.")
    assert keep_held(someone.desk, someone.person, ["parent"]) is None
    assert someone.answers == {
        "explore.content.1": "Hij kijkt naar zijn vader.\nSoms wel.\nVooral 's avonds."
    }
    kept = someone.desk.record.answers.get(first)
    assert kept
    assert (kept.visibility, kept.apart) == (Visibility.ME, True)
    assert someone.open == "explore.content.2"
    assert someone.person.held_with is None
    someone.undo()
    assert someone.answers == {"explore.content.1": "Hij kijkt naar zijn vader."}


def test_what_is_not_kept_about_an_answer_leaves_that_one_alone(someone: Someone) -> None:
    hold(someone.desk, someone.person, "Soms wel.", someone.say("Hij kijkt.").answer.id)
    drop_held(someone.desk, someone.person)
    assert someone.answers == {"explore.content.1": "Hij kijkt."}
    assert someone.person.held_with is None


def test_what_is_held_about_an_answer_that_is_gone_stands_by_itself(someone: Someone) -> None:
    hold(someone.desk, someone.person, "Soms wel.", someone.say("Hij kijkt.").answer.id)
    someone.undo()
    assert keep_held(someone.desk, someone.person, [])
    assert someone.answers == {"explore.content.1": "Soms wel."}


def test_what_cannot_be_kept_goes_on_waiting(someone: Someone) -> None:
    hold(someone.desk, someone.person, "Ik ben bang.")
    someone.desk.record.cases.put(replace(someone.case, status=CaseStatus.CLOSED))
    with pytest.raises(Refusal, match="no_case"):
        keep_held(someone.desk, someone.person, [])
    assert (someone.person.held, someone.person.pending) == ("Ik ben bang.", Pending.DANGER)


@pytest.mark.parametrize("free", [drop_held, let_go])
def test_what_is_held_goes_when_the_person_wants_so(someone: Someone, free: object) -> None:
    hold(someone.desk, someone.person, "Ik ben bang.")
    assert callable(free)
    free(someone.desk, someone.person)
    assert (someone.person.held, someone.person.held_at) == (None, None)


def test_what_nobody_chose_about_goes_after_a_day_and_not_before() -> None:
    clock = Clock()
    someone = Someone.come_in(memory_desk(the_method(), clock))
    hold(someone.desk, someone.person, "Ik ben bang.")
    clock.at += HELD_FOR - timedelta(minutes=1)
    drop_stale(someone.desk)
    assert someone.person.held == "Ik ben bang."
    clock.at += timedelta(minutes=1)
    drop_stale(someone.desk)
    after = someone.person
    assert (after.held, after.pending) == (None, Pending.NOTHING)


def busy(someone: Someone) -> Someone:
    """Someone of whom there is something on every shelf."""
    first = someone.say("Een.").answer.id
    begin_own_question(someone.desk, someone.person)
    add_own_question(someone.desk, someone.person, "Wie belt?")
    someone.say("Ik.")
    someone.skip()
    tell(someone.desk, someone.person, "Ze belde.")
    change_answer(someone.desk, someone.person, first)
    someone.say("Anders.")
    return someone


def test_my_data_is_all_that_is_kept(someone: Someone) -> None:
    data = my_data(busy(someone).desk, someone.person)
    case = data.cases[0]
    assert [(a.text, [r.text for r in earlier]) for a, earlier in case.answers] == [
        ("Ik.", []),
        ("Anders.", ["Een."]),
    ]
    assert [q.text for q in case.questions] == ["Wie belt?"]
    assert [n.text for n in case.notes] == ["Ze belde."]
    assert [t.verb for t in data.traces] == [
        "consented",
        "began_case",
        "added_question",
        "read_own_data",
    ]


def test_my_data_holds_nothing_of_others(someone: Someone) -> None:
    other = busy(Someone.come_in(someone.desk, "web:other").begin().fill(
        "child", "Rups", "", "", "parent"
    ))  # fmt: skip
    data = str(my_data(someone.desk, someone.person))
    assert "Rups" not in data
    assert other.id not in data


def test_after_erasing_nothing_is_left_of_a_person(someone: Someone) -> None:
    busy(someone).begin()
    erase(someone.desk, someone.person)
    assert isinstance(someone.desk.record, MemoryRecord)
    assert kept_in(someone.desk.record) == 0


def test_erasing_one_person_leaves_the_others_as_they_were(someone: Someone) -> None:
    other = busy(Someone.come_in(someone.desk, "web:other").begin().fill(
        "child", "Rups", "", "", "parent"
    ))  # fmt: skip
    before = (other.answers, other.skips, other.case, other.person)
    erase(busy(someone).desk, someone.person)
    assert (other.answers, other.skips, other.case, other.person) == before
