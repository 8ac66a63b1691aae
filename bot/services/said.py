"""What somebody said earlier, in their own words, to do something else with."""

from bot.core.record import Person
from bot.services.ports import Desk
from bot.services.refusals import Refusal
from bot.services.standing import standing


def said_before(desk: Desk, person: Person, piece: str) -> str:
    """The text of one of one's own answers or notes. Refusals: "no_case", "piece_gone"."""
    part = standing(desk, person).part
    answer = desk.record.answers.first(id=piece, membership=part.id, deleted=False)
    note = desk.record.notes.first(id=piece, membership=part.id)
    found = answer or note
    if found is None:
        raise Refusal("piece_gone")
    return found.text


def is_own_step(desk: Desk, person: Person, piece: str) -> bool:
    """Whether it is what they said to do next themselves. Refusal "no_case"."""
    part = standing(desk, person).part
    return desk.record.notes.first(id=piece, membership=part.id) is not None
