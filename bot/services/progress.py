"""Saying how an agreement goes: done, on its way, or stuck and what is needed."""

from dataclasses import replace

from bot.core.agreement import Agreement, AgreementStatus, Consent, Happened
from bot.core.record import Membership, Person
from bot.services.agreements import changeable, note
from bot.services.ports import Desk
from bot.services.refusals import Refusal
from bot.services.standing import part_in

SAYABLE = frozenset(
    {AgreementStatus.DONE, AgreementStatus.DOING, AgreementStatus.STUCK, AgreementStatus.OPEN}
)


def progress(
    desk: Desk,
    person: Person,
    agreement: str,
    status: AgreementStatus,
    check_in: str | None = None,
    text: str | None = None,
) -> Agreement:
    """How it goes now, and what they said of it. Who says how their own goes has said yes to it.

    Refusals: "no_case", "agreement_gone".
    """
    found, part = _theirs(desk, person, agreement)
    if status not in SAYABLE:
        raise Refusal("agreement_gone")
    stuck = status is AgreementStatus.STUCK
    found = replace(
        found,
        status=status,
        stuck_since=(found.stuck_since or desk.now()) if stuck else None,
        need=found.need if stuck else None,
        consent=Consent.IN if found.who == part.id else found.consent,
    )
    desk.record.agreements.put(found)
    note(desk, found, part, Happened(status), text, check_in)
    return found


def say_need(
    desk: Desk, person: Person, agreement: str, text: str, check_in: str | None = None
) -> Agreement:
    """What is needed to go on, and from whom. Refusals: "no_case", "agreement_gone", "empty"."""
    found, part = _theirs(desk, person, agreement)
    if not text.strip():
        raise Refusal("empty")
    found = replace(found, need=text)
    desk.record.agreements.put(found)
    note(desk, found, part, Happened.NEED, text, check_in)
    return found


def _theirs(desk: Desk, person: Person, agreement: str) -> tuple[Agreement, Membership]:
    found = desk.record.agreements.get(agreement)
    if found is None:
        raise Refusal("agreement_gone")
    part = part_in(desk, person, found.case)
    return changeable(desk, part, agreement), part
