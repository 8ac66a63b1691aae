"""What one shared, and with whom."""

from collections.abc import Mapping

from bot.core.record import Person, Visibility
from bot.services.pieces import pieces_of
from bot.services.ports import Desk
from bot.services.standing import standing


def my_sharing(desk: Desk, person: Person) -> Mapping[Visibility, int]:
    """How many of one's own pieces in this case each circle may read. Refusal "no_case"."""
    at = standing(desk, person)
    said = [piece.visibility for piece in pieces_of(desk, at.part)]
    return {visibility: said.count(visibility) for visibility in Visibility}
