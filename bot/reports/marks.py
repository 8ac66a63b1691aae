"""Marks, lines and bars, as one series of scores is told from another without colours."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, hypot, pi, sin

from PIL import ImageColor, ImageDraw

from bot.reports.paper import FINER, WHITE

MARK, HALO, LINE, BAR = 8, 2, 4, 11  # half a mark, what is white around it, and thicknesses
CORNER = {0: 1.0, 3: 1.35, 4: 1.25}  # of marks: further out than a dot of the same size

Point = tuple[float, float]


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
            begins, goes = between(a, b, begin / length), between(a, b, end / length)
            self.stroke(begins, goes, look.colour, LINE)

    def mark(self, at: Point, look: Look) -> None:
        """White around it, so that it stands free of what is behind it."""
        for size, colour in ((MARK + HALO, WHITE), (MARK, look.colour)):
            half = size * CORNER[look.corners]
            if not look.corners:
                self.dot(at, half, colour)
                continue
            corners = [towards(n + look.turn, look.corners) for n in range(look.corners)]
            self.area([(at[0] + x * half, at[1] + y * half) for x, y in corners], colour)

    def _finer(self, points: Sequence[Point]) -> list[Point]:
        across, down = self.middle
        return [((across + x) * FINER, (down + y) * FINER) for x, y in points]


def towards(axis: float, axes: int) -> Point:
    """One dot from the middle, along an axis."""
    turn = 2 * pi * axis / axes
    return sin(turn), -cos(turn)


def between(a: Point, b: Point, part: float) -> Point:
    return a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part
