"""What one shared, and with whom."""

from collections.abc import Mapping

from bot.core.access import begins_as
from bot.core.record import Person, Visibility
from bot.services.pieces import pieces_of
from bot.services.ports import Desk
from bot.services.refusals import Refusal
from bot.services.standing import standing


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


def my_sharing(desk: Desk, person: Person) -> Mapping[Visibility, int]:
    """How many of one's own pieces in this case each circle may read. Refusal "no_case"."""
    at = standing(desk, person)
    said = [piece.visibility for piece in pieces_of(desk, at.part)]
    return {visibility: said.count(visibility) for visibility in Visibility}
