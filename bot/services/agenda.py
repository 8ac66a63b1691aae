"""Reading the agreements of a case, and the history of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.core.access import Action, may_change, may_see
from bot.core.agreement import Agreement, AgreementEvent, AgreementStatus
from bot.core.record import Case, Membership, Person
from bot.services.agreements import visible
from bot.services.asking import look_away
from bot.services.permission import allowed
from bot.services.ports import Desk
from bot.services.read_together import Author, authors_of
from bot.services.standing import standing
from bot.services.whereabouts import today_for


@dataclass(frozen=True)
class Agenda:
    """The agreements that a member may read: those to be done, the soonest first, and those
    that are done, the latest first. ``today``: the day by which one of them is late or not."""

    case: Case
    part: Membership
    live: Sequence[Agreement]
    done: Sequence[Agreement]
    authors: dict[str, Author]
    today: date


@dataclass(frozen=True)
class Told:
    """One agreement with its history. ``mine``: this member may change it."""

    agreement: Agreement
    events: Sequence[AgreementEvent]
    authors: dict[str, Author]
    part: Membership
    mine: bool


def agenda(desk: Desk, person: Person) -> Agenda:
    """The agreements of the current case. Refusals: "no_case", "not_allowed"."""
    at = allowed(desk, person, Action.SEE_AGENDA)
    look_away(desk, at)
    found = [a for a in desk.record.agreements.find(case=at.case.id) if may_see(at.part, a)]
    live = sorted((a for a in found if a.live), key=lambda a: a.due or date.max)
    done = [a for a in reversed(found) if a.status is AgreementStatus.DONE]
    return Agenda(at.case, at.part, live, done, authors_of(desk, at.case), today_for(desk, person))


def has_agreements(desk: Desk, person: Person) -> bool:
    """Whether the current case has any that stand and that this member may read. Refusal
    "no_case"."""
    at = standing(desk, person)
    return any(a.live and may_see(at.part, a) for a in desk.record.agreements.find(case=at.case.id))


def one_agreement(desk: Desk, person: Person, agreement: str) -> Told:
    """One agreement with its history. Refusals: "no_case", "agreement_gone"."""
    at = standing(desk, person)
    found = visible(desk, at.part, agreement)
    events = desk.record.agreement_events.find(agreement=agreement)
    return Told(found, events, authors_of(desk, at.case), at.part, may_change(at.part, found))


def theirs_to_do(desk: Desk, part: Membership) -> list[Agreement]:
    """The agreements that a member is to do, and those that they watch for somebody who is no
    member, the soonest first. What they said is not for them is not asked of them."""
    found = desk.record.agreements.find(case=part.case)
    theirs = [a for a in found if a.live and part.id in (a.doer, a.party and a.director)]
    return sorted(theirs, key=lambda a: (a.due or date.max, a.id))
