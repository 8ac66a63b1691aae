"""Adding a question of one's own to a cell of the case; it counts from then on."""

from dataclasses import replace

from bot.core.method import Cell
from bot.core.record import OwnQuestion, Person
from bot.core.route import Why
from bot.services.asking import Asked, open_question
from bot.services.ports import Desk
from bot.services.refusals import Refusal
from bot.services.standing import cell_of, coverage_of, standing
from bot.services.trail import leave_trace

MAX_QUESTION = 300  # characters: a question is read in one breath
MAX_PER_CELL = 12  # more would hide the others


def begin_own_question(desk: Desk, person: Person, cell: Cell | None = None) -> Cell:
    """Wait for the words of a new question, in ``cell`` or else the cell that is open.

    Refusals: "no_case", "which_cell" (no cell is open, so one must be chosen first),
    "cell_full".
    """
    at = standing(desk, person)
    if cell is None:
        if at.part.open_question is None:
            raise Refusal("which_cell")
        cell = cell_of(desk, at.part.open_question)
    if len(desk.record.own_questions.pick("id", case=at.case.id, cell=cell)) >= MAX_PER_CELL:
        raise Refusal("cell_full")
    desk.record.memberships.put(replace(at.part, adding_to=cell))
    return cell


def add_own_question(desk: Desk, person: Person, text: str) -> Asked:
    """Keep the question and open it. Refusals: "no_case", "empty", "question_long"."""
    at = standing(desk, person)
    words = " ".join(text.split())
    if at.part.adding_to is None:
        raise Refusal("which_cell")
    if not words:
        raise Refusal("empty")
    if len(words) > MAX_QUESTION:
        raise Refusal("question_long", most=str(MAX_QUESTION))
    question = OwnQuestion(
        desk.new_id(), at.case.id, at.part.adding_to, words, person.id, desk.now()
    )
    desk.record.own_questions.put(question)
    leave_trace(desk, person, "added_question", question.id, at.case.id)
    return open_question(desk, at, question.id, Why.CHOSEN, coverage_of(desk, at))


def drop_own_question(desk: Desk, person: Person) -> None:
    """Think better of adding a question. Refusal "no_case"."""
    at = standing(desk, person)
    desk.record.memberships.put(replace(at.part, adding_to=None))
