"""Scores from 1 to 5 on some themes, as a web: one's own, and what groups gave.

Whose score it is shows in colour, in the shape of the mark and in the dashes of the line, so that
nobody needs to see colours. On an axis they stand beside each other: equal scores hide none. The
colours are from Okabe and Ito, "Color Universal Design" (2008), without red: it reads as wrong.
"""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, hypot, pi, sin
from typing import Any

from PIL import Image, ImageColor, ImageDraw

from bot.reports.lines_picture import (
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
from bot.reports.paper import FINER, INK, PAPER, SAND, SOFT, WHITE, larger
from bot.reports.typeface import cut, typeface, wrap

INNER, OUTER = 76, range(205, 180, -5)  # how far from the middle 1 is, and where 5 may be
BETWEEN = 13  # from series to series on one axis
GAP, OVER = 24, 16  # from the web to a name beside or below it, and to the one above
EDGE = 12  # from a name to the edge of the picture
MARK, HALO, LINE, BAR = 8, 2, 4, 11  # half a mark, what is white around it, and thicknesses
ROW, SAMPLE, BEHIND = 42, 56, 14  # of the legend
CORNER = {0: 1.0, 3: 1.35, 4: 1.25}  # of marks: further out than a dot of the same size

Point = tuple[float, float]
Scores = Sequence[float | None]


@dataclass(frozen=True)
class Look:
    """How a series is drawn. ``dashes`` are on and off, in dots; none for an unbroken line."""

    colour: str
    corners: int  # of its mark; 0 for a dot
    turn: float = 0  # of its mark, in corners
    dashes: tuple[int, ...] = ()

    @property
    def tint(self) -> str:
        """Of the bar behind the marks."""
        light = [round(255 - (255 - part) * 0.42) for part in ImageColor.getrgb(self.colour)]
        return "#" + bytes(light).hex()


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
    return _png(image)


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


@dataclass(frozen=True)
class Name:
    """The name of a theme at the end of its axis; positions are from the middle of the web."""

    lines: list[str]
    middle: float
    top: float

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom."""
        half = _width(self.lines) / 2
        bottom = self.top + len(self.lines) * APART
        return self.middle - half, self.top, self.middle + half, bottom

    @classmethod
    def of(cls, theme: str, towards: Point, outer: int, most: int) -> "Name":
        """In ``most`` lines at most, where an axis ``towards`` there ends."""
        across, down = towards[0] * outer, towards[1] * outer
        beside = WIDE / 2 - EDGE - abs(across) - GAP
        if abs(towards[0]) > 0.7:
            lines = wrap(theme, typeface(LETTERS), int(beside), most)
            out = GAP + _width(lines) / 2
            across += out if across > 0 else -out
            return cls(lines, across, down + (towards[1] - 1) * len(lines) * APART / 2)
        room = 2 * abs(across) - GAP if down > 0 else WIDE / 2
        lines = wrap(theme, typeface(LETTERS), int(room), most)
        return cls(lines, across, down + GAP if down > 0 else down - OVER - len(lines) * APART)


@dataclass(frozen=True)
class Web:
    """The first axis goes up, the others follow clockwise; positions are from the middle."""

    names: list[Name]
    outer: int

    @classmethod
    def of(cls, themes: Sequence[str]) -> "Web":
        """As large as the names leave room for, in two lines; or else in three, or in four."""
        said = [theme.split() for theme in themes]
        for most, outer in ((most, outer) for most in (2, 3, 4) for outer in OUTER):
            names = [
                Name.of(theme, _towards(axis, len(themes)), outer, most)
                for axis, theme in enumerate(themes)
            ]
            if [" ".join(name.lines).split() for name in names] == said:
                break
        return cls(names, outer)

    @property
    def axes(self) -> int:
        return len(self.names)

    @property
    def top(self) -> float:
        return min(name.box[1] for name in self.names)

    @property
    def bottom(self) -> float:
        return max(name.box[3] for name in self.names)

    def at(self, axis: int, score: float, aside: float = 0) -> Point:
        """Where a score is, so far ``aside`` of its axis, clockwise."""
        right, down = _towards(axis, self.axes)
        far = INNER + (score - LOWEST) * (self.outer - INNER) / (HIGHEST - LOWEST)
        return right * far - down * aside, down * far + right * aside

    def number_at(self, score: int) -> Point:
        """Where the number of a ring is: halfway the first axis and the last."""
        return _between(self.at(0, score), self.at(-1, score), 0.5)


@dataclass(frozen=True)
class Pen:
    """Draws on an image from ``paper.larger``; positions are from its middle, in dots."""

    draw: ImageDraw.ImageDraw
    middle: Point

    def area(self, points: Sequence[Point], fill: str, edge: str | None = None) -> None:
        self.draw.polygon(self._finer(points), fill, edge, 2 * FINER)

    def stroke(self, a: Point, b: Point, colour: str, thick: int) -> None:
        self.draw.line(self._finer([a, b]), colour, thick * FINER)

    def dot(self, at: Point, half: float, colour: str) -> None:
        self.draw.circle(self._finer([at])[0], half * FINER, colour)

    def bar(self, a: Point, b: Point, colour: str) -> None:
        """With round ends."""
        self.stroke(a, b, colour, BAR)
        for end in (a, b):
            self.dot(end, BAR / 2, colour)

    def line(self, a: Point, b: Point, look: Look) -> None:
        """In its dashes, which begin anew at each mark."""
        length = hypot(b[0] - a[0], b[1] - a[1])
        ends, number = [0.0], 0
        while ends[-1] < length:
            dash = look.dashes[number % len(look.dashes)] if look.dashes else length
            ends.append(min(ends[-1] + dash, length))
            number += 1
        for begin, end in list(pairwise(ends))[::2]:
            begins, goes = _between(a, b, begin / length), _between(a, b, end / length)
            self.stroke(begins, goes, look.colour, LINE)

    def mark(self, at: Point, look: Look) -> None:
        """White around it, so that it stands free of what is behind it."""
        for size, colour in ((MARK + HALO, WHITE), (MARK, look.colour)):
            half = size * CORNER[look.corners]
            if not look.corners:
                self.dot(at, half, colour)
                continue
            corners = [_towards(n + look.turn, look.corners) for n in range(look.corners)]
            self.area([(at[0] + x * half, at[1] + y * half) for x, y in corners], colour)

    def _finer(self, points: Sequence[Point]) -> list[Point]:
        across, down = self.middle
        return [((across + x) * FINER, (down + y) * FINER) for x, y in points]


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


def _towards(axis: float, axes: int) -> Point:
    """One dot from the middle, along an axis."""
    turn = 2 * pi * axis / axes
    return sin(turn), -cos(turn)


def _between(a: Point, b: Point, part: float) -> Point:
    return a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part


def _width(lines: Sequence[str]) -> float:
    return max((typeface(LETTERS).getlength(line) for line in lines), default=0)


def _png(image: Image.Image) -> bytes:
    """In 128 colours: in the 32 of other pictures two tints become one."""
    out = io.BytesIO()
    few = image.quantize(128, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.save(out, "PNG", compress_level=3)
    return out.getvalue()
