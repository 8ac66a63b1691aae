"""Erasing all that is kept of a person, after one confirmation."""

from dataclasses import replace

from bot.core.record import Pending, Person
from bot.services.hand_over import hand_on
from bot.services.ports import Desk
from bot.services.remove import remove_case, remove_part
from bot.services.trail import NOBODY, leave_trace


def ask_to_erase(desk: Desk, person: Person) -> None:
    """Ask for a yes before everything goes."""
    desk.record.people.put(replace(person, pending=Pending.ERASE))


def erase(desk: Desk, person: Person) -> None:
    """Erase a person: answers, revisions, skips, notes, added questions, traces, the person.

    What others said stays whole; a case in which nobody else has a part goes with them, and one
    that they directed gets another who does. The gateway's inbox and outbox close by themselves:
    what is in them goes as soon as it is handled.
    """
    record = desk.record
    for part in record.memberships.find(person=person.id):
        if part.coordinator:
            hand_on(desk, part)
            _forget_facts(desk, part.case)
        leave_trace(desk, NOBODY, "erased", part.id, part.case)
        remove_part(desk, part)
        if all(other.left_at for other in record.memberships.find(case=part.case)):
            remove_case(desk, part.case)
    record.openings.remove(conversation=person.conversation)
    record.attempts.remove(who=person.conversation)
    record.traces.remove(person=person.id)
    record.people.remove(id=person.id)


def _forget_facts(desk: Desk, case: str) -> None:
    """The wish and the ambition are words of whoever directed the case."""
    if found := desk.record.cases.get(case):
        desk.record.cases.put(replace(found, wish="", ambition=""))
