"""The front door: what connectors see of the gateway (``bot.connectors.front_door``)."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass

from bot.connectors.front_door import Pulse, Verdict
from bot.core.inbound import Inbound
from bot.gateway.intake import Intake
from bot.gateway.receipts import Receipts
from bot.gateway.signals import Signals, wait
from bot.gateway.turns import AWAKE, INBOX, Turns
from bot.services.ports import Parcel
from bot.wiring import Workshop

PATIENCE = 0.3  # seconds without dots; most replies are there by then
LOOK_EVERY = 1.0  # seconds; while someone waits for a reply: another gateway may give it
BEAT = 15.0  # seconds between two signs of life on a quiet line


@dataclass(frozen=True)
class Door:
    """Takes messages in, and lets a conversation be followed."""

    shop: Workshop
    intake: Intake
    turns: Turns
    receipts: Receipts
    signals: Signals

    async def take(self, inbound: Inbound) -> Verdict:
        verdict = await asyncio.to_thread(self.intake.take, inbound)
        if verdict is Verdict.TAKEN:
            self.signals.ring(INBOX)
            self.signals.ring_later(inbound.conversation, PATIENCE)
        return verdict

    async def seen(self, conversation: str, up_to: int) -> None:
        self.receipts.note(conversation, up_to)

    async def follow(self, conversation: str, after: int) -> AsyncIterator[Pulse]:
        typing, awake = False, True
        after = max(after, self.receipts.of(conversation))
        with self.signals.listen(conversation, AWAKE) as bell:
            while True:
                parcels, waiting = await asyncio.to_thread(self._look, conversation, after)
                for parcel in parcels:
                    after = parcel.id
                    yield Pulse(parcel=parcel)
                if self.turns.awake != awake:
                    awake = self.turns.awake
                    yield Pulse(awake=awake)
                if (waiting and awake) != typing:
                    typing = waiting and awake
                    yield Pulse(typing=typing)
                if not await wait(bell, LOOK_EVERY if waiting else BEAT):
                    yield Pulse()

    def _look(self, conversation: str, after: int) -> tuple[list[Parcel], bool]:
        with self.shop.look() as (_, mailbox):
            return mailbox.waiting_for(conversation, after), mailbox.waiting(conversation) > 0
