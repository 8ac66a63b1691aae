"""The web of a radar: its axes, its rings, and the names at the ends."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.reports.marks import Point, between, towards
from bot.reports.score_page import APART, HIGHEST, LETTERS, LOWEST, WIDE
from bot.reports.typeface import typeface, wrap

INNER, OUTER = 76, range(205, 180, -5)  # how far from the middle 1 is, and where 5 may be
GAP, OVER = 24, 16  # from the web to a name beside or below it, and to the one above
EDGE = 12  # from a name to the edge of the picture


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
                Name.of(theme, towards(axis, len(themes)), outer, most)
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
        right, down = towards(axis, self.axes)
        far = INNER + (score - LOWEST) * (self.outer - INNER) / (HIGHEST - LOWEST)
        return right * far - down * aside, down * far + right * aside

    def number_at(self, score: int) -> Point:
        """Where the number of a ring is: halfway the first axis and the last."""
        return between(self.at(0, score), self.at(-1, score), 0.5)


def _width(lines: Sequence[str]) -> float:
    return max((typeface(LETTERS).getlength(line) for line in lines), default=0)
