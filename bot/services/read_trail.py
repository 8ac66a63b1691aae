"""Reading the audit trail of a case."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.access import Action
from bot.core.record import Membership, Person, Trace
from bot.services.permission import allowed
from bot.services.pieces import readable
from bot.services.ports import Desk
from bot.services.trail import ADMINISTRATOR

# What concerns a case as a whole.
SHARED = frozenset(
    """
    began_case closed_case reopened_case handed_over set_period showed_names changed_case warned
    exported_trail invited revoked set_rhythm joined declined left erased decided_on_party
    added_question
    """.split()
)
# What concerns something that somebody said: only whoever may read it now reads this line, so the
# trail does not show that there is something which its author keeps.
ABOUT_A_PIECE = frozenset({"released", "took_back"})
MOST = 50  # lines, the latest


@dataclass(frozen=True)
class Line:
    """One line of the trail; ``by`` is None when they left nothing but the line."""

    trace: Trace
    by: Membership | None

    @property
    def administrator(self) -> bool:
        """Whether an administrator did it, who is no member."""
        return self.trace.person == ADMINISTRATOR


def case_trail(desk: Desk, person: Person) -> Sequence[Line]:
    """The latest lines about the current case, the newest first. Refusal "not_allowed"."""
    at = allowed(desk, person, Action.READ_TRAIL)
    pieces = {piece.id for piece in readable(desk, at)}
    traces = [
        trace
        for trace in desk.record.traces.find(case=at.case.id)
        if trace.verb in SHARED or (trace.verb in ABOUT_A_PIECE and trace.subject in pieces)
    ]
    members = {part.person: part for part in desk.record.memberships.find(case=at.case.id)}
    return [Line(trace, members.get(trace.person)) for trace in reversed(traces[-MOST:])]
