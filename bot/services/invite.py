"""Inviting somebody into a case, in one role, by a link."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.core.access import Action
from bot.core.method import Role
from bot.core.record import Case, Doing, Invitation, Person
from bot.services.permission import allowed
from bot.services.ports import Desk
from bot.services.refusals import Refusal
from bot.services.trail import leave_trace

LASTS = timedelta(days=14)
FOR_MANY = 25  # people, when a link is for more than one
MOST_OPEN = 40  # invitations of one case


@dataclass(frozen=True)
class Invited:
    """An invitation with its code, which is shown now and never again."""

    invitation: Invitation
    role: Role
    case: Case
    code: str


@dataclass(frozen=True)
class Outstanding:
    """An invitation that can still be used."""

    invitation: Invitation
    role: Role


def begin_inviting(desk: Desk, person: Person) -> Case:
    """Wait for the role of whom to invite. Refusals: "no_case", "not_allowed"."""
    at = allowed(desk, person, Action.INVITE)
    desk.record.memberships.put(replace(at.part, doing=Doing.INVITING))
    return at.case


def stop_inviting(desk: Desk, person: Person) -> None:
    """Think better of it. Refusals: "no_case", "not_allowed"."""
    at = allowed(desk, person, Action.INVITE)
    desk.record.memberships.put(replace(at.part, doing=Doing.NOTHING))


def invite(desk: Desk, person: Person, role: str, for_many: bool = False) -> Invited:
    """A link for one person in this role, or for several.

    Refusals: "no_case", "not_allowed", "role_unknown" (nobody can have it), "too_many_invitations".
    """
    at = allowed(desk, person, Action.INVITE)
    found = desk.method.roles.get(role)
    if found is None or not found.member:
        raise Refusal("role_unknown")
    if len(_open(desk, at.case.id)) >= MOST_OPEN:
        raise Refusal("too_many_invitations")
    code = desk.new_code()
    now = desk.now()
    invitation = Invitation(
        id=desk.new_id(),
        case=at.case.id,
        by=at.part.id,
        role=found.id,
        level=found.level,
        group=found.group,
        digest=digest_of(code),
        made_at=now,
        expires_at=now + LASTS,
        uses=FOR_MANY if for_many else 1,
    )
    desk.record.invitations.put(invitation)
    desk.record.memberships.put(replace(at.part, doing=Doing.NOTHING))
    leave_trace(desk, person, "invited", invitation.id, at.case.id)
    return Invited(invitation, found, at.case, code)


def outstanding(desk: Desk, person: Person) -> Sequence[Outstanding]:
    """The invitations that can still be used, oldest first. Refusals: "no_case", "not_allowed"."""
    at = allowed(desk, person, Action.INVITE)
    found = _open(desk, at.case.id)
    return [Outstanding(each, desk.method.roles[each.role]) for each in found]


def revoke(desk: Desk, person: Person, invitation: str) -> Role:
    """Let a link open nothing any more. Refusals: "no_case", "not_allowed", "invitation_gone"."""
    at = allowed(desk, person, Action.REVOKE)
    found = desk.record.invitations.first(id=invitation, case=at.case.id)
    if found is None or not usable(desk, found):
        raise Refusal("invitation_gone")
    desk.record.invitations.put(replace(found, revoked=True))
    leave_trace(desk, person, "revoked", found.id, at.case.id)
    return desk.method.roles[found.role]


def usable(desk: Desk, invitation: Invitation) -> bool:
    """Whether an invitation still lets somebody in."""
    return not invitation.revoked and invitation.uses > 0 and desk.now() < invitation.expires_at


def digest_of(code: str) -> str:
    """What is kept of a code. It has 192 bits, so no salt and no slow hash is needed."""
    return hashlib.sha256(code.encode()).hexdigest()


def _open(desk: Desk, case: str) -> list[Invitation]:
    return [each for each in desk.record.invitations.find(case=case) if usable(desk, each)]
