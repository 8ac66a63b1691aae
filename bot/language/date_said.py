"""What a rule of dates is, and what it gets to read."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.language.date_sums import Trouble
from bot.language.date_words import Plain, Words

Language = Literal["nl", "en"]
Outcome = date | Trouble | None  # None: these are no words about time after all

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
        return self.words.values[group.rstrip("0123456789")].get(word, word)

    def number(self, group: str, default: int = 0) -> int:
        return int(self.value(group)) if self.word(group) else default

    def is_capital(self, group: str) -> bool:
        """Whether the word there was typed with a capital, as names are."""
        return self.plain.as_typed(*self.match.span(group))[0].isupper()


Reader = Callable[[Said], Outcome]


@dataclass(frozen=True)
class Rule:
    """A pattern in which `@kind` stands for every word of that kind, and how to read it.

    A rule without `read` is for words that only look like a day.
    """

    pattern: str
    read: Reader | None = None

    def compiled(self, words: Words) -> re.Pattern[str]:
        """The pattern for whole words only, to search a `Plain` text with."""
        return re.compile(f"{_NOT_INSIDE}(?:{words.pattern(self.pattern)}){_NOT_HALF}")
