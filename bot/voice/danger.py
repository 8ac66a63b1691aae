"""When someone writes of danger: calm, short, and where a human can help."""

from bot.core.helplines import Helplines
from bot.core.reply import Button, Reply
from bot.voice.speech import Speech


def danger(speech: Speech, helplines: Helplines, kind: str, known: bool) -> list[Reply]:
    """The numbers, before all else; then that the questions stop. ``known``: the person consented
    before."""
    lines = [f"• {line.in_(speech.language).say}" for line in helplines.of(kind)]
    numbers = "\n".join([speech.say("safety.lines"), *lines, "", speech.say("safety.someone")])
    opening = speech.say(f"safety.opening.{kind}")
    if not known:
        kept_not = speech.line("danger.stranger")
        return [_plain(speech, numbers), _plain(speech, opening), kept_not]
    said = _plain(speech, f"{opening}\n\n{speech.say('safety.stopped')}")
    return [_plain(speech, numbers), said, speech.reply("safety.go_on", *choices(speech))]


def ask_for_someone(speech: Speech) -> Reply:
    """To a young person: may whoever directs the case know that they want help? Nothing else."""
    buttons = (speech.button("ask_help", to="yes"), speech.button("no_help", "ask_help", to="no"))
    return speech.reply("danger.ask_help", *buttons)


def meldcode(speech: Speech) -> Reply:
    """To a professional: the reporting code binds them, and Zwaan reports nothing."""
    return speech.reply("danger.meldcode")


def still_here(speech: Speech) -> Reply:
    """To someone who goes on writing: a person can help better, and how to go on."""
    return speech.reply("danger.still_here", *choices(speech))


def _plain(speech: Speech, text: str) -> Reply:
    return Reply(text, speech.language)


def choices(speech: Speech) -> list[Button]:
    return [
        speech.button("keep_held"),
        speech.button("drop_held"),
        speech.button("stop", "pause"),
    ]
