"""Telegram as a whole: one bot, what comes in, and what goes out."""

import asyncio
import hashlib
import hmac
import logging
from collections.abc import MutableMapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.routing import Route
from telegram import Bot
from telegram.error import InvalidToken, TelegramError
from telegram.request import HTTPXRequest

from bot.connectors.front_door import FrontDoor
from bot.connectors.post_office import PostOffice
from bot.connectors.telegram.courier import AT_ONCE, Courier
from bot.connectors.telegram.inbound import UPDATES, Translator
from bot.connectors.telegram.polling import Poller
from bot.connectors.telegram.profile import present
from bot.connectors.telegram.receiver import Receiver
from bot.connectors.telegram.webhook import Webhook, watch_webhook
from bot.core.words import Words
from bot.settings import Telegram

log = logging.getLogger(__name__)

NO_TOKEN = "Telegram does not know the token in TELEGRAM_TOKEN; the page goes on."
_NEARBY = ("127.0.0.1", "localhost", "::1")
AGAIN = 2.0  # seconds until the next try to reach Telegram at the start; it doubles
LONGEST = 60.0


@dataclass(frozen=True)
class TelegramConnector:
    """``secret`` is this installation's; without a setting the webhook's secret comes from it."""

    settings: Telegram
    bot: Bot
    receiver: Receiver
    courier: Courier
    words: Words
    secret: bytes
    doors: MutableMapping[str, str]  # how one comes in with a {code}: here, once our name is known

    def routes(self) -> Sequence[Route]:
        """What the gateway's web server must serve: the webhook, when there is one."""
        if not self.settings.webhook_url:
            return ()
        path = urlsplit(self.settings.webhook_url).path
        return (Webhook(self.bot, self.receiver, path, self._webhook_secret).route(),)

    async def run(self) -> None:
        """Receive and send, until cancelled; ends by itself only when the token is wrong.

        One process at a time may do so for a bot: Telegram's pace is one for all that it sends.
        """
        await present(self.bot, self.words)
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self.courier.run())
            tasks.create_task(self._receive())

    async def come_in(self) -> bool:
        """Find out who we are; False when the token is no good."""
        pause = AGAIN
        while True:
            try:
                await self.bot.initialize()
            except InvalidToken:
                log.error(NO_TOKEN)
                return False
            except TelegramError as error:
                log.warning("Telegram cannot be reached: %s", type(error).__name__)
                await asyncio.sleep(pause)
                pause = min(pause * 2, LONGEST)
            else:
                log.info("listening on Telegram as @%s", self.bot.username)
                self.doors["telegram"] = f"https://t.me/{self.bot.username}?start={{code}}"
                return True

    async def _receive(self) -> None:
        """Changing between asking and being sent loses nothing: what waits stays with Telegram."""
        url = self.settings.webhook_url
        while True:
            try:
                if url:
                    await self.bot.set_webhook(
                        url, secret_token=self._webhook_secret, allowed_updates=UPDATES
                    )
                else:
                    await self.bot.delete_webhook(drop_pending_updates=False)
            except InvalidToken:
                log.error(NO_TOKEN)
                return
            except TelegramError as error:
                log.warning("the webhook could not be set or taken away: %s", error)
                await asyncio.sleep(AGAIN)
            else:
                break
        if url:
            await watch_webhook(self.bot, url)
        else:
            await Poller(self.bot, self.receiver).run()

    @property
    def _webhook_secret(self) -> str:
        made = hmac.digest(self.secret, b"telegram webhook", hashlib.sha256).hex()
        return self.settings.webhook_secret or made


def build_telegram(
    settings: Telegram,
    door: FrontDoor,
    post: PostOffice,
    words: Words,
    secret: bytes,
    doors: MutableMapping[str, str],
) -> TelegramConnector:
    """The connector of these settings; nothing is asked of Telegram yet."""
    base = f"{settings.api_url}/bot"
    # HTTPS_PROXY and its kin count for the world outside, not for a server of our own nearby.
    proxied = {"trust_env": urlsplit(settings.api_url).hostname not in _NEARBY}
    bot = Bot(
        settings.token,
        base_url=base,
        base_file_url=f"{settings.api_url}/file/bot",
        request=HTTPXRequest(connection_pool_size=AT_ONCE + 8, httpx_kwargs=proxied),
        get_updates_request=HTTPXRequest(httpx_kwargs=proxied),
    )
    translator = Translator(secret, int(settings.token.partition(":")[0]))
    courier = Courier(bot, post, translator.key)
    receiver = Receiver(bot, door, post, translator, words, courier.expect)
    return TelegramConnector(settings, bot, receiver, courier, words, secret, doors)
