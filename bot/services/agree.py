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
from bot.core.record import Membership, Person
from bot.services.agreeing import ask_about, asked_about, drop_draft, stop_asking
from bot.services.agreement_news import ask_who, tell_changed
from bot.services.agreements import changeable, note
from bot.services.confirm import say_first
from bot.services.permission import allowed
from bot.services.ports import Desk
from bot.services.progress import say_need
from bot.services.read_together import Author, authors_of, members_of
from bot.services.refusals import Refusal
from bot.services.standing import Standing, standing
from bot.services.whereabouts import today_for

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
    """An agreement as it stands. ``asks``: what is asked about it; None: whether it is right.
    ``happened``: what became of it by what was said."""

    agreement: Agreement
    asks: Field | None
    authors: dict[str, Author]
    happened: Happened | None = None

    @property
    def stands(self) -> bool:
        """Whether it was settled before."""
        return self.agreement.status is not AgreementStatus.DRAFT


def begin_agreement(desk: Desk, person: Person, said: Said) -> Agreed:
    """Begin an agreement with what is known; what is missing is asked.

    Refusals: "no_case", "not_allowed", "agreement_long".
    """
    at = allowed(desk, person, Action.AGREE)
    drop_draft(desk, at.part)
    director = _coordinator(desk, at.part)
    agreement = Agreement(
        desk.new_id(), at.case.id, at.part.id, desk.now(), AgreementStatus.DRAFT, director=director
    )
    return _go_on(desk, at, _with(desk, at, agreement, said))


def fill_agreement(desk: Desk, person: Person, said: Said) -> Agreed:
    """Take up what was said about the agreement that is being made or changed. What changes of one
    that stands, does so at once, and whom it is for hears of it.

    Refusals: "no_case", "agreement_gone", "agreement_long"; "which_what", "which_who", "which_due",
    "which_level", "which_director" (what was asked is not in it), "which_part" (nothing was asked,
    and nothing of it is in it), "due_past", "member_gone" (who was chosen is not in the case).
    """
    at = standing(desk, person)
    agreement, asked = asked_about(desk, at.part)
    if asked in (Field.NEED, Field.TALK):
        return _say(desk, at, agreement, asked, said.what or "")
    if asked and not _holds(said, asked):
        raise _not_in_it(asked)
    if not asked and not any(vars(said).values()):
        raise Refusal("which_part")
    changed = _with(desk, at, agreement, _only(said, asked))
    if agreement.status is AgreementStatus.DRAFT:
        return _go_on(desk, at, changed)
    changed = tell_changed(desk, at.part, agreement, changed)
    desk.record.agreements.put(changed)
    if changed.who != agreement.who and changed.past(today_for(desk, person)):
        ask_about(desk, at.part, changed, Field.DUE)  # another one needs a day that is still ahead
    else:
        stop_asking(desk, at.part)
    happened = Happened.CHANGED if changed != agreement else None
    return Agreed(changed, None, authors_of(desk, at.case), happened)


def say_it_goes_on(desk: Desk, person: Person, words: str) -> Agreed:
    """It is done again and again, or from some day on, and ``words`` say how; so it is still asked
    on which day to look back at it.

    Refusals: "no_case", "agreement_gone", "agreement_long".
    """
    at = standing(desk, person)
    agreement, asked = asked_about(desk, at.part)
    what = agreement.what or ""
    if words.lower() not in what.lower():
        agreement = _with(desk, at, agreement, Said(what=f"{what}, {words}"))
    return Agreed(agreement, asked, authors_of(desk, at.case))


def mend_agreement(desk: Desk, person: Person, agreement: str, field: Field | None) -> Agreed:
    """Ask one part of an agreement anew; None: what of it is otherwise.

    Refusals: "no_case", "agreement_gone".
    """
    at = standing(desk, person)
    found = changeable(desk, at.part, agreement)
    ask_about(desk, at.part, found, field)
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
    settled = ask_who(desk, at.part, found)
    desk.record.agreements.put(settled)
    stop_asking(desk, at.part)
    return Agreed(settled, None, authors_of(desk, at.case))


def drop_agreement(desk: Desk, person: Person, agreement: str) -> Agreement:
    """It is agreed no longer; one that never stood goes altogether.

    Refusals: "no_case", "agreement_gone".
    """
    at = standing(desk, person)
    found = changeable(desk, at.part, agreement)
    if found.status is AgreementStatus.DRAFT:
        drop_draft(desk, at.part)
    else:
        found = replace(found, status=AgreementStatus.DROPPED, stuck_since=None, need=None)
        desk.record.agreements.put(found)
        note(desk, found, at.part, Happened.DROPPED)
    stop_asking(desk, at.part)
    return found


def stop_agreeing(desk: Desk, person: Person) -> Agreed | None:
    """Ask no more about an agreement; one that was never settled goes.

    :return: what was asked about it; None when nothing was, or it was gone
    """
    at = standing(desk, person)
    try:
        left = being_made(desk, at)
    except Refusal:
        left = None
    stop_asking(desk, at.part)
    return left


def being_made(desk: Desk, at: Standing) -> Agreed:
    """The agreement about which a member is being asked. Refusal "agreement_gone"."""
    agreement, asked = asked_about(desk, at.part)
    return Agreed(agreement, asked, authors_of(desk, at.case))


def can_do_it(desk: Desk, person: Person) -> Sequence[Author]:
    """The members who could do what is agreed, whoever asks first. Refusal "no_case"."""
    at = standing(desk, person)
    members = members_of(desk, at.case)
    return sorted(members, key=lambda author: author.part.id != at.part.id)


def _go_on(desk: Desk, at: Standing, agreement: Agreement) -> Agreed:
    ask_about(desk, at.part, agreement, agreement.asks)
    return Agreed(agreement, agreement.asks, authors_of(desk, at.case))


def _say(desk: Desk, at: Standing, agreement: Agreement, asked: Field, text: str) -> Agreed:
    """What is needed, or what somebody wants to say before they do it."""
    if asked is Field.NEED:
        said, happened = say_need(desk, at.person, agreement.id, text), Happened.NEED
    else:
        said, happened = say_first(desk, at.person, agreement.id, text), Happened.TALK
    stop_asking(desk, at.part)
    return Agreed(said, None, authors_of(desk, at.case), happened)


def _with(desk: Desk, at: Standing, agreement: Agreement, said: Said) -> Agreement:
    """The agreement with what was said, kept."""
    if said.what and len(said.what) > LONGEST:
        raise Refusal("agreement_long", most=str(LONGEST))
    if said.due and said.due < today_for(desk, at.person):
        raise Refusal("due_past")
    if not {said.who, said.director} - {None} <= {m.part.id for m in members_of(desk, at.case)}:
        raise Refusal("member_gone")
    changes = {name: value for name, value in vars(said).items() if value is not None}
    if (said.who, said.party) not in ((None, None), (agreement.who, agreement.party)):
        # either a member does it, or somebody who is none
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


def _coordinator(desk: Desk, part: Membership) -> str:
    """Who directs what is agreed, until somebody else is chosen."""
    found = desk.record.memberships.first(case=part.case, coordinator=True)
    return found.id if found else part.id
