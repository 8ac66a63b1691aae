"""What somebody wants of their weekly check-in: "donderdag om half tien", "twee weken niet"."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

from bot.language.clock_said import find_time
from bot.language.date_sums import christmas_holiday
from bot.language.date_words import load_words, pattern
from bot.language.dates import Language, find_day
from bot.language.zone_said import find_zone

DAY = timedelta(days=1)


class Wish(StrEnum):
    """What is wanted; ``LOOK``: nothing that can be told from the words."""

    ON = "on"
    OFF = "off"
    AT = "at"  # a weekday, a time, or both
    UNTIL = "until"  # nothing before a day
    AWAY = "away"  # nothing from one day to another
    ZONE = "zone"
    ASK_DAY = "ask_day"  # another day, but which?
    ASK_TIME = "ask_time"
    ASK_UNTIL = "ask_until"
    OTHERS = "others"  # of somebody else, who chooses for themself
    SELDOM = "seldom"  # less than every week
    SKIP = "skip"  # this one not, and the next one as always
    ASK_ZONE = "ask_zone"
    LOOK = "look"


@dataclass(frozen=True)
class Wanted:
    """A wish, with what was said of it. ``trouble``: a day that is past or does not exist."""

    wish: Wish
    weekday: int | None = None
    minute: int | None = None  # of the day
    first: date | None = None
    last: date | None = None
    zone: str | None = None
    trouble: bool = False


_ZONE = re.compile(r"tijd ?zone|time ?zone|\b(?:de )?tijd van\b|\btime (?:of|in)\b|\w+ time\b")
_FREE = re.compile(
    r"vakantie|\bvrij\b|\bweg\b|afwezig|verlof|\bholidays?\b|\baway\b|\bdays? off\b|\bweek off\b"
    r"|\bon leave\b|\bvacation\b|\bout of (?:the )?office\b|\ber (?:dan )?niet\b"
    r"|\bnot (?:there|in)\b"
)
_NOT = re.compile(r"\b(?:niet|geen|no|not|without|zonder)\b")
_UNTIL = re.compile(r"\b(?:t/m|tot(?: en met| aan)?|until|till|til|through)\b")
_TO = re.compile(rf"{_UNTIL.pattern}|\bto\b")
_PAUSE = re.compile(
    r"\bpauze|\bpause|\bstil(?:zetten|leggen)?\b|\beven (?:niet|stoppen|geen)\b|\btijdelijk\b"
    r"|\bfor now\b|\bfor a (?:bit|while)\b|\bvoorlopig\b|\btemporarily\b|\bbreak\b"
)
_NUMBER = (
    r"\d{1,2}|een|één|twee|drie|vier|vijf|zes|zeven|acht|tien|a|one|two|three|four|five|six|eight"
)
_UNIT = r"dag(?:en)?|we(?:ek|ken|ekje)|maand(?:en)?|days?|weeks?|months?"
_LASTS = re.compile(rf"\b(?P<time>(?:{_NUMBER}) (?P<unit>{_UNIT}))\b")
_A_WEEK = re.compile(r"\bweek\b")
_SKIP = re.compile(r"\bover(?:slaan|geslagen)\b|\bsla\b.*\bover\b|\bskip\b")
_ONLY_THEN = re.compile(r"\bpas\b|\bvanaf\b|\bnot before\b|\bonly (?:from|after)\b|\bstarting\b")
_AGAIN_AFTER = re.compile(
    r"\b(?:na|after)\b.*\b(?:weer|again)\b|\b(?:weer|again)\b.*\b(?:na|after)\b"
)
_FROM_NUMBER = re.compile(r"\b(?:van|from) (?:de )?(\d{1,2})(?:e|de|st|nd|rd|th)? $")
_IN_CHRISTMAS = pattern(r"\b(?:in|tijdens|during|over) (?:de |the )?@christmas_holiday(?!\w)")
_NOT_THIS = re.compile(
    r"\b(?:niet (?:op|meer op)|in plaats van|i\.?p\.?v\.?|van|not on|instead of|from) $"
)
_SUITS_NOT = re.compile(
    r" (?:(?:komt|kan|schikt|past|lukt|werkt|me|mij|ons|ik|het|is) )*(?:niet|slecht|nooit)\b"
    r"|(?:s|'s)? (?:doesn't|does not|don't|isn't|is not|are not|aren't)\b"
)
_OTHER_DAY = re.compile(r"\b(?:andere|welke|other|another|different|which) (?:week)?da[gy]\b")
_OTHER_TIME = re.compile(
    r"\blater\b|\beerder\b|\bvroeger\b|\bearlier\b|\btijdstip\b"
    r"|\b(?:andere?|other|another|different) (?:tijd|moment|uur|time|hour)\b"
    r"|\b(?:change|verander|wijzig|verzet)\b.*\b(?:tijd|time|uur)\b"
)
_OFF = re.compile(
    r"\bwil (?:ik )?(?:de|die|dat|deze) \w+ niet\b|\bzeg\b.*\baf\b|\bafzeggen\b"
    r"|\buit(?:zetten)?\b|\b(?:niet|nooit|geen \w+) meer\b|\bstop|\bafmelden"
    r"|\bhoeft (?:voor mij )?niet\b|\bwil (?:ik )?(?:de |die |dat )?(?:geen|niet)\b"
    r"|\boff\b|\bno more\b|\bany ?more\b|\bunsubscribe|\bcancel"
    r"|\bdon'?t want\b|\bquit\b|\bgeen zin\b|\bweg ermee\b"
)
_ON = re.compile(
    r"\baan(?:zetten)?\b|\bweer\b|\bopnieuw\b|\bhervat|\bresume\b|\bagain\b"
    r"|\b(?:turn|switch|put|set)\b.*\bon\b|\bbegin(?:nen)? met de\b"
    r"|\bik wil (?:wel|ook|elke|iedere)\b|\bi want (?:the|a)\b|\belke week\b|\bevery week\b"
)
# What may follow "weekcheck voor": a time, or oneself; anything else is somebody else.
_NOBODY = "|".join(
    (
        r"\d",
        r"(?:de |the )?(?:weekly )?(?:week ?check|check-?in)",
        r"(?:de |the )?(?:maan|dins|woens|donder|vrij|zater|zon)dag",
        r"(?:the )?(?:mon|tues|wednes|thurs|fri|satur|sun)day",
        r"(?:de |the )?(?:tijd|time|vakantie|kerst|holiday|christmas)",
        r"(?:half|kwart|nu|now|een|a|vandaag|morgen|today|tomorrow|tot|twee|two|drie|three)\b",
        r"(?:mij|me|mijn?|mezelf|myself|my|ons|us|ik|i|deze|dit|volgende|komende|this|next)\b",
        r"\w+ uur",
    )
)
_OTHERS = re.compile(
    r"\b(?:weekchecks?|check-?ins?) (?:(?:ook|aan|uit|on|off|also) )*"
    rf"(?:van|voor|of|for) (?!{_NOBODY})"
    rf"|\b(?:voor|for) (?!{_NOBODY})(?:de|het|the|iedereen|everyone|allemaal)\b"
)
_THAT_ONE = re.compile(r"\d|week|volgend|komend|next|coming")  # one day, not that of every week
_PAUSE_OVER = re.compile(
    r"\b(?:stop|einde?|klaar|over|beëindig|haal|end|stop|undo)\b.*\b(?:pauze|pause|break)\b"
)
_SELDOM = re.compile(
    r"\b(?:eens|één keer|1 keer|een keer|1x|once) (?:in|per|every|a|om)\b(?! (?:de )?week\b)"
    r"|\bom de (?:twee|2|drie|3) weken\b|\bevery (?:two|other|2|three) weeks?\b|\bmaandelijks\b"
    r"|\bmonthly\b|\b(?:ieder|iedere|elk|elke|every) (?:maand|kwartaal|month|quarter)\b|\bfortnight"
)
MOST = 300  # characters, in which a wish about it is said
_PARTS_OF_DAY = ("ochtend", "morgen", "middag", "avond")


def wanted(text: str, today: date, language: Language) -> Wanted:
    """What a text about the weekly check-in wants; LOOK when that cannot be told."""
    low = " ".join(text[:MOST].lower().replace("’", "'").split())
    return (
        _zone(low)
        or _of_others(low)
        or _christmas(low, today)
        or _span(low, today, language)
        or _lasting(low, today, language)
        or _free(low, today, language)
        or _moment(low)
        or _other_moment(low)
        or _switch(low)
    )


def _zone(low: str) -> Wanted | None:
    zone = find_zone(low)
    if not _ZONE.search(low) or (zone is None and "zone" not in low):
        return None
    return Wanted(Wish.ZONE, zone=zone) if zone else Wanted(Wish.ASK_ZONE)


def _of_others(low: str) -> Wanted | None:
    if _SELDOM.search(low):
        return Wanted(Wish.SELDOM)
    return Wanted(Wish.OTHERS) if _OTHERS.search(low) else None


def _christmas(low: str, today: date) -> Wanted | None:
    """ "Niet in de kerstvakantie"; until or after it is a day, like any other."""
    if not (_NOT.search(low) and _IN_CHRISTMAS.search(low)):
        return None
    years = (christmas_holiday(year) for year in (today.year - 1, today.year, today.year + 1))
    first, last = next(span for span in years if span[1] >= today)
    return Wanted(Wish.AWAY, first=max(first, today), last=last)


def _span(low: str, today: date, language: Language) -> Wanted | None:
    """ "Van 3 mei tot en met 14 mei"; "tot 4 januari": until then, that day not."""
    parts = _TO.split(low, maxsplit=1)
    if len(parts) != 2 or (end := find_day(f"op {parts[1]}", today, language)) is None:
        return None
    begin = find_day(parts[0], today, language)
    number = _FROM_NUMBER.search(parts[0])  # "van 1 tot 8 december"
    if begin is None and number and end.day and 0 < int(number[1]) <= end.day.day:
        return Wanted(Wish.AWAY, first=end.day.replace(day=int(number[1])), last=end.day)
    if begin is None:
        if not _UNTIL.search(low):
            return None  # "move it to tuesday"
        return Wanted(Wish.UNTIL, first=end.day, trouble=end.day is None)
    if not (_FREE.search(low) or _NOT.search(low) or _PAUSE.search(low)):
        return None  # "from monday to thursday": another day
    if begin.day is None or end.day is None or end.day < begin.day:
        return Wanted(Wish.AWAY, trouble=True)
    return Wanted(Wish.AWAY, first=begin.day, last=end.day)


def _lasting(low: str, today: date, language: Language) -> Wanted | None:
    """ "Twee weken niet", "pas weer in januari"; "even niet", without how long."""
    lasts = _LASTS.search(low)
    rests = _PAUSE.search(low) or _SKIP.search(low)
    if lasts and (rests or _NOT.search(low) or _FREE.search(low)):
        end = find_day(f"{'over' if language == 'nl' else 'in'} {lasts['time']}", today, language)
        if end and end.day:
            return Wanted(Wish.UNTIL, first=end.day)
    found = find_day(low, today, language)
    if found and found.day and (_ONLY_THEN.search(low) or _AGAIN_AFTER.search(low)):
        whole_month = re.fullmatch(r"[^\d]*", low[found.start : found.end]) and found.day.day > 27
        return Wanted(Wish.UNTIL, first=found.day.replace(day=1) if whole_month else found.day)
    if _PAUSE_OVER.search(low):
        return Wanted(Wish.ON)
    if rests and not found:
        return Wanted(Wish.ASK_UNTIL if _PAUSE.search(low) else Wish.SKIP)
    return None


def _free(low: str, today: date, language: Language) -> Wanted | None:
    """ "Volgende week ben ik vrij", "geen weekcheck op 3 mei"."""
    if not (_FREE.search(low) or _NOT.search(low) or _PAUSE.search(low) or _SKIP.search(low)):
        return None
    if (found := find_day(low, today, language)) is None:
        return None
    if found.day is None:
        return Wanted(Wish.AWAY, trouble=True)
    said = low[found.start : found.end]
    if _A_WEEK.search(said) and not _weekdays(said):
        monday = found.day - DAY * found.day.weekday()
        return Wanted(Wish.AWAY, first=max(monday, today), last=monday + 6 * DAY)
    if _weekdays(said) and not re.search(r"\d|week|volgend|komend|next|coming", said):
        return (
            None
            if _FREE.search(low) is None
            else Wanted(Wish.AWAY, first=found.day, last=found.day)
        )
    return Wanted(Wish.AWAY, first=found.day, last=found.day)


def _moment(low: str) -> Wanted | None:
    days = [day for start, end, day in _weekdays(low) if not _ruled_out(low[:start], low[end:])]
    minute = find_time(low)
    if not days and minute is None:
        return Wanted(Wish.ASK_DAY) if _weekdays(low) else None
    return Wanted(Wish.AT, weekday=days[-1] if days else None, minute=minute)


def _ruled_out(before: str, after: str) -> bool:
    return bool(_NOT_THIS.search(before) or _SUITS_NOT.match(after))


def _other_moment(low: str) -> Wanted | None:
    if _OTHER_DAY.search(low):
        return Wanted(Wish.ASK_DAY)
    return Wanted(Wish.ASK_TIME) if _OTHER_TIME.search(low) else None


def _switch(low: str) -> Wanted:
    if _OFF.search(low):
        return Wanted(Wish.OFF)
    return Wanted(Wish.ON if _ON.search(low) else Wish.LOOK)


def _weekdays(low: str) -> list[tuple[int, int, int]]:
    """Where each weekday that is named begins and ends, and which it is.

    Also in "dinsdagmiddag", and with a typing error.
    """
    found = []
    for word in re.finditer(r"[^\W\d_]+", low):
        name = word[0].removesuffix("s") if word[0][:-1] in _names() else word[0]
        for part in _PARTS_OF_DAY:
            name = name.removesuffix(part) if name not in _names() else name
        if (day := _names().get(load_words().meant(name))) is not None:
            found.append((word.start(), word.end(), day))
    return found


@cache
def _names() -> dict[str, int]:
    values = load_words().values
    named = {**values["weekday"], **values["short_weekday"]}
    return {name.rstrip("."): int(day) for name, day in named.items()}
