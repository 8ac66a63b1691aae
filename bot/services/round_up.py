"""The look back on a week: what moved, what is stuck, and who said nothing yet."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.core.access import may_see
from bot.core.agreement import LONG_STUCK_WEEKS, Agreement, AgreementStatus, Happened
from bot.core.obstacle import Tick
from bot.core.record import Case, Membership
from bot.core.rhythm import (
    ROUND_UP_AFTER,
    Alarm,
    AlarmKind,
    CheckIn,
    CheckInStatus,
    RoundUp,
    week_of,
)
from bot.services.obstacles import standing_obstacles
from bot.services.ports import Desk
from bot.services.read_together import Author, authors_of

MOVED = {Happened.DONE: AgreementStatus.DONE, Happened.DOING: AgreementStatus.DOING}


@dataclass(frozen=True)
class Look:
    """A week of a case, as one member may see it."""

    case: Case
    part: Membership
    week: str
    done: Sequence[Agreement]
    doing: Sequence[Agreement]
    stuck: Sequence[Agreement]
    long_stuck: Sequence[Agreement]
    silent: Sequence[Author]  # for who directs the case
    took_part: int
    authors: dict[str, Author]
    obstacles: Sequence[Tick]  # those that stand in the case, for the team


def expect_round_up(desk: Desk, case: str, week: str) -> None:
    """Somebody was asked: a day after the last who is, there will be a look back."""
    due = desk.now() + ROUND_UP_AFTER
    found = desk.record.round_ups.first(case=case, week=week)
    if found and found.sent_at:
        return
    round_up = replace(found, due_at=due) if found else RoundUp(desk.new_id(), case, week, due)
    desk.record.round_ups.put(round_up)
    _set_alarm(desk, round_up, due)


def close_week(desk: Desk, case: str, week: str) -> None:
    """When everybody who was asked this week has answered, the look back comes at once."""
    asked = desk.record.check_ins.find(case=case, week=week)
    round_up = desk.record.round_ups.first(case=case, week=week)
    if round_up and not round_up.sent_at and not any(check_in.open for check_in in asked):
        _set_alarm(desk, round_up, desk.now())


def send_round_up(desk: Desk, id: str) -> None:
    """Give the look back to who directs the case, and to everybody who took part."""
    round_up = desk.record.round_ups.get(id)
    case = desk.record.cases.get(round_up.case) if round_up else None
    if round_up is None or case is None or round_up.sent_at:
        return
    desk.record.round_ups.put(replace(round_up, sent_at=desk.now()))
    asked = desk.record.check_ins.find(case=case.id, week=round_up.week)
    answered = {c.membership for c in asked if c.status is CheckInStatus.DONE}
    for part in desk.record.memberships.find(case=case.id):
        person = desk.record.people.get(part.person)
        if person and part.left_at is None and (part.coordinator or part.id in answered):
            about = {"what": "round_up", "case": case.id, "week": round_up.week}
            desk.notify(person, about, key=f"round-up-{round_up.id}")


def look_back(desk: Desk, case: Case, part: Membership, week: str) -> Look:
    """What this member may see of a week."""
    agreements = [a for a in desk.record.agreements.find(case=case.id) if may_see(part, a)]
    asked = desk.record.check_ins.find(case=case.id, week=week)
    moved = {a.id: _moved(desk, a, week, asked) for a in agreements}
    stuck = [a for a in agreements if a.status is AgreementStatus.STUCK]
    authors = authors_of(desk, case)
    silent = [c.membership for c in asked if c.status not in _ANSWERED]
    return Look(
        case,
        part,
        week,
        [a for a in agreements if moved[a.id] is AgreementStatus.DONE],
        [a for a in agreements if moved[a.id] is AgreementStatus.DOING],
        stuck,
        [a for a in stuck if a.stuck_for(desk.now()) >= LONG_STUCK_WEEKS],
        [authors[id] for id in silent if id in authors] if part.coordinator else [],
        sum(c.status is CheckInStatus.DONE for c in asked),
        authors,
        standing_obstacles(desk, part),
    )


_ANSWERED = (CheckInStatus.DONE, CheckInStatus.SKIPPED)


def _moved(
    desk: Desk, agreement: Agreement, week: str, asked: Sequence[CheckIn]
) -> AgreementStatus | None:
    """What was said last about an agreement in a week: what was said late belongs to the week for
    which it was asked."""
    of_week = {check_in.id for check_in in asked}
    said = [
        MOVED.get(event.what)
        for event in desk.record.agreement_events.find(agreement=agreement.id)
        if (event.check_in in of_week if event.check_in else week_of(event.at.date()) == week)
    ]
    return next((status for status in reversed(said) if status), None)


def _set_alarm(desk: Desk, round_up: RoundUp, at: datetime) -> None:
    old = desk.record.alarms.first(kind=AlarmKind.ROUND_UP, subject=round_up.id)
    id = old.id if old else desk.new_id()
    desk.record.alarms.put(Alarm(id, AlarmKind.ROUND_UP, round_up.id, at))
