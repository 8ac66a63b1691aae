"""Takes updates through the front door, and answers Telegram's own questions about them."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any

from telegram import Bot, CallbackQuery, Update
from telegram.constants import ChatAction
from telegram.error import TelegramError

from bot.connectors.front_door import FrontDoor, Verdict
from bot.connectors.post_office import PostOffice
from bot.connectors.telegram.inbound import CHOSEN, Grouped, Left, Translator
from bot.connectors.telegram.outbound import chosen
from bot.core.inbound import Inbound, Kind
from bot.core.language import language_of
from bot.core.words import Words

log = logging.getLogger(__name__)

MOST_COURTESIES = 100  # under way; more means that Telegram is slow, and then they are left out


@dataclass(frozen=True)
class Receiver:
    """``wrote`` is told who wrote something: their replies go first."""

    bot: Bot
    door: FrontDoor
    post: PostOffice
    translator: Translator
    words: Words
    wrote: Callable[[str], None]
    _courtesies: set["asyncio.Task[None]"] = field(default_factory=set)  # under way

    async def take(self, update: Update) -> bool:
        """Take an update in; False when it cannot be stored now and must come again."""
        try:
            meant = self.translator.meant(update)
        except Exception as error:  # of something that is no update: whatever stands in it
            log.warning("an update means nothing: %s", type(error).__name__)
            return True
        if isinstance(meant, Left):
            await self.post.unreachable(meant.conversation, "blocked by the person")
        elif isinstance(meant, Grouped):
            self._quietly(self._leave(meant))
        elif meant is not None:
            return await self._take(meant, update)
        return True

    async def _take(self, inbound: Inbound, update: Update) -> bool:
        query = update.callback_query
        if query and query.data == CHOSEN:
            self._quietly(query.answer(self._say(inbound, "telegram.chosen_already")))
            return True
        self.wrote(inbound.conversation)
        verdict = await self.door.take(inbound)
        if verdict is Verdict.FULL:
            return False
        if query:
            self._quietly(query.answer())
            self._quietly(self._show_chosen(query))
        chat = int(inbound.address or 0)
        if verdict is not Verdict.TAKEN:
            sentence = self._say(inbound, f"system.{verdict}")
            self._quietly(self.bot.send_message(chat, sentence))
        elif inbound.kind is not Kind.EDIT:
            self._quietly(self.bot.send_chat_action(chat, ChatAction.TYPING))
        return True

    async def _show_chosen(self, query: CallbackQuery) -> None:
        """Show on the message what was chosen, so that it works but once."""
        message = query.message
        keyboard = getattr(message, "reply_markup", None)
        found = chosen(keyboard, query.data or "", CHOSEN)
        if message and found:
            await self.bot.edit_message_reply_markup(
                message.chat.id, message.message_id, reply_markup=found[1]
            )

    async def _leave(self, group: Grouped) -> None:
        """Say once that this is no place for Zwaan; nothing of a group is kept."""
        language = language_of(group.locale)
        link = f"https://t.me/{self.bot.username}"
        text = self.words.say(language, "telegram.in_a_group", link=link)
        await self.bot.send_message(group.chat, text)

    def _quietly(self, call: Coroutine[Any, Any, object]) -> None:
        """Do what is only a courtesy beside everything else: it may be slow, and it may fail."""
        if len(self._courtesies) >= MOST_COURTESIES:
            call.close()
            return
        task = asyncio.create_task(_try(call))
        self._courtesies.add(task)
        task.add_done_callback(self._courtesies.discard)

    def _say(self, inbound: Inbound, key: str) -> str:
        return self.words.say(language_of(inbound.locale), key, most=4096)


async def _try(call: Coroutine[Any, Any, object]) -> None:
    try:
        await call
    except TelegramError as error:
        log.info("a courtesy failed: %s", error)
    except Exception:
        log.exception("a courtesy went wrong")
