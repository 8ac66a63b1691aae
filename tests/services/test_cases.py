"""More than one case: listing, switching, closing, pausing."""

from contextlib import suppress

import pytest

from bot.core.method import Cell
from bot.core.record import CaseStatus, Pending
from bot.core.situation import Loop
from bot.services.cases import ask_to_close, case_called, close_case, list_cases, switch_case
from bot.services.choose import choose_cell, current_cell, go_on
from bot.services.new_case import drop_draft
from bot.services.overview import overview
from bot.services.pause import pause, resume
from bot.services.refusals import Refusal
from tests.services.someone import EXPLORE_CONTENT, Someone


@pytest.fixture
def with_two(someone: Someone) -> Someone:
    someone.say("Over de eerste.")
    return someone.begin().fill("challenge", "Noord", "", "", "teacher")


def test_cases_are_listed_oldest_first_with_their_answers(with_two: Someone) -> None:
    found = list_cases(with_two.desk, with_two.person)
    assert [(f.case.alias, f.answered, f.current) for f in found] == [
        ("Vlinder", 1, False),
        ("Noord", 0, True),
    ]


def test_a_case_that_is_being_set_up_is_not_listed(someone: Someone) -> None:
    someone.begin()
    assert [found.case.alias for found in list_cases(someone.desk, someone.person)] == ["Vlinder"]


def test_switching_goes_on_where_that_case_was(with_two: Someone) -> None:
    first = list_cases(with_two.desk, with_two.person)[0].case.id
    resumed = switch_case(with_two.desk, with_two.person, first)
    assert resumed.asked is not None
    assert (resumed.asked.id, resumed.answered) == ("explore.content.2", 1)
    assert with_two.case.id == first


def test_asking_to_close_closes_nothing_yet(someone: Someone) -> None:
    ask_to_close(someone.desk, someone.person)
    assert someone.case.status is CaseStatus.OPEN
    assert someone.person.pending is Pending.CLOSE


def test_a_closed_case_keeps_what_was_said(someone: Someone) -> None:
    someone.say("Een.")
    ask_to_close(someone.desk, someone.person)
    closed = close_case(someone.desk, someone.person)
    assert (closed.status, someone.person.pending) == (CaseStatus.CLOSED, Pending.NOTHING)
    switch_case(someone.desk, someone.person, closed.id, reopen=True)
    assert someone.answers == {"explore.content.1": "Een."}


def test_a_closed_case_is_nobodys_current_case(someone: Someone) -> None:
    close_case(someone.desk, someone.person)
    assert someone.person.current_case is None


def test_a_closed_case_does_not_come_back_when_a_draft_is_dropped(someone: Someone) -> None:
    close_case(someone.desk, someone.person)
    drop_draft(someone.desk, someone.begin().person)
    assert someone.person.current_case is None


def test_a_closed_case_asks_nothing(someone: Someone) -> None:
    close_case(someone.desk, someone.person)
    assert someone.situation.loop is Loop.NOTHING


def test_a_closed_case_opens_again_when_it_is_chosen(someone: Someone) -> None:
    closed = close_case(someone.desk, someone.person)
    switch_case(someone.desk, someone.person, closed.id, reopen=True)
    assert (someone.case.status, someone.case.closed_at) == (CaseStatus.OPEN, None)
    assert someone.situation.loop is Loop.REFLECTION


def test_whatever_is_asked_takes_an_answer_also_after_a_case_was_closed(someone: Someone) -> None:
    close_case(someone.desk, someone.person)
    asked = None
    with suppress(Refusal):
        asked = resume(someone.desk, someone.person).asked
    assert asked is None or someone.situation.loop is Loop.REFLECTION


def test_a_pause_keeps_the_question_open(someone: Someone) -> None:
    someone.say("Een.")
    pause(someone.desk, someone.person)
    assert someone.part.paused
    assert someone.open == "explore.content.2"


def test_resuming_goes_on_at_the_very_question(someone: Someone) -> None:
    someone.say("Een.")
    pause(someone.desk, someone.person)
    resumed = resume(someone.desk, someone.person)
    assert resumed.asked is not None
    assert (resumed.asked.id, resumed.answered) == ("explore.content.2", 1)
    assert not someone.part.paused


def test_resuming_when_all_was_seen_asks_nothing(someone: Someone) -> None:
    someone.skip(58)
    assert resume(someone.desk, someone.person).asked is None


def test_going_on_while_a_case_is_set_up_asks_nothing_that_cannot_be_answered(
    drafting: Someone,
) -> None:
    with suppress(Refusal):
        resume(drafting.desk, drafting.person)
    assert drafting.open is None


def test_a_draft_that_is_dropped_leaves_nothing_whatever_was_done_meanwhile(
    drafting: Someone,
) -> None:
    with suppress(Refusal):
        choose_cell(drafting.desk, drafting.person, EXPLORE_CONTENT)
        drafting.skip()
    drop_draft(drafting.desk, drafting.person)
    assert drafting.desk.record.skips.find() == []


def test_any_cell_can_be_chosen_at_any_time(someone: Someone) -> None:
    asked = choose_cell(someone.desk, someone.person, Cell.parse("activate.content"))
    assert (asked.id, someone.open) == ("activate.content.1", "activate.content.1")


def test_the_current_cell_is_that_of_the_open_question(someone: Someone) -> None:
    assert current_cell(someone.desk, someone.person) == EXPLORE_CONTENT
    someone.skip(58)
    assert current_cell(someone.desk, someone.person) is None


def test_going_on_opens_the_next_question_when_none_is_open(someone: Someone) -> None:
    someone.skip(58)
    assert go_on(someone.desk, someone.person) is None
    for skip in someone.desk.record.skips.find(question="develop.emotion.2"):
        someone.desk.record.skips.remove(id=skip.id)
    asked = go_on(someone.desk, someone.person)
    assert asked is not None
    assert asked.id == "develop.emotion.2"


def test_the_overview_tells_how_far_the_case_is(someone: Someone) -> None:
    someone.say("Een.")
    seen = overview(someone.desk, someone.person)
    assert seen.case.alias == "Vlinder"
    assert seen.coverage.answered == {"explore.content.1"}


@pytest.mark.parametrize(
    "words", ["wissel naar Rups", "ga naar de casus rups", "switch to rups", "terug naar Rups!"]
)
def test_another_case_is_found_by_its_alias(someone: Someone, words: str) -> None:
    rups = someone.begin().fill("child", "Rups", "", "", "teacher").case.id
    switch_case(someone.desk, someone.person, list_cases(someone.desk, someone.person)[0].case.id)
    assert case_called(someone.desk, someone.person, words) == rups


@pytest.mark.parametrize("words", ["ga naar Rups", "naar Rups", "Rups", "ga naar school"])
def test_a_case_that_is_open_or_was_only_named_is_not_gone_to(someone: Someone, words: str) -> None:
    someone.begin().fill("child", "Rups", "", "", "teacher")
    assert case_called(someone.desk, someone.person, words) is None
