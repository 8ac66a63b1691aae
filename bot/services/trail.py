"""The audit trail: who did what to which record, without its content."""

from bot.core.record import Person, Trace
from bot.services.ports import Desk


def leave_trace(desk: Desk, person: Person, verb: str, subject: str) -> None:
    desk.record.traces.put(Trace(desk.new_id(), person.id, verb, subject, desk.now()))
