"""The weekly rhythm: when somebody is asked, and what a check-in goes through.

Time is the person's own: a weekday and a time on their clock, moved on when that day is a holiday.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

Weekday = int  # 0 is Monday, as in datetime.date.weekday
SATURDAY = 5
DAY = timedelta(days=1)
REMINDED_AFTER = timedelta(days=2)
ROUND_UP_AFTER = timedelta(days=1)
LATER_TODAY = timedelta(hours=3)
AWAKE = range(8, 21)  # hours of the day in which what comes late may come
MISSED_TOO_OFTEN = 3  # in a row; then it is asked whether the rhythm fits
FURTHEST = 400  # days; a day that is free is looked for no further than this


@dataclass(frozen=True)
class Schedule:
    """When a member is asked. ``zone`` is a name of the tz database; ``days_off`` are the first and
    last day of each holiday of their own."""

    id: str
    membership: str
    case: str
    made_at: datetime
    weekday: Weekday = 0
    minute: int = 9 * 60  # of the day
    zone: str = "Europe/Amsterdam"
    on: bool = True
    paused_until: date | None = None
    missed: int = 0  # check-ins in a row that stayed without a word
    days_off: tuple[str, ...] = ()

    def off(self, day: date) -> bool:
        """Whether a day is in a holiday of their own."""
        spans = (span.partition("/") for span in self.days_off)
        return any(first <= day.isoformat() <= (last or first) for first, _, last in spans)

    def ahead(self, today: date) -> "Schedule":
        """As it is from a day on: a pause or a holiday that is over is gone."""
        until = self.paused_until if self.paused_until and self.paused_until > today else None
        left = (span for span in self.days_off if span.rpartition("/")[2] >= today.isoformat())
        return replace(self, paused_until=until, days_off=tuple(left))

    def resumed(self, today: date) -> "Schedule":
        """Without a pause, and without the holiday in which it is now."""
        left = (span for span in self.days_off if span.partition("/")[0] > today.isoformat())
        return replace(self, paused_until=None, days_off=tuple(left))


def next_moment(
    schedule: Schedule, after: datetime, is_holiday: Callable[[date], bool]
) -> datetime:
    """The first moment later than ``after`` at which this member is asked, in UTC.

    A weekday that falls on a public holiday, or in a holiday of their own, moves to the next
    working day that does not; while it is paused, to the first regular one from then on.
    """
    zone = ZoneInfo(schedule.zone)
    local = after.astimezone(zone)
    first = max(local.date(), schedule.paused_until or date.min)
    day = first - timedelta(days=(first.weekday() - schedule.weekday) % 7)
    while True:
        working = _working_day(schedule, day, is_holiday)
        at = datetime.combine(working, _clock(schedule.minute), zone).astimezone(UTC)
        if at > after and working >= first:
            return at
        day += 7 * DAY


def week_of(day: date) -> str:
    """The name of the week that a day is in: "2026-W48"."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def weeks_through(first: str, last: str) -> list[str]:
    """The names of the weeks from one to another, both of them among these."""
    day, names = date.fromisocalendar(int(first[:4]), int(first[6:]), 1), [first]
    while names[-1] < last:
        day += 7 * DAY
        names.append(week_of(day))
    return names


def _working_day(schedule: Schedule, day: date, is_holiday: Callable[[date], bool]) -> date:
    regular = day
    for _ in range(FURTHEST):
        weekend = day.weekday() >= SATURDAY and day != regular  # who chose a Saturday gets it
        if not (weekend or is_holiday(day) or schedule.off(day)):
            return day
        day += DAY
    return regular


def _clock(minute: int) -> time:
    return time(minute // 60, minute % 60)


class CheckInStatus(StrEnum):
    """How far a check-in is."""

    OFFERED = "offered"
    UNDER_WAY = "under_way"
    DONE = "done"
    SKIPPED = "skipped"  # put off by the one who was asked
    MISSED = "missed"  # the next one came first


@dataclass(frozen=True)
class CheckIn:
    """One week of one member. ``passed`` are the parts that were answered or skipped; ``part`` is
    the one that is asked now."""

    id: str
    schedule: str
    membership: str
    case: str
    week: str
    asked_at: datetime
    status: CheckInStatus
    part: str | None = None
    passed: tuple[str, ...] = ()
    reminded: bool = False
    finished_at: datetime | None = None
    came_from: str | None = None  # the case in which the member was when it began

    @property
    def open(self) -> bool:
        return self.status in (CheckInStatus.OFFERED, CheckInStatus.UNDER_WAY)


class Part(StrEnum):
    """What a check-in asks; an agreement and a need carry the agreement's id after a colon."""

    AGREEMENT = "agreement"
    NEED = "need"
    RATE = "rate"
    WHY = "why"
    REFLECT = "reflect"
    NEXT = "next"


def part_of(kind: Part, id: str = "") -> str:
    return f"{kind}:{id}" if id else str(kind)


def kind_of(part: str) -> tuple[Part, str]:
    """What is asked, and the agreement that it is about."""
    kind, _, id = part.partition(":")
    return Part(kind), id


def next_part(
    passed: Sequence[str],
    agreements: Sequence[str],
    stuck: Collection[str],
    rates: bool,
    rated: bool,
) -> str | None:
    """What is asked next; None when all was.

    ``agreements``: the ids of those that are this member's to do; ``stuck``: of which they said so
    in this check-in; ``rates``: whether they are asked for a number, and ``rated``: they gave one.
    """
    wanted: list[str] = []
    for id in agreements:
        wanted.append(part_of(Part.AGREEMENT, id))
        if id in stuck:
            wanted.append(part_of(Part.NEED, id))
    if rates:
        wanted += [Part.RATE, Part.WHY] if rated else [Part.RATE]
    wanted += [Part.REFLECT, Part.NEXT]
    return next((str(part) for part in wanted if part not in passed), None)


@dataclass(frozen=True)
class Rating:
    """How one member sees one matter or building block, from 1 to 5, and why."""

    id: str
    membership: str
    case: str
    theme: str
    score: int
    rated_at: datetime
    week: str
    why: str | None = None
    scan: str | None = None  # in which it was given; None: in a check-in
    alone: bool = False  # in no group's figure: somebody with whom it was counted is gone


@dataclass(frozen=True)
class RoundUp:
    """The look back on one week of one case."""

    id: str
    case: str
    week: str
    due_at: datetime
    sent_at: datetime | None = None


class AlarmKind(StrEnum):
    """What the clock does when the time has come; ``subject`` of an alarm says to what."""

    CHECK_IN = "check_in"  # of a schedule
    REMINDER = "reminder"  # of a check-in
    ROUND_UP = "round_up"  # of a round-up
    SWEEP = "sweep"  # what is over is forgotten, cases past their day are erased


@dataclass(frozen=True)
class Alarm:
    """Something that is due at a moment; at most one of a kind for each subject."""

    id: str
    kind: AlarmKind
    subject: str
    at: datetime
