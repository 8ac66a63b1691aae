"""Names as chips in rows: which stand where, and for how many there is no room."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.reports.typeface import cut, typeface

LETTERS = 22
HEIGHT, GAP = 46, 10
PIECE = 40  # the room before a name, with its piece
PAD = 17  # before a text without a piece, and after every text
ROWS = 3


@dataclass(frozen=True)
class Chip:
    """A rounded box of ``width`` dots, ``left`` dots from where its row begins."""

    text: str
    kind: str  # joined, named or more
    left: int
    width: int

    @property
    def right(self) -> int:
        return self.left + self.width

    @property
    def indent(self) -> int:
        """Where its text begins."""
        return PAD if self.kind == "more" else PIECE


def rows_of_chips(
    joined: Iterable[str], named: Iterable[str], more: str, room: int
) -> list[list[Chip]]:
    """At most three rows of ``room`` dots; who joined comes first.

    Each chip goes to the first row that has room for it: more fit so than one after the other.
    ``more`` is the text of the last chip when not everybody fits; ``{count}`` in it becomes how
    many do not.
    """
    chips = [_chip(name, "joined", room) for name in joined]
    chips += [_chip(name, "named", room) for name in named]
    rows, left_out = _fill(chips, [room] * ROWS)
    if left_out:
        widest = _chip(more.format(count=len(chips)), "more", room).width
        rows, left_out = _fill(chips, [room] * (ROWS - 1) + [room - widest - GAP])
        _put(_chip(more.format(count=left_out), "more", room), rows[-1], room)
    return [row for row in rows if row]


def _chip(text: str, kind: str, room: int) -> Chip:
    chip = Chip(text, kind, 0, 0)
    font = typeface(LETTERS)
    fitting = cut(" ".join(text.split()), font, room - chip.indent - PAD)
    width = chip.indent + round(font.getlength(fitting)) + PAD
    return replace(chip, text=fitting, width=min(width, room))


def _fill(chips: Iterable[Chip], rooms: Sequence[int]) -> tuple[list[list[Chip]], int]:
    """A row for each of ``rooms``, and how many chips found no place."""
    rows: list[list[Chip]] = [[] for _ in rooms]
    left_out = 0
    for chip in chips:
        placed = any(_put(chip, row, room) for row, room in zip(rows, rooms, strict=True))
        left_out += not placed
    return rows, left_out


def _put(chip: Chip, row: list[Chip], room: int) -> bool:
    """At the end of the row; false when it does not fit there."""
    left = row[-1].right + GAP if row else 0
    if left + chip.width > room:
        return False
    row.append(replace(chip, left=left))
    return True
