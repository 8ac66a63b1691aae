"""How long a case is kept: its coordinator sees and sets it, and the clock keeps to it."""

from dataclasses import replace
from datetime import timedelta

from bot.core.access import Action
from bot.core.record import Case, CaseStatus, Person
from bot.services.permission import allowed
from bot.services.ports import Desk
from bot.services.refusals import Refusal
from bot.services.remove import remove_case
from bot.services.trail import leave_trace

MONTH = timedelta(days=30)
MONTHS = (3, 6, 12, 24)  # what can be chosen, from now
WARNED_BEFORE = timedelta(days=14)


def period(desk: Desk, person: Person) -> Case:
    """The case, with the day on which it is erased. Refusals: "no_case", "not_allowed"."""
    return allowed(desk, person, Action.SET_PERIOD).case


def set_period(desk: Desk, person: Person, months: int) -> Case:
    """Erase the case so many months from now.

    Refusals: "no_case", "not_allowed", "which_period" (not one of ``MONTHS``).
    """
    at = allowed(desk, person, Action.SET_PERIOD)
    if months not in MONTHS:
        raise Refusal("which_period")
    case = replace(at.case, erase_on=desk.now() + months * MONTH, warned=False)
    desk.record.cases.put(case)
    leave_trace(desk, person, "set_period", case.id, case.id)
    return case


def show_names(desk: Desk, person: Person, shown: bool) -> Case:
    """Whether members see each other's chosen names. Refusals: "no_case", "not_allowed"."""
    at = allowed(desk, person, Action.SHOW_NAMES)
    case = replace(at.case, names_shown=shown)
    desk.record.cases.put(case)
    leave_trace(desk, person, "showed_names", case.id, case.id)
    return case


def keep_to_periods(desk: Desk) -> list[str]:
    """Erase every case whose day has come, and tell members two weeks before. The erased ids."""
    now, gone = desk.now(), []
    for case in desk.record.cases.find():
        if case.erase_on is None or case.erase_on - WARNED_BEFORE > now:
            continue
        if case.erase_on <= now:
            remove_case(desk, case.id)
            gone.append(case.id)
        elif not case.warned and case.status is not CaseStatus.DRAFT:
            desk.record.cases.put(replace(case, warned=True))
            _tell_members(desk, case)
    return gone


def _tell_members(desk: Desk, case: Case) -> None:
    for part in desk.record.memberships.find(case=case.id):
        person = desk.record.people.get(part.person)
        if person and part.left_at is None:
            desk.notify(person, {"what": "erased_soon", "case": case.id})
