"""Making an agreement: what, who and by when are asked, read back, and then it stands."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.core.access import Action
from bot.core.agreement import (
    Agreement,
    AgreementStatus,
    Consent,
    Field,
    Happened,
)
from bot.core.method import Level
from bot.core.record import Doing, Membership, Person
from bot.services.agreements import changeable, note, tell_member
from bot.services.permission import allowed
from bot.services.ports import Desk
from bot.services.progress import say_need
from bot.services.read_together import Author, authors_of, members_of
from bot.services.refusals import Refusal
from bot.services.standing import Standing, standing

LONGEST = 500  # characters of what is agreed


@dataclass(frozen=True)
class Said:
    """What was understood of what somebody typed or tapped; None: nothing of that kind."""

    what: str | None = None
    who: str | None = None  # a membership
    party: str | None = None  # the role of somebody who is no member
    due: date | None = None
    level: Level | None = None
    director: str | None = None  # a membership


@dataclass(frozen=True)
class Agreed:
    """An agreement as it stands. ``asks``: what is asked about it; None: whether it is right."""

    agreement: Agreement
    asks: Field | None
    authors: dict[str, Author]


def begin_agreement(desk: Desk, person: Person, said: Said) -> Agreed:
    """Begin an agreement with what is known; what is missing is asked.

    Refusals: "no_case", "not_allowed", "agreement_long".
    """
    at = allowed(desk, person, Action.AGREE)
    _drop_draft(desk, at.part)
    director = _coordinator(desk, at.part)
    agreement = Agreement(
        desk.new_id(), at.case.id, at.part.id, desk.now(), AgreementStatus.DRAFT, director=director
    )
    return _go_on(desk, at, _with(desk, at, agreement, said))


def fill_agreement(desk: Desk, person: Person, said: Said) -> Agreed:
    """Take up what was said about the agreement that is being made or mended.

    Refusals: "no_case", "agreement_gone", "agreement_long"; "which_what", "which_who", "which_due",
    "which_level", "which_director" (what was asked is not in it), "which_part" (nothing was asked,
    and nothing of it is in it), "due_past", "member_gone" (who was chosen is not in the case).
    """
    at = standing(desk, person)
    agreement, asked = _under_way(desk, at.part)
    if asked is Field.NEED:
        needy = say_need(desk, person, agreement.id, said.what or "")
        stop_agreeing(desk, person)
        return Agreed(needy, None, authors_of(desk, at.case))
    if asked and not _holds(said, asked):
        raise _not_in_it(asked)
    if not asked and not any(vars(said).values()):
        raise Refusal("which_part")
    return _go_on(desk, at, _with(desk, at, agreement, _only(said, asked)))


def mend_agreement(desk: Desk, person: Person, agreement: str, field: Field) -> Agreed:
    """Ask one part of an agreement anew. Refusals: "no_case", "agreement_gone"."""
    at = standing(desk, person)
    found = changeable(desk, at.part, agreement)
    _asks(desk, at.part, found, field)
    return Agreed(found, field, authors_of(desk, at.case))


def settle_agreement(desk: Desk, person: Person, agreement: str) -> Agreed:
    """It is right as it was read back: from now on it stands, and whoever is to do it is asked.

    Refusals: "no_case", "agreement_gone".
    """
    at = standing(desk, person)
    found = changeable(desk, at.part, agreement)
    if found.asks:
        return _go_on(desk, at, found)
    if found.status is AgreementStatus.DRAFT:
        found = replace(found, status=AgreementStatus.OPEN)
        note(desk, found, at.part, Happened.MADE)
    settled = _ask_who(desk, at, found)
    desk.record.agreements.put(settled)
    stop_agreeing(desk, person)
    return Agreed(settled, None, authors_of(desk, at.case))


def drop_agreement(desk: Desk, person: Person, agreement: str) -> Agreement:
    """It is agreed no longer; one that never stood goes altogether.

    Refusals: "no_case", "agreement_gone".
    """
    at = standing(desk, person)
    found = changeable(desk, at.part, agreement)
    if found.status is AgreementStatus.DRAFT:
        _drop_draft(desk, at.part)
    else:
        found = replace(found, status=AgreementStatus.DROPPED, stuck_since=None, need=None)
        desk.record.agreements.put(found)
        note(desk, found, at.part, Happened.DROPPED)
    stop_agreeing(desk, person)
    return found


def stop_agreeing(desk: Desk, person: Person) -> None:
    """Ask no more about an agreement; one that was not read back yet goes."""
    at = standing(desk, person)
    if at.part.doing is Doing.AGREEING:
        desk.record.memberships.put(replace(at.part, doing=Doing.NOTHING, about=None))
        _drop_draft(desk, at.part)


def being_made(desk: Desk, at: Standing) -> Agreed:
    """The agreement about which a member is being asked. Refusal "agreement_gone"."""
    agreement, asked = _under_way(desk, at.part)
    return Agreed(agreement, asked, authors_of(desk, at.case))


def can_do_it(desk: Desk, person: Person) -> Sequence[Author]:
    """The members who could do what is agreed, whoever asks first. Refusal "no_case"."""
    at = standing(desk, person)
    members = members_of(desk, at.case)
    return sorted(members, key=lambda author: author.part.id != at.part.id)


def _go_on(desk: Desk, at: Standing, agreement: Agreement) -> Agreed:
    _asks(desk, at.part, agreement, agreement.asks)
    return Agreed(agreement, agreement.asks, authors_of(desk, at.case))


def _asks(desk: Desk, part: Membership, agreement: Agreement, field: Field | None) -> None:
    about = f"{agreement.id}/{field or ''}"
    desk.record.memberships.put(replace(part, doing=Doing.AGREEING, about=about))


def _under_way(desk: Desk, part: Membership) -> tuple[Agreement, Field | None]:
    id, _, field = (part.about or "").partition("/")
    if part.doing is not Doing.AGREEING:
        raise Refusal("agreement_gone")
    return changeable(desk, part, id), Field(field) if field else None


def _with(desk: Desk, at: Standing, agreement: Agreement, said: Said) -> Agreement:
    """The agreement with what was said, kept."""
    if said.what and len(said.what) > LONGEST:
        raise Refusal("agreement_long", most=str(LONGEST))
    if said.due and said.due < desk.now().date():
        raise Refusal("due_past")
    if not {said.who, said.director} - {None} <= {m.part.id for m in members_of(desk, at.case)}:
        raise Refusal("member_gone")
    changes = {name: value for name, value in vars(said).items() if value is not None}
    if said.who or said.party:  # either a member does it, or somebody who is none
        changes |= {"who": said.who, "party": said.party, "consent": Consent.NONE}
        changes.setdefault("level", _level(desk, said))
    changed = replace(agreement, **changes)
    if changed != agreement and agreement.status is not AgreementStatus.DRAFT:
        note(desk, changed, at.part, Happened.CHANGED)
    desk.record.agreements.put(changed)
    return changed


def _level(desk: Desk, said: Said) -> Level | None:
    """The level of whoever does it."""
    if said.party:
        return desk.method.roles[said.party].level
    part = desk.record.memberships.get(said.who or "")
    return part.level if part else None


def _holds(said: Said, field: Field) -> bool:
    if field is Field.WHO:
        return bool(said.who or said.party)
    return bool(getattr(said, field))


def _not_in_it(field: Field) -> Refusal:
    """What was asked is not in what was said."""
    match field:
        case Field.WHO:
            return Refusal("which_who")
        case Field.DUE:
            return Refusal("which_due")
        case Field.LEVEL:
            return Refusal("which_level")
        case Field.DIRECTOR:
            return Refusal("which_director")
    return Refusal("which_what")


def _only(said: Said, field: Field | None) -> Said:
    """What was said of the field that was asked; all of it when none was."""
    if field is None:
        return said
    if field is Field.WHO:
        return Said(who=said.who, party=said.party)
    if field is Field.WHAT:  # a whole sentence may say who and when as well
        return said
    return Said(**{field: getattr(said, field)})


def _ask_who(desk: Desk, at: Standing, agreement: Agreement) -> Agreement:
    """Whoever is to do it is asked, unless they say it themselves or were asked before."""
    if agreement.who is None or agreement.consent is not Consent.NONE:
        return agreement
    if agreement.who == at.part.id:
        note(desk, agreement, at.part, Happened.IN)
        return replace(agreement, consent=Consent.IN)
    tell_member(desk, agreement.who, "agreement", agreement)
    return replace(agreement, consent=Consent.ASKED)


def _coordinator(desk: Desk, part: Membership) -> str:
    """Who directs what is agreed, until somebody else is chosen."""
    found = desk.record.memberships.first(case=part.case, coordinator=True)
    return found.id if found else part.id


def _drop_draft(desk: Desk, part: Membership) -> None:
    desk.record.agreements.remove(case=part.case, made_by=part.id, status=AgreementStatus.DRAFT)
