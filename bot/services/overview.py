"""How far the case has been thought through: for the map, and for the same in words."""

from dataclasses import dataclass

from bot.core.coverage import Coverage
from bot.core.record import Case, Person
from bot.services.asking import look_away
from bot.services.ports import Desk
from bot.services.standing import coverage_of, standing


@dataclass(frozen=True)
class Overview:
    case: Case
    coverage: Coverage


def overview(desk: Desk, person: Person) -> Overview:
    """The coverage of the person's current case; what was open waits. Refusal "no_case"."""
    at = standing(desk, person)
    look_away(desk, at)
    return Overview(at.case, coverage_of(desk, at))
