"""Finding the day in what somebody types about an agreement, in Dutch and English.

Words of both languages are understood whatever the language is, because people mix them. The rules
stand in the modules of their kind (`date_weekdays`, `date_numbers`, `date_periods`,
`date_feasts`), the words in `words/dates_nl.yml` and `words/dates_en.yml`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from bot.language.date_said import Language
from bot.language.date_scan import Hit, hits
from bot.language.date_span import lead_start, tail_end, tidy
from bot.language.date_sums import Trouble
from bot.language.date_words import Plain, load_words, pattern

__all__ = ["Found", "Language", "Trouble", "find_day"]

_LONGEST = 600  # characters; no agreement is longer, and whatever comes after is not read

# Atomic, because a row of these can be read in more ways than can be tried.
_WORD_BETWEEN = r"(?<!\w)(?>(?:@join|@correction|@rather|@negation)(?!\w))"
_JOINED = rf"(?>[ ,/&+()-]|{_WORD_BETWEEN}|\.\.+|…|[.;] ?(?=@correction(?!\w)))*+"
_CORRECTED = r"(?<!\w)(?:@correction|@rather)(?!\w)"
_TAKEN_BACK = r"[,.;:…-]+ ?@correction(?!\w)(?>[ ,.…]|@join(?!\w))*+$"
_SINCE = r"(?<!\w)@since(?!\w)"
_REFUSING = r"(?<!\w)@negation $"
_REFUSED = r" (?:@able )?@negation(?!\w)"


@dataclass(frozen=True)
class Found:
    """The day in a text, or why its words about time give none.

    `text[:start] + text[end:]` is the text without those words, and without what leads up to them
    ("op", "uiterlijk", "before").
    """

    day: date | None
    trouble: Trouble | None
    start: int
    end: int


@dataclass(frozen=True)
class _Chain:
    """Days that are said together ("dinsdag of woensdag"), and what is left to choose from."""

    start: int
    end: int
    choices: tuple[date | Trouble, ...]

    @property
    def days(self) -> tuple[date, ...]:
        return tuple(choice for choice in self.choices if isinstance(choice, date))

    @property
    def choice(self) -> date | Trouble:
        """The first day; without any, the first trouble."""
        return (self.days or self.choices)[0]


def find_day(text: str, today: date, language: Language) -> Found | None:
    """The day that `text` tells, seen from `today`; None when it has no words about time at all.

    A bare weekday is the coming one, and today's weekday is a week from now. "Volgende dinsdag"
    and "next tuesday" are in the next calendar week (Monday first). A week stands for its Friday,
    a month for its last day, "voor 1 maart" for 1 March. A day without a year is the next that
    comes, today included. What comes every week ("elke dinsdag") is no day.

    Of several days the first counts, unless it is taken back ("dinsdag, nee woensdag"); words that
    give trouble count only when there is no day.
    """
    plain = Plain.of(text[:_LONGEST], load_words())
    chains = [chain for chain in _chains(plain, today, language) if chain.choices]
    if not chains:
        return None
    chain = next((chain for chain in chains if chain.days), chains[0])
    start, end = plain.span(*tidy(plain.text, chain.start, chain.end))
    choice = chain.choice
    if isinstance(choice, Trouble):
        return Found(None, choice, start, end)
    return Found(choice, None, start, end)


def _chains(plain: Plain, today: date, language: Language) -> list[_Chain]:
    chains: list[_Chain] = []
    for hit in hits(plain, today, language):
        each = _widened(plain.text, hit, chains[-1].end if chains else 0)
        between = plain.text[chains[-1].end : each.start] if chains else ""
        taken_back = pattern(_TAKEN_BACK).search(between)
        if chains and pattern(_JOINED).fullmatch(between):
            chains[-1] = _joined(chains[-1], between, each)
        elif taken_back:
            chains = [replace(each, start=chains[-1].end + taken_back.start())]
        else:
            chains.append(each)
    return chains


def _joined(chain: _Chain, between: str, other: _Chain) -> _Chain:
    """The two as one; of the first nothing is left to choose when it is corrected."""
    choices = chain.choices
    if pattern(_CORRECTED).search(between):
        choices = ()
    elif pattern(_REFUSED).match(between):  # "dinsdag niet, woensdag wel"
        choices = choices[:-1]
    return _Chain(chain.start, other.end, choices + other.choices)


def _widened(text: str, hit: Hit, floor: int) -> _Chain:
    """A day with what goes with it; "niet dinsdag" is none to choose from."""
    start = max(floor, lead_start(text, hit.start))
    end = tail_end(text, hit.end)
    refusing = pattern(_REFUSING).search(text[floor:start])
    if refusing:
        return _Chain(floor + refusing.start(), end, ())
    has_been = pattern(_SINCE).search(text[start : hit.start])
    return _Chain(start, end, (Trouble.PAST if has_been else hit.says,))
