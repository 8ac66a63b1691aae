"""Updates that are posted to the bot, each again until it is taken ("setWebhook").

As the real server does it (WebhookActor.cpp): updates of one lane (a chat; the taps of a person)
go one after the other, and one that fails holds back its own lane only.
"""

import asyncio
import time
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import aiohttp

from tests.bot_api.updates import Update, UpdateQueue

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"


@dataclass(frozen=True)
class Pauses:
    """Seconds before an update is tried again: the first, doubled each time, up to the longest.

    The real ones are none, 2, 4 and so on up to between 60 and 120.
    """

    first: float = 0.02
    longest: float = 0.5

    def after(self, failures: int) -> float:
        return float(min(self.longest, self.first * 2 ** min(failures - 1, 30)))


@dataclass(frozen=True)
class Delivery:
    """One attempt. ``status`` is None when there was no answer; times in monotonic seconds."""

    update_id: int
    at: float
    took: float
    status: int | None

    @property
    def taken(self) -> bool:
        return self.status is not None and 200 <= self.status <= 299


@dataclass(frozen=True)
class Target:
    url: str
    secret: str = ""


@dataclass
class Webhook:
    """Posts what waits in the queue to the target, when there is one."""

    updates: UpdateQueue
    pauses: Pauses
    patience: float = 10.0  # seconds for an answer
    target: Target | None = None
    deliveries: list[Delivery] = field(default_factory=list)
    last_error: dict[str, Any] = field(default_factory=dict)  # as in "WebhookInfo"
    _working: "asyncio.Task[None] | None" = None

    async def deliver_to(self, target: Target | None) -> None:
        """From now on, there; None stops it. What is under way is broken off."""
        await self.pause()
        self.target = target
        self.last_error = {}
        self.resume()

    def resume(self) -> None:
        if self.target and not self._working:
            self._working = asyncio.create_task(self._work(self.target))

    async def pause(self) -> None:
        """Stop for a while; the target stays."""
        if self._working:
            self._working.cancel()
            await asyncio.wait({self._working})
            self._working = None

    async def _work(self, target: Target) -> None:
        limit = aiohttp.ClientTimeout(total=self.patience)
        async with aiohttp.ClientSession(timeout=limit) as http, asyncio.TaskGroup() as lanes:
            busy: set[object] = set()
            while True:
                self.updates.changed.clear()
                for lane in {update.lane for update in self.updates.waiting} - busy:
                    busy.add(lane)
                    task = lanes.create_task(self._serve(lane, target, http))
                    task.add_done_callback(partial(self._free, busy, lane))
                await self.updates.changed.wait()

    def _free(self, busy: set[object], lane: object, _: "asyncio.Task[None]") -> None:
        busy.discard(lane)
        self.updates.changed.set()

    async def _serve(self, lane: object, target: Target, http: aiohttp.ClientSession) -> None:
        """Deliver the oldest update of this lane, and the next, until none waits."""
        failures = 0
        while update := next((each for each in self.updates.waiting if each.lane == lane), None):
            if await self._post(update, target, http):
                self.updates.confirm(update)
                failures = 0
            else:
                failures += 1
                await asyncio.sleep(self.pauses.after(failures))

    async def _post(self, update: Update, target: Target, http: aiohttp.ClientSession) -> bool:
        headers = {SECRET_HEADER: target.secret} if target.secret else {}
        began, status = time.monotonic(), None
        try:
            async with http.post(
                target.url, json=update.as_json(), headers=headers, allow_redirects=False
            ) as answer:
                status = answer.status
                trouble = f"Wrong response from the webhook: {status} {answer.reason}"
        except TimeoutError:
            trouble = "Read timeout expired"
        except aiohttp.ClientConnectorError:
            trouble = "Connection refused"
        except aiohttp.ClientError:
            trouble = "Webhook connection closed"
        delivery = Delivery(update.update_id, began, time.monotonic() - began, status)
        self.deliveries.append(delivery)
        if not delivery.taken:
            self.last_error = {
                "last_error_date": int(time.time()), "last_error_message": trouble,
            }  # fmt: skip
        return delivery.taken
