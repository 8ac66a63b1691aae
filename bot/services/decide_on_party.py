"""The coordinator's word on a party that was named: it counts, it does not, or it is another."""

from dataclasses import replace

from bot.core.access import Action
from bot.core.method import Role
from bot.core.record import Party, PartyStatus, Person
from bot.services.permission import allowed
from bot.services.ports import Desk
from bot.services.refusals import Refusal
from bot.services.trail import leave_trace


def decide_on_party(desk: Desk, person: Person, role: str, status: PartyStatus) -> Role:
    """Confirm or drop a party; deciding again replaces what was decided. With ``MERGED`` it waits
    for ``merge_party``.

    Refusals: "no_case", "not_allowed", "role_unknown".
    """
    at = allowed(desk, person, Action.DECIDE_ON_PARTIES)
    if role not in desk.method.roles:
        raise Refusal("role_unknown")
    old = desk.record.parties.first(case=at.case.id, role=role)
    id = old.id if old else desk.new_id()
    desk.record.parties.put(Party(id, at.case.id, role, status, desk.now()))
    leave_trace(desk, person, "decided_on_party", id, at.case.id)
    return desk.method.roles[role]


def merge_party(desk: Desk, person: Person, into: str) -> Role:
    """Say of the party that waits for it which other one it is the same as.

    Refusals: "no_case", "not_allowed", "role_unknown" (none waits, or it would be itself).
    """
    at = allowed(desk, person, Action.DECIDE_ON_PARTIES)
    merging = desk.record.parties.find(case=at.case.id, status=PartyStatus.MERGED, into=None)
    if not merging or into not in desk.method.roles or into == merging[-1].role:
        raise Refusal("role_unknown")
    desk.record.parties.put(replace(merging[-1], into=into, decided_at=desk.now()))
    return desk.method.roles[into]
