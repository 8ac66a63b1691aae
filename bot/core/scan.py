"""A scan: the five matters or the seven building blocks as a whole, each rated and explained; and
what a group's numbers may show.

A figure of a group never shows what one person gave, also not to whoever remembers an earlier one
and subtracts: numbers come into a figure with three people at once. So each figure differs from the
one before by the numbers of three people at least, and a number that comes alone waits.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.core.method import Group, Level
from bot.core.record import Membership
from bot.core.rhythm import Part, Rating, part_of

FEWEST = 3  # people whose numbers come into a figure together
STALE_AFTER = timedelta(weeks=4)  # a scan that was left for so long is begun anew


class ScanKind(StrEnum):
    """Which of the two; the first part of the ids of its themes."""

    MATTERS = "matter"
    BLOCKS = "block"


@dataclass(frozen=True)
class Scan:
    """One member's scan. ``part``: what is asked now, as in a check-in; None: it is finished."""

    id: str
    membership: str
    case: str
    kind: ScanKind
    begun_at: datetime
    part: str | None = None
    passed: tuple[str, ...] = ()
    finished_at: datetime | None = None


def themes_in(kind: ScanKind, themes: Collection[str]) -> list[str]:
    """The ids of its themes, in their order."""
    return [theme for theme in themes if theme.startswith(f"{kind}.")]


def next_in_scan(
    passed: Sequence[str], themes: Sequence[str], rated: Collection[str]
) -> str | None:
    """What is asked next; why a number was given only of a theme that got one. None: all was."""
    for theme in themes:
        for part in (Part.RATE, Part.WHY):
            asked = part_of(part, theme)
            if asked not in passed and (part is Part.RATE or theme in rated):
                return asked
    return None


class Side(StrEnum):
    """The groups whose numbers are shown apart, and never added up."""

    CLOSE = "close"  # professionals close to the child
    ABOVE = "above"  # those who organise or govern
    NEAR = "near"  # parents, carers, and who else knows the child
    YOUNG = "young"


def side_of(part: Membership) -> Side:
    if part.group is Group.YOUNG:
        return Side.YOUNG
    if not part.team:
        return Side.NEAR
    return Side.CLOSE if part.level in (None, Level.EXECUTING) else Side.ABOVE


@dataclass(frozen=True)
class Figure:
    """What a group gave for one theme. ``week``: in which it came to be so."""

    mean: float
    low: int
    high: int
    week: str


def figures(ratings: Sequence[Rating]) -> list[Figure]:
    """What one group gave for one theme, each time that three people more had given a number."""
    known: dict[str, int] = {}
    found = []
    for batch in batches(ratings):
        known |= {rating.membership: rating.score for rating in batch}
        scores = known.values()
        mean = sum(scores) / len(scores)
        found.append(Figure(mean, min(scores), max(scores), batch[-1].week))
    return found


def batches(ratings: Sequence[Rating]) -> list[list[Rating]]:
    """The numbers as they came into figures: of three people at once, of each their latest."""
    waiting: dict[str, Rating] = {}
    found = []
    for rating in sorted(ratings, key=lambda rating: (rating.rated_at, rating.id)):
        if rating.alone:
            continue
        waiting[rating.membership] = rating
        if len(waiting) == FEWEST:
            found.append(sorted(waiting.values(), key=lambda each: (each.rated_at, each.id)))
            waiting = {}
    return found
