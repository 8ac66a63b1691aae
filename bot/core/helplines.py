"""Where a human can help: the numbers that Zwaan gives when someone writes of danger."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.core.method import STRICT, Spoken


@dataclass(frozen=True)
class LineText:
    name: str
    for_whom: str
    hours: str
    say: str
    __pydantic_config__ = STRICT


@dataclass(frozen=True)
class Helpline(Spoken[LineText]):
    """One number. ``unsure`` names what was not yet seen on the line's own site."""

    nl: LineText
    en: LineText
    id: str
    number: str
    other_numbers: tuple[str, ...]
    site: str
    chat: bool
    free: bool
    ages: tuple[int, int] | None
    seen: str
    unsure: tuple[str, ...]
    __pydantic_config__ = STRICT


@dataclass(frozen=True)
class Helplines:
    """All lines, with the order in which they are given for each kind of danger."""

    reviewed: date
    review_every_days: int
    for_kind: Mapping[str, tuple[str, ...]]
    for_young: Mapping[str, tuple[str, ...]]  # the same for a young person
    lines: tuple[Helpline, ...]
    __pydantic_config__ = STRICT

    def of(self, kind: str, young: bool = False) -> Sequence[Helpline]:
        """The lines for a kind of danger, the one to call first in front."""
        by_id = {line.id: line for line in self.lines}
        order = self.for_young if young else self.for_kind
        return [by_id[id] for id in order[kind]]

    def review_due(self) -> date:
        """The day on which the numbers must have been checked again."""
        return self.reviewed + timedelta(days=self.review_every_days)
