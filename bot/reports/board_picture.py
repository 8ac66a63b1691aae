"""Who takes part in a case and who is only named, on three boards: "simultaneous chess"."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PIL import Image, ImageDraw

from bot.reports.chips import GAP, HEIGHT, LETTERS, Chip, rows_of_chips
from bot.reports.paper import (
    FINER,
    INK,
    MARGIN,
    PAPER,
    SOFT,
    WHITE,
    WIDTH,
    larger,
    png,
    write_lines,
    write_title,
)
from bot.reports.pieces import STRIP, draw_box, draw_empty, draw_full, draw_piece
from bot.reports.typeface import cut, typeface, wrap

TOP, BETWEEN = 104, 22  # where the first board begins, and from board to board
BOARD = WIDTH - 2 * MARGIN
LEFT, RIGHT = STRIP + 22, 22  # what stays free at the sides of a board
ROOM = BOARD - LEFT - RIGHT
NAME, SMALL = 26, 20  # letters
NAME_AT, SHORT_AT = 41, 75  # the middle of these lines
APART, EMPTY_APART = 28, 34  # from line to line, and where nobody is
TEXT = {"joined": WHITE, "named": INK, "more": SOFT}
SIGN, AFTER_SIGN, AFTER_NAME = 42, 13, 45  # of the legend


def draw_board(facts: Mapping[str, Any]) -> bytes:
    """A PNG of the boards, as high as it needs to be. ``facts``:

    - ``title``
    - ``levels``, from top to bottom: of each its ``name``, in ``short`` what it is, who ``joined``,
      who is only ``named``, and a ``note`` (may be empty)
    - ``empty``: what to say at a level where nobody is
    - ``more``: what to say of those who do not fit, with ``{count}`` for how many
    - ``legend``: what ``joined`` and ``named`` mean
    """
    boards = [_Board.of(level, facts) for level in facts["levels"]]
    bottom = TOP + sum(board.height + BETWEEN for board in boards)
    image = Image.new("RGB", (WIDTH, bottom + SIGN + MARGIN), PAPER)
    write_title(ImageDraw.Draw(image), facts["title"])
    top = TOP
    for board in boards:
        image.paste(board.drawn(), (MARGIN, top))
        top += board.height + BETWEEN
    _legend(image, bottom + 6, facts["legend"])
    return png(image)


@dataclass(frozen=True)
class _Board:
    """What is on one board, from top to bottom. All texts fit in ``ROOM``."""

    name: str
    short: list[str]
    rows: list[list[Chip]]
    empty: list[str]
    note: list[str]

    @classmethod
    def of(cls, level: Mapping[str, Any], facts: Mapping[str, Any]) -> "_Board":
        rows = rows_of_chips(level["joined"], level["named"], facts["more"], ROOM)
        return cls(
            cut(level["name"], typeface(NAME, bold=True), ROOM),
            wrap(level["short"], typeface(SMALL), ROOM, most=2),
            rows,
            [] if rows else wrap(facts["empty"], typeface(LETTERS), ROOM, most=2),
            wrap(level["note"], typeface(SMALL), ROOM, most=3),
        )

    @property
    def rows_at(self) -> int:
        return SHORT_AT + len(self.short) * APART

    @property
    def note_at(self) -> int:
        empty = len(self.empty) * EMPTY_APART
        return self.rows_at + len(self.rows) * (HEIGHT + GAP) + empty + 15

    @property
    def height(self) -> int:
        return self.note_at + (len(self.note) * APART + 10 if self.note else 0)

    def drawn(self) -> Image.Image:
        shapes, draw = larger((BOARD, self.height))
        draw_edge = draw_full if self.rows else draw_empty
        draw_edge(draw, BOARD, self.height)
        for top, chip in self._placed():
            draw_box(draw, (LEFT + chip.left, top, LEFT + chip.right, top + HEIGHT), chip.kind)
            if chip.kind != "more":
                draw_piece(draw, (LEFT + chip.left + 24, top + HEIGHT / 2), chip.kind)
        image = shapes.reduce(FINER)
        self._write(ImageDraw.Draw(image))
        return image

    def _placed(self) -> list[tuple[int, Chip]]:
        tops = [self.rows_at + row * (HEIGHT + GAP) for row in range(len(self.rows))]
        return [(top, chip) for top, row in zip(tops, self.rows, strict=True) for chip in row]

    def _write(self, draw: ImageDraw.ImageDraw) -> None:
        draw.text((LEFT, NAME_AT), self.name, INK, typeface(NAME, bold=True), "lm")
        write_lines(draw, (LEFT, SHORT_AT), self.short, SMALL, APART)
        write_lines(draw, (LEFT, self.rows_at + 17), self.empty, LETTERS, EMPTY_APART)
        write_lines(draw, (LEFT, self.note_at + 8), self.note, SMALL, APART)
        for top, chip in self._placed():
            at = (LEFT + chip.left + chip.indent, top + HEIGHT // 2)
            draw.text(at, chip.text, TEXT[chip.kind], typeface(LETTERS), "lm")


def _legend(image: Image.Image, top: int, legend: Mapping[str, str]) -> None:
    draw = ImageDraw.Draw(image)
    font = typeface(SMALL)
    left = MARGIN
    for kind, name in legend.items():
        sign, shapes = larger((SIGN, SIGN))
        draw_box(shapes, (0, 0, SIGN, SIGN), kind)
        draw_piece(shapes, (SIGN / 2, SIGN / 2), kind)
        image.paste(sign.reduce(FINER), (left, top))
        left += SIGN + AFTER_SIGN
        fitting = cut(name, font, BOARD // 2 - SIGN - AFTER_SIGN - AFTER_NAME)
        draw.text((left, top + SIGN // 2), fitting, SOFT, font, "lm")
        left += round(font.getlength(fitting)) + AFTER_NAME
