"""The audit trail: who did what to which record, without its content."""

from bot.core.record import Person, Trace
from bot.services.ports import Desk


def leave_trace(
    desk: Desk, person: Person, verb: str, subject: str, case: str | None = None
) -> None:
    """Note who did what to which record. ``case``: where it was, if anywhere."""
    trace = Trace(desk.new_id(), person.id, verb, subject, desk.now(), case)
    desk.record.traces.put(trace)
