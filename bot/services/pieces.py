"""What was said in a case, as far as one member may read it. The only road to others' words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.core.access import may_read
from bot.core.method import Cell
from bot.core.record import Answer, Membership, Note, Visibility
from bot.services.ports import Desk
from bot.services.standing import Standing, cell_of


@dataclass(frozen=True)
class Piece:
    """An answer or a note. ``since``: from when the reader could read it."""

    id: str
    author: Membership
    text: str
    visibility: Visibility
    since: datetime
    cell: Cell | None
    question: str | None  # None: a note
    parties: Sequence[str]
    apart: bool = False  # said in danger

    @property
    def is_note(self) -> bool:
        return self.question is None


def readable(desk: Desk, at: Standing) -> list[Piece]:
    """Everything in the case that this member may read, their own too, oldest first."""
    found = [
        piece
        for author in desk.record.memberships.find(case=at.case.id)
        for piece in pieces_of(desk, author)
        if may_read(at.part, author, piece.visibility)
    ]
    return sorted(found, key=lambda piece: (piece.since, piece.id))


def of_others(desk: Desk, at: Standing) -> list[Piece]:
    """What others said and this member may read, oldest first."""
    return [piece for piece in readable(desk, at) if piece.author.id != at.part.id]


def pieces_of(desk: Desk, author: Membership) -> list[Piece]:
    """All that a member said in their case, whoever may read it."""
    answers = desk.record.answers.find(membership=author.id, deleted=False)
    notes = desk.record.notes.find(membership=author.id)
    said = [_of_answer(desk, author, answer) for answer in answers]
    return said + [_of_note(author, note) for note in notes]


def _of_answer(desk: Desk, author: Membership, answer: Answer) -> Piece:
    return Piece(
        answer.id,
        author,
        answer.text,
        answer.visibility,
        max(answer.answered_at, answer.released_at or answer.answered_at),
        cell_of(desk, answer.question),
        answer.question,
        answer.parties,
        answer.apart,
    )


def _of_note(author: Membership, note: Note) -> Piece:
    return Piece(
        note.id,
        author,
        note.text,
        note.visibility,
        max(note.noted_at, note.released_at or note.noted_at),
        note.cell,
        None,
        note.parties,
        note.apart,
    )
