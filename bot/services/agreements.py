"""What everything that is done with an agreement has in common."""

from bot.core.access import may_change, may_see
from bot.core.agreement import Agreement, AgreementEvent, AgreementStatus, Happened
from bot.core.record import Membership
from bot.services.ports import Desk
from bot.services.refusals import Refusal


def visible(desk: Desk, part: Membership, agreement: str) -> Agreement:
    """An agreement that a member may read. Refusal "agreement_gone"."""
    found = desk.record.agreements.get(agreement)
    if found is None or not may_see(part, found):
        raise Refusal("agreement_gone")
    return found


def changeable(desk: Desk, part: Membership, agreement: str) -> Agreement:
    """An agreement that a member may change. Refusal "agreement_gone"."""
    found = visible(desk, part, agreement)
    if not may_change(part, found) or found.status is AgreementStatus.DROPPED:
        raise Refusal("agreement_gone")
    return found


def note(
    desk: Desk,
    agreement: Agreement,
    by: Membership,
    what: Happened,
    text: str | None = None,
    check_in: str | None = None,
) -> None:
    """Write a line in the history of an agreement."""
    desk.record.agreement_events.put(
        AgreementEvent(desk.new_id(), agreement.id, by.id, what, desk.now(), text, check_in)
    )


def said_first(desk: Desk, agreement: Agreement) -> str | None:
    """What whoever is to do it wanted to say about it first; None when it is there no more."""
    events = desk.record.agreement_events.find(agreement=agreement.id, what=Happened.TALK)
    return next((e.text for e in reversed(events) if e.text and e.by == agreement.who), None)


def tell_member(desk: Desk, member: str | None, what: str, agreement: Agreement) -> None:
    """Let Zwaan tell a member something about an agreement."""
    part = desk.record.memberships.get(member or "")
    person = desk.record.people.get(part.person) if part and part.left_at is None else None
    if person:
        about = {"what": what, "case": agreement.case, "agreement": agreement.id}
        desk.notify(person, about)
