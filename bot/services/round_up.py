"""When the look back on a week comes, and to whom: once for each case and week."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.core.rhythm import ROUND_UP_AFTER, Alarm, AlarmKind, CheckInStatus, RoundUp, week_of
from bot.services.ports import Desk


def expect_round_up(desk: Desk, case: str, week: str) -> None:
    """Somebody is asked: there will be a look back on this week."""
    if desk.record.round_ups.first(case=case, week=week) is None:
        due = desk.now() + ROUND_UP_AFTER
        desk.record.round_ups.put(RoundUp(desk.new_id(), case, week, due))
    plan_round_ups(desk, case)


def close_week(desk: Desk, case: str, week: str) -> None:
    """When nobody is asked any more this week and all have answered, the look back comes at
    once."""
    for round_up in desk.record.round_ups.find(case=case, week=week, sent_at=None):
        _plan(desk, round_up, _due(desk, round_up))


def plan_round_ups(desk: Desk, case: str) -> None:
    """Who is asked when has changed: so may have the moment of every look back that is to come."""
    for round_up in desk.record.round_ups.find(case=case, sent_at=None):
        _plan(desk, round_up, _due(desk, round_up))


def send_round_up(desk: Desk, id: str) -> None:
    """Give the look back to who directs the case, and to everybody who took part; later, when
    somebody has their turn yet."""
    round_up = desk.record.round_ups.get(id)
    if round_up is None or round_up.sent_at:
        return
    due = _due(desk, round_up)
    if due > desk.now():
        _plan(desk, round_up, due)
        return
    desk.record.round_ups.put(replace(round_up, sent_at=desk.now()))
    asked = desk.record.check_ins.find(case=round_up.case, week=round_up.week)
    answered = {c.membership for c in asked if c.status is CheckInStatus.DONE}
    for part in desk.record.memberships.find(case=round_up.case):
        person = desk.record.people.get(part.person)
        if person and part.left_at is None and (part.coordinator or part.id in answered):
            about = {"what": "round_up", "case": round_up.case, "week": round_up.week}
            desk.notify(person, about, key=f"round-up-{round_up.id}")


def _due(desk: Desk, round_up: RoundUp) -> datetime:
    """A day after the last who is asked in its week; now, when all of them have answered."""
    asked = desk.record.check_ins.find(case=round_up.case, week=round_up.week)
    to_come = _to_come(desk, round_up)
    if not to_come and not any(check_in.open for check_in in asked):
        return desk.now()
    return max([*(check_in.asked_at for check_in in asked), *to_come]) + ROUND_UP_AFTER


def _to_come(desk: Desk, round_up: RoundUp) -> list[datetime]:
    """The moments at which members are asked yet in its week, each on their own clock."""
    found = []
    for schedule in desk.record.schedules.find(case=round_up.case, on=True):
        alarm = desk.record.alarms.first(kind=AlarmKind.CHECK_IN, subject=schedule.id)
        at = max(alarm.at, desk.now()) if alarm else None
        if at and week_of(at.astimezone(ZoneInfo(schedule.zone)).date()) == round_up.week:
            found.append(at)
    return found


def _plan(desk: Desk, round_up: RoundUp, due: datetime) -> None:
    desk.record.round_ups.put(replace(round_up, due_at=due))
    old = desk.record.alarms.first(kind=AlarmKind.ROUND_UP, subject=round_up.id)
    id = old.id if old else desk.new_id()
    desk.record.alarms.put(Alarm(id, AlarmKind.ROUND_UP, round_up.id, due))
