"""Asking Telegram for updates. One is confirmed only when it stands in the inbox."""

import asyncio
import logging
from dataclasses import dataclass

from telegram import Bot
from telegram.error import Conflict, InvalidToken, TelegramError

from bot.connectors.telegram.inbound import UPDATES
from bot.connectors.telegram.receiver import Receiver

log = logging.getLogger(__name__)

LONG = 25  # seconds for which Telegram holds a question that has no answer yet
AGAIN = 1.0  # seconds until the next try; it doubles while Telegram cannot be reached
LONGEST = 60.0


@dataclass(frozen=True)
class Poller:
    """Python-telegram-bot's own updater confirms updates before they are handled; this does not."""

    bot: Bot
    receiver: Receiver

    async def run(self) -> None:
        """Ask for ever, until cancelled or the token turns out to be wrong."""
        offset, pause = None, AGAIN
        while True:
            try:
                updates = await self.bot.get_updates(
                    offset, timeout=LONG, read_timeout=LONG + 10, allowed_updates=UPDATES
                )
                pause = AGAIN
            except InvalidToken:
                log.error("Telegram does not know this token any more: TELEGRAM_TOKEN")
                return
            except Conflict:
                log.error(
                    "another program asks Telegram for the messages of this bot, or its webhook is "
                    "set; stop that one first. Trying again in %d seconds.", LONGEST,
                )  # fmt: skip
                await asyncio.sleep(LONGEST)
                continue
            except TelegramError as error:
                log.warning("Telegram cannot be asked: %s", type(error).__name__)
                await asyncio.sleep(pause)
                pause = min(pause * 2, LONGEST)
                continue
            for update in updates:
                if not await self.receiver.take(update):
                    await asyncio.sleep(AGAIN)
                    break  # it was not stored: ask for it again
                offset = update.update_id + 1
