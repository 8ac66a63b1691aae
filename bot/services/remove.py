"""Taking things out of the record with all that hangs on them. Whether one may, others ask."""

from dataclasses import replace

from bot.core.record import Membership
from bot.services.ports import Desk

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
    record.memberships.remove(id=part.id)


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
        desk.record.invitations.put(replace(invitation, revoked=True, opened_by=None))


def remove_case(desk: Desk, case: str) -> None:
    """A case, with the parts of all its members and all that was said in it."""
    record = desk.record
    for part in record.memberships.find(case=case):
        remove_part(desk, part)
        person = record.people.get(part.person)
        if person and person.current_case == case:
            record.people.put(replace(person, current_case=None))
    record.own_questions.remove(case=case)
    record.invitations.remove(case=case)
    record.parties.remove(case=case)
    record.traces.remove(case=case)
    record.cases.remove(id=case)
