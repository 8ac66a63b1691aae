"""Rules for days by their number: 3 december, dec 3, 3-12-2026, de 15e."""

from __future__ import annotations

import re

from bot.language.date_said import MONTH, NOT_COUNTED, YEAR, Outcome, Rule, Said
from bot.language.date_sums import day_of, month_after, numbered
from bot.language.date_words import pattern

_LAST_MONTH, _LAST_DAY = 12, 31
_ENDS = re.compile(r" ?(?:$|[.,;:!?)])")

_FULL_YEAR = r"(?P<year>(?:19|20|21)\d\d)"
_DAY_NAME = r"(?:(?:@weekday|@short_weekday\.?)(?: ?@part)?,? (?:(?:op|on) )?(?:(?:de|the) )?)?"
# "1 of 2 maart", "1-3 maart": the first of them counts.
_FIRST = r"(?:(?P<number1>\d\d?)(?:@rank_end)?(?: @join | ?[-/&] ?))?"
_FIGURES = rf"{_FIRST}(?P<number2>\d\d?)(?:@rank_end)?(?:[ /-]| @of )?"
# Of months that are verbs too it takes more: "two may play".
_NO_VERB = r"(?!@verb_month(?!\w))"
_WRITTEN = rf"(?P<number3>@number) {_NO_VERB}|(?P<ordinal>@ordinal) (?:@of |{_NO_VERB})"
_ORDINAL = r"(?:(?P<number>\d\d?)@rank_end|(?P<ordinal>@ordinal))"


def _written(said: Said) -> Outcome:
    """ "3 december", "1st of March", "één april"."""
    number = said.first_number("number1", "number2", "number3", "ordinal")
    return day_of(said.today, said.year(), said.month(), number)


def _month_first(said: Said) -> Outcome:
    """ "dec 3", "March 1st"; in Dutch "Jan 2 boeken geven" is about a Jan."""
    if said.is_dutch_jan() and not _expected(said):
        return None
    return day_of(said.today, said.year(), said.month(), said.first_number("number", "ordinal"))


def _figures(said: Said) -> Outcome:
    """ "3-12" or "3/12/2026": the day comes first, in English too, since Zwaan is Dutch.

    What can be no date is called impossible only where a date is to be expected: "10-15" may be
    anything.
    """
    day, month = said.number("number"), said.number("month")
    if not (day and month and min(day, month) <= _LAST_DAY):
        return None
    if month > _LAST_MONTH and (max(day, month) > _LAST_DAY or not _expected(said)):
        return None
    seldom = said.match.group() in said.words.phrases["seldom_day"]
    if seldom and not (said.is_led() or said.is_alone()):  # "24/7"
        return None
    return day_of(said.today, said.year(), month, day)


def _expected(said: Said) -> bool:
    return bool(said.year()) or said.is_led() or said.is_before(_ENDS)


def _in_month(said: Said) -> Outcome:
    """ "de 15e": the next one."""
    return numbered(said.today, said.first_number("number", "ordinal"))


def _after_the(said: Said) -> Outcome:
    """ "op de 15e", but not any other "de 2e"."""
    led = pattern(r"(?<!\w)@before_rank (?:de|the) $")
    start = said.match.start()
    return _in_month(said) if led.search(said.plain.text[:start]) else None


def _in_next_month(said: Said) -> Outcome:
    """ "de 15e van volgende maand"."""
    year, month = month_after(said.today, 1)
    return day_of(said.today, year, month, said.first_number("number", "ordinal"))


NUMBER_RULES = (
    Rule(rf"{_DAY_NAME}{_FULL_YEAR}(?P<to>[-/])(?P<month>\d\d?)(?P=to)(?P<number>\d\d?)", _figures),
    Rule(
        rf"{_DAY_NAME}(?P<number>\d\d?)(?P<to>[-/])(?P<month>\d\d?)"
        rf"(?:(?P=to)(?P<year>(?:19|20|21)\d\d|\d\d))?{NOT_COUNTED}",
        _figures,
    ),
    Rule(rf"{_DAY_NAME}(?P<number>\d\d?)\.(?P<month>\d\d?)\.{_FULL_YEAR}", _figures),
    Rule(rf"{_DAY_NAME}(?:{_FIGURES}|{_WRITTEN}){MONTH}(?:\.(?= '?\d))?{YEAR}", _written),
    Rule(
        rf"{_DAY_NAME}{MONTH}\.?,? (?:(?:the|de) )?"
        rf"(?:(?P<number>\d\d?)(?:@rank_end)?|(?<=the )(?P<ordinal>@ordinal))"
        rf"{YEAR}(?! ?-){NOT_COUNTED}",
        _month_first,
    ),
    Rule(rf"(?:de|the) {_ORDINAL} @of_the_month", _in_month),
    Rule(rf"(?:de|the) {_ORDINAL} @of_next_month", _in_next_month),
    Rule(rf"@of_next_month @before_rank (?:de|the) {_ORDINAL}", _in_next_month),
    Rule(rf"{_ORDINAL}(?= ?(?:$|[.,;:!?)])| @after_rank(?!\w))", _after_the),
    Rule(rf"\A(?:(?:de|the) )?{_ORDINAL}(?=\W*\Z| (?:om|at) \d)", _in_month),
    # Groups, scores and numbers of times.
    Rule(r"@counted ?\d+(?:[-/]\d+)*", None),
)
