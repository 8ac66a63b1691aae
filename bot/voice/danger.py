"""When someone writes of danger: calm, short, and where a human can help."""

from dataclasses import replace

from bot.core.helplines import Helplines
from bot.core.method import Group
from bot.core.record import Membership
from bot.core.reply import Button, Reply
from bot.voice.speech import Speech


def danger(
    speech: Speech, helplines: Helplines, kind: str, known: bool, young: bool = False
) -> list[Reply]:
    """The numbers, before all else; then that the questions stop. ``known``: the person consented
    before; ``young``: a young person, who is first told that it is good that they say so."""
    said = numbers(speech, helplines, kind, young)
    stopped = speech.say("safety.stopped")
    if not known:
        choice = (speech.button("consent", "affirm", to="consent", language=speech.language),)
        return [*said, replace(speech.line("danger.stranger"), buttons=choice)]
    opening = [_plain(speech, f"{reply.text}\n\n{stopped}") for reply in said[1:]]
    after = opening or [_plain(speech, stopped)]
    return [said[0], *after, speech.reply("safety.go_on", *choices(speech))]


def numbers(speech: Speech, helplines: Helplines, kind: str, young: bool) -> list[Reply]:
    """Who can help, and a word to it."""
    lines = [f"• {line.in_(speech.language).say}" for line in helplines.of(kind, young)]
    if young:
        text = [speech.say("danger.young"), "", speech.say("safety.lines"), *lines]
        return [_plain(speech, "\n".join(text))]
    text = [speech.say("safety.lines"), *lines, "", speech.say("safety.someone")]
    opening = speech.say(f"safety.opening.{kind}")
    return [_plain(speech, "\n".join(text)), _plain(speech, opening)]


def ask_for_someone(speech: Speech) -> Reply:
    """To a young person: may whoever directs the case know that they want help? Nothing else."""
    buttons = (speech.button("ask_help", to="yes"), speech.button("no_help", "ask_help", to="no"))
    return speech.reply("danger.ask_help", *buttons)


def meldcode(speech: Speech) -> Reply:
    """To a professional: the reporting code binds them, and Zwaan reports nothing."""
    return speech.reply("danger.meldcode")


def still_here(speech: Speech, what: str = "still_here") -> Reply:
    """To someone who goes on writing: a person can help better, and how to go on.

    ``what``: "keep_or_not" to who wants to go on, "what_now" to who asks what to do.
    """
    return speech.reply(f"danger.{what}", *choices(speech))


def kept_before(speech: Speech) -> Reply:
    """After the numbers that were asked for by a button: what was written before it stands."""
    return speech.reply("danger.kept_before", speech.button("resume"))


def concerned(speech: Speech, part: Membership, kind: str) -> Reply:
    """There may be danger in what was said; is there? Only their own tap makes it so."""
    buttons = (
        speech.button("concern_yes", "danger", danger=kind),
        speech.button("concern_no", "resume"),
    )
    if part.group is Group.YOUNG:
        return speech.reply("danger.concern_young", *buttons)
    if kind == "suicide":
        return speech.reply("danger.concern_life", *buttons)
    return speech.reply("danger.concern", *buttons)


def worried(speech: Speech, part: Membership) -> Reply:
    """It sounds heavy; what do they mean? Only their own tap makes it danger."""
    young = part.group is Group.YOUNG
    buttons = (
        speech.button("worry_away", "resume"),
        speech.button("worry_death", "danger", danger="suicide"),
        speech.button("worry_on", "resume"),
    )
    return speech.reply("danger.worry_young" if young else "danger.worry_family", *buttons)


def rests(speech: Speech) -> Reply:
    """To someone who stops: what they wrote waits for a day."""
    return speech.reply("danger.rests", *choices(speech)[:2])


def _plain(speech: Speech, text: str) -> Reply:
    return Reply(text, speech.language)


def choices(speech: Speech) -> list[Button]:
    return [
        speech.button("keep_held"),
        speech.button("drop_held"),
        speech.button("stop", "pause"),
    ]
