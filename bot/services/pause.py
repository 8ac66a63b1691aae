"""Pausing, and going on at the very question that was open."""

from dataclasses import dataclass, replace

from bot.core.record import Case, Person
from bot.services.asking import Asked, asked_only, look_away
from bot.services.choose import go_on
from bot.services.ports import Desk
from bot.services.standing import coverage_of, standing


@dataclass(frozen=True)
class Resumed:
    """``asked`` is None when nothing is left to ask; ``rested``: the case was paused."""

    case: Case
    answered: int
    asked: Asked | None
    rested: bool


def pause(desk: Desk, person: Person) -> Case:
    """Rest the case; the open question stays open. Refusal "no_case"."""
    at = standing(desk, person)
    look_away(desk, at)
    part = asked_only(standing(desk, person).part)
    desk.record.memberships.put(replace(part, paused=True, out_of_sight=True))
    return at.case


def resume(desk: Desk, person: Person) -> Resumed:
    """Go on where the person was. Refusal "no_case"."""
    at = standing(desk, person)
    answered = len(coverage_of(desk, at).answered)
    return Resumed(at.case, answered, go_on(desk, person), at.part.paused)
