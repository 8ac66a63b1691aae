"""The board of three levels: who takes part, who was only named, and where nobody is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.core.access import Action
from bot.core.method import Group, Level, Role
from bot.core.record import Case, Membership, PartyStatus, Person
from bot.services.asking import look_away
from bot.services.permission import allowed
from bot.services.pieces import readable
from bot.services.ports import Desk
from bot.services.read_together import Author, authors_of
from bot.services.standing import Standing


@dataclass(frozen=True)
class Board:
    """``named``: parties without a member, confirmed or not decided on; ``to_decide`` among them
    those that nobody decided on yet. ``unheard``: the child or the parents, of whom nobody is here.
    """

    case: Case
    joined: Mapping[Level, Sequence[Author]]
    named: Mapping[Level, Sequence[Role]]
    to_decide: Sequence[Role]
    unheard: Sequence[Group]

    @property
    def empty(self) -> list[Level]:
        """The levels on which nobody takes part."""
        return [level for level in Level if not self.joined[level]]


def board(desk: Desk, person: Person) -> Board:
    """The board of the current case. Refusals: "no_case", "not_allowed"."""
    at = allowed(desk, person, Action.SEE_BOARD)
    look_away(desk, at)
    return board_of(desk, at)


def board_of(desk: Desk, at: Standing) -> Board:
    """The board as this member may see it: parties come from what they may read."""
    members = [m for m in desk.record.memberships.find(case=at.case.id) if m.left_at is None]
    shown = authors_of(desk, at.case)
    roles = {member.role for member in members}
    parties = desk.record.parties.find(case=at.case.id)
    decided = {p.role: p for p in parties if p.into or p.status is not PartyStatus.MERGED}
    named = dict.fromkeys(
        party
        for piece in readable(desk, at)
        for party in piece.parties
        if party in desk.method.roles
    )
    merged = {
        party.into: None
        for party in decided.values()
        if party.status is PartyStatus.MERGED and party.into
    }
    confirmed = [r for r, party in decided.items() if party.status is PartyStatus.CONFIRMED]
    gone = {r for r, party in decided.items() if party.status is not PartyStatus.CONFIRMED}
    absent = [
        desk.method.roles[role]
        for role in dict.fromkeys((*named, *confirmed, *merged))
        if role not in gone and role not in roles
    ]
    return Board(
        case=at.case,
        joined={level: [shown[m.id] for m in members if _level(m) is level] for level in Level},
        named={level: [role for role in absent if role.level is level] for level in Level},
        to_decide=[role for role in absent if role.id not in decided],
        unheard=_unheard(members),
    )


def _level(member: Membership) -> Level:
    return member.level or Level.EXECUTING


def _unheard(members: Sequence[Membership]) -> list[Group]:
    here = {member.group for member in members}
    return [group for group in (Group.YOUNG, Group.FAMILY) if group not in here]
