"""The rhythm: who is asked, and when."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.core.record import Case
from bot.core.reply import Button, Reply
from bot.core.rhythm import Schedule
from bot.services.read_together import Author
from bot.services.rhythm import Rhythm
from bot.voice.member import short_name
from bot.voice.speech import DUTCH, Speech, titled

DAYS = range(5)
TIMES = (8 * 60, 9 * 60, 12 * 60, 15 * 60, 16 * 60 + 30)
WEEKS = (1, 2, 4)  # for which one may rest by a button
# Those that nobody calls by their city; the same in both languages.
COUNTRIES = {
    "America/Kralendijk": "Bonaire",
    "America/Curacao": "Curaçao",
    "America/Lower_Princes": "Sint Maarten",
    "America/Paramaribo": "Suriname",
}
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
        first, last = _span(speech, span)
        lines.append(speech.say("rhythm.days_off", first=first, last=last))
    lines += [_other(speech, author, schedule) for author, schedule in seen.others]
    return Reply("\n".join(lines), speech.language, buttons=tuple(_buttons(speech, seen)))


def when(speech: Speech, schedule: Schedule) -> str:
    """ "maandag om 9:00" """
    day = speech.say("member.weekdays").split(", ")[schedule.weekday]
    said = speech.say("rhythm.when", day=day, time=clock(schedule.minute))
    if schedule.zone == str(DUTCH):
        return said
    return speech.say("rhythm.when_there", when=said, place=place(schedule.zone))


def clock(minute: int) -> str:
    return f"{minute // 60}:{minute % 60:02d}"


def ask(speech: Speech, what: str) -> Reply:
    """Ask for what was not told: "ask_day", "ask_time", "ask_until" or "ask_zone"."""
    buttons = ASKS.get(what)
    return speech.reply(f"rhythm.{what}", *(buttons(speech) if buttons else ()))


def switched_off(speech: Speech, case: Case) -> Reply:
    return speech.reply("rhythm.switched_off", speech.button("resume"), alias=case.alias)


def zone_told(speech: Speech, zone: str, now: datetime) -> Reply:
    """With the time that it is there, by which one sees whether it is the right one."""
    there = now.astimezone(ZoneInfo(zone))
    return speech.reply(
        "rhythm.zone_told",
        speech.button("check_in_when", "rhythm"),
        place=place(zone),
        time=f"{there.hour}:{there.minute:02d}",
    )


def place(zone: str) -> str:
    """What people call a time zone: "Europe/Amsterdam" is Amsterdam."""
    return COUNTRIES.get(zone) or zone.rpartition("/")[2].replace("_", " ")


def _days(speech: Speech) -> list[Button]:
    days = speech.say("member.weekdays").split(", ")
    return [titled(days[day], "rhythm", to="day", day=str(day)) for day in DAYS]


def _times(speech: Speech) -> list[Button]:
    return [titled(clock(at), "rhythm", to="time", time=str(at)) for at in TIMES]


def _rests(speech: Speech) -> list[Button]:
    return [
        titled(speech.say(f"rhythm.rest_{weeks}"), "rhythm", to="rest", weeks=str(weeks))
        for weeks in WEEKS
    ]


# What is asked when words or a button left it open, with what can be tapped.
ASKS: Mapping[str, Callable[[Speech], list[Button]]] = {
    "ask_day": _days,
    "ask_time": _times,
    "ask_until": _rests,
}


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
    """When another is asked, and a pause that is still ahead; never why."""
    name = short_name(speech, author)
    if schedule is None or not schedule.on:
        return speech.say("rhythm.other_off", who=name)
    line = speech.say("rhythm.other", who=name, when=when(speech, schedule))
    if schedule.paused_until:
        return speech.say("rhythm.other_paused", line=line, day=speech.date(schedule.paused_until))
    if schedule.days_off:
        first, last = _span(speech, min(schedule.days_off))
        return speech.say("rhythm.other_away", line=line, first=first, last=last)
    return line


def _span(speech: Speech, span: str) -> tuple[str, str]:
    """The first and the last day of a holiday."""
    first, _, last = span.partition("/")
    return speech.date(date.fromisoformat(first)), speech.date(date.fromisoformat(last or first))
