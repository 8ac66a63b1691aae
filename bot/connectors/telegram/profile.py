"""How the bot presents itself: its commands and what it says it is for, in each language."""

import logging

from telegram import Bot, BotCommand
from telegram.error import TelegramError

from bot.core.language import LANGUAGES
from bot.core.words import Words

log = logging.getLogger(__name__)


async def present(bot: Bot, words: Words) -> None:
    """Set the command menu and both descriptions. That they cannot be set stops nothing."""
    for language in LANGUAGES:
        typed = words.all_of(language, "slash")
        commands = words.all_of(language, "menu")
        menu = [BotCommand(typed[act].split(", ")[0], title) for act, title in commands.items()]
        told = words.say(language, "telegram.description")
        short = words.say(language, "telegram.short_description")
        try:
            for code in (language, None) if language == LANGUAGES[0] else (language,):
                await bot.set_my_commands(menu, language_code=code)
                await bot.set_my_description(told, language_code=code)
                await bot.set_my_short_description(short, language_code=code)
        except TelegramError as error:
            log.warning("the bot's description could not be set: %s", error)
