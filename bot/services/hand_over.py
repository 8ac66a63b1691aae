"""Handing over who directs a case."""

from collections.abc import Sequence
from dataclasses import replace

from bot.core.access import Action
from bot.core.method import Group
from bot.core.record import Membership, Person
from bot.services.permission import allowed
from bot.services.ports import Desk
from bot.services.read_together import Author, authors_of
from bot.services.refusals import Refusal
from bot.services.trail import leave_trace


def successors(desk: Desk, person: Person) -> Sequence[Author]:
    """The professionals in the case who could direct it. Refusals: "no_case", "not_allowed"."""
    at = allowed(desk, person, Action.HAND_OVER)
    shown = authors_of(desk, at.case)
    return [shown[part.id] for part in _candidates(desk, at.part)]


def hand_over(desk: Desk, person: Person, to: str) -> Author:
    """Let another member direct the case from now on; they are told.

    Refusals: "no_case", "not_allowed", "no_successor" (no such professional is in the case).
    """
    at = allowed(desk, person, Action.HAND_OVER)
    chosen = next((part for part in _candidates(desk, at.part) if part.id == to), None)
    if chosen is None:
        raise Refusal("no_successor")
    desk.record.memberships.put(replace(at.part, coordinator=False))
    _give(desk, chosen)
    leave_trace(desk, person, "handed_over", chosen.id, at.case.id)
    return authors_of(desk, at.case)[chosen.id]


def hand_on(desk: Desk, part: Membership) -> None:
    """Whoever directs a case goes: the professional who has been in it longest takes over, or else
    the adult who has. A young person is never made to."""
    others = [p for p in desk.record.memberships.find(case=part.case) if p.id != part.id]
    present = [p for p in others if p.left_at is None]
    if any(p.coordinator for p in present):
        return
    adults = [p for p in present if p.group is not Group.YOUNG]
    for heir in [*(p for p in adults if p.team), *adults][:1]:
        _give(desk, heir)


def _candidates(desk: Desk, part: Membership) -> list[Membership]:
    found = desk.record.memberships.find(case=part.case)
    return [p for p in found if p.team and p.left_at is None and p.id != part.id]


def _give(desk: Desk, to: Membership) -> None:
    desk.record.memberships.put(replace(to, coordinator=True))
    if heir := desk.record.people.get(to.person):
        desk.notify(heir, {"what": "directs", "case": to.case})
