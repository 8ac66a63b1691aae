"""Scores from 1 to 5 on some themes, as a web: one's own, and what groups gave.

Whose score it is shows in colour, in the shape of the mark and in the dashes of the line, so that
nobody needs to see colours. On an axis they stand beside each other: equal scores hide none. The
colours are from Okabe and Ito, "Color Universal Design" (2008), without red: it reads as wrong.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from PIL import Image, ImageDraw

from bot.reports.marks import BAR, Look, Pen
from bot.reports.paper import FINER, INK, PAPER, SAND, SOFT, WHITE, larger, png
from bot.reports.radar_web import INNER, OVER, Web
from bot.reports.score_page import (
    APART,
    HIGHEST,
    LETTERS,
    LOWEST,
    SIDE,
    WIDE,
    head_of,
    under,
    write_head,
)
from bot.reports.typeface import cut, typeface, wrap

BETWEEN = 13  # from series to series on one axis
ROW, SAMPLE, BEHIND = 42, 56, 14  # of the legend

Scores = Sequence[float | None]


MINE = Look(INK, 0)
GROUPS = (
    Look("#0072b2", 4, 0.5, (15, 7)),
    Look("#e69f00", 3, 0, (4, 6)),
    Look("#009e73", 4, 0, (15, 6, 4, 6)),
)
SPREAD = Look("#8a8a8a", 0)


def draw_radar(facts: Mapping[str, Any]) -> bytes:
    """A PNG of the web, as high as it needs to be. ``facts``:

    - ``title``
    - ``themes``: the name of each, short; there are five or seven
    - ``mine``: for each theme a score from 1 to 5, or None
    - ``groups``, three at most: of each its ``name`` and, for each theme, the ``mean`` of the
      scores that its members gave, the ``low``est and the ``high``est of them, or None
    - ``legend``: what ``mine`` means, and a bar from the lowest to the highest: ``spread``
    - ``empty``: what to say when there are no scores at all

    Raises ``ValueError`` when there are more groups, or not one score or None for each theme.
    """
    series = [each for each in series_in(facts) if each.is_there]
    web = Web.of(facts["themes"])
    head = head_of(facts["title"])
    middle = under(head) - round(web.top)
    bottom = middle + round(web.bottom) + 28
    legend = _legend(series, facts["legend"])
    image = Image.new("RGB", (WIDE, bottom + len(legend) * ROW + SIDE), PAPER)
    drawn = _drawn(web, series)
    image.paste(drawn, (0, middle - drawn.height // 2))
    draw = ImageDraw.Draw(image)
    write_head(draw, head)
    _write_names(draw, web, middle, {axis for each in series for axis in each.rated})
    _write_numbers(draw, web, middle)
    if not series:
        _write_empty(draw, facts["empty"], middle)
    _write_legend(image, bottom, legend)
    return png(image, colours=128)  # in fewer, two tints become one


@dataclass(frozen=True)
class Series:
    """The scores of one person or group, and how far they are spread; one or None a theme."""

    name: str
    look: Look
    scores: Scores
    low: Scores
    high: Scores

    @property
    def rated(self) -> dict[int, float]:
        """The scores, by the number of their theme."""
        return {axis: score for axis, score in enumerate(self.scores) if score is not None}

    @property
    def is_there(self) -> bool:
        return bool(self.rated)

    @property
    def spreads(self) -> dict[int, tuple[float, float]]:
        """The lowest and the highest where they differ, by the number of their theme."""
        ends = enumerate(zip(self.low, self.high, strict=True))
        return {
            axis: (low, high)
            for axis, (low, high) in ends
            if low is not None and high is not None and low < high
        }


def series_in(facts: Mapping[str, Any]) -> list[Series]:
    """One's own, and then the groups."""
    groups = facts["groups"]
    none = [None] * len(facts["themes"])
    series = [Series(facts["legend"]["mine"], MINE, facts["mine"], none, none)]
    for group, look in zip(groups, GROUPS[: len(groups)], strict=True):
        series.append(Series(group["name"], look, group["mean"], group["low"], group["high"]))
    for each in series:
        if any(len(scores) != len(none) for scores in (each.scores, each.low, each.high)):
            raise ValueError(f"{each.name}: give a score or None for each of {len(none)} themes")
    return series


def asides(series: int) -> list[float]:
    """How far clockwise from an axis each of so many series stands."""
    return [(number - (series - 1) / 2) * BETWEEN for number in range(series)]


def _drawn(web: Web, series: Sequence[Series]) -> Image.Image:
    """The web and what is in it, as wide as the picture, with its middle in the middle."""
    size = WIDE, 2 * (web.outer + OVER)
    image, draw = larger(size)
    pen = Pen(draw, (size[0] / 2, size[1] / 2))
    _draw_axes(pen, web)
    placed = list(zip(series, asides(len(series)), strict=True))
    for each, aside in placed:
        for axis, (low, high) in each.spreads.items():
            pen.bar(web.at(axis, low, aside), web.at(axis, high, aside), each.look.tint)
    points = [
        (each.look, {axis: web.at(axis, score, aside) for axis, score in each.rated.items()})
        for each, aside in placed
    ]
    for look, at in points:
        for a, b in pairwise([*range(web.axes), 0]):
            if a in at and b in at:
                pen.line(at[a], at[b], look)
    for look, at in points:
        for point in at.values():
            pen.mark(point, look)
    return image.reduce(FINER)


def _draw_axes(pen: Pen, web: Web) -> None:
    for score in range(HIGHEST, LOWEST - 1, -1):
        pen.area([web.at(axis, score) for axis in range(web.axes)], WHITE, SAND)
    for axis in range(web.axes):
        pen.stroke(web.at(axis, LOWEST), web.at(axis, HIGHEST), SAND, 2)


def _write_names(draw: ImageDraw.ImageDraw, web: Web, middle: int, rated: set[int]) -> None:
    """Those of themes that nobody rated are soft."""
    for axis, name in enumerate(web.names):
        for number, line in enumerate(name.lines):
            at = (WIDE / 2 + name.middle, middle + name.top + (number + 0.5) * APART)
            draw.text(at, line, INK if axis in rated else SOFT, typeface(LETTERS), "mm")


def _write_numbers(draw: ImageDraw.ImageDraw, web: Web, middle: int) -> None:
    """Of the rings, over what is drawn there, with a little white around them."""
    for score in range(LOWEST, HIGHEST + 1):
        across, down = web.number_at(score)
        at = (WIDE / 2 + across, middle + down)
        font = typeface(LETTERS)
        draw.text(at, str(score), SOFT, font, "mm", stroke_width=3, stroke_fill=WHITE)


def _write_empty(draw: ImageDraw.ImageDraw, text: str, middle: int) -> None:
    font = typeface(LETTERS)
    lines = wrap(text, font, 2 * INNER + 100, most=3)
    for number, line in enumerate(lines):
        at = (WIDE / 2, middle + (number - (len(lines) - 1) / 2) * APART)
        draw.text(at, line, INK, font, "mm", stroke_width=6, stroke_fill=WHITE)


def _legend(series: Sequence[Series], words: Mapping[str, str]) -> list[tuple[Image.Image, str]]:
    """A sample and a text for each row; bars are explained where there are any."""
    rows = [(_sample(each.look), each.name) for each in series]
    if any(each.spreads for each in series):
        rows.append((_sample(SPREAD), words["spread"]))
    room = WIDE - 2 * SIDE - SAMPLE - BEHIND
    return [(sample, cut(text, typeface(LETTERS), room)) for sample, text in rows]


def _write_legend(image: Image.Image, top: int, rows: list[tuple[Image.Image, str]]) -> None:
    draw = ImageDraw.Draw(image)
    for row, (sample, text) in enumerate(rows):
        image.paste(sample, (SIDE, top + row * ROW))
        at = (SIDE + SAMPLE + BEHIND, top + row * ROW + ROW // 2)
        draw.text(at, text, INK, typeface(LETTERS), "lm")


def _sample(look: Look) -> Image.Image:
    image, draw = larger((SAMPLE, ROW))
    pen = Pen(draw, (SAMPLE / 2, ROW / 2))
    half = SAMPLE / 2
    if look is SPREAD:
        pen.bar((BAR - half, 0), (half - BAR, 0), look.tint)
    else:
        pen.line((-half, 0), (half, 0), look)
        pen.mark((0, 0), look)
    return image.reduce(FINER)
