"""Reading the audit trail of a case."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.access import Action
from bot.core.record import Membership, Person, Trace
from bot.services.permission import allowed
from bot.services.ports import Desk

# What concerns a case as a whole. That somebody released or took back shows that there was
# something to release: that is theirs alone, and no coordinator reads it.
SHARED = frozenset(
    """
    began_case closed_case reopened_case handed_over set_period showed_names warned
    invited revoked joined declined left decided_on_party added_question
    """.split()
)
MOST = 50  # lines, the latest


@dataclass(frozen=True)
class Line:
    """One line of the trail; ``by`` is None when they left nothing but the line."""

    trace: Trace
    by: Membership | None


def case_trail(desk: Desk, person: Person) -> Sequence[Line]:
    """The latest lines about the current case, the newest first. Refusal "not_allowed"."""
    at = allowed(desk, person, Action.READ_TRAIL)
    traces = [t for t in desk.record.traces.find(case=at.case.id) if t.verb in SHARED]
    members = {part.person: part for part in desk.record.memberships.find(case=at.case.id)}
    return [Line(trace, members.get(trace.person)) for trace in reversed(traces[-MOST:])]
