"""What one shared, and with whom."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.core.access import begins_as, may_read
from bot.core.method import Group
from bot.core.record import Answer, Note, Person, Visibility
from bot.services.pieces import pieces_of
from bot.services.ports import Desk
from bot.services.read_together import Author, members_of
from bot.services.refusals import Refusal
from bot.services.standing import part_in, standing


def who_reads(desk: Desk, person: Person) -> str:
    """Who reads what this person says now, until they choose otherwise: "alone" when nobody else
    is in their case, or else "team" or "me"."""
    try:
        at = standing(desk, person)
    except Refusal:
        return "alone"
    parts = desk.record.memberships.find(case=at.case.id)
    if all(part.left_at or part.id == at.part.id for part in parts):
        return "alone"
    return str(begins_as(at.part))


def readers_now(desk: Desk, piece: Answer | Note) -> list[Author]:
    """The other members who may read an answer or a note as it is released now."""
    author = desk.record.memberships.get(piece.membership)
    case = desk.record.cases.get(author.case) if author else None
    if author is None or case is None:
        return []
    members = members_of(desk, case)
    return [
        member
        for member in members
        if member.part.id != author.id and may_read(member.part, author, piece.visibility)
    ]


def would_read(desk: Desk, piece: Answer | Note, visibility: Visibility) -> list[Author]:
    """The other members who could read it, if it were released so now."""
    return readers_now(desk, replace(piece, visibility=visibility))


def close_to_home(readers: Sequence[Author]) -> list[Author]:
    """Of whoever would read it, the child and the parents: before they do, that is asked."""
    return [each for each in readers if each.part.group in (Group.YOUNG, Group.FAMILY)]


def would_read_all(desk: Desk, person: Person) -> list[Author]:
    """The other members who could read what is shared with everyone in the current case."""
    at = standing(desk, person)
    return [each for each in members_of(desk, at.case) if each.part.id != at.part.id]


def my_sharing(desk: Desk, person: Person, case: str | None = None) -> Mapping[Visibility, int]:
    """How many of one's own pieces in a case each circle may read. ``case``: None for the current
    one. Refusal "no_case"."""
    part = part_in(desk, person, case)
    said = [piece.visibility for piece in pieces_of(desk, part)]
    return {visibility: said.count(visibility) for visibility in Visibility}
