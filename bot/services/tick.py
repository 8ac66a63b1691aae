"""The self-check: of each of the six obstacles that does not stand yet, whether it is so."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.access import Action
from bot.core.obstacle import Tick
from bot.core.record import Case, Person
from bot.services.obstacles import (
    Asks,
    ask_about,
    asked_about,
    standing_obstacles,
    standing_tick,
    stop_checking,
)
from bot.services.permission import of_the_team
from bot.services.ports import Desk
from bot.services.refusals import Refusal
from bot.services.standing import Standing, standing


@dataclass(frozen=True)
class Checked:
    """A self-check. ``obstacle``: which is asked now, ``number`` of six; None: all were, and
    ``ticked`` are those that this member ticked and that stand."""

    case: Case
    obstacle: str | None
    number: int
    ticked: Sequence[Tick]


def begin_check(desk: Desk, person: Person) -> Checked:
    """Ask the first. Refusals: "no_case", "for_professionals"."""
    return _ask_after(desk, of_the_team(desk, person, Action.OBSTACLES), None)


def tick(desk: Desk, person: Person, so: bool, obstacle: str | None = None) -> Checked:
    """Whether the obstacle that is asked about is so; go on to the next.

    ``obstacle``: about which a button was. Refusals: "no_obstacle", "button_old".
    """
    at = standing(desk, person)
    asked = asked_about(at.part, Asks.SO)
    if obstacle not in (None, asked):
        raise Refusal("button_old")
    there = desk.record.obstacles.find(case=at.case.id, obstacle=asked, cleared_at=None)
    if so and not there:
        made = Tick(desk.new_id(), at.case.id, asked, desk.now(), at.part.id)
        desk.record.obstacles.put(made)
    for each in there:
        if not so and each.ticked_by == at.part.id:  # who went back has thought better of it
            desk.record.obstacles.remove(id=each.id)
    return _ask_after(desk, at, asked)


def skip_obstacle(desk: Desk, person: Person, obstacle: str | None = None) -> Checked:
    """Leave the obstacle that is asked about. Refusals: "no_obstacle", "button_old"."""
    at = standing(desk, person)
    asked = asked_about(at.part, Asks.SO)
    if obstacle not in (None, asked):
        raise Refusal("button_old")
    return _ask_after(desk, at, asked)


def step_back_in_check(desk: Desk, person: Person) -> Checked:
    """Ask once more about the one before. Refusals: "no_obstacle", "nothing_before"."""
    at = standing(desk, person)
    ids = list(desk.method.obstacles)
    earlier = ids[: ids.index(asked_about(at.part, Asks.SO))]
    there = standing_obstacles(desk, at.part)
    others = [each.obstacle for each in there if each.ticked_by != at.part.id]
    before = [id for id in earlier if id not in others]
    if not before:
        raise Refusal("nothing_before")
    return _ask(desk, at, before[-1])


def obstacle_asked(desk: Desk, person: Person) -> Checked | Tick | None:
    """What is asked about obstacles now: whether one is so, or what was done about one. None when
    somebody else cleared it meanwhile: then it is asked no more. Refusal "no_case"."""
    at = standing(desk, person)
    kind, _, id = (at.part.about or "").partition(":")
    if kind == Asks.SO:
        return _checked(desk, at, id)
    try:
        return standing_tick(desk, at.part, id)
    except Refusal:
        stop_checking(desk, person)
        return None


def _ask_after(desk: Desk, at: Standing, asked: str | None) -> Checked:
    """Go on to the next that does not stand; when there is none, the check is over."""
    ids = list(desk.method.obstacles)
    there = [each.obstacle for each in standing_obstacles(desk, at.part)]
    rest = ids[ids.index(asked) + 1 :] if asked else ids
    following = next((id for id in rest if id not in there), None)
    if following:
        return _ask(desk, at, following)
    stop_checking(desk, at.person)
    return _checked(desk, at, None)


def _ask(desk: Desk, at: Standing, obstacle: str) -> Checked:
    ask_about(desk, at.part, Asks.SO, obstacle)
    return _checked(desk, at, obstacle)


def _checked(desk: Desk, at: Standing, obstacle: str | None) -> Checked:
    mine = [t for t in standing_obstacles(desk, at.part) if t.ticked_by == at.part.id]
    number = list(desk.method.obstacles).index(obstacle) + 1 if obstacle else 0
    return Checked(at.case, obstacle, number, mine)
