"""Correcting an answer by its message: an edit of it, or a reply to the question."""

from collections.abc import Sequence
from dataclasses import replace

from bot.core import pieces
from bot.core.record import Answer, Note, Person
from bot.services.answer import Answered, answer_open_question, keep_answer
from bot.services.ports import Desk
from bot.services.refusals import Refusal
from bot.services.standing import cell_of, standing


def edit_answer(
    desk: Desk, person: Person, message: str, text: str, parties: Sequence[str]
) -> Answer | Note:
    """Give the answer that a message made its new words; the earlier text is a revision. A note
    simply has its new words.

    ``message`` is the channel's key. What is open stays open. Refusals: "edit_no_answer" (it was
    a command, or another message answered after it), "edit_deleted", "empty".
    """
    old = _said_in(desk, person, message)
    if old is None:
        return _edit_note(desk, person, message, text, parties)
    if old.deleted:
        raise Refusal("edit_deleted")
    if not text.strip():
        raise Refusal("empty")
    whole, said = pieces.reworded(old.text, old.said_in, message, text)
    named = (*old.parties, *parties) if len(said) > 1 else parties
    author = desk.record.memberships.get(old.membership)
    assert author  # an answer has one
    return keep_answer(desk, author, old.question, whole, named, said)[0]


def answer_to(
    desk: Desk, person: Person, asks: str, text: str, parties: Sequence[str], said_in: str
) -> Answered | Answer:
    """Answer, or answer anew, the question that one of our messages put ("membership/question").

    Answered when it is the question that is open now; else only the answer, and what is open stays
    open. Refusals: "no_case", "reply_other_case", "question_gone", "empty".
    """
    at = standing(desk, person)
    part, _, question = asks.partition("/")
    if part != at.part.id:
        raise Refusal("reply_other_case")
    if question == at.part.open_question:
        return answer_open_question(desk, person, text, parties, said_in)
    cell_of(desk, question)
    if not text.strip():
        raise Refusal("empty")
    desk.record.skips.remove(membership=part, question=question)
    said = (pieces.piece(said_in, text),)
    return keep_answer(desk, at.part, question, text, parties, said)[0]


def _edit_note(desk: Desk, person: Person, message: str, text: str, parties: Sequence[str]) -> Note:
    for part in desk.record.memberships.find(person=person.id):
        if old := desk.record.notes.first(membership=part.id, said_in=message):
            if not text.strip():
                raise Refusal("empty")
            new = replace(old, text=text, parties=tuple(dict.fromkeys(parties)))
            desk.record.notes.put(new)
            return new
    raise Refusal("edit_no_answer")


def _said_in(desk: Desk, person: Person, message: str) -> Answer | None:
    """The person's own answer that a message made: others may have a message of this number."""
    for part in desk.record.memberships.find(person=person.id):
        messages = desk.record.answers.pick("said_in", membership=part.id)
        ids = desk.record.answers.pick("id", membership=part.id)
        for id, said in zip(ids, messages, strict=True):
            if message in pieces.keys(said):
                return desk.record.answers.get(id)
    return None
