"""Sends what waits, at the pace that Telegram asks for, each chat in its own order."""

import asyncio
import itertools
import logging
from collections.abc import Callable
from dataclasses import dataclass, field

from telegram import Bot
from telegram.error import (
    BadRequest,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.connectors.post_office import PostOffice
from bot.connectors.telegram.outbound import Outgoing, compose

log = logging.getLogger(__name__)

A_SECOND = 28.0  # messages over all chats; Telegram's own limit is about 30
PER_CHAT = 1.02  # seconds from the answer about one message to the next one to that chat
AT_ONCE = 16  # messages under way; each takes a part of a second
AWAITED = 120.0  # seconds after someone wrote in which their replies go before all others
LONGEST_PAUSE = 60.0  # seconds, between two tries when the network fails
_LASTING = ("chat not found", "user is deactivated", "peer_id_invalid")


class _Later(Exception):
    """Not now: try again after so many seconds."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


@dataclass
class Courier:
    """The loop from outbox to Telegram.

    ``key``: the name by which the record knows a message with this number.
    """

    bot: Bot
    post: PostOffice
    key: Callable[[int], str]
    _queue: "asyncio.PriorityQueue[tuple[int, int, str]]" = field(
        default_factory=asyncio.PriorityQueue
    )
    _queued: set[str] = field(default_factory=set)
    _wrote: dict[str, float] = field(default_factory=dict)  # when someone wrote last
    _free: dict[str, float] = field(default_factory=dict)  # from when a chat may be sent to
    _fails: dict[str, int] = field(default_factory=dict)  # how often in a row the network failed
    _next: float = 0.0  # when the next message over all may leave
    _number: "itertools.count[int]" = field(default_factory=itertools.count)

    async def run(self) -> None:
        """Send for ever, until cancelled; it may begin again later."""
        self._queue = asyncio.PriorityQueue()
        self._queued.clear()
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._watch())
            for _ in range(AT_ONCE):
                tasks.create_task(self._work(tasks))

    def expect(self, conversation: str) -> None:
        """Someone wrote just now: what they wait for goes first."""
        now = _now()
        self._wrote[conversation] = now
        if len(self._wrote) > 10_000:
            self._wrote = {c: at for c, at in self._wrote.items() if now - at < AWAITED}

    async def _watch(self) -> None:
        async for conversation in self.post.awaited():
            self._enqueue(conversation)

    def _enqueue(self, conversation: str) -> None:
        if conversation not in self._queued:
            self._queued.add(conversation)
            self._put(conversation)

    def _put(self, conversation: str) -> None:
        awaited = _now() - self._wrote.get(conversation, -AWAITED) < AWAITED
        self._queue.put_nowait((0 if awaited else 1, next(self._number), conversation))

    async def _put_later(self, pause: float, conversation: str) -> None:
        await asyncio.sleep(pause)
        self._put(conversation)

    async def _work(self, tasks: asyncio.TaskGroup) -> None:
        while True:
            _, _, conversation = await self._queue.get()
            try:
                more = await self._send_next(conversation)
                pause = PER_CHAT if more else None
            except _Later as later:
                pause = later.seconds
            except InvalidToken:
                log.error("Telegram does not know this token any more: nothing can be sent.")
                pause = LONGEST_PAUSE
            except Exception:
                log.exception("something went wrong in sending")
                pause = LONGEST_PAUSE
            if pause is None:
                self._queued.discard(conversation)
            else:
                tasks.create_task(self._put_later(pause, conversation))

    async def _send_next(self, conversation: str) -> bool:
        """Send someone's next message; False when nothing waits any more."""
        now = _now()
        if (free := self._free.get(conversation, 0.0)) > now:
            raise _Later(free - now)
        bundle = await self.post.bundle(conversation)
        if bundle is None:
            return False
        parts = compose(bundle.parcels)
        try:
            for part in parts:
                number = await self._send(conversation, int(bundle.address), part)
        except (Forbidden, BadRequest) as error:
            if isinstance(error, Forbidden) or _lasting(error):
                await self.post.unreachable(conversation, str(error))
                return False
            for parcel in parts[-1].parcels:
                await self.post.give_up(conversation, parcel, str(error))
            return True
        for parcel in parts[-1].parcels:
            await self.post.sent(conversation, parcel, number)
        return len(bundle.parcels) > len(parts[-1].parcels)

    async def _send(self, conversation: str, chat: int, message: Outgoing) -> str:
        """Send one message and return its number. _Later when it must wait."""
        await self._turn(conversation)
        try:
            sent = await self._call(chat, message)
        except RetryAfter as error:
            raise _Later(_seconds(error)) from error
        except NetworkError as error:
            if isinstance(error, BadRequest):
                raise
            fails = self._fails[conversation] = self._fails.get(conversation, 0) + 1
            raise _Later(min(0.5 * 2**fails, LONGEST_PAUSE)) from error
        finally:
            self._free[conversation] = _now() + PER_CHAT
        self._fails.pop(conversation, None)
        return self.key(sent)

    async def _turn(self, conversation: str) -> None:
        """Wait until this chat, and all together, may have a message."""
        now = _now()
        at = max(now, self._next, self._free.get(conversation, 0.0))
        self._next = max(now, self._next) + 1 / A_SECOND
        self._free[conversation] = at + PER_CHAT
        if len(self._free) > 10_000:
            self._free = {c: free for c, free in self._free.items() if free > now}
        await asyncio.sleep(at - now)

    async def _call(self, chat: int, message: Outgoing) -> int:
        if message.photo is not None:
            sent = await self.bot.send_photo(
                chat, message.photo, caption=message.text, reply_markup=message.keyboard
            )
        elif message.document is not None:
            name, content = message.document
            sent = await self.bot.send_document(
                chat, content, filename=name, caption=message.text, reply_markup=message.keyboard
            )
        else:
            sent = await self.bot.send_message(
                chat, message.text, entities=message.entities, reply_markup=message.keyboard
            )
        return sent.message_id


def _now() -> float:
    return asyncio.get_running_loop().time()


def _seconds(error: RetryAfter) -> float:
    after = error.retry_after
    return float(after) if isinstance(after, int | float) else after.total_seconds()


def _lasting(error: TelegramError) -> bool:
    return any(reason in str(error).lower() for reason in _LASTING)
