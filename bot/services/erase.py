"""Erasing all that is kept of a person, after one confirmation."""

from dataclasses import replace

from bot.core.record import Pending, Person
from bot.services.ports import Desk


def ask_to_erase(desk: Desk, person: Person) -> None:
    """Ask for a yes before everything goes."""
    desk.record.people.put(replace(person, pending=Pending.ERASE))


def erase(desk: Desk, person: Person) -> None:
    """Erase a person: answers, revisions, skips, notes, added questions, traces, the person.

    A case in which nobody else has a part goes with them. The gateway's inbox and outbox close
    by themselves: what is in them goes as soon as it is handled.
    """
    record = desk.record
    for part in record.memberships.find(person=person.id):
        for answer in record.answers.pick("id", membership=part.id):
            record.revisions.remove(answer=answer)
        record.answers.remove(membership=part.id)
        record.skips.remove(membership=part.id)
        record.notes.remove(membership=part.id)
        record.own_questions.remove(case=part.case, added_by=person.id)
        record.memberships.remove(id=part.id)
        if not record.memberships.pick("id", case=part.case):
            record.cases.remove(id=part.case)
    record.traces.remove(person=person.id)
    record.people.remove(id=person.id)
