"""Where to go next, and why."""

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.coverage import Coverage
from bot.core.method import CELLS, Cell, Viewpoint
from bot.core.record import OwnQuestion
from bot.core.route import Proposal, Why, in_cell, propose
from tests.harness.memory import START, the_method

ALL = tuple(the_method().questions)
QUESTIONS = st.sets(st.sampled_from(sorted(ALL)))
EXPLORE_CONTENT = Cell.parse("explore.content")


def coverage(
    answered: Iterable[str] = (), skipped: Iterable[str] = (), own: Iterable[OwnQuestion] = ()
) -> Coverage:
    return Coverage.of(the_method().whole, own, answered, skipped)


def of(*prefixes: str) -> list[str]:
    return [q for q in ALL if q.startswith(prefixes)]


def firsts(viewpoint: Viewpoint) -> list[str]:
    """The first question of a viewpoint in every step."""
    return [q for q in ALL if f".{viewpoint}.1" in q]


def test_a_case_begins_with_what_it_is_about() -> None:
    assert propose(coverage(), None) == Proposal("explore.content.1", EXPLORE_CONTENT, Why.BEGIN)


def test_a_cell_is_finished_before_another_is_begun() -> None:
    found = propose(coverage(["explore.content.1"]), EXPLORE_CONTENT)
    assert found == Proposal("explore.content.2", EXPLORE_CONTENT, Why.SAME_CELL)


def test_a_viewpoint_that_nobody_took_yet_comes_next() -> None:
    found = propose(coverage(of("explore.content")), EXPLORE_CONTENT)
    assert (found.question, found.why) == ("explore.procedure.1", Why.BLANK_VIEWPOINT)


def test_after_skipping_the_beginning_it_is_no_beginning_any_more() -> None:
    found = propose(coverage(skipped=of("explore.content")), EXPLORE_CONTENT)
    assert (found.question, found.why) == ("explore.procedure.1", Why.BLANK_VIEWPOINT)


def test_a_viewpoint_that_got_least_comes_next() -> None:
    found = propose(coverage(of("explore.", "engage.content")), None)
    assert (found.question, found.why) == ("engage.procedure.1", Why.THIN_VIEWPOINT)


def test_a_cell_that_was_begun_before_is_gone_on_with() -> None:
    one_each = [q for viewpoint in Viewpoint for q in firsts(viewpoint)]
    found = propose(coverage(one_each), None)
    assert found.why is Why.BEGUN_BEFORE
    assert found.question == "explore.procedure.2"  # content is ahead: one cell of it is done


def test_when_nothing_waits_everything_was_seen() -> None:
    assert propose(coverage(ALL[:30], ALL[30:]), None) == Proposal(None, None, Why.ALL_SEEN)


def test_a_cell_that_is_chosen_opens_at_its_first_open_question() -> None:
    found = in_cell(coverage(["explore.content.1"]), EXPLORE_CONTENT)
    assert found == Proposal("explore.content.2", EXPLORE_CONTENT, Why.CHOSEN)


def test_a_chosen_cell_without_waiting_questions_opens_at_what_was_skipped() -> None:
    all_touched = coverage(["explore.content.1"], ["explore.content.2", "explore.content.3"])
    assert in_cell(all_touched, EXPLORE_CONTENT).question == "explore.content.2"


def test_a_chosen_cell_that_is_done_opens_at_its_first_question() -> None:
    assert in_cell(coverage(ALL), EXPLORE_CONTENT).question == "explore.content.1"


@pytest.mark.parametrize("cell", CELLS, ids=lambda cell: cell.id)
def test_every_cell_can_be_chosen(cell: Cell) -> None:
    assert in_cell(coverage(), cell).question == f"{cell.id}.1"


@given(QUESTIONS, QUESTIONS, st.none() | st.sampled_from(CELLS))
def test_what_is_proposed_was_neither_answered_nor_skipped(
    answered: set[str], skipped: set[str], here: Cell | None
) -> None:
    question = propose(coverage(answered, skipped), here).question
    assert question not in answered | skipped
    assert question is not None or answered | skipped == set(ALL)


@given(QUESTIONS, QUESTIONS)
def test_a_proposal_never_takes_a_viewpoint_that_got_more_than_another(
    answered: set[str], skipped: set[str]
) -> None:
    now = coverage(answered, skipped)
    found = propose(now, None)
    open_viewpoints = {cell.viewpoint for cell in CELLS if now.waiting(cell)}
    if found.cell:
        weights = [now.weight(viewpoint) for viewpoint in open_viewpoints]
        assert now.weight(found.cell.viewpoint) == min(weights)


@settings(max_examples=12, deadline=None)
@given(st.lists(st.booleans(), min_size=60, max_size=60), st.integers(0, 2))
def test_whoever_answers_or_skips_what_is_proposed_meets_each_question_exactly_once(
    answers: list[bool], added: int
) -> None:
    own = [OwnQuestion(f"own{n}", "c", CELLS[n], "?", "me", START) for n in range(added)]
    answered: list[str] = []
    skipped: list[str] = []
    here = None
    while (found := propose(coverage(answered, skipped, own), here)).question:
        (answered if answers[len(answered) + len(skipped)] else skipped).append(found.question)
        here = found.cell
    assert sorted(answered + skipped) == sorted([*ALL, *(q.id for q in own)])
