"""Telling in one's own way: no form, no question; each piece is kept in the teller's words."""

from collections.abc import Sequence
from dataclasses import replace

from bot.core.access import begins_as
from bot.core.method import Cell
from bot.core.record import CaseStatus, Note, Person, Visibility
from bot.services.asking import asked_only
from bot.services.ports import Desk
from bot.services.refusals import Refusal
from bot.services.standing import Standing, beginning, standing


def begin_telling(desk: Desk, person: Person) -> Standing:
    """From now on what this member types is kept as they tell it. Refusal "no_case"."""
    at = standing(desk, person)
    part = replace(asked_only(at.part), telling=True)
    desk.record.memberships.put(part)
    return replace(at, part=part)


def stop_telling(desk: Desk, person: Person) -> None:
    """From now on this member is asked question by question. Refusal "no_case"."""
    at = standing(desk, person)
    desk.record.memberships.put(replace(at.part, telling=False))


def tell(
    desk: Desk,
    person: Person,
    text: str,
    parties: Sequence[str] = (),
    visibility: Visibility | None = None,
    said_in: str | None = None,
) -> Note:
    """Keep what was told. ``visibility``: None for how a member's words begin; ``said_in``: the
    message's key.

    Refusals: "no_case", "empty".
    """
    at = beginning(desk, person)
    if at.case.status is CaseStatus.CLOSED:
        raise Refusal("no_case")
    if not text.strip():
        raise Refusal("empty")
    named = tuple(dict.fromkeys(parties))
    reads = visibility or begins_as(at.part)
    note = Note(desk.new_id(), at.part.id, text, reads, desk.now(), None, named, said_in=said_in)
    desk.record.notes.put(note)
    return note


def place(desk: Desk, person: Person, note: str, cell: Cell) -> Note:
    """Put a note where its author says that it belongs. Refusals: "no_case", "piece_gone"."""
    at = standing(desk, person)
    found = desk.record.notes.first(id=note, membership=at.part.id)
    if found is None:
        raise Refusal("piece_gone")
    placed = replace(found, cell=cell)
    desk.record.notes.put(placed)
    return placed


def drop(desk: Desk, person: Person, note: str) -> None:
    """Take a note away. Refusals: "no_case", "piece_gone"."""
    at = standing(desk, person)
    if not desk.record.notes.remove(id=note, membership=at.part.id):
        raise Refusal("piece_gone")


def drop_latest(desk: Desk, person: Person) -> None:
    """Take away what was told last. Refusals: "no_case", "nothing_to_undo"."""
    told = my_notes(desk, person)
    if not told:
        raise Refusal("nothing_to_undo")
    drop(desk, person, told[-1].id)


def my_notes(desk: Desk, person: Person) -> list[Note]:
    """All that one told in this case, oldest first. Refusal "no_case"."""
    at = standing(desk, person)
    return desk.record.notes.find(membership=at.part.id)


def one_note(desk: Desk, person: Person, note: str) -> Note:
    """One piece that one told. Refusals: "no_case", "piece_gone"."""
    at = standing(desk, person)
    found = desk.record.notes.first(id=note, membership=at.part.id)
    if found is None:
        raise Refusal("piece_gone")
    return found
