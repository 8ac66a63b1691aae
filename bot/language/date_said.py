"""What a rule of dates is, and what it gets to read."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.language.date_span import lead_start
from bot.language.date_sums import Trouble, next_time, not_past
from bot.language.date_words import Plain, Words, pattern

Language = Literal["nl", "en"]
Outcome = date | Trouble | None  # None: these are no words about time after all

# What many patterns share.
WEEKDAY = "(?P<weekday>@weekday)(?: ?@part)?"
MONTH = r"(?:(?P<month>@month)|(?P<short_month>@short_month)(?!\w))"
YEAR = (
    r"(?:(?:,? (?:@of )?|-)(?:(?P<year>(?:19|20|21)\d\d)|'(?P<short_year>\d\d)"
    "|(?P<next_year>@next_year)|(?P<this_year>@this_year)))?"
)
AMOUNT = r"(?P<amount>\d{1,3}(?:[.,]5)?|@amount)"
NOT_COUNTED = r"(?! ?@counted_by(?!\w))"

_NOT_INSIDE = r"(?<!\w)(?<!\w[-'])(?<!\d[-/.:,])"
_NOT_HALF = r"(?!\w|[-']\w|(?<=\d)[-/.:]\d)"


@dataclass(frozen=True)
class Said:
    """Words in a text that a rule matched, and the day on which they are read.

    A group of the rule is named after the kind of word that it holds, with a figure behind it
    when there are several.
    """

    match: re.Match[str]
    plain: Plain
    words: Words
    today: date
    language: Language

    def word(self, group: str) -> str:
        """What was said there, in lower case; empty when nothing was."""
        return self.match.groupdict().get(group) or ""

    def value(self, group: str) -> str:
        """What the word there stands for; a figure stands for itself."""
        word = self.word(group)
        return self.words.values.get(group.rstrip("0123456789"), {}).get(word, word)

    def number(self, group: str) -> int:
        return int(self.value(group))

    def amount(self) -> float:
        """How many were said; one when that was not."""
        return float(self.value("amount").replace(",", ".") or 1)

    def month(self) -> int:
        return self.number("month" if self.word("month") else "short_month")

    def year(self) -> int | None:
        """The year that was said, in four figures, in two, or as this or next year."""
        if self.word("next_year") or self.word("this_year"):
            return self.today.year + bool(self.word("next_year"))
        year = self.word("year") or self.word("short_year")
        return int(year) + 2000 * (len(year) == 2) if year else None

    def first_number(self, *groups: str) -> int:
        """The number in the first of these groups that holds one."""
        return next(self.number(group) for group in groups if self.word(group))

    def is_led(self) -> bool:
        """Whether words as "op" or "uiterlijk" stand before it."""
        return lead_start(self.plain.text, self.match.start()) < self.match.start()

    def is_alone(self) -> bool:
        """Whether the text holds no other words."""
        text, (start, end) = self.plain.text, self.match.span()
        return re.fullmatch(r"\W*", text[:start] + text[end:]) is not None

    def is_before(self, what: re.Pattern[str]) -> bool:
        return what.match(self.plain.text, self.match.end()) is not None

    def is_dutch_jan(self) -> bool:
        """In Dutch, Jan is a man sooner than a month."""
        return self.language == "nl" and self.word("short_month") == "jan"

    def is_capital(self, group: str) -> bool:
        """Whether the word there was typed with a capital, as names are."""
        return self.plain.as_typed(*self.match.span(group))[0].isupper()


Find = Callable[[int, int], date]  # a day in a year and month
Reader = Callable[[Said], Outcome]


def past(said: Said) -> Outcome:
    """For words that say it has been: gisteren, vorige week."""
    return Trouble.PAST


def vague(said: Said) -> Outcome:
    """For words that leave the day open: binnenkort."""
    return Trouble.VAGUE


def in_month(said: Said, find: Find) -> Outcome:
    """What `find` gives in the month that was said, the next time that it comes."""
    year, month = said.year(), said.month()
    if year is not None:
        return not_past(find(year, month), said.today)
    return next_time(said.today, lambda each: find(each, month))


@dataclass(frozen=True)
class Rule:
    """A pattern in which `@kind` stands for every word of that kind, and how to read it.

    A rule without `read` is for words that only look like a day.
    """

    pattern: str
    read: Reader | None

    def compiled(self) -> re.Pattern[str]:
        """The pattern for whole words only, to search a `Plain` text with."""
        return pattern(f"{_NOT_INSIDE}(?:{self.pattern}){_NOT_HALF}")
