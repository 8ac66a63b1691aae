"""More than one case: listing, switching, closing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.core.reading import case_meant
from bot.core.record import Case, CaseStatus, Pending, Person
from bot.services.pause import Resumed, resume
from bot.services.ports import Desk
from bot.services.refusals import Refusal
from bot.services.standing import standing
from bot.services.trail import leave_trace


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
        if case and case.status is not CaseStatus.DRAFT:
            answered = len(desk.record.answers.pick("id", membership=part.id, deleted=False))
            found.append(Listed(case, answered, case.id == person.current_case))
    return found


def case_called(desk: Desk, person: Person, text: str) -> str | None:
    """The id of the person's other case to which a text says to go ("wissel naar Bever")."""
    alias = case_meant(text)
    if alias is None:
        return None
    called = {alias.casefold(), alias.rstrip(".").casefold()}
    others = [c.case for c in list_cases(desk, person) if not c.current]
    found = [c.id for c in others if (c.alias or "").rstrip(".").casefold() in called]
    return found[0] if len(found) == 1 else None


def switch_case(desk: Desk, person: Person, case: str) -> Resumed:
    """Go to another case and go on there; a closed one opens again. Refusal "case_gone"."""
    found = desk.record.cases.get(case)
    if found is None or not desk.record.memberships.first(person=person.id, case=case):
        raise Refusal("case_gone")
    if found.status is CaseStatus.CLOSED:
        desk.record.cases.put(replace(found, status=CaseStatus.OPEN, closed_at=None))
        leave_trace(desk, person, "reopened_case", case)
    moved = replace(person, current_case=case)
    desk.record.people.put(moved)
    return resume(desk, moved)


def ask_to_close(desk: Desk, person: Person) -> Case:
    """Ask for a yes before a case is closed. Refusal "no_case"."""
    at = standing(desk, person)
    desk.record.people.put(replace(person, pending=Pending.CLOSE))
    return at.case


def close_case(desk: Desk, person: Person) -> Case:
    """Close the current case; what was said stays. Refusal "no_case"."""
    at = standing(desk, person)
    closed = replace(at.case, status=CaseStatus.CLOSED, closed_at=desk.now())
    desk.record.cases.put(closed)
    desk.record.memberships.put(replace(at.part, adding_to=None, paused=False, out_of_sight=False))
    desk.record.people.put(replace(person, pending=Pending.NOTHING, current_case=None))
    leave_trace(desk, person, "closed_case", closed.id)
    return closed
