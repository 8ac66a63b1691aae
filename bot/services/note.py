"""Free input: something said while no question was open."""

from bot.core.record import Note, Person, Visibility
from bot.services.ports import Desk
from bot.services.standing import beginning


def take_note(desk: Desk, person: Person, text: str) -> Note:
    """Keep a note with the current case. Refusal "no_case"."""
    at = beginning(desk, person)
    note = Note(desk.new_id(), at.part.id, text, Visibility.TEAM, desk.now())
    desk.record.notes.put(note)
    return note
