"""How far a case has been thought through."""

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from bot.core.coverage import CellState, Coverage
from bot.core.method import CELLS, Cell, Method, Step, Viewpoint
from bot.core.record import OwnQuestion
from tests.harness.memory import START, the_method

QUESTIONS = st.sets(st.sampled_from(sorted(the_method().questions)))
HERE = Cell.parse("explore.content")
THREE = ("explore.content.1", "explore.content.2", "explore.content.3")


def coverage(answered: Iterable[str] = (), skipped: Iterable[str] = ()) -> Coverage:
    return Coverage.of(the_method().whole, [], answered, skipped)


def own(id: str, cell: Cell = HERE) -> OwnQuestion:
    return OwnQuestion(id, "case", cell, "Wie belt?", "me", START)


def test_without_answers_every_cell_is_blank() -> None:
    assert coverage().counts() == {CellState.BLANK: 20, CellState.BEGUN: 0, CellState.DONE: 0}


def test_one_answer_begins_a_cell() -> None:
    assert coverage(THREE[:1]).state(HERE) is CellState.BEGUN


def test_a_cell_is_done_when_all_its_questions_are_answered() -> None:
    assert coverage(THREE).state(HERE) is CellState.DONE


def test_a_cell_with_one_question_goes_from_blank_to_done() -> None:
    short = Cell.parse("activate.content")
    assert coverage(["activate.content.1"]).state(short) is CellState.DONE


def test_skipping_leaves_a_cell_blank() -> None:
    assert coverage(skipped=THREE).state(HERE) is CellState.BLANK


def test_a_skip_never_outweighs_an_answer() -> None:
    both = coverage(THREE[:1], THREE[:1])
    assert both.state(HERE) is CellState.BEGUN
    assert both.left_over == []


def test_a_question_waits_until_it_was_answered_or_passed_over() -> None:
    assert coverage(THREE[:1], THREE[1:2]).waiting(HERE) == [THREE[2]]


def test_a_question_that_was_passed_over_is_still_unanswered() -> None:
    assert coverage(THREE[:1], THREE[1:2]).unanswered(HERE) == list(THREE[1:])


def test_a_question_that_somebody_added_counts_in_its_cell(method: Method) -> None:
    with_own = Coverage.of(method.whole, [own("mine")], THREE, [])
    assert with_own.state(HERE) is CellState.BEGUN
    assert with_own.waiting(HERE) == ["mine"]


def test_added_questions_come_after_those_of_the_method(method: Method) -> None:
    with_own = Coverage.of(method.whole, [own("a"), own("b")], [], [])
    assert list(with_own.questions[HERE]) == [*THREE, "a", "b"]


def test_adding_a_question_does_not_change_the_method(method: Method) -> None:
    Coverage.of(method.whole, [own("mine")], [], [])
    assert [q.id for q in method.questions_of(HERE)] == list(THREE)


def test_a_step_is_seen_when_nothing_in_it_waits(method: Method) -> None:
    of_step = [q for q in method.questions if q.startswith("explore.")]
    assert coverage(of_step[:6], of_step[6:]).seen(Step.EXPLORE)
    assert not coverage(of_step[:6], of_step[7:]).seen(Step.EXPLORE)


def test_a_viewpoint_weighs_nothing_when_blank_and_one_when_done(method: Method) -> None:
    of_emotion = [q for q in method.questions if ".emotion." in q]
    assert coverage().weight(Viewpoint.EMOTION) == 0
    assert coverage(of_emotion).weight(Viewpoint.EMOTION) == 1


def test_a_cell_that_was_begun_weighs_half() -> None:
    assert coverage(THREE[:1]).weight(Viewpoint.CONTENT) == 0.5 / 5


@given(QUESTIONS, QUESTIONS)
def test_the_states_always_add_up_to_twenty_cells(answered: set[str], skipped: set[str]) -> None:
    assert sum(coverage(answered, skipped).counts().values()) == 20


@given(QUESTIONS, QUESTIONS)
def test_each_question_is_answered_left_over_or_waiting(
    answered: set[str], skipped: set[str]
) -> None:
    now = coverage(answered, skipped)
    waiting = [q for cell in CELLS for q in now.waiting(cell)]
    assert sorted([*now.answered, *now.left_over, *waiting]) == sorted(the_method().questions)


@given(QUESTIONS, QUESTIONS, QUESTIONS)
def test_what_is_skipped_never_changes_what_is_done(
    answered: set[str], skipped: set[str], also: set[str]
) -> None:
    assert coverage(answered, skipped).counts() == coverage(answered, skipped | also).counts()


@given(QUESTIONS, QUESTIONS)
def test_more_answers_never_make_a_viewpoint_weigh_less(first: set[str], more: set[str]) -> None:
    before, after = coverage(first), coverage(first | more)
    assert all(before.weight(v) <= after.weight(v) for v in Viewpoint)
