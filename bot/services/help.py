"""A young person in danger lets whoever directs the case know that they want help."""

from dataclasses import replace

from bot.core.method import Group
from bot.core.record import Person
from bot.services.join import coordinators
from bot.services.ports import Desk
from bot.services.refusals import Refusal
from bot.services.standing import beginning, part_in


def can_ask_for_help(desk: Desk, person: Person) -> bool:
    """Whether there is someone whom a young person could let know."""
    try:
        at = beginning(desk, person)
    except Refusal:
        return False
    return at.part.group is Group.YOUNG and bool(_others(desk, person))


def offers_help(desk: Desk, person: Person) -> bool:
    """Whether to ask if that one may be let know: not after a no, until this is over, nor while it
    waits to be read."""
    if person.help_declined or not can_ask_for_help(desk, person):
        return False
    return not has_asked_for_help(desk, person)


def decline_help(desk: Desk, person: Person) -> None:
    """Nobody is to know it, until this is over."""
    desk.record.people.put(replace(person, help_declined=True))


def has_asked_for_help(desk: Desk, person: Person) -> bool:
    """Whether they were let know, and have not read it yet. Refusal "no_case"."""
    return beginning(desk, person).part.asked_help


def ask_for_help(desk: Desk, person: Person) -> None:
    """Let them know that this young person wants help, and nothing of what was written.

    Refusals: "no_case", "nobody_to_ask".
    """
    at = beginning(desk, person)
    if not can_ask_for_help(desk, person):
        raise Refusal("nobody_to_ask")
    desk.record.memberships.put(replace(at.part, asked_help=True))
    for other in _others(desk, person):
        desk.notify(other, {"what": "asks_help", "case": at.case.id, "role": at.part.role or ""})


def take_up(desk: Desk, person: Person, case: str) -> None:
    """Whoever directs the case has read that a young person wants help; those are told so.

    Refusal "no_case".
    """
    part = part_in(desk, person, case)
    if not (part.team and part.coordinator):
        raise Refusal("no_case")
    for other in desk.record.memberships.find(case=case, group=Group.YOUNG):
        young = desk.record.people.get(other.person)
        if young and other.left_at is None and other.asked_help:
            desk.record.memberships.put(replace(other, asked_help=False))
            desk.notify(young, {"what": "help_seen", "case": case})


def _others(desk: Desk, person: Person) -> list[Person]:
    """Professionals who direct the case: never a parent, who may be what it is about."""
    at = beginning(desk, person)
    found = coordinators(desk, at.case.id)
    return [other for part, other in found if part.team and other.id != person.id]
