"""A young person in danger lets whoever directs the case know that they want help."""

from bot.core.method import Group
from bot.core.record import Person
from bot.services.join import coordinators
from bot.services.ports import Desk
from bot.services.refusals import Refusal
from bot.services.standing import beginning


def can_ask_for_help(desk: Desk, person: Person) -> bool:
    """Whether there is someone whom a young person could let know."""
    try:
        at = beginning(desk, person)
    except Refusal:
        return False
    return at.part.group is Group.YOUNG and bool(_others(desk, person))


def ask_for_help(desk: Desk, person: Person) -> None:
    """Let them know that this young person wants help, and nothing of what was written.

    Refusals: "no_case", "nobody_to_ask".
    """
    at = beginning(desk, person)
    if not can_ask_for_help(desk, person):
        raise Refusal("nobody_to_ask")
    for other in _others(desk, person):
        desk.notify(other, {"what": "asks_help", "case": at.case.id, "role": at.part.role or ""})


def _others(desk: Desk, person: Person) -> list[Person]:
    """Professionals who direct the case: never a parent, who may be what it is about."""
    at = beginning(desk, person)
    found = coordinators(desk, at.case.id)
    return [other for part, other in found if part.team and other.id != person.id]
