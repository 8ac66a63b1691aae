"""The rhythm: who is asked, and when."""

from datetime import date

from bot.core.reply import Button, Reply
from bot.core.rhythm import Schedule
from bot.services.read_together import Author
from bot.services.rhythm import Rhythm
from bot.voice.member import short_name
from bot.voice.speech import Speech, titled

DAYS = range(5)
TIMES = (8 * 60, 9 * 60, 12 * 60, 15 * 60, 16 * 60 + 30)
MOST_OTHERS = 6  # members with a button each


def card(speech: Speech, seen: Rhythm) -> Reply:
    """How it stands for oneself; and for the others, to who directs the case."""
    alias = seen.case.alias
    lines = [speech.say("rhythm.title", alias=alias)]
    mine = seen.mine
    lines.append(
        speech.say("rhythm.mine", when=when(speech, mine))
        if mine and mine.on
        else speech.say("rhythm.mine_off")
    )
    if mine and mine.on and mine.paused_until:
        lines.append(speech.say("rhythm.paused", day=speech.date(mine.paused_until)))
    for span in mine.days_off if mine and mine.on else ():
        first, last = (speech.date(date.fromisoformat(day)) for day in span.split("/"))
        lines.append(speech.say("rhythm.days_off", first=first, last=last))
    lines += [_other(speech, author, schedule) for author, schedule in seen.others]
    return Reply("\n".join(lines), speech.language, buttons=tuple(_buttons(speech, seen)))


def when(speech: Speech, schedule: Schedule) -> str:
    """ "maandag om 9:00" """
    day = speech.say("member.weekdays").split(", ")[schedule.weekday]
    return speech.say("rhythm.when", day=day, time=clock(schedule.minute))


def clock(minute: int) -> str:
    return f"{minute // 60}:{minute % 60:02d}"


def ask_day(speech: Speech) -> Reply:
    days = speech.say("member.weekdays").split(", ")
    buttons = [titled(days[day], "rhythm", to="day", day=str(day)) for day in DAYS]
    return speech.reply("rhythm.ask_day", *buttons)


def ask_time(speech: Speech) -> Reply:
    buttons = [titled(clock(at), "rhythm", to="time", time=str(at)) for at in TIMES]
    return speech.reply("rhythm.ask_time", *buttons)


def _buttons(speech: Speech, seen: Rhythm) -> list[Button]:
    if seen.on:
        names = {"rhythm_day": "ask_day", "rhythm_time": "ask_time", "rhythm_off": "off"}
    else:
        names = {"rhythm_start": "on"}
    buttons = [speech.button(name, "rhythm", to=to) for name, to in names.items()]
    for author, schedule in seen.others:
        if schedule is None and len(buttons) < MOST_OTHERS:
            title = speech.say("rhythm.also", who=short_name(speech, author))
            buttons.append(titled(title, "rhythm", to="on", part=author.part.id))
    return [*buttons, speech.button("resume")]


def _other(speech: Speech, author: Author, schedule: Schedule | None) -> str:
    name = short_name(speech, author)
    if schedule is None or not schedule.on:
        return speech.say("rhythm.other_off", who=name)
    return speech.say("rhythm.other", who=name, when=when(speech, schedule))
