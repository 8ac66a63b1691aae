"""Where a person stands: their current case, their part in it, and what is being asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.core.access import may_read, question_visibility
from bot.core.coverage import Coverage
from bot.core.language import Language
from bot.core.method import CELLS, Cell, Method
from bot.core.record import (
    Case,
    CaseStatus,
    Doing,
    Membership,
    OwnQuestion,
    Pending,
    Person,
)
from bot.core.situation import Loop, Situation
from bot.services.ports import Desk, Record
from bot.services.refusals import Refusal

CASE_FIELDS = (
    "kind",
    "alias",
    "wish",
    "ambition",
    "role",
    "level",
)  # in the order in which they are asked


@dataclass(frozen=True)
class Standing:
    """A person with their current case and their part in it."""

    person: Person
    case: Case
    part: Membership


def standing(desk: Desk, person: Person) -> Standing:
    """Where a person stands.

    Refusals: "no_case" when no case is open, "case_unfinished" while one is still being begun.
    """
    at = beginning(desk, person)
    if at.case.status is CaseStatus.DRAFT:
        raise Refusal("case_unfinished")
    if at.case.status is CaseStatus.CLOSED:
        raise Refusal("no_case")
    return at


def beginning(desk: Desk, person: Person) -> Standing:
    """Where a person stands, also in a case that is still being begun. Refusal "no_case"."""
    if person.current_case:
        case = desk.record.cases.get(person.current_case)
        part = desk.record.memberships.first(person=person.id, case=person.current_case)
        if case and part and part.left_at is None:
            return Standing(person, case, part)
    raise Refusal("no_case")


def part_in(desk: Desk, person: Person, case: str | None) -> Membership:
    """The part that a person has in a case, also in one that is closed; None for the current one.

    Refusal "no_case".
    """
    if case is None:
        return standing(desk, person).part
    part = desk.record.memberships.first(person=person.id, case=case)
    if part is None or part.left_at is not None:
        raise Refusal("no_case")
    return part


def situation_of(record: Record, conversation: str, language: Language) -> Situation:
    """The situation of a conversation; ``language`` is the channel's guess for a stranger."""
    person = record.people.first(conversation=conversation)
    if person is None:
        return Situation(language, Loop.STRANGER)
    case = record.cases.get(person.current_case) if person.current_case else None
    part = record.memberships.first(person=person.id, case=case.id) if case else None
    if case is None or part is None or part.left_at is not None:
        return Situation(person.language, Loop.NOTHING, pending=person.pending)
    if person.pending is Pending.DANGER:
        return Situation(person.language, Loop.NOTHING, None, person.pending, case.kind)
    loop, asked = _loop(case, part)
    return Situation(person.language, loop, asked, person.pending, case.kind)


def open_field(case: Case, part: Membership) -> str | None:
    """The first thing about a new case that was not asked yet; None when it is all there.

    A wish or an ambition that nobody knows yet is kept as an empty text, and so is not missing.
    """
    known = {
        "kind": case.kind,
        "alias": case.alias,
        "wish": case.wish,
        "ambition": case.ambition,
        "role": part.role or part.role_words,
        "level": part.level,
    }
    return next((field for field in CASE_FIELDS if known[field] is None), None)


def coverage_of(desk: Desk, at: Standing) -> Coverage:
    """How far the person has thought their case through, against what is put to them."""
    return Coverage.of(
        questions_for(desk.method, at.part),
        own_questions_for(desk, at.part),
        desk.record.answers.pick("question", membership=at.part.id, deleted=False),
        desk.record.skips.pick("question", membership=at.part.id),
    )


def questions_left(desk: Desk, at: Standing) -> tuple[int, int]:
    """How many of the questions that are put to a member have no answer yet, and of how many."""
    coverage = coverage_of(desk, at)
    asked = {question for cell in CELLS for question in coverage.questions[cell]}
    return len(asked - coverage.answered), len(asked)


def questions_for(method: Method, part: Membership) -> Mapping[Cell, Sequence[str]]:
    """What a member is asked: those who direct the case all 58, others what fits their place."""
    if part.coordinator:
        return method.whole
    theirs = method.asked_of(part.voice)
    if not part.all_questions:
        return theirs
    talks = {cell: [id for id in theirs[cell] if id in method.course] for cell in CELLS}
    return {cell: [*talks[cell], *method.whole[cell]] for cell in CELLS}


def own_questions_for(desk: Desk, part: Membership) -> list[OwnQuestion]:
    """The questions that were added to the case, as far as they are for this member."""
    return [
        question
        for question in desk.record.own_questions.find(case=part.case)
        if question.added_by == part.person or _meant_for(desk, part, question)
    ]


def _meant_for(desk: Desk, part: Membership, question: OwnQuestion) -> bool:
    author = desk.record.memberships.first(person=question.added_by, case=part.case)
    return author is not None and may_read(part, author, question_visibility(author))


def cell_of(desk: Desk, question: str) -> Cell:
    """The cell of a question of the method, or of one that somebody added.

    Refusal "question_gone" when there is no such question (any more).
    """
    if found := desk.method.question(question):
        return found.cell
    if own := desk.record.own_questions.get(question):
        return own.cell
    raise Refusal("question_gone")


def _loop(case: Case, part: Membership) -> tuple[Loop, str | None]:
    if case.status is CaseStatus.DRAFT:
        return Loop.CASE, open_field(case, part)
    if case.status is CaseStatus.CLOSED:
        return Loop.NOTHING, None
    if part.adding_to is not None:
        return Loop.OWN_QUESTION, None
    if part.doing is not Doing.NOTHING:
        return _DOING[part.doing], part.about if part.doing is Doing.CHANGING else None
    if part.telling:
        return Loop.TELLING, None
    if part.open_question:
        return Loop.REFLECTION, None
    return Loop.NOTHING, None


_DOING = {
    Doing.INVITING: Loop.INVITING,
    Doing.NAMING: Loop.NAMING,
    Doing.CHANGING: Loop.CHANGING,
    Doing.AGREEING: Loop.AGREEING,
    Doing.CHECKING_IN: Loop.CHECKING_IN,
    Doing.SCANNING: Loop.SCANNING,
    Doing.CHECKING_OBSTACLES: Loop.OBSTACLES,
}
