"""Taking back the last save: the answer goes, or its earlier text returns."""

from dataclasses import dataclass, replace

from bot.core.record import Answer, Person
from bot.core.route import Why
from bot.services.asking import Asked, open_question
from bot.services.ports import Desk
from bot.services.refusals import Refusal
from bot.services.standing import Standing, standing


@dataclass(frozen=True)
class Undone:
    """``restored``: the earlier text that stands again, or None when the answer is gone."""

    restored: str | None
    asked: Asked


def undo_answer(desk: Desk, person: Person, answer: str | None = None) -> Undone:
    """Take back one save, by its answer's id or else the latest, and ask that question again.

    Refusals: "no_case", "nothing_to_undo".
    """
    at = standing(desk, person)
    found = _to_undo(desk, at, answer)
    if found is None:
        raise Refusal("nothing_to_undo")
    before = desk.record.revisions.first(answer=found.id, replaced_at=found.answered_at)
    if before:
        stood = replace(
            found,
            text=before.text,
            parties=before.parties,
            answered_at=before.said_at,
            said_in=before.said_in,
        )
        desk.record.answers.put(stood)
        desk.record.revisions.remove(id=before.id)
    elif desk.record.revisions.pick("id", answer=found.id):  # it was deleted before, and is again
        desk.record.answers.put(replace(found, text="", parties=(), deleted=True))
    else:
        desk.record.answers.remove(id=found.id)
    asked = open_question(desk, at, found.question, Why.CHOSEN)
    return Undone(before.text if before else None, asked)


def undo_skip(desk: Desk, person: Person) -> Asked | None:
    """Ask again what was passed over, when nothing was answered since; else None. Refusal
    "no_case"."""
    at = standing(desk, person)
    skips = desk.record.skips.find(membership=at.part.id)
    answered = desk.record.answers.pick("answered_at", membership=at.part.id)
    if not skips or any(when > skips[-1].skipped_at for when in answered):
        return None
    desk.record.skips.remove(id=skips[-1].id)
    return open_question(desk, at, skips[-1].question, Why.CHOSEN)


def _to_undo(desk: Desk, at: Standing, answer: str | None) -> Answer | None:
    if answer is None:
        kept = desk.record.answers.find(membership=at.part.id, deleted=False)
        return kept[-1] if kept else None
    return desk.record.answers.first(id=answer, membership=at.part.id, deleted=False)
