"""Who hears that an agreement changed, and who is asked anew whether they will do it."""

from dataclasses import replace

from bot.core.agreement import Agreement, Consent, Happened
from bot.core.record import Membership
from bot.services.agreements import note, tell_member
from bot.services.ports import Desk


def ask_who(desk: Desk, by: Membership, agreement: Agreement) -> Agreement:
    """Whoever is to do it is asked, unless they say it themselves or were asked before."""
    if agreement.who is None or agreement.consent is not Consent.NONE:
        return agreement
    if agreement.who == by.id:
        note(desk, agreement, by, Happened.IN)
        return replace(agreement, consent=Consent.IN)
    tell_member(desk, agreement.who, "agreement", agreement)
    return replace(agreement, consent=Consent.ASKED)


def tell_changed(desk: Desk, by: Membership, before: Agreement, after: Agreement) -> Agreement:
    """Of an agreement that stands: whoever it is taken from hears so, and whoever is to do what is
    otherwise now is asked whether they will. Who changed it needs to hear nothing."""
    if before.who not in (None, after.who, by.id) and before.consent is not Consent.NOT_ME:
        tell_member(desk, before.who, "agreement_taken", after)
    if after.who != before.who:
        return ask_who(desk, by, after)
    if after.who in (None, by.id) or (after.what, after.due) == (before.what, before.due):
        return after
    tell_member(desk, after.who, "agreement_changed", after)
    return replace(after, consent=Consent.ASKED)
