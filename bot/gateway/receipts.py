"""How far people have seen, written down for everyone together.

A page tells after every reply that it was seen. To write that at once would cost as much as the
reply itself; it may wait, for what is sent once more is known by its number and dropped.
"""

import asyncio
import logging
from dataclasses import dataclass, field

from bot.wiring import Workshop

log = logging.getLogger(__name__)

WRITE_EVERY = 2.0  # seconds


@dataclass
class Receipts:
    """What was seen, and is not yet written down."""

    shop: Workshop
    _noted: dict[str, int] = field(default_factory=dict)  # conversation → its latest parcel

    def note(self, conversation: str, up_to: int) -> None:
        self._noted[conversation] = max(up_to, self.of(conversation))

    def of(self, conversation: str) -> int:
        """The latest parcel that was seen and still stands in the outbox; 0 for none."""
        return self._noted.get(conversation, 0)

    async def run(self) -> None:
        """Write for ever, until cancelled."""
        while True:
            await asyncio.sleep(WRITE_EVERY)
            await self.write()

    async def write(self) -> None:
        """What was seen is no longer kept; what cannot be written now stays for the next time."""
        noted = dict(self._noted)
        if not noted:
            return
        try:
            await asyncio.to_thread(self._write, noted)
        except Exception:
            log.exception("what was seen cannot be written down now")
            return
        for conversation, up_to in noted.items():
            if self._noted[conversation] == up_to:
                del self._noted[conversation]

    def _write(self, noted: dict[str, int]) -> None:
        with self.shop.mail(lasting=False) as (_, mailbox):
            for conversation, up_to in noted.items():
                mailbox.seen(conversation, up_to)
