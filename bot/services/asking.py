"""The question that is open for a person: which it is, and opening another one."""

from dataclasses import dataclass, replace

from bot.core.coverage import Coverage
from bot.core.method import CaseKind, Cell, QuestionText
from bot.core.record import Doing, Membership
from bot.core.route import Proposal, Why, propose
from bot.core.words import fill
from bot.services.ports import Desk
from bot.services.standing import Standing, cell_of, coverage_of


@dataclass(frozen=True)
class Asked:
    """A question as it is put to a person. ``number`` of ``total`` in its cell."""

    id: str
    cell: Cell
    number: int
    total: int
    text: QuestionText
    own: bool  # added by a person: without explanation and example
    why: Why
    earlier: str | None  # the answer that stands, when it may be replaced
    part: str  # the membership for which it is asked
    plain: bool = False  # of somebody near the child, who does not know the method's words


def question_text(desk: Desk, at: Standing, question: str) -> tuple[QuestionText, bool]:
    """A question's texts in the person's language, and whether a person added it."""
    found = desk.method.question(question)
    if found:
        kind = at.case.kind or CaseKind.CHILD
        text = found.text(at.person.language, kind, at.part.voice)
        alias = at.case.alias or ""
        return QuestionText(
            _named(text.ask, alias), _named(text.explain, alias), text.example
        ), False
    own = desk.record.own_questions.get(question)
    return QuestionText(own.text if own else "", "", ""), True


def open_question(
    desk: Desk, at: Standing, question: str, why: Why, coverage: Coverage | None = None
) -> Asked:
    """Make a question the open one, and return it. An earlier answer is shown with it."""
    return _open(desk, at, question, why, coverage, None)


def open_earlier(desk: Desk, at: Standing, question: str) -> Asked:
    """Go back to an earlier question; what is open now is asked again after it."""
    return_to = at.part.return_to or at.part.open_question
    return _open(desk, at, question, Why.CHOSEN, None, return_to)


def _open(
    desk: Desk,
    at: Standing,
    question: str,
    why: Why,
    coverage: Coverage | None,
    return_to: str | None,
) -> Asked:
    answer = desk.record.answers.first(membership=at.part.id, question=question, deleted=False)
    part = replace(
        asked_only(at.part),
        open_question=question,
        revising=answer is not None,
        return_to=return_to,
    )
    if part != at.part:
        desk.record.memberships.put(part)
    return _asked(desk, at, question, why, answer.text if answer else None, coverage)


def open_next(desk: Desk, at: Standing, here: Cell | None, coverage: Coverage) -> Asked | None:
    """Open the question from which the person went back, or else the one that the route proposes;
    None when nothing is left to ask."""
    back = at.part.return_to
    if back and back not in coverage.answered:
        return open_question(desk, at, back, Why.SAME_CELL, coverage)
    return open_proposal(desk, at, propose(coverage, here), coverage)


def open_proposal(desk: Desk, at: Standing, proposal: Proposal, coverage: Coverage) -> Asked | None:
    """Open a proposed question, or close the asking when there is none."""
    if proposal.question is None:
        closed = replace(asked_only(at.part), open_question=None, revising=False)
        desk.record.memberships.put(closed)
        return None
    return open_question(desk, at, proposal.question, proposal.why, coverage)


def asked_only(part: Membership) -> Membership:
    """A member before whom the questions of the method are put, and nothing else: what they type
    next is for these, though a name, a check-in or an agreement was being asked before."""
    return replace(
        part,
        doing=Doing.NOTHING,
        about=None,
        adding_to=None,
        paused=False,
        out_of_sight=False,
    )


def look_away(desk: Desk, at: Standing) -> None:
    """Something else comes before a person than the question that is open.

    An earlier answer that could be replaced stays as it is, and the question from which the person
    went back to it is open again: what they type later is no longer meant for what they don't see.
    """
    part = replace(at.part, out_of_sight=True)
    if part.revising:
        coverage = coverage_of(desk, at)
        back = part.return_to if part.return_to not in coverage.answered else None
        part = replace(part, open_question=back, revising=False, return_to=None)
    if part != at.part:
        desk.record.memberships.put(part)


def asked_now(desk: Desk, at: Standing) -> Asked | None:
    """The question that is open for a person, put before them again; None when none is."""
    if not at.part.open_question:
        return None
    if (part := asked_only(at.part)) != at.part:
        desk.record.memberships.put(part)
    question = at.part.open_question
    answer = desk.record.answers.first(membership=at.part.id, question=question, deleted=False)
    return _asked(desk, at, question, Why.SAME_CELL, answer.text if answer else None, None)


def _asked(
    desk: Desk,
    at: Standing,
    question: str,
    why: Why,
    earlier: str | None,
    coverage: Coverage | None,
) -> Asked:
    cell = cell_of(desk, question)
    text, own = question_text(desk, at, question)
    siblings = list((coverage or coverage_of(desk, at)).questions[cell])
    if question not in siblings:  # it was theirs before, in another place in the case
        siblings.append(question)
    number = siblings.index(question) + 1
    plain = not at.part.team and not at.part.all_questions and not at.part.coordinator
    return Asked(question, cell, number, len(siblings), text, own, why, earlier, at.part.id, plain)


def _named(text: str, alias: str) -> str:
    return fill(text, alias=alias)
