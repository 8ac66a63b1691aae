"""Asking the table of access, and refusing."""

from bot.core.access import Action, may_do
from bot.core.record import Person
from bot.services.ports import Desk
from bot.services.refusals import Refusal
from bot.services.standing import Standing, standing


def allowed(desk: Desk, person: Person, action: Action) -> Standing:
    """Where a person stands, who may do this there.

    Refusals: "no_case", "case_unfinished", "not_allowed".
    """
    at = standing(desk, person)
    if not may_do(at.part, action):
        raise Refusal("not_allowed")
    return at


def of_the_team(desk: Desk, person: Person, action: Action) -> Standing:
    """Where a person stands, for what is there for professionals and whoever directs the case.

    Refusals: "no_case", "case_unfinished", "for_professionals".
    """
    at = standing(desk, person)
    if not may_do(at.part, action):
        raise Refusal("for_professionals")
    return at
