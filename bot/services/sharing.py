"""What one shared, and with whom."""

from collections.abc import Mapping

from bot.core.access import begins_as
from bot.core.record import Person, Visibility
from bot.services.pieces import pieces_of
from bot.services.ports import Desk
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


def my_sharing(desk: Desk, person: Person, case: str | None = None) -> Mapping[Visibility, int]:
    """How many of one's own pieces in a case each circle may read. ``case``: None for the current
    one. Refusal "no_case"."""
    part = part_in(desk, person, case)
    said = [piece.visibility for piece in pieces_of(desk, part)]
    return {visibility: said.count(visibility) for visibility in Visibility}
