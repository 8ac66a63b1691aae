"""Going through a text by all rules together: from the left, each time the longest match."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from bot.language.date_feasts import FEAST_RULES, NO_DAY_RULES
from bot.language.date_numbers import NUMBER_RULES
from bot.language.date_periods import PERIOD_RULES
from bot.language.date_said import Language, Reader, Said
from bot.language.date_sums import Trouble
from bot.language.date_weekdays import EVERY_RULES, WEEKDAY_RULES
from bot.language.date_words import Plain, load_words

_RULES = (
    *NO_DAY_RULES,
    *EVERY_RULES,
    *WEEKDAY_RULES,
    *NUMBER_RULES,
    *PERIOD_RULES,
    *FEAST_RULES,
)


@dataclass(frozen=True)
class Hit:
    """The characters `start` to `end` (exclusive) of a plain text say a day, or its trouble."""

    start: int
    end: int
    says: date | Trouble


@dataclass(frozen=True)
class _Next:
    """Where a rule matches next."""

    pattern: re.Pattern[str]
    read: Reader | None
    match: re.Match[str]

    @property
    def place(self) -> tuple[int, int]:
        return self.match.start(), -self.match.end()


@cache
def _compiled() -> tuple[tuple[re.Pattern[str], Reader | None], ...]:
    return tuple((rule.compiled(), rule.read) for rule in _RULES)


def _search(
    pattern: re.Pattern[str], read: Reader | None, text: str, start: int
) -> Iterator[_Next]:
    match = pattern.search(text, start)
    if match:
        yield _Next(pattern, read, match)


def hits(plain: Plain, today: date, language: Language) -> Iterator[Hit]:
    """Every day in `plain`, in order; words that only look like one are passed over."""
    text, words = plain.text, load_words()
    ahead = [found for pattern, read in _compiled() for found in _search(pattern, read, text, 0)]
    while ahead:
        first = min(ahead, key=lambda each: each.place)
        says = first.read and first.read(Said(first.match, plain, words, today, language))
        start, end = first.match.span()
        if says:
            yield Hit(start, end, says)
        if says or not first.read:
            ahead = [moved for each in ahead for moved in _moved(each, text, end)]
        else:  # this rule sees no day in it, another one may
            ahead.remove(first)
            ahead += _search(first.pattern, first.read, text, start + 1)


def _moved(ahead: _Next, text: str, start: int) -> Iterator[_Next]:
    """The rule as it is when what it matches comes after `start`, else where it matches then."""
    if ahead.match.start() >= start:
        yield ahead
    else:
        yield from _search(ahead.pattern, ahead.read, text, start)
