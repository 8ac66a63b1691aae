"""Hello, consent, and what Zwaan says of itself."""

from bot.core.reply import Reply
from bot.voice.speech import Speech


def welcome(speech: Speech, unheard: bool) -> list[Reply]:
    """To someone new. ``unheard``: they said something already, and it was not kept."""
    other = ("to_english", "en") if speech.language == "nl" else ("to_dutch", "nl")
    buttons = [
        speech.button("consent", language=speech.language),
        speech.button("read_more"),
        speech.button("not_now"),
        speech.button(other[0], "change_language", language=other[1]),
    ]
    said = [speech.reply("hello.welcome"), speech.reply("hello.keeps")]
    if unheard:
        said.append(speech.line("hello.not_kept"))
    return [*said, speech.reply("hello.consent", *buttons)]


def ask_consent(speech: Speech, first: Reply) -> list[Reply]:
    """Something else first, and then the question for consent again."""
    buttons = [
        speech.button("consent", language=speech.language),
        speech.button("not_now"),
    ]
    return [first, speech.reply("hello.consent", *buttons)]


def languages(speech: Speech) -> list[Reply]:
    """Which language?"""
    dutch = speech.button("to_dutch", "change_language", language="nl")
    english = speech.button("to_english", "change_language", language="en")
    return [speech.reply("about.language_which", dutch, english)]
