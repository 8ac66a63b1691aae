"""All that is kept of a person, to read and to take along."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.core.agreement import Agreement, AgreementEvent
from bot.core.obstacle import Tick
from bot.core.record import (
    Answer,
    Case,
    Membership,
    Note,
    OwnQuestion,
    Person,
    Revision,
    Skip,
    Trace,
)
from bot.core.rhythm import CheckIn, Rating, Schedule
from bot.core.scan import Scan
from bot.services.ports import Desk
from bot.services.trail import leave_trace


@dataclass(frozen=True)
class CaseData:
    """What a person said in one case."""

    case: Case
    part: Membership
    answers: Sequence[tuple[Answer, Sequence[Revision]]]
    skips: Sequence[Skip]
    questions: Sequence[OwnQuestion]
    notes: Sequence[Note]
    agreements: Sequence[Agreement]  # that they made, or are to do
    agreement_events: Sequence[AgreementEvent]
    schedule: Schedule | None
    check_ins: Sequence[CheckIn]
    ratings: Sequence[Rating]
    scans: Sequence[Scan]
    obstacles: Sequence[Tick]  # that they ticked or cleared, without what others did


@dataclass(frozen=True)
class MyData:
    person: Person
    cases: Sequence[CaseData]
    traces: Sequence[Trace]


def my_data(desk: Desk, person: Person) -> MyData:
    """Everything that is kept of a person. Reading it leaves a trace."""
    leave_trace(desk, person, "read_own_data", person.id)
    parts = desk.record.memberships.find(person=person.id)
    cases = [found for part in parts if (found := _case_data(desk, person, part))]
    return MyData(person, cases, desk.record.traces.find(person=person.id))


def _case_data(desk: Desk, person: Person, part: Membership) -> CaseData | None:
    case = desk.record.cases.get(part.case)
    if case is None:
        return None
    answers = desk.record.answers.find(membership=part.id)
    return CaseData(
        case=case,
        part=part,
        answers=[(answer, desk.record.revisions.find(answer=answer.id)) for answer in answers],
        skips=desk.record.skips.find(membership=part.id),
        questions=desk.record.own_questions.find(case=case.id, added_by=person.id),
        notes=desk.record.notes.find(membership=part.id),
        agreements=[
            agreement
            for agreement in desk.record.agreements.find(case=case.id)
            if part.id in (agreement.made_by, agreement.who)
        ],
        agreement_events=desk.record.agreement_events.find(by=part.id),
        schedule=desk.record.schedules.first(membership=part.id),
        check_ins=desk.record.check_ins.find(membership=part.id),
        ratings=desk.record.ratings.find(membership=part.id),
        scans=desk.record.scans.find(membership=part.id),
        obstacles=[
            _own(tick, part)
            for tick in desk.record.obstacles.find(case=case.id)
            if part.id in (tick.ticked_by, tick.cleared_by)
        ],
    )


def _own(tick: Tick, part: Membership) -> Tick:
    """What this member did with an obstacle, and said."""
    ticked_by = part.id if tick.ticked_by == part.id else None
    if tick.cleared_by == part.id:
        return replace(tick, ticked_by=ticked_by)
    return replace(tick, ticked_by=ticked_by, cleared_by=None, done=None)
