"""How far a case has been thought through: which cells are blank, begun or done."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.core.method import CELLS, Cell, Step, Viewpoint
from bot.core.record import OwnQuestion


class CellState(StrEnum):
    BLANK = "blank"  # nothing answered
    BEGUN = "begun"  # something answered
    DONE = "done"  # everything answered


@dataclass(frozen=True)
class Coverage:
    """What has been answered and passed over, against the questions of every cell."""

    questions: Mapping[Cell, Sequence[str]]
    answered: frozenset[str]
    skipped: frozenset[str]

    @classmethod
    def of(
        cls,
        asked: Mapping[Cell, Sequence[str]],
        own: Iterable[OwnQuestion],
        answered: Iterable[str],
        skipped: Iterable[str],
    ) -> "Coverage":
        """``asked``: what is put to someone; ``own``: what people added to it. ``answered`` and
        ``skipped`` hold ids of questions; an answer outweighs a skip."""
        questions = {cell: list(asked[cell]) for cell in CELLS}
        for question in own:
            questions[question.cell].append(question.id)
        done = frozenset(answered)
        return cls(questions, done, frozenset(skipped) - done)

    def state(self, cell: Cell) -> CellState:
        answered = [q in self.answered for q in self.questions[cell]]
        if all(answered):
            return CellState.DONE
        return CellState.BEGUN if any(answered) else CellState.BLANK

    def waiting(self, cell: Cell) -> list[str]:
        """The questions of a cell that were neither answered nor passed over, in order."""
        touched = self.answered | self.skipped
        return [q for q in self.questions[cell] if q not in touched]

    def unanswered(self, cell: Cell) -> list[str]:
        """The questions of a cell without an answer, passed over or not."""
        return [q for q in self.questions[cell] if q not in self.answered]

    def seen(self, step: Step) -> bool:
        """Whether every question of a step was answered or passed over."""
        return not any(self.waiting(Cell(step, viewpoint)) for viewpoint in Viewpoint)

    def weight(self, viewpoint: Viewpoint) -> float:
        """The share of a viewpoint's cells that got attention: 0 (blind) to 1 (all done)."""
        worth = {CellState.BLANK: 0.0, CellState.BEGUN: 0.5, CellState.DONE: 1.0}
        cells = [Cell(step, viewpoint) for step in Step]
        return sum(worth[self.state(cell)] for cell in cells) / len(cells)

    def counts(self) -> dict[CellState, int]:
        """How many of the 20 cells are in each state."""
        states = [self.state(cell) for cell in CELLS]
        return {state: states.count(state) for state in CellState}

    @property
    def left_over(self) -> list[str]:
        """Every question that was passed over and has no answer yet, in order."""
        return [q for cell in CELLS for q in self.questions[cell] if q in self.skipped]
