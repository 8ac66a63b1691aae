"""The six obstacles: asking whether they are so, which stand, and what was done."""

from collections.abc import Iterator, Sequence

from bot.core.method import ObstacleText
from bot.core.obstacle import Tick
from bot.core.record import Case
from bot.core.reply import Button, Reply
from bot.services.obstacles import Listed
from bot.services.tick import Checked
from bot.voice.speech import Speech, shorten, titled

IN_A_BUBBLE = 2  # obstacles with their help
MOST_CLEARED = 3  # in a list
SAID = 100  # characters of what was done, in a list


def begun(speech: Speech, checked: Checked) -> list[Reply]:
    """What it is, and the first; or that all six stand already."""
    if checked.obstacle is None:
        return [speech.line("obstacles.all_stand")]
    return [speech.line("obstacles.begins"), asked(speech, checked)]


def asked(speech: Speech, about: Checked | Tick) -> Reply:
    """What is asked now: whether one is so, or what was done about one."""
    if isinstance(about, Tick):
        return _ask_done(speech, about)
    id = about.obstacle or ""
    count = len(speech.method.obstacles)
    label = speech.say("obstacles.label", alias=about.case.alias, number=about.number, total=count)
    buttons = (
        speech.button("is_so", "tick", obstacle=id, to="so"),
        speech.button("is_not_so", "tick", obstacle=id, to="not"),
        speech.button("skip", "tick", obstacle=id, to="skip"),
        speech.button("stop", "pause"),
    )
    return Reply(_text(speech, id).check, speech.language, label=label, buttons=buttons)


def finished(speech: Speech, checked: Checked) -> list[Reply]:
    """What was ticked, each with what can help."""
    buttons = (speech.button("obstacles"), speech.button("resume"))
    if not checked.ticked:
        return [speech.reply("obstacles.none_ticked", *buttons)]
    said = [speech.reply("obstacles.ticked")]
    for first in range(0, len(checked.ticked), IN_A_BUBBLE):
        some = checked.ticked[first : first + IN_A_BUBBLE]
        ends = first + IN_A_BUBBLE >= len(checked.ticked)
        helps = "\n\n".join(_help(speech, tick) for tick in some)
        said.append(Reply(helps, speech.language, buttons=buttons if ends else ()))
    return said


def listed(speech: Speech, seen: Listed) -> Reply:
    """Which stand, since when, with a button to clear each; and what was cleared of late."""
    check = speech.button("check_obstacles", "obstacles", to="check")
    if not seen.standing and not seen.cleared:
        return speech.reply("obstacles.none", check, speech.button("resume"), alias=seen.case.alias)
    buttons: list[Button] = [
        titled(speech.say("obstacles.clear", name=_text(speech, tick.obstacle).name), "clear",
               id=tick.id)
        for tick in seen.standing
    ]  # fmt: skip
    if len(seen.standing) < len(speech.method.obstacles):
        buttons.append(check)
    text = "\n".join(_list(speech, seen))
    return Reply(text, speech.language, buttons=(*buttons, speech.button("resume")))


def cleared(speech: Speech, tick: Tick) -> Reply:
    key = "obstacles.cleared_done" if tick.done else "obstacles.cleared"
    return speech.line(key, name=_text(speech, tick.obstacle).name)


def paused(speech: Speech, case: Case) -> Reply:
    buttons = (speech.button("obstacles"), speech.button("resume"))
    return speech.reply("obstacles.paused", *buttons, alias=case.alias)


def names_of(speech: Speech, ticks: Sequence[Tick]) -> str:
    """ "een paar trekkers, terug bij af" """
    return ", ".join(_text(speech, tick.obstacle).name for tick in ticks)


def _list(speech: Speech, seen: Listed) -> Iterator[str]:
    if seen.standing:
        yield speech.say("obstacles.list", alias=seen.case.alias)
    else:
        yield speech.say("obstacles.all_cleared", alias=seen.case.alias)
    for tick in seen.standing:
        name, day = _text(speech, tick.obstacle).name, speech.day(tick.ticked_at)
        yield speech.say("obstacles.line", name=name, day=day)
    if seen.cleared:
        yield from ("", speech.say("obstacles.list_cleared"))
    for tick in seen.cleared[:MOST_CLEARED]:
        name, day = _text(speech, tick.obstacle).name, speech.day(tick.cleared_at or tick.ticked_at)
        yield speech.say("obstacles.line", name=name, day=day)
        if tick.done:
            yield speech.say("obstacles.line_done", text=shorten(tick.done, SAID))


def _ask_done(speech: Speech, tick: Tick) -> Reply:
    buttons = (
        speech.button("skip", "clear", id=tick.id, to="skip"),
        speech.button("not_clearing", "clear", id=tick.id, to="not"),
    )
    name = _text(speech, tick.obstacle).name
    return speech.reply("obstacles.ask_done", *buttons, name=name)


def _help(speech: Speech, tick: Tick) -> str:
    text = _text(speech, tick.obstacle)
    return speech.say("obstacles.help", name=text.name, help=text.help)


def _text(speech: Speech, obstacle: str) -> ObstacleText:
    return speech.method.obstacles[obstacle].in_(speech.language)
