"""What the bot asked of the API, when, and what became of it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from tests.bot_api.parameters import Parameters


@dataclass
class Call:
    """One call. ``at``: its arrival, in monotonic seconds; ``status``: of the answer, or None as
    long as there is none, and for ever when the connection was cut."""

    method: str
    parameters: Parameters
    at: float
    status: int | None = None
    carried_out: bool = False  # the method was, whatever the bot heard of it
    struck: bool = False  # by a fault that the test ordered

    @property
    def chat_id(self) -> int | None:
        return self.parameters.integer("chat_id") or None


@dataclass
class CallLog:
    """All calls in order of arrival."""

    all: list[Call] = field(default_factory=list)

    def of(
        self, *methods: str, chat_id: int | None = None, status: int | None = None
    ) -> list[Call]:
        """Those of these methods (or any), to this chat (or any), so answered (or anyhow)."""
        return [
            call
            for call in self.all
            if (not methods or call.method in methods)
            and chat_id in (None, call.chat_id)
            and status in (None, call.status)
        ]


def most_within(seconds: float, calls: Iterable[Call]) -> int:
    """The greatest number of these calls that came within any stretch of so many seconds."""
    times = sorted(call.at for call in calls)
    most = first = 0
    for last, at in enumerate(times):
        while at - times[first] >= seconds:
            first += 1
        most = max(most, last - first + 1)
    return most
