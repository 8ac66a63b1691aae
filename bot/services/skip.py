"""Passing a question over, and taking up again what was passed over."""

from dataclasses import dataclass, replace

from bot.core.coverage import Coverage
from bot.core.record import Person, Skip
from bot.services.answer import CellClosed, close_cell
from bot.services.asking import Asked, open_next
from bot.services.ports import Desk
from bot.services.refusals import Refusal
from bot.services.standing import cell_of, coverage_of, standing


@dataclass(frozen=True)
class Skipped:
    """``kept``: an answer stood there already, and stays."""

    kept: bool
    closed: CellClosed | None
    next: Asked | None
    coverage: Coverage


def skip_open_question(desk: Desk, person: Person, question: str | None = None) -> Skipped:
    """Pass the open question over. With ``question``: only when it is still the open one.

    Refusals: "no_case", "no_question_open", "button_old".
    """
    at = standing(desk, person)
    current = at.part.open_question
    if current is None:
        raise Refusal("no_question_open")
    if question and question != current:
        raise Refusal("button_old")
    before = coverage_of(desk, at)
    if not (at.part.revising or current in before.skipped):
        desk.record.skips.put(Skip(desk.new_id(), at.part.id, current, desk.now()))
    after = replace(before, skipped=(before.skipped | {current}) - before.answered)
    cell = cell_of(desk, current)
    was_open = bool(before.waiting(cell))
    closed = close_cell(desk, at, cell, after) if was_open and not after.waiting(cell) else None
    fresh = standing(desk, person)
    return Skipped(at.part.revising, closed, open_next(desk, fresh, cell, after), after)


def take_up_skipped(desk: Desk, person: Person) -> Asked:
    """Ask again what was passed over. Refusal "nothing_skipped" when there is nothing."""
    at = standing(desk, person)
    left = coverage_of(desk, at).left_over
    if not left:
        raise Refusal("nothing_skipped")
    desk.record.skips.remove(membership=at.part.id)
    asked = open_next(desk, at, cell_of(desk, left[0]), coverage_of(desk, at))
    assert asked is not None  # what was just taken up is waiting
    return asked
