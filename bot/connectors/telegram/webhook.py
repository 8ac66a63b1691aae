"""Being sent updates: 200 only when one stands in the inbox, and for what can never be read."""

import asyncio
import hmac
import json
import logging
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram import Bot, Update
from telegram.error import TelegramError

from bot.connectors.telegram.receiver import Receiver

log = logging.getLogger(__name__)

HEADER = "x-telegram-bot-api-secret-token"
MOST_BYTES = 1_000_000  # an update is a few kilobytes
LOOK_EVERY = 60.0  # seconds; whether the webhook is still ours


@dataclass(frozen=True)
class Webhook:
    """``path`` is that of the address that Telegram was given; ``secret`` what it sends along."""

    bot: Bot
    receiver: Receiver
    path: str
    secret: str

    def route(self) -> Route:
        return Route(self.path, self._update, methods=["POST"])

    async def _update(self, request: Request) -> Response:
        given = request.headers.get(HEADER, "")
        if not hmac.compare_digest(given.encode(), self.secret.encode()):
            return Response(status_code=403)
        length = request.headers.get("content-length", "")
        if not length.isdecimal() or int(length) > MOST_BYTES:
            return Response(status_code=413)
        update = self._read(await request.body())
        if update is None:
            return Response()  # Telegram would send it again for a day, and it would not be better
        stored = await self.receiver.take(update)
        return Response(status_code=200 if stored else 503)

    def _read(self, body: bytes) -> Update | None:
        try:
            data = json.loads(body)
            return Update.de_json(data, self.bot) if isinstance(data, dict) else None
        except Exception as error:
            log.warning("an update could not be read: %s", type(error).__name__)
            return None


async def watch_webhook(bot: Bot, url: str, every: float = LOOK_EVERY) -> None:
    """Say so, once, when another program takes this bot's messages; never fight over them."""
    taken = False
    while True:
        await asyncio.sleep(every)
        try:
            now = (await bot.get_webhook_info()).url
        except TelegramError:
            continue
        if now != url and not taken:
            log.error(
                "another program took the messages of this bot: its webhook is no longer ours. "
                "Stop that one, and start Zwaan again."
            )
        taken = now != url
