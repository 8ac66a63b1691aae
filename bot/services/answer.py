"""Answering the open question; what it finishes, and what comes next."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.core import acknowledge, pieces
from bot.core.access import begins_as
from bot.core.coverage import Coverage
from bot.core.insight import fitting
from bot.core.method import Cell, Insight, Role, Step
from bot.core.record import Answer, Membership, Person, Revision
from bot.services.asking import Asked, open_next, question_text
from bot.services.ports import Desk
from bot.services.refusals import Refusal
from bot.services.standing import Standing, cell_of, coverage_of, standing


@dataclass(frozen=True)
class CellClosed:
    """A cell in which every question was answered or passed over."""

    cell: Cell
    said: Sequence[str]
    parties: Sequence[Role]
    left_open: int
    insight: Insight | None
    step_seen: Step | None  # the step, when this was its last cell


@dataclass(frozen=True)
class Answered:
    """An answer that stands. ``count``: how many answers this person gave in this case."""

    answer: Answer
    kind: acknowledge.Kind
    replaced: bool
    count: int
    closed: CellClosed | None
    next: Asked | None
    coverage: Coverage
    unseen: str | None = None  # the question, when something else had come on the screen since
    continued: bool = False  # it was put under what was said just before


def answer_open_question(
    desk: Desk,
    person: Person,
    text: str,
    parties: Sequence[str],
    said_in: str | None = None,
    said_at: datetime | None = None,
) -> Answered:
    """Keep ``text`` as the answer to the open question and open the next.

    ``parties`` are ids of the roles that were named in it; ``said_in`` is the message's key, and
    ``said_at`` when it came in: what came before the answer of just now was taken goes on with it,
    for nobody saw another question by then.
    Refusals: "no_case", "no_question_open", "empty" (nothing that can be read was said).
    """
    at = standing(desk, person)
    question = at.part.open_question
    if text.strip() and said_in and (begun := _begun(desk, at, said_at)):
        return _go_on_with(desk, at, begun, text, parties, said_in)
    if question is None:
        raise Refusal("no_question_open")
    if not text.strip():
        raise Refusal("empty")
    before = coverage_of(desk, at)
    said = (pieces.piece(said_in, text),) if said_in else ()
    answer, replaced = keep_answer(desk, at.part, question, text, parties, said)
    desk.record.skips.remove(membership=at.part.id, question=question)
    unseen = question_text(desk, at, question)[0].ask if at.part.out_of_sight else None
    at = replace(at, part=replace(at.part, last_answer=answer.id))  # kept with what opens next
    return replace(_answered(desk, at, answer, replaced, before), unseen=unseen)


def add_to_last(
    desk: Desk, person: Person, text: str, parties: Sequence[str], said_in: str
) -> Answered | None:
    """Add ``text`` to the answer that was given last, of which more was asked; None when that is
    gone, or holds all that it can."""
    at = standing(desk, person)
    last = _last(desk, at)
    return _go_on_with(desk, at, last, text, parties, said_in) if last else None


def _last(desk: Desk, at: Standing) -> Answer | None:
    """The answer that was given last, when it can go on."""
    last = desk.record.answers.get(at.part.last_answer) if at.part.last_answer else None
    fits = last and not last.deleted and 0 < len(last.said_in) < pieces.MOST
    return last if fits else None


def _begun(desk: Desk, at: Standing, said_at: datetime | None) -> Answer | None:
    """The answer that was not taken yet when something was said, and so goes on in it."""
    last = _last(desk, at)
    return last if last and said_at and said_at <= last.answered_at else None


def _go_on_with(
    desk: Desk, at: Standing, begun: Answer, text: str, parties: Sequence[str], said_in: str
) -> Answered:
    whole, said = pieces.continued(begun.text, begun.said_in, text, said_in)
    named = (*begun.parties, *parties)
    answer, _ = keep_answer(desk, at.part, begun.question, whole, named, said)
    kind = acknowledge.kind_of(text, cell_of(desk, answer.question))
    coverage = coverage_of(desk, at)
    count = len(coverage.answered)
    return Answered(answer, kind, False, count, None, None, coverage, continued=True)


def keep_answer(
    desk: Desk,
    part: Membership,
    question: str,
    text: str,
    parties: Sequence[str],
    said_in: tuple[str, ...],
) -> tuple[Answer, bool]:
    """Keep an answer, the earlier text of it as a revision; True when it replaced one."""
    old = desk.record.answers.first(membership=part.id, question=question)
    now = desk.now()
    new = Answer(
        id=old.id if old else desk.new_id(),
        membership=part.id,
        question=question,
        text=text,
        parties=tuple(dict.fromkeys(parties)),
        visibility=old.visibility if old and not old.deleted else begins_as(part),
        answered_at=now,
        said_in=said_in,
        apart=bool(old and not old.deleted and old.apart),
    )
    desk.record.answers.put(new)
    if old and not old.deleted:
        desk.record.revisions.put(Revision.of(old, desk.new_id(), now))
    return new, bool(old and not old.deleted)


def _answered(
    desk: Desk, at: Standing, answer: Answer, replaced: bool, before: Coverage
) -> Answered:
    cell = cell_of(desk, answer.question)
    after = replace(
        before,
        answered=before.answered | {answer.question},
        skipped=before.skipped - {answer.question},
    )
    was_open = bool(before.waiting(cell))
    closed = close_cell(desk, at, cell, after) if was_open and not after.waiting(cell) else None
    here = standing(desk, at.person) if closed and closed.insight else at  # it is noted there
    return Answered(
        answer=answer,
        kind=acknowledge.kind_of(answer.text, cell),
        replaced=replaced,
        count=len(after.answered),
        closed=closed,
        next=open_next(desk, here, cell, after),
        coverage=after,
    )


def close_cell(desk: Desk, at: Standing, cell: Cell, coverage: Coverage) -> CellClosed:
    """What there is to give back about a cell that is through, with an insight that fits."""
    here = [
        answer
        for question in coverage.questions[cell]
        if question in coverage.answered
        and (answer := desk.record.answers.first(membership=at.part.id, question=question))
    ]
    named = dict.fromkeys(party for answer in here for party in answer.parties)
    everywhere = desk.record.answers.pick("parties", membership=at.part.id, deleted=False)
    insight = fitting(
        desk.method,
        coverage,
        [answer.text for answer in here],
        {party for parties in everywhere for party in parties},
        at.part.nudges,
        step_ends=coverage.seen(cell.step),
        role=at.part.role,
    )
    if insight:
        nudges = (*at.part.nudges, insight.id)
        desk.record.memberships.put(replace(at.part, nudges=nudges))
    return CellClosed(
        cell=cell,
        said=[answer.text for answer in here],
        parties=[desk.method.roles[party] for party in named if party in desk.method.roles],
        left_open=len(coverage.unanswered(cell)),
        insight=insight,
        step_seen=cell.step if coverage.seen(cell.step) else None,
    )
