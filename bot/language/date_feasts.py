"""Rules for weekends, feasts and holidays, and for words that leave the day open."""

from __future__ import annotations

from datetime import date

from bot.language.date_said import WEEKDAY, Outcome, Rule, Said, vague
from bot.language.date_sums import (
    FRIDAY,
    SATURDAY,
    christmas_holiday,
    coming,
    days,
    feast_day,
    in_week,
    next_time,
)

_EVENINGS = ("12-05", "12-31")  # the last day before these is that day itself
_LAST_FRIDAY = 13  # days after the Saturday that a holiday of two weeks begins on


def _weekend(said: Said) -> Outcome:
    """Before it is Friday, in it Saturday (today, when today is in it), after it Monday."""
    ahead = int(bool(said.word("next")))
    if said.word("after"):
        return in_week(said.today, ahead + 1, 0)
    in_it = said.today.weekday() > FRIDAY
    if said.word("until"):
        return in_week(said.today, max(ahead, int(in_it)), FRIDAY)
    if ahead:
        return in_week(said.today, 1, SATURDAY)
    if said.word("how") or said.word("coming"):
        return said.today if in_it else in_week(said.today, 0, SATURDAY)
    return None


def _feast(said: Said) -> Outcome:
    """The day before a feast, its first day, or the day after it."""
    first, last = said.value("feast").split()
    if said.word("after"):
        return next_time(said.today, lambda year: feast_day(year, last) + days(1))
    before = days(1 if said.word("until") and first not in _EVENINGS else 0)
    return next_time(said.today, lambda year: feast_day(year, first) - before)


def _christmas_holiday(said: Said) -> Outcome:
    """The Friday before it, its first day, the Monday after it; in it: its last Friday."""

    def day(year: int) -> date:
        first, last = christmas_holiday(year)
        if said.word("until"):
            return first - days(1)
        if said.word("after"):
            return last + days(1)
        return first + days(0 if said.word("starting") else _LAST_FRIDAY)

    return next_time(said.today, day)


def _weekday_after(said: Said) -> Outcome:
    """ "maandag na de kerstvakantie"."""
    after = _after(said)
    return coming(after - days(1), said.number("weekday"))


def _week_after(said: Said) -> Outcome:
    """ "de week na de kerstvakantie": its Friday."""
    return in_week(_after(said), 0, FRIDAY)


def _after(said: Said) -> date:
    if said.word("feast"):
        last = said.value("feast").split()[1]
        return next_time(said.today, lambda year: feast_day(year, last) + days(1))
    if said.word("christmas_holiday"):
        return next_time(said.today, lambda year: christmas_holiday(year)[1] + days(1))
    return in_week(said.today, 1, 0)


_HOW = "(?P<until>@until)|(?P<after>@after)|(?P<starting>@starting)|(?P<during>@during)"
_THE = "(?:(?:de|het|the|deze|dit|this|@next_period) )"
_BEGINS = "(?: @begins)?"
_EVENT = "(?:(?P<feast>@feast)|(?P<christmas_holiday>@christmas_holiday)|@weekend)"

FEAST_RULES = (
    Rule(
        f"(?:(?P<how>{_HOW}) )?(?:(?:de|het|the) )?"
        "(?:(?:(?P<next>@next)|(?P<coming>@coming)) )?@weekend",
        _weekend,
    ),
    Rule(f"(?:{_HOW}) {_THE}?(?P<feast>@feast)", _feast),
    Rule("(?P<feast>@sure_feast)", _feast),
    Rule(r"\A(?:de |het )?(?P<feast>@feast)(?=\W*\Z)", _feast),
    Rule(f"(?:{_HOW}) {_THE}?@christmas_holiday{_BEGINS}", _christmas_holiday),
    Rule(f"{WEEKDAY} @after {_THE}?{_EVENT}", _weekday_after),
    Rule(f"(?:(?:de|the) |@rank )+@week @after {_THE}?{_EVENT}", _week_after),
    # These differ per region, school or year.
    Rule(f"(?:(?:@until|@after|@starting) {_THE}?|@during {_THE})@school_holiday{_BEGINS}", vague),
    Rule(
        f"(?:{WEEKDAY} |(?:(?:de|the) |@rank )+@week )?"
        f"@after {_THE}?(?:@school_holiday|@season|@occasion)",
        vague,
    ),
    Rule(f"(?:@until|@starting) {_THE}?@season", vague),
    Rule("@vague", vague),
    Rule(r"@quick(?! @not_quick_before(?!\w))", vague),
)

NO_DAY_RULES = (
    Rule("@not_quick_after @quick", None),
    Rule("@waiting_for op @short_weekday", None),
    Rule("@no_day", None),
)
