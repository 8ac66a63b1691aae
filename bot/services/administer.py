"""What an administrator can do to a case, who is no member of it and reads none of its words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.core.record import Case, Membership, Trace
from bot.services.cases import reopened, shut
from bot.services.ports import Desk
from bot.services.refusals import Refusal
from bot.services.remove import remove_case
from bot.services.trail import ADMINISTRATOR, leave_trace


@dataclass(frozen=True)
class CaseSummary:
    """A case in numbers: how much of each kind is kept of it."""

    case: Case
    members: Sequence[Membership]
    counts: dict[str, int]


def summaries(desk: Desk) -> list[CaseSummary]:
    """Every case, oldest first."""
    return [summary(desk, case.id) for case in desk.record.cases.find()]


def summary(desk: Desk, case: str) -> CaseSummary:
    """One case. Refusal "case_gone"."""
    found = _case(desk, case)
    record = desk.record
    parts = record.memberships.find(case=case)
    answers = [id for part in parts for id in record.answers.pick("id", membership=part.id)]
    counts = {
        "members": len(parts),
        "answers": len(answers),
        "earlier texts": sum(len(record.revisions.pick("id", answer=id)) for id in answers),
        "notes": sum(len(record.notes.pick("id", membership=part.id)) for part in parts),
        "added questions": len(record.own_questions.pick("id", case=case)),
        "invitations": len(record.invitations.pick("id", case=case)),
        "lines of the trail": len(record.traces.pick("id", case=case)),
    }
    return CaseSummary(found, parts, counts)


def close(desk: Desk, case: str) -> None:
    """Close a case for all who are in it. Refusal "case_gone"."""
    shut(desk, _case(desk, case))
    leave_trace(desk, ADMINISTRATOR, "closed_case", case, case)


def reopen(desk: Desk, case: str) -> None:
    """Open a closed case again. Refusal "case_gone"."""
    reopened(desk, _case(desk, case))
    leave_trace(desk, ADMINISTRATOR, "reopened_case", case, case)


def hand_over(desk: Desk, case: str, to: str) -> None:
    """Let another member direct a case. Refusals: "case_gone", "no_successor"."""
    _case(desk, case)
    parts = desk.record.memberships.find(case=case)
    if not any(part.id == to and part.left_at is None for part in parts):
        raise Refusal("no_successor")
    for part in parts:
        if part.coordinator != (part.id == to):
            desk.record.memberships.put(replace(part, coordinator=part.id == to))
    leave_trace(desk, ADMINISTRATOR, "handed_over", to, case)


def keep_for(desk: Desk, case: str, days: int) -> None:
    """Erase a case so many days from now. Refusal "case_gone"."""
    until = desk.now() + timedelta(days=days)
    desk.record.cases.put(replace(_case(desk, case), erase_on=until, warned=False))
    leave_trace(desk, ADMINISTRATOR, "set_period", case, case)


def erase_case(desk: Desk, case: str) -> None:
    """Erase a case with all that was said in it. Refusal "case_gone"."""
    remove_case(desk, _case(desk, case).id)


def trail(desk: Desk, case: str) -> list[Trace]:
    """Who did what to which record of a case, oldest first; that it was read is the next line.

    Refusal "case_gone".
    """
    found = desk.record.traces.find(case=_case(desk, case).id)
    leave_trace(desk, ADMINISTRATOR, "exported_trail", case, case)
    return found


def _case(desk: Desk, case: str) -> Case:
    found = desk.record.cases.get(case)
    if found is None:
        raise Refusal("case_gone")
    return found
