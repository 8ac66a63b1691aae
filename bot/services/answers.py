"""My answers: reading them, changing one, deleting one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.core.method import Cell, Step
from bot.core.record import Answer, Person, Revision
from bot.services.asking import Asked, look_away, open_earlier, question_text
from bot.services.ports import Desk
from bot.services.refusals import Refusal
from bot.services.standing import Standing, cell_of, standing


@dataclass(frozen=True)
class Given:
    """An answer with its question."""

    answer: Answer
    cell: Cell
    ask: str
    earlier: Sequence[str] = ()  # earlier texts, oldest first


def answers_by_step(desk: Desk, person: Person) -> dict[Step, list[Given]]:
    """Everything a person answered in their case; steps without an answer are left out.

    What was open waits. Refusal "no_case".
    """
    at = standing(desk, person)
    look_away(desk, at)
    given = [_given(desk, at, a) for a in desk.record.answers.find(
        membership=at.part.id, deleted=False
    )]  # fmt: skip
    given.sort(key=lambda g: (g.cell.step.number, list(type(g.cell.viewpoint)).index(
        g.cell.viewpoint), g.answer.question))  # fmt: skip
    return {s: found for s in Step if (found := [g for g in given if g.cell.step is s])}


def one_answer(desk: Desk, person: Person, answer: str) -> Given:
    """One answer with its earlier texts. Refusals: "no_case", "answer_gone"."""
    at = standing(desk, person)
    found = _find(desk, at, answer)
    earlier = [r.text for r in desk.record.revisions.find(answer=answer)]
    return replace(_given(desk, at, found), earlier=earlier)


def current_is_revised(desk: Desk, person: Person) -> bool:
    """Whether what is typed now takes the place of an earlier answer."""
    return standing(desk, person).part.revising


def change_answer(desk: Desk, person: Person, answer: str) -> Asked:
    """Open an answer's question, so that what is said next replaces it."""
    at = standing(desk, person)
    return open_earlier(desk, at, _find(desk, at, answer).question)


def delete_answer(desk: Desk, person: Person, answer: str) -> Given:
    """Delete an answer; its text is kept as a revision until the case is erased."""
    at = standing(desk, person)
    found = _find(desk, at, answer)
    desk.record.revisions.put(Revision.of(found, desk.new_id(), desk.now()))
    desk.record.answers.put(replace(found, text="", parties=(), deleted=True))
    if at.part.open_question == found.question:
        back = at.part.return_to or found.question
        part = replace(at.part, open_question=back, revising=False, return_to=None)
        desk.record.memberships.put(part)
    return _given(desk, at, found)


def _find(desk: Desk, at: Standing, answer: str) -> Answer:
    found = desk.record.answers.first(id=answer, membership=at.part.id, deleted=False)
    if found is None:
        raise Refusal("answer_gone")
    return found


def _given(desk: Desk, at: Standing, answer: Answer) -> Given:
    text, _ = question_text(desk, at, answer.question)
    return Given(answer, cell_of(desk, answer.question), text.ask)
