"""What a check-in goes through, and what is asked of it now."""

from dataclasses import dataclass

from bot.core.agreement import Agreement, Happened
from bot.core.record import Case, Membership
from bot.core.rhythm import CheckIn, Part, kind_of
from bot.services.agenda import theirs_to_do
from bot.services.ports import Desk


@dataclass(frozen=True)
class Asked:
    """A check-in with what is asked now; ``part`` None: it is finished. ``number`` of ``total``."""

    check_in: CheckIn
    case: Case
    member: Membership
    part: Part | None
    agreement: Agreement | None
    theme: str
    number: int
    total: int


def plan_of(desk: Desk, check_in: CheckIn) -> tuple[list[str], list[str], bool, bool]:
    """What ``next_part`` goes by.

    :return: the agreements that are asked about, those of them that are stuck, whether a number
        is asked, and whether one was given
    """
    part = desk.record.memberships.get(check_in.membership)
    assert part
    asked = [kind_of(each)[1] for each in check_in.passed if each.startswith(Part.AGREEMENT)]
    before = [a for a in theirs_to_do(desk, part) if a.made_at <= check_in.asked_at]
    waiting = [a.id for a in before if a.id not in asked]
    said = desk.record.agreement_events.find(check_in=check_in.id)
    stuck = [event.agreement for event in said if event.what is Happened.STUCK]
    rated = desk.record.ratings.pick("id", membership=part.id, week=check_in.week, scan=None)
    return [*asked, *waiting], stuck, part.team, bool(rated)


def asked_in(desk: Desk, check_in: CheckIn) -> Asked:
    """A check-in with what is asked in it now."""
    case = desk.record.cases.get(check_in.case)
    member = desk.record.memberships.get(check_in.membership)
    assert case
    assert member
    kind, id = kind_of(check_in.part) if check_in.part else (None, "")
    agreements, _, rates, _ = plan_of(desk, check_in)
    steps = [*agreements, *([Part.RATE, Part.WHY] if rates else ()), Part.REFLECT, Part.NEXT]
    number = steps.index(id or kind) + 1 if kind else len(steps)  # a need is of its agreement
    theme = theme_of(desk, check_in)
    agreement = desk.record.agreements.get(id) if id else None
    return Asked(check_in, case, member, kind, agreement, theme, number, len(steps))


def theme_of(desk: Desk, check_in: CheckIn) -> str:
    """What is rated this week: the five matters and the seven building blocks, in turn."""
    themes = list(desk.method.themes)
    before = len(desk.record.check_ins.pick("id", membership=check_in.membership))
    return themes[(before - 1) % len(themes)]
