"""Hello, consent, and what Zwaan says of itself."""

from bot.core.reply import Button, Reply
from bot.voice.speech import Speech

FOREIGN = ("telegram",)  # channels that see what is said


def welcome(speech: Speech, channel: str) -> list[Reply]:
    """To someone new: who Zwaan is, what it keeps, and the question for consent.

    On a channel of somebody else's that one can read along, which is said before consent.
    """
    return [
        speech.reply("hello.welcome"),
        speech.reply("hello.keeps"),
        *passes(speech, channel),
        speech.reply("hello.consent", *_choices(speech)),
    ]


def passes(speech: Speech, channel: str) -> list[Reply]:
    """Who else sees what is said on this channel; nothing on our own page."""
    return [speech.reply(f"hello.passes_{channel}")] if channel in FOREIGN else []


def not_kept(speech: Speech, channel: str) -> list[Reply]:
    """To someone who says something before consenting: all that matters, in one breath."""
    return [*passes(speech, channel), speech.reply("hello.not_kept", *_choices(speech))]


def link_gone(speech: Speech) -> Reply:
    """To a stranger with a link that opens nothing: ask for another one. Only who really wants to
    begins a case of their own."""
    return speech.reply("hello.link_gone", speech.button("begin_myself", "greet"))


def _choices(speech: Speech) -> list[Button]:
    other = ("to_english", "en") if speech.language == "nl" else ("to_dutch", "nl")
    return [
        speech.button("consent", "affirm", to="consent", language=speech.language),
        speech.button("read_more"),
        speech.button("not_now", "deny", to="consent"),
        speech.button(other[0], "change_language", language=other[1]),
    ]


def ask_consent(speech: Speech, first: Reply) -> list[Reply]:
    """Something else first, and then the question for consent again."""
    buttons = [
        speech.button("consent", "affirm", to="consent", language=speech.language),
        speech.button("not_now", "deny", to="consent"),
    ]
    return [first, speech.reply("hello.consent", *buttons)]


def languages(speech: Speech) -> list[Reply]:
    """Which language?"""
    dutch = speech.button("to_dutch", "change_language", language="nl")
    english = speech.button("to_english", "change_language", language="en")
    return [speech.reply("about.language_which", dutch, english)]
