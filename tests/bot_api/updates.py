"""The updates that wait for the bot, whichever way it takes them ("Getting updates")."""

import asyncio
from dataclasses import dataclass, field
from typing import Any

# Not sent unless asked for by name ("getUpdates", allowed_updates).
ON_REQUEST = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
FAR_AHEAD = 10  # an offset this far beyond the newest update counts from the oldest (TQueue.cpp)


@dataclass(eq=False)
class Update:
    """One update. ``lane``: those of one lane are delivered one after the other."""

    update_id: int
    kind: str
    payload: dict[str, Any]
    lane: object
    again: bool = False  # delivered once before, and now once more
    handed_out: bool = False

    def as_json(self) -> dict[str, Any]:
        return {"update_id": self.update_id, self.kind: self.payload}


@dataclass
class UpdateQueue:
    """``waiting``: not yet confirmed. ``history``: all that ever were, also those confirmed."""

    next_id: int = 731_508_200
    waiting: list[Update] = field(default_factory=list)
    history: list[Update] = field(default_factory=list)
    allowed: list[str] = field(default_factory=list)  # empty: all but those on request
    changed: asyncio.Event = field(default_factory=asyncio.Event)

    def add(
        self, kind: str, payload: dict[str, Any], lane: object, *, forced: bool = False
    ) -> Update:
        """A new update. One of a kind that the bot doesn't want is not kept, unless forced."""
        update = Update(self.next_id, kind, payload, lane)
        if forced or self._wanted(kind):
            self.next_id += 1
            self.history.append(update)
            self._enqueue(update)
        return update

    def deliver_again(self, update: Update) -> None:
        """The same update once more, with the same id, however long ago it was confirmed."""
        self._enqueue(
            Update(update.update_id, update.kind, update.payload, update.lane, again=True)
        )

    def take(self, offset: int, limit: int) -> list[Update]:
        """What getUpdates gives. All below the offset is confirmed by it, and forgotten.

        A negative offset counts from the end. The limit is 1 to 100.
        """
        fresh = [update for update in self.waiting if not update.again]
        if offset < 0 and fresh:
            offset = fresh[max(len(fresh) + offset, 0)].update_id
        if offset <= self.next_id + FAR_AHEAD:
            self.waiting = [update for update in self.waiting if _still_waits(update, offset)]
        taken = self.waiting[:limit]
        for update in taken:
            update.handed_out = True
        return taken

    def confirm(self, update: Update) -> None:
        """It arrived by webhook."""
        if update in self.waiting:
            self.waiting.remove(update)

    def drop(self) -> None:
        """Forget all that wait (drop_pending_updates)."""
        self.waiting.clear()

    def restart_ids(self, next_id: int) -> None:
        """Ids go on from here, as they do at a random number after a week without updates."""
        self.next_id = next_id

    def _wanted(self, kind: str) -> bool:
        return kind in self.allowed if self.allowed else kind not in ON_REQUEST

    def _enqueue(self, update: Update) -> None:
        self.waiting.append(update)
        self.changed.set()


def _still_waits(update: Update, offset: int) -> bool:
    if update.again:
        return not update.handed_out
    return update.update_id >= offset
