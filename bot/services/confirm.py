"""Saying yes to an agreement, or something else: whoever is to do it is asked."""

from dataclasses import replace

from bot.core.agreement import Agreement, AgreementStatus, Consent, Field, Happened
from bot.core.record import Doing, Membership, Person
from bot.services.agreeing import ask_about
from bot.services.agreements import note, tell_member, visible
from bot.services.ports import Desk
from bot.services.refusals import Refusal
from bot.services.standing import part_in

LINE = {
    Consent.IN: Happened.IN,
    Consent.TALK: Happened.TALK,
    Consent.NOT_ME: Happened.NOT_ME,
}
FREE = (Doing.NOTHING, Doing.CHECKING_IN)  # in which something else may be asked in between


def confirm(
    desk: Desk, person: Person, agreement: str, answer: Consent, first: str = ""
) -> Agreement:
    """What the one who is to do it says; ``first``: what they want to talk about before they do it.
    Who made it and who directs it are told. What nobody does is still to be done.

    Refusal "agreement_gone": there is none such, it is over, or it is not theirs to do.
    """
    found, part = _theirs(desk, person, agreement)
    found = replace(found, consent=answer)
    if answer is Consent.NOT_ME:
        found = replace(found, status=AgreementStatus.OPEN, stuck_since=None, need=None)
    desk.record.agreements.put(found)
    note(desk, found, part, LINE[answer], first or None)
    _tell(desk, found, part, "agreement_first" if first else f"agreement_{answer}")
    return found


def ask_what_first(desk: Desk, person: Person, agreement: str) -> bool:
    """Ask what they want to say about it before they do it, unless something else is being asked.

    Refusal "agreement_gone".
    """
    found, part = _theirs(desk, person, agreement)
    here = person.current_case == found.case and part.doing in FREE and not part.adding_to
    if here:
        ask_about(desk, part, found, Field.TALK)
    return here


def say_first(desk: Desk, person: Person, agreement: str, text: str) -> Agreement:
    """What they want to say about it; whoever made it and who directs it are told.

    Refusals: "agreement_gone", "empty".
    """
    found, part = _theirs(desk, person, agreement)
    if not text.strip():
        raise Refusal("empty")
    note(desk, found, part, Happened.TALK, text)
    _tell(desk, found, part, "agreement_first")
    return found


def asked_of(desk: Desk, person: Person) -> Agreement | None:
    """What somebody was asked last whether they do it, and said nothing to yet; None: nothing.

    Refusal "no_case".
    """
    part = part_in(desk, person, None)
    found = desk.record.agreements.find(case=part.case, who=part.id, consent=Consent.ASKED)
    live = [agreement for agreement in found if agreement.live]
    return live[-1] if live else None


def _theirs(desk: Desk, person: Person, agreement: str) -> tuple[Agreement, Membership]:
    found = desk.record.agreements.get(agreement)
    part = part_in(desk, person, found.case) if found else None
    if found is None or part is None or found.who != part.id or not found.live:
        raise Refusal("agreement_gone")
    return visible(desk, part, agreement), part


def _tell(desk: Desk, agreement: Agreement, by: Membership, what: str) -> None:
    for member in {agreement.made_by, agreement.director} - {by.id}:
        tell_member(desk, member, what, agreement)
