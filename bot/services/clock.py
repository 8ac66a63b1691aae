"""What is due, done: the only place that knows what each alarm is for."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.core.record import CaseStatus, Pending, Person
from bot.core.rhythm import (
    AWAKE,
    MISSED_TOO_OFTEN,
    REMINDED_AFTER,
    Alarm,
    AlarmKind,
    CheckIn,
    CheckInStatus,
    Schedule,
    week_of,
)
from bot.services.check_in import leave_check_in
from bot.services.danger import drop_stale
from bot.services.join import forget_attempts, forget_openings
from bot.services.period import keep_to_periods
from bot.services.ports import Desk
from bot.services.rhythm import plan, set_alarm
from bot.services.round_up import close_week, expect_round_up, send_round_up

EVERYTHING = "everything"  # the subject of the sweep
SWEEP_EVERY = timedelta(hours=1)
LATE = timedelta(hours=1)  # from here on an alarm rings late: Zwaan was away
WAIT_IN_DANGER = timedelta(days=1)


def wind_up(desk: Desk) -> None:
    """See to it that there is a sweep."""
    if desk.record.alarms.first(kind=AlarmKind.SWEEP, subject=EVERYTHING) is None:
        desk.record.alarms.put(Alarm(desk.new_id(), AlarmKind.SWEEP, EVERYTHING, desk.now()))


def ring(desk: Desk, alarm: Alarm) -> None:
    """Do what an alarm is for, and set it for its next time or take it away."""
    match alarm.kind:
        case AlarmKind.CHECK_IN:
            _ask(desk, alarm)
        case AlarmKind.REMINDER:
            _remind(desk, alarm)
        case AlarmKind.ROUND_UP:
            desk.record.alarms.remove(id=alarm.id)
            send_round_up(desk, alarm.subject)
        case AlarmKind.SWEEP:
            desk.record.alarms.put(replace(alarm, at=desk.now() + SWEEP_EVERY))
            drop_stale(desk)
            forget_attempts(desk)
            forget_openings(desk)
            keep_to_periods(desk)


def _ask(desk: Desk, alarm: Alarm) -> None:
    """Offer this week's check-in; one at most, however long Zwaan was away."""
    schedule = desk.record.schedules.get(alarm.subject)
    if schedule is None or not schedule.on:
        desk.record.alarms.remove(id=alarm.id)
        return
    person = _present(desk, schedule)
    if person and person.pending is Pending.DANGER:
        desk.record.alarms.put(replace(alarm, at=desk.now() + WAIT_IN_DANGER))
        return
    late = desk.now() - alarm.at >= LATE  # at its own time it comes at any hour that they chose
    if late and (morning := _at_night(schedule, desk.now())):
        desk.record.alarms.put(replace(alarm, at=morning))
        return
    if person:
        _offer(desk, schedule, person)
    fresh = desk.record.schedules.get(schedule.id) or schedule
    plan(desk, fresh)


def _offer(desk: Desk, schedule: Schedule, person: Person) -> None:
    missed = schedule.missed
    for earlier in desk.record.check_ins.find(schedule=schedule.id):
        if earlier.open:
            _miss(desk, earlier)
            missed += 1
    if missed >= MISSED_TOO_OFTEN:
        desk.record.schedules.put(replace(schedule, missed=0))
        desk.notify(person, {"what": "rhythm_fits", "case": schedule.case})
        return
    now = desk.now()
    week = week_of(now.astimezone(ZoneInfo(schedule.zone)).date())
    check_in = CheckIn(
        desk.new_id(),
        schedule.id,
        schedule.membership,
        schedule.case,
        week,
        now,
        CheckInStatus.OFFERED,
    )
    desk.record.schedules.put(replace(schedule, missed=missed))
    desk.record.check_ins.put(check_in)
    set_alarm(desk, Alarm(desk.new_id(), AlarmKind.REMINDER, check_in.id, now + REMINDED_AFTER))
    expect_round_up(desk, schedule.case, week)
    about = {"id": check_in.id, "to": "due"}
    desk.notify(person, about, "check_in", key=f"check-in-{check_in.id}")


def _miss(desk: Desk, check_in: CheckIn) -> None:
    """Another one comes: this one is over."""
    desk.record.check_ins.put(replace(check_in, status=CheckInStatus.MISSED))
    desk.record.alarms.remove(kind=AlarmKind.REMINDER, subject=check_in.id)
    leave_check_in(desk, check_in)
    close_week(desk, check_in.case, check_in.week)


def _remind(desk: Desk, alarm: Alarm) -> None:
    """Remind once of a check-in that is still open, and not at night."""
    desk.record.alarms.remove(id=alarm.id)
    check_in = desk.record.check_ins.get(alarm.subject)
    schedule = desk.record.schedules.get(check_in.schedule) if check_in else None
    person = _present(desk, schedule) if schedule else None
    if check_in is None or schedule is None or person is None:
        return
    if not check_in.open or check_in.reminded or person.pending is Pending.DANGER:
        return
    if morning := _at_night(schedule, desk.now()):
        desk.record.alarms.put(replace(alarm, at=morning))
        return
    desk.record.check_ins.put(replace(check_in, reminded=True))
    about = {"id": check_in.id, "to": "again"}
    desk.notify(person, about, "check_in", key=f"again-{check_in.id}")


def _present(desk: Desk, schedule: Schedule) -> Person | None:
    """Whose rhythm it is, when they take part in a case that is open."""
    part = desk.record.memberships.get(schedule.membership)
    case = desk.record.cases.get(schedule.case)
    if part is None or part.left_at is not None or case is None:
        return None
    return desk.record.people.get(part.person) if case.status is CaseStatus.OPEN else None


def _at_night(schedule: Schedule, now: datetime) -> datetime | None:
    """The next morning, when it is night where they are; else None."""
    local = now.astimezone(ZoneInfo(schedule.zone))
    if local.hour in AWAKE:
        return None
    morning = local.replace(hour=AWAKE.start, minute=0, second=0, microsecond=0)
    return morning if morning > local else morning + timedelta(days=1)
