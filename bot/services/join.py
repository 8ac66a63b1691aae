"""Coming in through a link: looking at the invitation, and taking it or not."""

from dataclasses import dataclass, replace
from datetime import timedelta

from bot.core.method import Role
from bot.core.record import (
    Attempt,
    Case,
    CaseStatus,
    Invitation,
    Membership,
    Opening,
    Pending,
    Person,
)
from bot.services.invite import digest_of, usable
from bot.services.ports import Desk
from bot.services.refusals import Refusal
from bot.services.standing import Standing
from bot.services.trail import leave_trace

MOST_TRIES = 10  # codes that open nothing, of one conversation, within
MOST_TRIES_OF_AN_ADDRESS = 50  # of one network address, which a whole school may share, within
TRIES_COUNT_FOR = timedelta(hours=1)


@dataclass(frozen=True)
class Opened:
    """An invitation as its receiver sees it. ``inviter`` has the role by which they are named."""

    invitation: Invitation
    case: Case
    role: Role
    inviter: Membership


@dataclass(frozen=True)
class AlreadyIn:
    """Whoever opened the link has a part in that case."""

    case: Case


def open_invitation(
    desk: Desk, conversation: str, code: str, origin: str | None = None
) -> Opened | AlreadyIn:
    """Look at an invitation by its code; it waits for a yes or a no of this conversation.

    ``origin``: a hash of the network address from which they look, where there is one. Refusal
    "code_unknown": the same for a code that is wrong, used, expired or revoked, and for whoever
    tried too many that open nothing.
    """
    found = desk.record.invitations.first(digest=digest_of(code))
    too_often = _tried(desk, conversation) >= MOST_TRIES or (
        bool(origin) and _tried(desk, origin) >= MOST_TRIES_OF_AN_ADDRESS
    )
    opened = _opened(desk, found) if found and not too_often else None
    if found is None or opened is None:
        for who in filter(None, (conversation, origin)):
            desk.record.attempts.put(Attempt(desk.new_id(), who, desk.now()))
        raise Refusal("code_unknown")
    person = desk.record.people.first(conversation=conversation)
    if person and _member(desk, person, found.case):
        return AlreadyIn(opened.case)
    desk.record.openings.remove(invitation=found.id, conversation=conversation)
    desk.record.openings.put(Opening(desk.new_id(), found.id, conversation, desk.now()))
    if person:
        desk.record.people.put(replace(person, pending=Pending.JOIN))
    return opened


def waiting_invitation(
    desk: Desk, conversation: str, invitation: str | None = None
) -> Opened | None:
    """The invitation that waits for a yes or a no of this conversation; None when none does.

    ``invitation``: its id, from a button that only whoever opened it was given.
    """
    if invitation:
        found = desk.record.invitations.get(invitation)
        return _opened(desk, found) if found else None
    return _looked_at(desk, conversation, declined=False)


def join(desk: Desk, person: Person, invitation: str | None = None) -> Standing:
    """Take part in the case whose invitation waits. Refusal "invitation_gone"."""
    opened = waiting_invitation(desk, person.conversation, invitation)
    if opened is None:
        desk.record.people.put(replace(person, pending=Pending.NOTHING))
        raise Refusal("invitation_gone")
    _use(desk, opened.invitation, person.conversation)
    part = _part(desk, person, opened)
    desk.record.memberships.put(part)
    here = replace(person, pending=Pending.NOTHING, current_case=opened.case.id)
    desk.record.people.put(here)
    leave_trace(desk, here, "joined", part.id, opened.case.id)
    _tell_coordinators(desk, opened.case.id, "joined", part.role or "")
    return Standing(here, opened.case, part)


def decline(desk: Desk, conversation: str, invitation: str | None = None) -> None:
    """Leave the invitation that waits. The coordinator is told that somebody did, and no more.

    The link stays as good as it was, so that one can still think better of it.
    """
    opened = waiting_invitation(desk, conversation, invitation)
    if person := desk.record.people.first(conversation=conversation):
        desk.record.people.put(replace(person, pending=Pending.NOTHING))
    if opened is None:
        return
    for opening in desk.record.openings.find(
        invitation=opened.invitation.id, conversation=conversation
    ):
        desk.record.openings.put(replace(opening, declined=True))
    _tell_coordinators(desk, opened.case.id, "declined", opened.role.id)


def declined_invitation(desk: Desk, conversation: str) -> Opened | None:
    """The invitation to which this conversation said no, while it can still be taken."""
    return _looked_at(desk, conversation, declined=True)


def tried_in_vain(desk: Desk, conversation: str) -> bool:
    """Whether somebody came, not long ago, through a link that opens nothing, or through one that
    another has used since or that was taken back."""
    since = desk.now() - TRIES_COUNT_FOR
    opened = desk.record.openings.pick("opened_at", conversation=conversation)
    return _tried(desk, conversation) > 0 or any(at > since for at in opened)


def inviter_of(desk: Desk, part: Membership) -> Membership | None:
    """Who invited a member; None for who began the case, or when who did is gone."""
    return desk.record.memberships.get(part.invited_by or "")


def forget_attempts(desk: Desk) -> None:
    """Forget the tries that count no longer."""
    for attempt in desk.record.attempts.find():
        if desk.now() - attempt.tried_at > TRIES_COUNT_FOR:
            desk.record.attempts.remove(id=attempt.id)


def forget_openings(desk: Desk) -> None:
    """Forget who looked at a link that is over."""
    for opening in desk.record.openings.find():
        found = desk.record.invitations.get(opening.invitation)
        late = desk.now() - opening.opened_at > TRIES_COUNT_FOR
        if late and (found is None or not usable(desk, found)):
            desk.record.openings.remove(id=opening.id)


def coordinators(desk: Desk, case: str) -> list[tuple[Membership, Person]]:
    """Those who direct a case."""
    parts = desk.record.memberships.find(case=case, coordinator=True)
    found = [(part, desk.record.people.get(part.person)) for part in parts if not part.left_at]
    return [(part, person) for part, person in found if person]


def _use(desk: Desk, invitation: Invitation, conversation: str) -> None:
    """One person chose; whoever else looks at it can still choose, as long as there are uses."""
    desk.record.invitations.put(replace(invitation, uses=invitation.uses - 1))
    desk.record.openings.remove(invitation=invitation.id, conversation=conversation)


def _looked_at(desk: Desk, conversation: str, declined: bool) -> Opened | None:
    """The invitation that a conversation opened last, of those that it declined or did not."""
    for opening in reversed(desk.record.openings.find(conversation=conversation)):
        found = desk.record.invitations.get(opening.invitation)
        if opening.declined is declined and found and (opened := _opened(desk, found)):
            return opened
    return None


def _opened(desk: Desk, invitation: Invitation) -> Opened | None:
    case = desk.record.cases.get(invitation.case)
    inviter = desk.record.memberships.get(invitation.by)
    if not usable(desk, invitation) or inviter is None or inviter.left_at is not None:
        return None
    if case is None or case.status is not CaseStatus.OPEN:
        return None
    return Opened(invitation, case, desk.method.roles[invitation.role], inviter)


def _member(desk: Desk, person: Person, case: str) -> bool:
    part = desk.record.memberships.first(person=person.id, case=case)
    return part is not None and part.left_at is None


def _part(desk: Desk, person: Person, opened: Opened) -> Membership:
    """A new part in the case; or that of someone who left, and comes back in this role."""
    old = desk.record.memberships.first(person=person.id, case=opened.case.id)
    part = Membership(
        id=old.id if old else desk.new_id(),
        person=person.id,
        case=opened.case.id,
        created_at=desk.now(),
        role=opened.role.id,
        level=opened.invitation.level,
        group=opened.invitation.group,
        invited_by=opened.inviter.id,
    )
    return replace(part, telling=not part.team)


def _tried(desk: Desk, who: str | None) -> int:
    """How many codes that open nothing came from a conversation or an address lately."""
    since = desk.now() - TRIES_COUNT_FOR
    return sum(at > since for at in desk.record.attempts.pick("tried_at", who=who))


def _tell_coordinators(desk: Desk, case: str, what: str, role: str) -> None:
    for _, person in coordinators(desk, case):
        desk.notify(person, {"what": what, "case": case, "role": role})
