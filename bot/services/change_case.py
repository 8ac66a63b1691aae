"""Saying anew what a case is called, and what it is about."""

from dataclasses import replace

from bot.core.access import Action
from bot.core.record import Case, Doing, Person
from bot.services.new_case import alias_from, words_from
from bot.services.permission import allowed
from bot.services.ports import Desk
from bot.services.refusals import Refusal
from bot.services.standing import Standing
from bot.services.trail import leave_trace

CHANGEABLE = ("alias", "wish", "ambition")


def ask_which(desk: Desk, person: Person) -> Case:
    """The case, of which something is to be otherwise. Refusals: "no_case", "not_allowed"."""
    return allowed(desk, person, Action.CHANGE_CASE).case


def begin_change(desk: Desk, person: Person, field: str) -> Case:
    """Ask one of these anew. Refusals: "no_case", "not_allowed", "button_old" (no such field)."""
    at = allowed(desk, person, Action.CHANGE_CASE)
    if field not in CHANGEABLE:
        raise Refusal("button_old")
    part = replace(at.part, doing=Doing.CHANGING, about=field, adding_to=None)
    desk.record.memberships.put(part)
    return at.case


def asked_anew(at: Standing) -> str | None:
    """Which of these is asked anew of a member; None when none is."""
    asked = at.part.doing is Doing.CHANGING and at.part.about in CHANGEABLE
    return at.part.about if asked else None


def change(desk: Desk, person: Person, text: str) -> Case:
    """Take ``text`` for what was asked anew; an empty text leaves a wish or an ambition open. Who
    takes part hears of another alias.

    Refusals: "no_case", "not_allowed", "button_old" (nothing was asked), "alias_empty",
    "alias_long", "alias_full_name", "words_long".
    """
    at = allowed(desk, person, Action.CHANGE_CASE)
    match asked_anew(at):
        case "alias":
            case = replace(at.case, alias=alias_from(text, at.case.kind))
        case "wish":
            case = replace(at.case, wish=words_from(text))
        case "ambition":
            case = replace(at.case, ambition=words_from(text))
        case _:
            raise Refusal("button_old")
    desk.record.cases.put(case)
    desk.record.memberships.put(replace(at.part, doing=Doing.NOTHING, about=None))
    if case != at.case:
        leave_trace(desk, person, "changed_case", case.id, case.id)
    if case.alias != at.case.alias:
        _tell(desk, at, at.case.alias or "")
    return case


def _tell(desk: Desk, at: Standing, before: str) -> None:
    for part in desk.record.memberships.find(case=at.case.id, left_at=None):
        person = desk.record.people.get(part.person)
        if person and person.id != at.person.id:
            desk.notify(person, {"what": "renamed", "case": at.case.id, "before": before})
