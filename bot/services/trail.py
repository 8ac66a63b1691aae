"""The audit trail: who did what to which record, without its content."""

from bot.core.record import Person, Trace
from bot.services.ports import Desk

ADMINISTRATOR = "administrator"  # who is no person of the record
NOBODY = ""  # who erased themselves, and so is no person of the record any more


def leave_trace(
    desk: Desk, who: Person | str, verb: str, subject: str, case: str | None = None
) -> None:
    """Note who did what to which record. ``who``: a person, ADMINISTRATOR or NOBODY; ``case``:
    where it was, if anywhere."""
    who = who if isinstance(who, str) else who.id
    trace = Trace(desk.new_id(), who, verb, subject, desk.now(), case)
    desk.record.traces.put(trace)
