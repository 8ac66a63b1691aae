"""Saying yes to an agreement, or something else: whoever is to do it is asked."""

from dataclasses import replace

from bot.core.agreement import Agreement, Consent, Happened
from bot.core.record import Person
from bot.services.agreements import note, tell_member, visible
from bot.services.ports import Desk
from bot.services.refusals import Refusal
from bot.services.standing import part_in

LINE = {
    Consent.IN: Happened.IN,
    Consent.TALK: Happened.TALK,
    Consent.NOT_ME: Happened.NOT_ME,
}


def confirm(desk: Desk, person: Person, agreement: str, answer: Consent) -> Agreement:
    """What the one who is to do it says. Who made it and who directs it are told.

    Refusal "agreement_gone": there is none such, it is over, or it is not theirs to do.
    """
    found = desk.record.agreements.get(agreement)
    part = part_in(desk, person, found.case) if found else None
    if found is None or part is None or found.who != part.id or not found.live:
        raise Refusal("agreement_gone")
    found = replace(visible(desk, part, agreement), consent=answer)
    desk.record.agreements.put(found)
    note(desk, found, part, LINE[answer])
    for member in {found.made_by, found.director} - {part.id}:
        tell_member(desk, member, f"agreement_{answer}", found)
    return found
