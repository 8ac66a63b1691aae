"""Rules for weekdays and for days as seen from today: dinsdag, next tuesday, overmorgen."""

from __future__ import annotations

from datetime import date

from bot.language.date_said import (
    AMOUNT,
    MONTH,
    NOT_COUNTED,
    WEEKDAY,
    YEAR,
    Find,
    Outcome,
    Rule,
    Said,
    in_month,
    past,
)
from bot.language.date_sums import (
    Trouble,
    coming,
    days,
    edge_of_month,
    friday_of_week,
    in_week,
    month_after,
    not_past,
    numbered,
    ranked,
)

_MORE = "(?:(?:, ?| ?/ ?| @join )(?:@before_short )?(?:@weekday|@short_weekday)(?: ?@part)?)*"
# "Zo" and "sun" are words too: a day only where nothing else can follow from them.
_SHORT = (
    r"(?P<short_weekday>(?!@careful_short(?!\w))@short_weekday"
    r"|@careful_short(?= ?(?:$|[.,;:!?)])| @after_careful(?!\w)))"
)
_OF_MONTH = f"(?:(?:@of|in) {MONTH}{YEAR}|(?P<next>@of_next_month)|@of_the_month)"


def _weekday(said: Said) -> int:
    return said.number("weekday" if said.word("weekday") else "short_weekday")


def _coming(said: Said) -> Outcome:
    return coming(said.today, _weekday(said))


def _next_week(said: Said) -> Outcome:
    return in_week(said.today, 1, _weekday(said))


def _after_next_week(said: Said) -> Outcome:
    return in_week(said.today, 2, _weekday(said))


def _this_week(said: Said) -> Outcome:
    return not_past(in_week(said.today, 0, _weekday(said)), said.today)


def _weeks_after(said: Said) -> Outcome:
    """ "dinsdag over twee weken": so much after the coming one."""
    return coming(said.today, _weekday(said)) + days(7 * int(said.amount()))


def _in_that_week(said: Said) -> Outcome:
    """ "over twee weken op dinsdag": the Tuesday of the week that is then."""
    return in_week(said.today, int(said.amount()), _weekday(said))


def _in_numbered_week(said: Said) -> Outcome:
    friday = friday_of_week(said.today, None, said.number("week"))
    if isinstance(friday, Trouble):
        return friday
    return not_past(in_week(friday, 0, _weekday(said)), said.today)


def _with_number(said: Said) -> Outcome:
    """ "dinsdag 3": only when that is a Tuesday soon; else the figure is something else."""
    for months in (0, 1):
        day = numbered(said.today, said.number("number"), months)
        if day and day.weekday() == _weekday(said):
            return day
    return None


def _ranked_weekday(said: Said) -> Outcome:
    """ "eerste maandag van maart", "laatste vrijdag van de maand"."""
    rank, weekday = said.number("rank"), said.number("weekday")
    return _in_its_month(said, lambda year, month: ranked(year, month, rank, weekday))


def _ranked_week(said: Said) -> Outcome:
    """ "eerste week van maart" is until the 7th, the second until the 14th."""

    def last_day(year: int, month: int) -> date:
        end = edge_of_month(year, month, "end")
        return end if said.number("rank") < 0 else end.replace(day=7 * said.number("rank"))

    return _in_its_month(said, last_day)


def _in_its_month(said: Said, find: Find) -> Outcome:
    if said.word("month") or said.word("short_month"):
        return in_month(said, find)
    this = find(*month_after(said.today, 0))
    later = said.word("next") or this < said.today
    return find(*month_after(said.today, 1)) if later else this


def _relative(said: Said) -> Outcome:
    ahead = said.number("relative")
    return said.today + days(ahead) if ahead >= 0 else Trouble.PAST


_NEXT_WEEK = "@next_period @week"
_ON = "(?:,? (?:op|on))?"

WEEKDAY_RULES = (
    Rule(f"(?:@coming )?{WEEKDAY}", _coming),
    Rule(f"(?:@before_short|@coming_short) {_SHORT}{_MORE}", _coming),
    Rule("this (?P<short_weekday>@this_short)", _coming),
    Rule(f"@next {WEEKDAY}", _next_week),
    Rule(f"@next {_SHORT}", _next_week),
    Rule(f"{WEEKDAY},? (?:(?:@of|in|op|on) )?(?:@article )?{_NEXT_WEEK}", _next_week),
    Rule(f"{_NEXT_WEEK}{_ON} {WEEKDAY}", _next_week),
    Rule(f"{_NEXT_WEEK}(?: op| on)? {_SHORT}", _next_week),
    Rule(f"{WEEKDAY} (?:@of )?@this_period @week", _this_week),
    Rule(f"@this_period @week{_ON} {WEEKDAY}", _this_week),
    Rule(f"{WEEKDAY} over {AMOUNT} @weeks", _weeks_after),
    Rule(f"{AMOUNT} @weeks (?:from|on) {WEEKDAY}", _weeks_after),
    Rule(r"(?P<weekday>@weekday) week(?! \d)", _weeks_after),  # "tuesday week"
    Rule(f"@in {AMOUNT} @weeks{_ON} {WEEKDAY}", _in_that_week),
    Rule(f"{WEEKDAY} in {AMOUNT} @weeks", _in_that_week),
    Rule(f"{WEEKDAY} after next", _after_next_week),
    Rule(rf"{WEEKDAY},? (?:(?:@of|in) )?@week_number (?P<week>\d\d?)", _in_numbered_week),
    Rule(rf"@week_number (?P<week>\d\d?){_ON} {WEEKDAY}", _in_numbered_week),
    Rule(
        rf"(?:{WEEKDAY}|@before_short (?P<short_weekday>@short_weekday)),? (?:(?:de|the) )?"
        rf"(?P<number>\d\d?)(?:@rank_end)?{NOT_COUNTED}",
        _with_number,
    ),
    Rule(f"(?P<rank>@rank) {WEEKDAY} {_OF_MONTH}", _ranked_weekday),
    Rule(f"(?P<rank>@rank) @week {_OF_MONTH}", _ranked_week),
    Rule(f"@last (?:@week{_ON} )?{WEEKDAY}(?! @of)", past),
    Rule(f"{WEEKDAY} @last @week", past),
    Rule(f"{WEEKDAY} @recently", past),
    Rule("(?P<relative>@relative)(?: ?@part)?", _relative),
)

_EVERY = "@every (?:@other )?(?:@rank )?(?:@period )?(?:@before_every )?"
EVERY_RULES = (
    Rule(f"{_EVERY}@weekday(?: ?@part)?{_MORE}(?: {_OF_MONTH})?", None),
    Rule(f"{_EVERY}(?:@month|@weekend|@rank|@relative|@part|@feast)(?: {_OF_MONTH})?", None),
    Rule(rf"{_EVERY}\d\d?(?:@rank_end)? ?(?:@of_the_month)?", None),
    Rule(f"(?:@per|@every) @week,? (?:op |on )?@weekday(?: ?@part)?{_MORE}", None),
    Rule(f"(?:op |on )?@weekday(?: ?@part)?{_MORE},? @every @week", None),
    Rule("@any @weekday(?: ?@part)?", None),
    Rule(r"(?:@per|@every|@article) @week_number(?= \d)", None),
)
