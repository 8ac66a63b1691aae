"""Rules for spans of time and their ends: over twee weken, eind maart, volgende maand."""

from __future__ import annotations

from datetime import date
from math import ceil

from bot.language.date_said import (
    AMOUNT,
    MONTH,
    NOT_COUNTED,
    YEAR,
    Outcome,
    Rule,
    Said,
    in_month,
    past,
    vague,
)
from bot.language.date_sums import (
    FRIDAY,
    Trouble,
    add_months,
    days,
    edge_of,
    edge_of_month,
    end_of_this_week,
    friday_of_week,
    in_week,
    last_of_month,
    not_past,
)

_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_DAYS_A_MONTH = 30  # for half ones
_LONGEST_AHEAD = 1200  # months


def _later(said: Said) -> Outcome:
    """ "over twee weken"; a week and a half is rounded up."""
    unit, amount = said.value("unit"), said.amount()
    if unit == "hour":
        return said.today + days(round(amount / 24)) if amount >= 24 else None
    if unit in _DAYS:
        only_days_after = unit == "day" and said.word("in") in said.words.phrases["after"]
        return None if only_days_after else said.today + days(ceil(amount * _DAYS[unit]))
    months = amount * _MONTHS[unit]
    if months > _LONGEST_AHEAD:
        return Trouble.IMPOSSIBLE
    return add_months(said.today, int(months)) + days(ceil(months % 1 * _DAYS_A_MONTH))


def _later_than(said: Said) -> Outcome:
    """ "morgen over een week"."""
    later = _later(said)
    return later + days(said.number("relative")) if isinstance(later, date) else later


def _whole(said: Said) -> Outcome:
    """ "volgende week", as a deadline: its Friday; of a month the last day."""
    unit, ahead = said.value("period"), int(bool(said.word("next_period")))
    if unit == "year":
        return Trouble.VAGUE if ahead else None
    if unit == "week" and not ahead:
        return end_of_this_week(said.today)
    return edge_of(said.today, unit, "end", ahead)


def _edge(said: Said) -> Outcome:
    """ "begin volgende week", "eind van de maand"."""
    unit, edge = said.value("period"), said.value("edge")
    if said.word("next_period"):
        return edge_of(said.today, unit, edge, 1)
    if unit == "week" and edge == "end":
        return end_of_this_week(said.today)
    this = edge_of(said.today, unit, edge, 0)
    if said.word("this_period"):
        return not_past(this, said.today)
    return this if this >= said.today else edge_of(said.today, unit, edge, 1)


def _edge_of_month(said: Said) -> Outcome:
    return in_month(said, lambda year, month: edge_of_month(year, month, said.value("edge")))


def _edge_of_year(said: Said) -> Outcome:
    day = edge_of(date(said.number("year"), 1, 1), "year", said.value("edge"), 0)
    return not_past(day, said.today)


def _until_month(said: Said) -> Outcome:
    """ "voor maart" and "vanaf maart" are its first day."""
    if _is_person(said):
        return None
    return in_month(said, lambda year, month: date(year, month, 1))


def _after_month(said: Said) -> Outcome:
    if _is_person(said):
        return None
    return in_month(said, lambda year, month: last_of_month(year, month) + days(1))


def _during_month(said: Said) -> Outcome:
    """ "in maart", as a deadline: its last day."""
    return None if _is_person(said) else in_month(said, last_of_month)


def _is_person(said: Said) -> bool:
    """ "voor April", "in Jan": months that are names too. Only in English can Jan be the month."""
    if said.is_dutch_jan():
        return True
    lead, month = said.word("until") or said.word("starting"), said.word("month")
    might_be = month in said.words.phrases["name_like"] and lead in said.words.phrases["for_person"]
    return might_be and said.is_capital("month")


def _week_number(said: Said) -> Outcome:
    return friday_of_week(said.today, said.year(), said.number("week"))


def _week_after_next(said: Said) -> Outcome:
    return in_week(said.today, 2, FRIDAY)


def _new_year(said: Said) -> Outcome:
    """The first working day from 2 January on, the next time that it comes."""
    for year in (said.today.year, said.today.year + 1):
        day = date(year, 1, 2)
        day += days(max(0, 7 - day.weekday()) if day.weekday() > FRIDAY else 0)
        if day >= said.today:
            return day
    return None


def _old_year(said: Said) -> Outcome:
    return date(said.today.year, 12, 31)


_MONTH_OF = "(?:(?:de )?maand |the month of )?"
_OR_MORE = r"(?: @join | à | a | ?- ?)(?:\d{1,3}|@amount)"
_NO_DAY_OF_IT = r"(?! \d\d?(?!\d))"  # "voor maart 3"
_THE = "(?:(?:de|het|the) )"

PERIOD_RULES = (
    Rule(
        f"(?P<in>@in) (?:{_THE}?@next_period )?(?:@about )?{AMOUNT}(?:{_OR_MORE})? (?P<unit>@unit)"
        r"(?:'? time| tijd)?(?! \d)",
        _later,
    ),
    Rule(f"@in (?:een|a) (?P<unit>@unit) (?:of|or) {AMOUNT}", _later),
    Rule(f"{AMOUNT} (?P<unit>weeks?) (?P<relative>@relative)", _later_than),
    Rule(f"{AMOUNT} (?P<unit>@unit) @from_here", _later),
    Rule(f"(?P<relative>@relative) over {AMOUNT} (?P<unit>@unit)", _later_than),
    Rule(f"{AMOUNT} @unit @ago", past),
    Rule("@some @unit @ago", past),
    Rule("@in @some @unit", vague),
    Rule("@in (?:een|a) @unit of wat", vague),
    Rule(f"(?:@within )?{_THE}?@next_period (?:@some )?@units", vague),
    Rule("(?:(?P<next_period>@next_period)|@this_period) (?P<period>@period)", _whole),
    Rule("@week_after_next", _week_after_next),
    Rule("@last (?:@period|@weekend)(?! @of)", past),
    Rule(f"{_THE}?@last (?:@some )?@units", past),
    Rule(
        f"(?P<edge>@edge)(?: @of)? (?:{_THE}|{_THE}?(?:(?P<next_period>@next_period)"
        "|(?P<this_period>@this_period)) )(?P<period>@period)",
        _edge,
    ),
    Rule("(?P<edge>@last_edge) (?P<period>@period)", _edge),
    Rule(f"(?P<edge>@edge)(?: @of)?[ -]{_MONTH_OF}{MONTH}{YEAR}", _edge_of_month),
    Rule(r"(?P<edge>@edge)(?: @of)? (?P<year>20\d\d)", _edge_of_year),
    Rule(
        f"(?:(?P<until>@until)|(?P<starting>@starting)) {_MONTH_OF}{MONTH}{YEAR}{_NO_DAY_OF_IT}",
        _until_month,
    ),
    Rule(f"@after {_MONTH_OF}{MONTH}{YEAR}{_NO_DAY_OF_IT}", _after_month),
    Rule(rf"\A{MONTH}(?=\W*\Z)", _during_month),
    Rule(f"@during_month {_MONTH_OF}{MONTH}{YEAR}", _during_month),
    Rule(r"(?P<month>@month) (?:(?P<year>20\d\d)|(?P<next_year>@next_year))", _during_month),
    Rule(f"(?P<next_year>@next_year),? (?:in )?{MONTH}", _during_month),
    Rule(
        rf"@week_number (?P<week>[1-9]|[1-4]\d|5[0-3])(?:,? (?:@of )?(?P<year>20\d\d))?"
        rf"(?! @of){NOT_COUNTED}",
        _week_number,
    ),
    Rule("@new_year", _new_year),
    Rule("@old_year", _old_year),
    Rule(f"@edge(?: @of)? {_THE}?@school_year", vague),
    Rule("@next_period @school_year", vague),
)
