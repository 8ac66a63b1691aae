"""Choosing where to think on: any step, any viewpoint, at any time."""

from bot.core.method import Cell
from bot.core.record import Person
from bot.core.route import in_cell
from bot.services.asking import Asked, asked_now, open_next, open_proposal
from bot.services.ports import Desk
from bot.services.standing import cell_of, coverage_of, standing


def choose_cell(desk: Desk, person: Person, cell: Cell) -> Asked:
    """Open the first question of a cell that has no answer yet. Refusal "no_case"."""
    at = standing(desk, person)
    coverage = coverage_of(desk, at)
    asked = open_proposal(desk, at, in_cell(coverage, cell), coverage)
    assert asked is not None  # a cell always has a question
    return asked


def current_cell(desk: Desk, person: Person) -> Cell | None:
    """The cell of the open question; None when no question is open. Refusal "no_case"."""
    question = standing(desk, person).part.open_question
    return cell_of(desk, question) if question else None


def go_on(desk: Desk, person: Person) -> Asked | None:
    """The open question again, or the next one; None when nothing is left. Refusal "no_case"."""
    at = standing(desk, person)
    if asked := asked_now(desk, at):
        return asked
    return open_next(desk, at, None, coverage_of(desk, at))
