"""The name by which a member may be known to the others of a case."""

import re
from dataclasses import replace

from bot.core.record import Doing, Person
from bot.services.ports import Desk
from bot.services.refusals import Refusal
from bot.services.standing import standing

MAX_NAME = 40  # characters
_LED_IN = re.compile(
    r"(?:mijn naam is|ik heet|ik ben|noem me|noem mij|zeg maar|doe maar|my name is|my name.s|i am|"
    r"i.m|call me|just)\s+(?:maar\s+|gewoon\s+|just\s+)?(?=\S)",
    re.IGNORECASE,
)


def begin_naming(desk: Desk, person: Person) -> None:
    """Wait for a name. Refusal "no_case"."""
    at = standing(desk, person)
    desk.record.memberships.put(replace(at.part, doing=Doing.NAMING))


def choose_name(desk: Desk, person: Person, text: str) -> str:
    """Be known by this name, where names are shown; "noem me maar Anja" is Anja.

    Refusals: "no_case", "empty", "name_long".
    """
    at = standing(desk, person)
    name = _LED_IN.sub("", " ".join(text.split()), count=1)
    if not name:
        raise Refusal("empty")
    if len(name) > MAX_NAME:
        raise Refusal("name_long", most=str(MAX_NAME))
    desk.record.memberships.put(replace(at.part, name=name, doing=Doing.NOTHING))
    return name


def stop_doing(desk: Desk, person: Person) -> None:
    """Think better of inviting, naming or changing. Refusal "no_case"."""
    at = standing(desk, person)
    desk.record.memberships.put(replace(at.part, doing=Doing.NOTHING, about=None))
