"""Leaving a case: what one had released stays or goes; what one kept to oneself goes."""

from dataclasses import replace

from bot.core.record import Case, CaseStatus, Pending, Person, Visibility
from bot.services.hand_over import hand_on
from bot.services.pieces import pieces_of
from bot.services.ports import Desk
from bot.services.refusals import Refusal
from bot.services.remove import leave_agenda, remove_part, remove_piece, revoke_all
from bot.services.standing import beginning, part_in
from bot.services.trail import leave_trace


def ask_to_leave(desk: Desk, person: Person, case: str | None = None) -> Case:
    """Ask what is to become of what was released. ``case``: None for the current one; one that is
    closed can be named.

    Refusals: "no_case", "only_one" (nobody else is in the case: closing or erasing it is what is
    meant).
    """
    if case is not None:
        part_in(desk, person, case)
        person = replace(person, current_case=case)
    at = beginning(desk, person)
    others = [
        part
        for part in desk.record.memberships.find(case=at.case.id)
        if part.left_at is None and part.id != at.part.id
    ]
    if not others:
        raise Refusal("only_one")
    desk.record.people.put(replace(person, pending=Pending.LEAVE))
    return at.case


def leave(desk: Desk, person: Person, stays: bool) -> Case:
    """Leave the case. ``stays``: what was released to others stays readable for them.

    Refusal "no_case".
    """
    at = beginning(desk, person)
    if at.part.coordinator:
        hand_on(desk, at.part)
    leave_trace(desk, person, "left", at.part.id, at.case.id)
    kept = [p for p in pieces_of(desk, at.part) if stays and p.visibility is not Visibility.ME]
    if kept or (stays and desk.record.agreements.find(case=at.case.id, made_by=at.part.id)):
        for piece in pieces_of(desk, at.part):
            if piece not in kept:
                remove_piece(desk, piece.id)
        desk.record.skips.remove(membership=at.part.id)
        revoke_all(desk, at.part)
        leave_agenda(desk, at.part, words=False)
        gone = replace(
            at.part, left_at=desk.now(), coordinator=False, name=None, open_question=None
        )
        desk.record.memberships.put(gone)
    else:
        remove_part(desk, at.part)
    desk.record.people.put(
        replace(person, pending=Pending.NOTHING, current_case=_another(desk, person, at.case.id))
    )
    return at.case


def _another(desk: Desk, person: Person, left: str) -> str | None:
    """The latest other case in which the person has a part."""
    parts = desk.record.memberships.find(person=person.id)
    cases = [desk.record.cases.get(p.case) for p in parts if not p.left_at and p.case != left]
    still_open = [case.id for case in cases if case and case.status is CaseStatus.OPEN]
    return still_open[-1] if still_open else None
