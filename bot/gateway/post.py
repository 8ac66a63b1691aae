"""The outbox of a channel that is sent to (``bot.connectors.post_office``)."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import datetime

from bot.connectors.post_office import Bundle
from bot.gateway.signals import Signals, wait
from bot.services.ports import Parcel
from bot.wiring import Workshop

log = logging.getLogger(__name__)

LOOK_EVERY = 2.0  # seconds; for what another process put in


@dataclass(frozen=True)
class Post:
    """What waits in the outbox for one channel."""

    shop: Workshop
    signals: Signals
    channel: str
    now: Callable[[], datetime]

    async def awaited(self) -> AsyncIterator[str]:
        with self.signals.listen(self.channel) as bell:
            while True:
                for conversation in await asyncio.to_thread(self._to_send):
                    yield conversation
                await wait(bell, LOOK_EVERY)

    async def bundle(self, conversation: str) -> Bundle | None:
        return await asyncio.to_thread(self._bundle, conversation)

    async def sent(self, conversation: str, parcel: Parcel, number: str) -> None:
        await asyncio.to_thread(self._sent, conversation, parcel, number)

    async def give_up(self, conversation: str, parcel: Parcel, why: str) -> None:
        log.error("something could not be sent on %s: %s", self.channel, why)
        await asyncio.to_thread(self._gone, parcel)

    async def unreachable(self, conversation: str, why: str) -> None:
        log.info("someone on %s cannot be reached: %s", self.channel, why)
        await asyncio.to_thread(self._unreachable, conversation, why)

    def _to_send(self) -> list[str]:
        with self.shop.look() as (_, mailbox):
            return mailbox.conversations_to_send(self.channel)

    def _bundle(self, conversation: str) -> Bundle | None:
        with self.shop.look() as (_, mailbox), self.shop.directory() as addresses:
            parcels = mailbox.waiting_for(conversation, 0)
            address = addresses.find(conversation)
        if not parcels:
            return None
        if address and address.reachable:
            return Bundle(address.address, parcels)
        with self.shop.mail() as (_, mailbox):
            mailbox.seen(conversation, parcels[-1].id)  # there is nowhere to send it
        return None

    def _sent(self, conversation: str, parcel: Parcel, number: str) -> None:
        said = json.loads(parcel.payload)
        with self.shop.post(lasting=False) as (mailbox, addresses):
            mailbox.gone(parcel.id)
            if said["asks"]:
                addresses.remember(conversation, number, said["asks"], self.now())
            if said["clears"]:  # everything was erased, and this was the last word
                addresses.forget(conversation)

    def _gone(self, parcel: Parcel) -> None:
        with self.shop.post() as (mailbox, _):
            mailbox.gone(parcel.id)

    def _unreachable(self, conversation: str, why: str) -> None:
        with self.shop.post() as (_, addresses):
            addresses.unreachable(conversation, why, self.now())
