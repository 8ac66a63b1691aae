"""The coordinator's word on a party that was named: it counts, it does not, or it is another."""

from bot.core.access import Action
from bot.core.method import Role
from bot.core.record import Party, PartyStatus, Person
from bot.services.permission import allowed
from bot.services.ports import Desk
from bot.services.refusals import Refusal
from bot.services.trail import leave_trace


def decide_on_party(
    desk: Desk, person: Person, role: str, status: PartyStatus, into: str | None = None
) -> Role:
    """Confirm, drop, or merge a party; deciding again replaces what was decided.

    Refusals: "no_case", "not_allowed", "role_unknown" (of the party, or of what it becomes).
    """
    at = allowed(desk, person, Action.DECIDE_ON_PARTIES)
    merging = status is PartyStatus.MERGED
    if role not in desk.method.roles or (
        merging and (into not in desk.method.roles or into == role)
    ):
        raise Refusal("role_unknown")
    old = desk.record.parties.first(case=at.case.id, role=role)
    party = Party(
        id=old.id if old else desk.new_id(),
        case=at.case.id,
        role=role,
        status=status,
        decided_at=desk.now(),
        into=into if merging else None,
    )
    desk.record.parties.put(party)
    leave_trace(desk, person, "decided_on_party", party.id, at.case.id)
    return desk.method.roles[role]
