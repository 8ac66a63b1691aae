"""Where to go next, by a rule that can be said in one sentence.

Finish the cell you are in; then take the viewpoint that got least attention so far, in the
earliest step that still has something to ask. (Gedragswerk: the order is free, but an agenda
needs every step taken and every viewpoint given its due.)
"""

from dataclasses import dataclass
from enum import StrEnum

from bot.core.coverage import CellState, Coverage
from bot.core.method import CELLS, Cell, Viewpoint


class Why(StrEnum):
    """The reason for a proposal, as it is told to the person."""

    BEGIN = "begin"  # nothing was said yet: begin where it is about
    SAME_CELL = "same_cell"  # there is more to ask here
    BLANK_VIEWPOINT = "blank_viewpoint"  # nobody looked from there yet
    NEXT_STEP = "next_step"  # all viewpoints got the same; on with the next step
    THIN_VIEWPOINT = "thin_viewpoint"  # that viewpoint got least so far
    BEGUN_BEFORE = "begun_before"  # begun earlier, and not finished
    CHOSEN = "chosen"  # the person asked for it
    ALL_SEEN = "all_seen"  # nothing is left to ask


@dataclass(frozen=True)
class Proposal:
    """The next question, or None when everything was answered or passed over."""

    question: str | None
    cell: Cell | None
    why: Why


def propose(coverage: Coverage, here: Cell | None) -> Proposal:
    """The next question for someone who was in the cell ``here`` (None: just beginning)."""
    if here is not None and (waiting := coverage.waiting(here)):
        return Proposal(waiting[0], here, Why.SAME_CELL)
    candidates = [cell for cell in CELLS if coverage.waiting(cell)]
    if not candidates:
        return Proposal(None, None, Why.ALL_SEEN)
    weights = {viewpoint: coverage.weight(viewpoint) for viewpoint in Viewpoint}
    best = min(candidates, key=lambda cell: (weights[cell.viewpoint], CELLS.index(cell)))
    return Proposal(coverage.waiting(best)[0], best, _why(coverage, best, weights))


def in_cell(coverage: Coverage, cell: Cell) -> Proposal:
    """The question to ask when a person chose a cell: the first that is open, or else its first."""
    fresh = coverage.waiting(cell) or coverage.unanswered(cell) or coverage.questions[cell]
    return Proposal(fresh[0], cell, Why.CHOSEN)


def _why(coverage: Coverage, cell: Cell, weights: dict[Viewpoint, float]) -> Why:
    if not any(weights.values()):
        return Why.BEGIN if not coverage.skipped else Why.BLANK_VIEWPOINT
    if weights[cell.viewpoint] == 0:
        return Why.BLANK_VIEWPOINT
    if coverage.state(cell) is CellState.BEGUN:
        return Why.BEGUN_BEFORE
    level = min(weights.values()) == max(weights.values())
    return Why.NEXT_STEP if level else Why.THIN_VIEWPOINT
