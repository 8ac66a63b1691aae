"""Clearing an obstacle: it is so no longer, and what was done is told, or not."""

from dataclasses import replace

from bot.core.access import Action
from bot.core.obstacle import Tick
from bot.core.record import Person
from bot.services.obstacles import Asks, ask_about, asked_about, standing_tick, stop_checking
from bot.services.permission import of_the_team
from bot.services.ports import Desk
from bot.services.refusals import Refusal
from bot.services.standing import standing


def begin_clearing(desk: Desk, person: Person, id: str) -> Tick:
    """Ask what was done. Refusals: "no_case", "for_professionals", "obstacle_gone"."""
    at = of_the_team(desk, person, Action.OBSTACLES)
    found = standing_tick(desk, at.part, id)
    ask_about(desk, at.part, Asks.DONE, found.id)
    return found


def clear(desk: Desk, person: Person, done: str | None, id: str | None = None) -> Tick:
    """Clear the obstacle about which it is asked what was done; None: they do not say.

    ``id``: about which a button was. Refusals: "no_obstacle", "button_old", "obstacle_gone".
    """
    at = standing(desk, person)
    asked = asked_about(at.part, Asks.DONE)
    if id not in (None, asked):
        raise Refusal("button_old")
    found = standing_tick(desk, at.part, asked)
    for each in desk.record.obstacles.find(
        case=at.case.id, obstacle=found.obstacle, cleared_at=None
    ):
        if each.id != found.id:  # two ticked it at the same moment
            desk.record.obstacles.remove(id=each.id)
    cleared = replace(found, cleared_at=desk.now(), cleared_by=at.part.id, done=done)
    desk.record.obstacles.put(cleared)
    stop_checking(desk, person)
    return cleared
