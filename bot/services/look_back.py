"""The look back on a week: what moved, what is stuck or past its day, and who said nothing yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.core.access import Action, may_see
from bot.core.agreement import LONG_STUCK_WEEKS, Agreement, AgreementStatus, Consent, Happened
from bot.core.obstacle import Tick
from bot.core.record import Case, Membership, Person
from bot.core.rhythm import ROUND_UP_AFTER, CheckIn, CheckInStatus, week_of
from bot.services.asking import look_away
from bot.services.obstacles import standing_obstacles
from bot.services.permission import allowed
from bot.services.ports import Desk
from bot.services.read_together import Author, authors_of, members_of
from bot.services.whereabouts import today_for

MOVED = {Happened.DONE: AgreementStatus.DONE, Happened.DOING: AgreementStatus.DOING}
ANSWERED = (CheckInStatus.DONE, CheckInStatus.SKIPPED)


@dataclass(frozen=True)
class Talking:
    """An agreement about which its doer wants to talk first."""

    agreement: Agreement
    since: datetime


@dataclass(frozen=True)
class Look:
    """A week of a case, as one member may see it at a moment.

    ``past``: agreements whose day is over and that nothing else here names; ``silent`` and
    ``took_part`` are for who directs the case; ``mine_open``: the reader's own check-in of that
    week still waits; ``before``: the week before it, when there is one to look back on.
    """

    case: Case
    part: Membership
    week: str
    at: datetime
    today: date
    done: Sequence[Agreement]
    doing: Sequence[Agreement]
    stuck: Sequence[Agreement]
    long_stuck: Sequence[Agreement]
    past: Sequence[Agreement]
    talking: Sequence[Talking]
    silent: Sequence[Author]
    took_part: Sequence[Author]
    mine_open: bool
    authors: dict[str, Author]
    obstacles: Sequence[Tick]  # those that stand in the case, for the team
    before: str | None


def look_back_now(desk: Desk, person: Person, week: str | None = None) -> Look | None:
    """The look back on a ``week`` of the current case, or else on the newest; None when nobody is
    asked every week. Refusals: "no_case", "not_allowed"."""
    at = allowed(desk, person, Action.SEE_AGENDA)
    look_away(desk, at)
    if not desk.record.schedules.find(case=at.case.id, on=True):
        return None
    weeks = desk.record.check_ins.pick("week", case=at.case.id)
    newest = max(weeks, default=week_of(today_for(desk, person)))
    return look_back(desk, at.case, at.part, week if week in weeks and week else newest)


def look_back(desk: Desk, case: Case, part: Membership, week: str) -> Look:
    """What this member may see of a week."""
    today = today_for(desk, desk.record.people.get(part.person))
    agreements = [a for a in desk.record.agreements.find(case=case.id) if may_see(part, a)]
    asked = desk.record.check_ins.find(case=case.id, week=week)
    moved = {a.id: _moved(desk, a, week, asked) for a in agreements}
    done = [a for a in agreements if moved[a.id] is AgreementStatus.DONE]
    doing = [a for a in agreements if moved[a.id] is AgreementStatus.DOING]
    stuck = [a for a in agreements if a.status is AgreementStatus.STUCK]
    talking = [_talking(desk, a) for a in agreements if a.live and a.consent is Consent.TALK]
    named = {a.id for a in (*done, *doing, *stuck)} | {each.agreement.id for each in talking}
    return Look(
        case,
        part,
        week,
        desk.now(),
        today,
        done,
        doing,
        stuck,
        [a for a in stuck if a.stuck_for(desk.now()) >= LONG_STUCK_WEEKS],
        [a for a in agreements if a.past(today) and a.id not in named],
        talking,
        _those(desk, part, case, _silent(desk, asked)),
        _those(desk, part, case, _took_part(asked)),
        any(c.open and c.membership == part.id for c in asked),
        authors_of(desk, case),
        standing_obstacles(desk, part),
        max(
            (w for w in desk.record.check_ins.pick("week", case=case.id) if w < week), default=None
        ),
    )


def _silent(desk: Desk, asked: Sequence[CheckIn]) -> set[str]:
    """Who was asked at least a day ago, and said nothing at all."""
    spoke = {c.membership for c in asked if c.status in ANSWERED or c.passed}
    had_a_day = {c.membership for c in asked if desk.now() - c.asked_at >= ROUND_UP_AFTER}
    return had_a_day - spoke


def _took_part(asked: Sequence[CheckIn]) -> set[str]:
    return {c.membership for c in asked if c.status is CheckInStatus.DONE}


def _those(desk: Desk, reader: Membership, case: Case, ids: set[str]) -> list[Author]:
    """The others among these who are still there; only for who directs the case."""
    others = ids - {reader.id} if reader.coordinator else set()
    return [author for author in members_of(desk, case) if author.part.id in others]


def _talking(desk: Desk, agreement: Agreement) -> Talking:
    said = desk.record.agreement_events.find(agreement=agreement.id, what=Happened.TALK)
    return Talking(agreement, said[-1].at if said else agreement.made_at)


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
