"""The six obstacles as they stand in a case, and being asked about them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.core.access import Action, may_do
from bot.core.obstacle import Tick
from bot.core.record import Case, Doing, Membership, Person
from bot.services.asking import look_away
from bot.services.permission import of_the_team
from bot.services.ports import Desk
from bot.services.refusals import Refusal
from bot.services.standing import standing


class Asks(StrEnum):
    """What is asked about an obstacle; in ``about`` of a membership, before its id."""

    SO = "so"  # whether it is so
    DONE = "done"  # what was done about it


@dataclass(frozen=True)
class Listed:
    """The obstacles of a case: those that stand, and those that are cleared, the latest first."""

    case: Case
    standing: Sequence[Tick]
    cleared: Sequence[Tick]


def obstacles(desk: Desk, person: Person) -> Listed:
    """The obstacles of the current case. Refusals: "no_case", "for_professionals"."""
    at = of_the_team(desk, person, Action.OBSTACLES)
    look_away(desk, at)
    known = desk.record.obstacles.find(case=at.case.id)
    gone = [(t.cleared_at, t.id, t) for t in known if t.cleared_at]
    cleared = [t for _, _, t in sorted(gone, reverse=True) if t.obstacle in desk.method.obstacles]
    return Listed(at.case, standing_obstacles(desk, at.part), cleared)


def standing_obstacles(desk: Desk, part: Membership) -> list[Tick]:
    """Those that stand in a case, as far as this member may see them; each of the six once."""
    if not may_do(part, Action.OBSTACLES):
        return []
    found = desk.record.obstacles.find(case=part.case, cleared_at=None)
    known = {tick.obstacle: tick for tick in reversed(found)}
    return [known[id] for id in desk.method.obstacles if id in known]


def standing_tick(desk: Desk, part: Membership, id: str) -> Tick:
    """One that stands in the case. Refusal "obstacle_gone"."""
    found = desk.record.obstacles.first(id=id, case=part.case, cleared_at=None)
    if found is None or found.obstacle not in desk.method.obstacles:
        raise Refusal("obstacle_gone")
    return found


def ask_about(desk: Desk, part: Membership, asks: Asks, id: str) -> None:
    """From now on this is asked of a member: about one of the six, or about one that stands."""
    now = replace(part, doing=Doing.CHECKING_OBSTACLES, about=f"{asks}:{id}", adding_to=None)
    desk.record.memberships.put(now)


def asked_about(part: Membership, asks: Asks) -> str:
    """About which this is asked of a member. Refusal "no_obstacle": it is not."""
    kind, _, id = (part.about or "").partition(":")
    if part.doing is not Doing.CHECKING_OBSTACLES or kind != asks:
        raise Refusal("no_obstacle")
    return id


def stop_checking(desk: Desk, person: Person) -> Case:
    """Ask no more about obstacles; what was ticked stands. Refusal "no_case"."""
    at = standing(desk, person)
    if at.part.doing is Doing.CHECKING_OBSTACLES:
        desk.record.memberships.put(replace(at.part, doing=Doing.NOTHING, about=None))
    return at.case
