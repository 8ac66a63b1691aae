"""getUpdates with its long poll. Only one at a time: a second one ends the first."""

import asyncio
from typing import Any

from tests.bot_api.errors import OTHER_POLLER, ApiError, conflict
from tests.bot_api.updates import Update, UpdateQueue

LONGEST = 50  # seconds; the server's LONG_POLL_MAX_TIMEOUT


class Poller:
    """Hands out the updates of one queue to whoever asks last."""

    def __init__(self, updates: UpdateQueue) -> None:
        self._updates = updates
        self._ended: asyncio.Future[ApiError] | None = None

    @property
    def waiting(self) -> bool:
        """Somebody has a long poll open."""
        return self._ended is not None

    def end(self, words: str) -> None:
        """Answer the poll that waits with a 409."""
        if self._ended and not self._ended.done():
            self._ended.set_result(conflict(words))

    async def poll(self, offset: int, limit: int, timeout_seconds: int) -> list[Update]:
        """Updates from this offset on, at once or as soon as there are any; empty after a while.

        ApiError 409 when another poll or a webhook comes in between.
        """
        self.end(OTHER_POLLER)
        loop = asyncio.get_running_loop()
        ended = self._ended = loop.create_future()
        deadline = loop.time() + min(timeout_seconds, LONGEST)
        try:
            while not (taken := self._updates.take(offset, limit)):
                if loop.time() >= deadline:
                    break
                await self._change_or_end(ended, deadline - loop.time())
            return taken
        finally:
            if self._ended is ended:
                self._ended = None

    async def _change_or_end(self, ended: "asyncio.Future[ApiError]", seconds: float) -> None:
        self._updates.changed.clear()
        changed = asyncio.create_task(self._updates.changed.wait())
        both: list[asyncio.Future[Any]] = [changed, ended]
        try:
            await asyncio.wait(both, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        finally:
            changed.cancel()
        if ended.done():
            raise ended.result()
