"""The rhythm of a case: who is asked every week, and when it suits each."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from zoneinfo import ZoneInfo

from bot.core.access import Action, may_do
from bot.core.record import Case, Membership, Person
from bot.core.rhythm import Alarm, AlarmKind, Schedule, Weekday, next_moment
from bot.services.permission import allowed
from bot.services.ports import Desk
from bot.services.read_together import Author, members_of
from bot.services.refusals import Refusal
from bot.services.round_up import plan_round_ups
from bot.services.standing import part_in, standing
from bot.services.trail import leave_trace

MOST_HOLIDAYS = 8
MINUTES = 24 * 60


@dataclass(frozen=True)
class Rhythm:
    """The rhythm of one's own; and, for who directs the case, that of the others."""

    case: Case
    part: Membership
    mine: Schedule | None
    others: Sequence[tuple[Author, Schedule | None]]

    @property
    def on(self) -> bool:
        return self.mine is not None and self.mine.on


def rhythm(desk: Desk, person: Person) -> Rhythm:
    """How it stands in the current case from now on. Refusal "no_case"."""
    at = standing(desk, person)
    mine = _from_now(desk, at.part.id)
    others = []
    if may_do(at.part, Action.SET_RHYTHM):
        for author in members_of(desk, at.case):
            if author.part.id != at.part.id:
                others.append((author, _from_now(desk, author.part.id)))
    return Rhythm(at.case, at.part, mine, others)


def switch_on(desk: Desk, person: Person, zone: str, member: str | None = None) -> Schedule:
    """Ask a member every week from now on: oneself, which ends a pause, or another for who directs
    the case.

    ``zone``: that of the installation, for whoever has none of their own. Refusals: "no_case",
    "not_allowed", "member_gone", "rhythm_declined".
    """
    at = standing(desk, person) if member is None else allowed(desk, person, Action.SET_RHYTHM)
    part = desk.record.memberships.first(id=member or at.part.id, case=at.case.id)
    if part is None or part.left_at is not None:
        raise Refusal("member_gone")
    asked = desk.record.people.get(part.person)
    zone = (asked and asked.zone) or zone
    kept = desk.record.schedules.first(membership=part.id)
    kept = kept or Schedule(desk.new_id(), part.id, at.case.id, desk.now(), zone=zone)
    if part.id != at.part.id and not kept.on:  # who switched it off themselves decides
        raise Refusal("rhythm_declined")
    if part.id == at.part.id:  # a pause is ended by who took it
        kept = kept.resumed(_today(desk, kept))
    schedule = _plan(desk, replace(kept, on=True, missed=0))
    leave_trace(desk, person, "set_rhythm", part.id, at.case.id)
    if asked and asked.id != person.id:
        desk.notify(asked, {"what": "rhythm_on", "case": at.case.id})
    return schedule


def switch_off(desk: Desk, person: Person, case: str | None = None) -> Case:
    """Ask this member no more. ``case``: None for the current one. Refusal "no_case"."""
    schedule = _mine(desk, person, case)
    desk.record.schedules.put(replace(schedule, on=False))
    desk.record.alarms.remove(kind=AlarmKind.CHECK_IN, subject=schedule.id)
    plan_round_ups(desk, schedule.case)
    return _case(desk, schedule)


def set_time(
    desk: Desk,
    person: Person,
    weekday: Weekday | None = None,
    minute: int | None = None,
    case: str | None = None,
) -> Schedule:
    """Ask on another day, or at another minute of the day, which ends a pause.

    Refusals: "no_case", "no_rhythm", "which_time" (there is no such moment).
    """
    schedule = _mine(desk, person, case)
    day = schedule.weekday if weekday is None else weekday
    at = schedule.minute if minute is None else minute
    if day not in range(7) or at not in range(MINUTES):
        raise Refusal("which_time")
    now = replace(schedule, weekday=day, minute=at, on=True, paused_until=None)
    return _plan(desk, now)


def pause_until(desk: Desk, person: Person, day: date, case: str | None = None) -> Schedule:
    """Ask nothing before a day. Refusals: "no_case", "no_rhythm"."""
    return _plan(desk, replace(_mine(desk, person, case), paused_until=day, missed=0))


def take_days_off(desk: Desk, person: Person, first: date, last: date) -> Schedule:
    """Ask nothing from one day to another; what falls in between comes after it.

    Refusals: "no_case", "no_rhythm", "which_time" (the last is before the first),
    "too_many_days_off".
    """
    schedule = _mine(desk, person, None)
    today = desk.now().date().isoformat()
    kept = tuple(span for span in schedule.days_off if span.rpartition("/")[2] >= today)
    if last < first:
        raise Refusal("which_time")
    if len(kept) >= MOST_HOLIDAYS:
        raise Refusal("too_many_days_off", most=str(MOST_HOLIDAYS))
    return _plan(desk, replace(schedule, days_off=(*kept, f"{first}/{last}")))


def plan(desk: Desk, schedule: Schedule) -> None:
    """Set the alarm for the next time that a member is asked; the look back waits for them."""
    at = next_moment(schedule, desk.now(), desk.is_holiday)
    set_alarm(desk, Alarm(desk.new_id(), AlarmKind.CHECK_IN, schedule.id, at))
    plan_round_ups(desk, schedule.case)


def set_alarm(desk: Desk, alarm: Alarm) -> None:
    """Set an alarm, in the place of the one of its kind for the same subject."""
    old = desk.record.alarms.first(kind=alarm.kind, subject=alarm.subject)
    desk.record.alarms.put(replace(alarm, id=old.id) if old else alarm)


def _plan(desk: Desk, schedule: Schedule) -> Schedule:
    desk.record.schedules.put(schedule)
    plan(desk, schedule)
    return schedule


def _from_now(desk: Desk, part: str) -> Schedule | None:
    schedule = desk.record.schedules.first(membership=part)
    return schedule and schedule.ahead(_today(desk, schedule))


def _today(desk: Desk, schedule: Schedule) -> date:
    return desk.now().astimezone(ZoneInfo(schedule.zone)).date()


def _mine(desk: Desk, person: Person, case: str | None) -> Schedule:
    part = part_in(desk, person, case)
    schedule = desk.record.schedules.first(membership=part.id)
    if schedule is None:
        raise Refusal("no_rhythm")
    return schedule


def _case(desk: Desk, schedule: Schedule) -> Case:
    found = desk.record.cases.get(schedule.case)
    assert found
    return found
