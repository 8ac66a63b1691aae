"""The name by which a member may be known to the others of a case."""

from dataclasses import replace

from bot.core.record import Doing, Person
from bot.services.ports import Desk
from bot.services.refusals import Refusal
from bot.services.standing import standing

MAX_NAME = 40  # characters


def begin_naming(desk: Desk, person: Person) -> None:
    """Wait for a name. Refusal "no_case"."""
    at = standing(desk, person)
    desk.record.memberships.put(replace(at.part, doing=Doing.NAMING))


def choose_name(desk: Desk, person: Person, text: str) -> str:
    """Be known by this name, where names are shown. Refusals: "no_case", "empty", "name_long"."""
    at = standing(desk, person)
    name = " ".join(text.split())
    if not name:
        raise Refusal("empty")
    if len(name) > MAX_NAME:
        raise Refusal("name_long", most=str(MAX_NAME))
    desk.record.memberships.put(replace(at.part, name=name, doing=Doing.NOTHING))
    return name


def stop_doing(desk: Desk, person: Person) -> None:
    """Think better of inviting or naming. Refusal "no_case"."""
    at = standing(desk, person)
    desk.record.memberships.put(replace(at.part, doing=Doing.NOTHING))
