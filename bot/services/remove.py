"""Taking things out of the record with all that hangs on them. Whether one may, others ask."""

from dataclasses import replace
from typing import Any

from bot.core.agreement import Agreement, AgreementStatus, Consent
from bot.core.record import Membership
from bot.core.scan import batches, side_of
from bot.services.ports import Desk
from bot.services.round_up import plan_round_ups

ERASED = "…"  # in the place of a question whose author erased it


def remove_piece(desk: Desk, piece: str) -> None:
    """An answer with its earlier texts, or a note."""
    desk.record.revisions.remove(answer=piece)
    desk.record.answers.remove(id=piece)
    desk.record.notes.remove(id=piece)


def remove_part(desk: Desk, part: Membership) -> None:
    """A member's part in a case, and all that they said in it."""
    record = desk.record
    for answer in record.answers.pick("id", membership=part.id):
        record.revisions.remove(answer=answer)
    record.answers.remove(membership=part.id)
    record.skips.remove(membership=part.id)
    record.notes.remove(membership=part.id)
    _remove_questions(desk, part)
    revoke_all(desk, part)
    leave_agenda(desk, part, words=True)
    record.memberships.remove(id=part.id)


def leave_agenda(desk: Desk, part: Membership, words: bool) -> None:
    """Take a member out of the agreements, the rhythm and the numbers of a case; nobody does what
    was theirs.

    ``words``: what they said about agreements and obstacles goes as well.
    """
    record = desk.record
    _count_alone(desk, part)
    record.ratings.remove(membership=part.id)
    record.scans.remove(membership=part.id)
    _leave_obstacles(desk, part, words)
    for check_in in record.check_ins.pick("id", membership=part.id):
        record.alarms.remove(subject=check_in)
    record.check_ins.remove(membership=part.id)
    for schedule in record.schedules.pick("id", membership=part.id):
        record.alarms.remove(subject=schedule)
    record.schedules.remove(membership=part.id)
    plan_round_ups(desk, part.case)
    for agreement in record.agreements.find(case=part.case):
        if agreement.status is AgreementStatus.DRAFT and agreement.made_by == part.id:
            _remove_agreement(desk, agreement.id)
        else:
            _out_of_agreement(desk, agreement, part, words)


def _count_alone(desk: Desk, part: Membership) -> None:
    """Of a theme on which this member was counted, the numbers of their group are in no figure any
    more: whoever remembers the figure with this member could work out what they gave."""
    parts = desk.record.memberships.find(case=part.case)
    group = {each.id for each in parts if side_of(each) is side_of(part)}
    for theme in set(desk.record.ratings.pick("theme", membership=part.id)):
        given = desk.record.ratings.find(case=part.case, theme=theme)
        theirs = [rating for rating in given if rating.membership in group]
        if any(rating.membership == part.id for batch in batches(theirs) for rating in batch):
            for rating in theirs:
                desk.record.ratings.put(replace(rating, alone=True))


def _leave_obstacles(desk: Desk, part: Membership, words: bool) -> None:
    """What this member ticked stands on, without them; ``words``: what they said goes as well."""
    for tick in desk.record.obstacles.find(case=part.case):
        changes: dict[str, Any] = {}
        if tick.ticked_by == part.id:
            changes |= {"ticked_by": None}
        if words and tick.cleared_by == part.id:
            changes |= {"cleared_by": None, "done": None}
        if changes:
            desk.record.obstacles.put(replace(tick, **changes))


def _out_of_agreement(desk: Desk, agreement: Agreement, part: Membership, words: bool) -> None:
    changes: dict[str, Any] = {}
    if agreement.who == part.id:
        changes |= {"who": None, "consent": Consent.NONE}
    if agreement.director == part.id:
        changes |= {"director": None}
    if words and agreement.made_by == part.id:
        changes |= {"what": ERASED, "made_by": ""}
    for event in desk.record.agreement_events.find(agreement=agreement.id, by=part.id):
        if words:
            desk.record.agreement_events.put(replace(event, by="", text=None))
        if words and event.text and event.text == agreement.need:
            changes |= {"need": None}
    if changes:
        desk.record.agreements.put(replace(agreement, **changes))


def _remove_agreement(desk: Desk, agreement: str) -> None:
    desk.record.agreement_events.remove(agreement=agreement)
    desk.record.agreements.remove(id=agreement)


def _remove_questions(desk: Desk, part: Membership) -> None:
    """The questions that a member added; of one that others answered only its words go, so that
    their answers keep their place."""
    for question in desk.record.own_questions.find(case=part.case, added_by=part.person):
        if desk.record.answers.pick("id", question=question.id):
            desk.record.own_questions.put(replace(question, text=ERASED, added_by=""))
        else:
            desk.record.own_questions.remove(id=question.id)


def revoke_all(desk: Desk, part: Membership) -> None:
    """Nobody comes in any more through the links of a member who is gone."""
    for invitation in desk.record.invitations.find(by=part.id):
        desk.record.invitations.put(replace(invitation, revoked=True))


def remove_case(desk: Desk, case: str) -> None:
    """A case, with the parts of all its members and all that was said in it."""
    record = desk.record
    for part in record.memberships.find(case=case):
        remove_part(desk, part)
        person = record.people.get(part.person)
        if person and person.current_case == case:
            record.people.put(replace(person, current_case=None))
    for agreement in record.agreements.pick("id", case=case):
        _remove_agreement(desk, agreement)
    for round_up in record.round_ups.pick("id", case=case):
        record.alarms.remove(subject=round_up)
    record.round_ups.remove(case=case)
    record.obstacles.remove(case=case)
    record.own_questions.remove(case=case)
    for invitation in record.invitations.pick("id", case=case):
        record.openings.remove(invitation=invitation)
    record.invitations.remove(case=case)
    record.parties.remove(case=case)
    record.traces.remove(case=case)
    record.cases.remove(id=case)
