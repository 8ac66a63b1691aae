"""How scores from 1 to 5 went over the weeks: for each theme a strip of its own.

In one frame, lines hide each other: most scores are whole numbers, and so often the same. In a
strip of its own a line needs no colour to tell whose it is.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from PIL import Image, ImageDraw

from bot.reports.paper import FINER, INK, PAPER, SAND, SOFT, TEAL, WHITE, larger, png
from bot.reports.score_page import (
    HIGHEST,
    LETTERS,
    LOWEST,
    ROOM,
    SIDE,
    WIDE,
    head_of,
    under,
    write_head,
)
from bot.reports.typeface import cut, typeface

NUMBERED = (1, 3, 5)

FIRST, LAST = 68, 656  # where the first and the last week are
STEP, FRAME = 20, 20  # from score to score, and from 1 and 5 to the edges of a strip
STRIP = (HIGHEST - LOWEST) * STEP + 2 * FRAME
NAME, BETWEEN = 38, 14  # the room for a name above its strip, and for nothing below
NEXT = NAME + STRIP + BETWEEN  # from strip to strip
MARK, LINE, BEYOND = 8, 5, 12  # half a mark, a line, and how far the ruling goes on
RULING = "#e4dfd2"
FREE = 20  # at least, between two weeks that are named


def draw_lines(facts: Mapping[str, Any]) -> bytes:
    """A PNG with a strip for each line, as high as it needs to be. ``facts``:

    - ``title``
    - ``weeks``: what each is called, from the first to the last
    - ``lines``: of each its ``name``, and in ``scores`` for each week one from 1 to 5, or None
    - ``empty``: what to say in a strip without scores

    Raises ``ValueError`` when a line has not one score or None for each week.
    """
    head = head_of(facts["title"])
    top = under(head)
    weeks = [cut(week, typeface(LETTERS), ROOM) for week in facts["weeks"]]
    strips = [Strip(line["name"], line["scores"], weeks) for line in facts["lines"]]
    bottom = top + len(strips) * NEXT
    image = Image.new("RGB", (WIDE, bottom + 40), PAPER)
    draw = ImageDraw.Draw(image)
    write_head(draw, head)
    for number, strip in enumerate(strips):
        at = top + number * NEXT
        image.paste(strip.drawn(), (SIDE, at + NAME))
        strip.write(draw, at, facts["empty"])
    for week, middle in named_weeks(weeks).items():
        draw.text((middle, bottom + 8), weeks[week], SOFT, typeface(LETTERS), "mm")
    return png(image)


def height_of(score: float) -> float:
    """From the upper edge of its strip."""
    return FRAME + (HIGHEST - score) * STEP


def places(weeks: int) -> list[float]:
    """Where each week is, from the left of the picture; a single one is in the middle."""
    if weeks == 1:
        return [(FIRST + LAST) / 2]
    return [FIRST + week * (LAST - FIRST) / (weeks - 1) for week in range(weeks)]


def named_weeks(weeks: Sequence[str]) -> dict[int, float]:
    """The weeks whose names have room, the last one among them, and the middle of each name.

    They are equally far apart: every second week, or every third, and so on.
    """
    at = places(len(weeks))
    half = [typeface(LETTERS).getlength(week) / 2 for week in weeks]
    for step in range(1, len(weeks) + 1):
        named = range(len(weeks) - 1, -1, -step)
        middle = {n: min(max(at[n], SIDE + half[n]), WIDE - SIDE - half[n]) for n in named}
        if all(middle[b] - middle[a] >= half[a] + half[b] + FREE for b, a in pairwise(named)):
            return middle
    return {}


@dataclass(frozen=True)
class Strip:
    """A line over the weeks, with its name above it."""

    name: str
    scores: Sequence[float | None]
    weeks: Sequence[str]

    def drawn(self) -> Image.Image:
        """As wide as the picture without its sides; only neighbouring weeks are joined."""
        image, draw = larger((ROOM, STRIP))
        edge = (0, 0, ROOM * FINER - 1, STRIP * FINER - 1)
        draw.rounded_rectangle(edge, 14 * FINER, WHITE, SAND, 2 * FINER)
        self._rule(draw)
        points = [
            None if score is None else _finer(at, height_of(score))
            for at, score in zip(places(len(self.weeks)), self.scores, strict=True)
        ]
        for a, b in pairwise(points):
            if a and b:
                draw.line([a, b], TEAL, LINE * FINER)
        for point in filter(None, points):
            draw.circle(point, MARK * FINER, TEAL)
        return image.reduce(FINER)

    def write(self, draw: ImageDraw.ImageDraw, top: int, empty: str) -> None:
        """What stands above it and in it."""
        font = typeface(LETTERS)
        draw.text((SIDE, top + NAME // 2), cut(self.name, font, ROOM), INK, font, "lm")
        for number in NUMBERED:
            at = (FIRST - 24, top + NAME + height_of(number))
            draw.text(at, str(number), SOFT, font, "rm")
        if all(score is None for score in self.scores):
            middle = ((FIRST + LAST) / 2, top + NAME + STRIP / 2)
            text = cut(empty, font, LAST - FIRST)
            draw.text(middle, text, SOFT, font, "mm", stroke_width=6, stroke_fill=WHITE)

    def _rule(self, draw: ImageDraw.ImageDraw) -> None:
        """A line for each score, and one for each week that is named."""
        for score in range(LOWEST, HIGHEST + 1):
            ends = [_finer(at, height_of(score)) for at in (FIRST - BEYOND, LAST + BEYOND)]
            draw.line(ends, RULING, 2 * FINER)
        at = places(len(self.weeks))
        for week in named_weeks(self.weeks):
            ends = [_finer(at[week], height_of(score)) for score in (LOWEST, HIGHEST)]
            draw.line(ends, RULING, 2 * FINER)


def _finer(across: float, down: float) -> tuple[float, float]:
    """From a place in the picture to one in the large image of a strip."""
    return (across - SIDE) * FINER, down * FINER
