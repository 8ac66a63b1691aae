"""Work that one gateway at a time does, of all that share a record."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.store.duty import Duty

log = logging.getLogger(__name__)

LOOK_EVERY = 2.0  # seconds; whether the work is ours, and still is
SILENT = 10.0  # seconds without a word from the database, after which it is ours no more


@dataclass(frozen=True)
class Shift:
    """``what``: the work, as the log calls it."""

    duty: Duty
    what: str

    async def run(self, work: Callable[[], Awaitable[None]]) -> None:
        """Do the work whenever it is ours, until it ends by itself or is cancelled."""
        while True:
            while not await asyncio.to_thread(self.duty.take):
                await asyncio.sleep(LOOK_EVERY)
            log.info("this gateway has %s", self.what)
            task = asyncio.ensure_future(work())
            try:
                while await self._still_ours():
                    done, _ = await asyncio.wait([task], timeout=LOOK_EVERY)
                    if done:
                        return task.result()
            finally:
                task.cancel()
                await asyncio.gather(task, return_exceptions=True)
                await asyncio.to_thread(self.duty.leave)
            log.warning("another gateway may take %s now: the database was away", self.what)

    async def _still_ours(self) -> bool:
        try:
            async with asyncio.timeout(SILENT):  # wait_for of Python 3.11 may lose a cancellation
                return await asyncio.to_thread(self.duty.is_ours)
        except TimeoutError:
            return False
