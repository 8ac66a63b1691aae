"""Taking things out of the record with all that hangs on them. Whether one may, others ask."""

from dataclasses import replace

from bot.core.record import Membership, Pending
from bot.services.ports import Desk


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
    record.own_questions.remove(case=part.case, added_by=part.person)
    record.memberships.remove(id=part.id)


def remove_case(desk: Desk, case: str) -> None:
    """A case, with the parts of all its members and all that was said in it."""
    record = desk.record
    for part in record.memberships.find(case=case):
        remove_part(desk, part)
        person = record.people.get(part.person)
        if person and person.current_case == case:
            record.people.put(replace(person, current_case=None, pending=Pending.NOTHING))
    record.own_questions.remove(case=case)
    record.invitations.remove(case=case)
    record.parties.remove(case=case)
    record.traces.remove(case=case)
    record.cases.remove(id=case)
