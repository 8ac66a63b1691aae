"""More than one case: listing, switching, closing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.core.access import Action, may_do
from bot.core.reading.named import case_meant
from bot.core.record import Case, CaseStatus, Pending, Person
from bot.services.asking import asked_only
from bot.services.new_case import KEPT
from bot.services.pause import Resumed, resume
from bot.services.permission import allowed
from bot.services.ports import Desk
from bot.services.refusals import Refusal
from bot.services.trail import leave_trace

KEPT_CLOSED = timedelta(days=90)  # in which it can be opened again


@dataclass(frozen=True)
class Listed:
    case: Case
    answered: int
    current: bool


def list_cases(desk: Desk, person: Person) -> Sequence[Listed]:
    """A person's cases that are complete, the oldest first."""
    found = []
    for part in desk.record.memberships.find(person=person.id):
        case = desk.record.cases.get(part.case)
        if part.left_at is None and case and case.status is not CaseStatus.DRAFT:
            answered = len(desk.record.answers.pick("id", membership=part.id, deleted=False))
            found.append(Listed(case, answered, case.id == person.current_case))
    return found


def closed_lately(desk: Desk, person: Person) -> Case | None:
    """The case that was closed last of those in which the person has a part, when they have no
    other one open."""
    cases = [listed.case for listed in list_cases(desk, person)]
    closed = [case for case in cases if case.status is CaseStatus.CLOSED]
    if len(closed) < len(cases) or not closed:
        return None
    return max(closed, key=lambda case: case.closed_at or case.created_at)


def case_called(desk: Desk, person: Person, text: str) -> str | None:
    """The id of the person's other case to which a text says to go ("wissel naar Bever")."""
    alias = case_meant(text)
    if alias is None:
        return None
    called = {alias.casefold(), alias.rstrip(".").casefold()}
    others = [c.case for c in list_cases(desk, person) if not c.current]
    found = [c.id for c in others if (c.alias or "").rstrip(".").casefold() in called]
    return found[0] if len(found) == 1 else None


def switch_case(desk: Desk, person: Person, case: str, reopen: bool = False) -> Resumed:
    """Go to another case and go on there; with ``reopen`` a closed one opens again for who may.

    Refusals: "case_gone", "case_closed"; "reopen" to who may open it, and did not say so.
    """
    found = desk.record.cases.get(case)
    part = desk.record.memberships.first(person=person.id, case=case)
    if found is None or part is None or part.left_at is not None:
        raise Refusal("case_gone")
    if found.status is CaseStatus.CLOSED:
        if not may_do(part, Action.REOPEN):
            raise Refusal("case_closed", case=case)
        if not reopen:
            raise Refusal("reopen", case=case, alias=found.alias or "")
        reopened(desk, found, but=person.id)
        leave_trace(desk, person, "reopened_case", case, case)
    moved = replace(person, current_case=case)
    desk.record.people.put(moved)
    return resume(desk, moved)


def reopened(desk: Desk, case: Case, but: str | None = None) -> None:
    """Open a closed case again, whoever asks for it. Members stand in it again, unless they went to
    another one, and are told, except the person ``but``."""
    open_anew(desk, case)
    for part in desk.record.memberships.find(case=case.id):
        other = desk.record.people.get(part.person)
        if other is None or part.left_at is not None or other.id == but:
            continue
        if other.current_case is None:
            desk.record.people.put(replace(other, current_case=case.id))
        desk.notify(other, {"what": "reopened", "case": case.id})


def ask_to_close(desk: Desk, person: Person) -> Case:
    """Ask for a yes before a case is closed. Refusals: "no_case", "not_allowed"."""
    at = allowed(desk, person, Action.CLOSE)
    desk.record.people.put(replace(person, pending=Pending.CLOSE))
    return at.case


def close_case(desk: Desk, person: Person, why: str | None = None) -> Case:
    """Close the current case for all who are in it; what was said stays until it is erased.

    Refusals: "no_case", "not_allowed".
    """
    at = allowed(desk, person, Action.CLOSE)
    desk.record.memberships.put(asked_only(at.part))
    desk.record.people.put(replace(person, pending=Pending.NOTHING, current_case=None))
    closed = shut(desk, at.case, why, but=person.id)
    leave_trace(desk, person, "closed_case", closed.id, closed.id)
    return closed


def shut(desk: Desk, case: Case, why: str | None = None, but: str | None = None) -> Case:
    """Close a case, whoever asks for it; its members stand in it no longer, and are told, except
    the person ``but``."""
    ends = desk.now() + KEPT_CLOSED
    closed = replace(
        case,
        status=CaseStatus.CLOSED,
        closed_at=desk.now(),
        closed_why=why,
        erase_on=min(ends, case.erase_on or ends),
    )
    desk.record.cases.put(closed)
    for part in desk.record.memberships.find(case=case.id):
        other = desk.record.people.get(part.person)
        if other is None or part.left_at is not None or other.id == but:
            continue
        if other.current_case == case.id:
            desk.record.people.put(replace(other, current_case=None))
        desk.notify(other, {"what": "closed", "case": case.id})
    return closed


def open_anew(desk: Desk, case: Case) -> None:
    """Open a closed case again, whoever asks for it; it is kept as long as a new one."""
    opened = replace(case, status=CaseStatus.OPEN, closed_at=None, closed_why=None)
    desk.record.cases.put(replace(opened, erase_on=desk.now() + KEPT, warned=False))
