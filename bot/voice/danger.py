"""When someone writes of danger: calm, short, and the numbers."""

from bot.core.reply import Reply
from bot.voice.speech import Speech


def still_here(speech: Speech) -> Reply:
    """To someone who goes on writing: a person can help better, and how to go on."""
    return speech.reply("danger.still_here", *choices(speech))


def choices(speech: Speech):  # type: ignore[no-untyped-def]
    return [
        speech.button("keep_held"),
        speech.button("drop_held"),
        speech.button("stop", "pause"),
    ]
