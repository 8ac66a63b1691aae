"""The engine's memory: the situation that came with the message, and nothing after it.

Rasa keeps a tracker a conversation, replays it at every turn, and slows down as it grows. Here a
tracker begins with each message, from a situation that the gateway read in the case record, and
is dropped with the reply. So nothing anybody said stays in the engine, a turn costs the same on
day one and after a thousand answers, and a lost engine has lost nothing.
"""

from collections.abc import Iterable
from contextvars import ContextVar

from rasa.core.tracker_store import SerializedTrackerAsText, TrackerStore
from rasa.shared.core.constants import ACTION_LISTEN_NAME, REQUESTED_SLOT
from rasa.shared.core.events import (
    ActionExecuted,
    ActiveLoop,
    Event,
    SessionStarted,
    SlotSet,
)
from rasa.shared.core.trackers import DialogueStateTracker

from bot.core.situation import Loop, Situation

situation_now: ContextVar[Situation | None] = ContextVar("situation_now", default=None)

# The slot that each form asks for; see domain.yml.
ASKED_BY = {
    Loop.CASE: "case_fact",
    Loop.REFLECTION: "answer",
    Loop.OWN_QUESTION: "own_question",
    Loop.TELLING: "told",
    Loop.INVITING: "invited",
    Loop.NAMING: "own_name",
    Loop.CHANGING: "changed_fact",
    Loop.AGREEING: "agreed",
    Loop.CHECKING_IN: "checked",
    Loop.SCANNING: "scanned",
    Loop.OBSTACLES: "ticked",
}


class SituationMemory(TrackerStore, SerializedTrackerAsText):
    """A tracker store that begins every tracker from the situation at hand, and keeps none."""

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Keep nothing: what matters stands in the record."""

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        tracker = self.init_tracker(sender_id)
        tracker.update_with_events(_beginning(situation_now.get()), self.domain)
        return tracker

    async def keys(self) -> Iterable[str]:
        return ()

    async def delete(self, sender_id: str) -> None:
        """There is nothing to delete."""


def _beginning(situation: Situation | None) -> list[Event]:
    events: list[Event] = [SessionStarted()]
    slot = ASKED_BY.get(situation.loop) if situation else None
    if situation and slot:
        events += [ActiveLoop(situation.loop.value), SlotSet(REQUESTED_SLOT, slot)]
    return [*events, ActionExecuted(ACTION_LISTEN_NAME)]
