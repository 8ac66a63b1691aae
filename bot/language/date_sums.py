"""Sums with days: the next Tuesday, the last of a month, Easter."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from enum import StrEnum

FRIDAY, SATURDAY, SUNDAY = 4, 5, 6
_EARLY, _HALFWAY = 7, 15  # days of the month that "begin maart" and "half maart" stand for
_FROM_EASTER = re.compile(r"easter([+-]\d+)")


class Trouble(StrEnum):
    """Why words about time give no day that an agreement can be held to."""

    PAST = "past"
    IMPOSSIBLE = "impossible"  # 31 februari
    VAGUE = "vague"  # binnenkort; na de zomervakantie, which differs per region


def days(count: float) -> timedelta:
    return timedelta(days=count)


def coming(today: date, weekday: int) -> date:
    """The first `weekday` (Monday is 0) after `today`: today's own is a week from now."""
    return today + days((weekday - today.weekday() - 1) % 7 + 1)


def in_week(today: date, weeks: int, weekday: int) -> date:
    """The `weekday` of the calendar week (Monday first) that is `weeks` after this one."""
    return today + days(7 * weeks + weekday - today.weekday())


def end_of_this_week(today: date) -> date:
    """Friday, as the last day of school; its Sunday when Friday has been."""
    friday = in_week(today, 0, FRIDAY)
    return friday if friday >= today else in_week(today, 0, SUNDAY)


def last_of_month(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def month_after(day: date, months: int) -> tuple[int, int]:
    """The year and month that come `months` after those of `day`."""
    years, month = divmod(day.month - 1 + months, 12)
    return day.year + years, month + 1


def add_months(day: date, months: int) -> date:
    """The same day `months` later, or the last of that month when it is shorter."""
    last = last_of_month(*month_after(day, months))
    return last.replace(day=min(day.day, last.day))


def not_past(day: date, today: date) -> date | Trouble:
    return day if day >= today else Trouble.PAST


def next_time(today: date, in_year: Callable[[int], date]) -> date:
    """The first time, today included, that something of every year comes."""
    times = (in_year(today.year + years) for years in (-1, 0, 1, 2))
    return next(day for day in times if day >= today)


def day_of(today: date, year: int | None, month: int, day: int) -> date | Trouble:
    """A day by its numbers. Without a year: the next time that it comes, today included.

    29 February without a year is impossible unless the next February has it.
    """
    if not 1 <= month <= 12:
        return Trouble.IMPOSSIBLE
    if year is None:
        year = today.year + ((month, day) < (today.month, today.day))
    if not 1 <= day <= monthrange(year, month)[1]:
        return Trouble.IMPOSSIBLE
    return not_past(date(year, month, day), today)


def numbered(today: date, number: int, months: int = 0) -> date | None:
    """The next day with this number in its month ("de 15e"); None when no month has it.

    It is looked for from the month `months` after this one.
    """
    for ahead in range(months, months + 3) if 1 <= number <= 31 else ():
        last = last_of_month(*month_after(today, ahead))
        if number <= last.day and last.replace(day=number) >= today:
            return last.replace(day=number)
    return None


def ranked(year: int, month: int, rank: int, weekday: int) -> date:
    """The first to fourth `weekday` of a month; `rank` -1 is the last one."""
    if rank < 0:
        return coming(last_of_month(year, month) - days(7), weekday)
    return coming(date(year, month, 1) - days(1), weekday) + days(7 * (rank - 1))


def friday_of_week(today: date, year: int | None, week: int) -> date | Trouble:
    """The Friday of an ISO week; without a year the next time that the week comes.

    Of this week, when Friday has been, the Sunday.
    """
    this = today.isocalendar()
    if week == this.week and year in (None, this.year):
        return end_of_this_week(today)
    if year is None:
        year = this.year + (week < this.week)
    try:
        return not_past(date.fromisocalendar(year, week, FRIDAY + 1), today)
    except ValueError:  # only some years have a week 53
        return Trouble.IMPOSSIBLE


def edge_of(today: date, unit: str, edge: str, ahead: int) -> date:
    """The `begin`, `middle` or `end` of the week, month or year that is `ahead` of this one."""
    if unit == "week":
        return in_week(today, ahead, {"begin": 1, "middle": 2, "end": FRIDAY}[edge])
    if unit == "year":
        return last_of_month(today.year + ahead, {"begin": 1, "middle": 6, "end": 12}[edge])
    return edge_of_month(*month_after(today, ahead), edge)


def edge_of_month(year: int, month: int, edge: str) -> date:
    """The 7th, the 15th or the last day of a month."""
    last = last_of_month(year, month)
    return last.replace(day={"begin": _EARLY, "middle": _HALFWAY, "end": last.day}[edge])


def easter(year: int) -> date:
    """Easter Sunday, by the Gregorian computus of Meeus (Astronomical Algorithms, chapter 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    l_ = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * l_) // 433
    month = (h + l_ - 7 * m + 90) // 25
    return date(year, month, (h + l_ - 7 * m + 33 * month + 19) % 32)


def feast_day(year: int, written: str) -> date:
    """A day of every year as the word lists write it: `12-25`, or `easter+39`."""
    if moving := _FROM_EASTER.fullmatch(written):
        return easter(year) + days(int(moving[1]))
    day = date(year, *map(int, written.split("-")))
    kings_day_on_sunday = written == "04-27" and day.weekday() == SUNDAY
    return day - days(1) if kings_day_on_sunday else day


def christmas_holiday(year: int) -> tuple[date, date]:
    """First and last day of the Dutch Christmas holiday that begins in `year`.

    It begins on the last Saturday that is not after 25 December and lasts sixteen days, for all
    regions alike (Rijksoverheid, "Overzicht schoolvakanties per schooljaar").
    """
    christmas = date(year, 12, 25)
    first = christmas - days((christmas.weekday() - SATURDAY) % 7)
    return first, first + days(15)
