"""Finding the time of day in what somebody types, in Dutch and English: "half tien", "3 pm"."""

import re
from collections.abc import Callable
from functools import cache
from importlib import resources

import yaml

HOUR = 60  # minutes
NOON, MIDNIGHT = 12, 24
FIRST_LIKELY = 7  # nobody means four at night: an hour before this one is one in the afternoon
# Hour and minute; and whether they are written as on a clock with 24 hours: "09:30".
_Said = tuple[int, int, bool]
_SAME = str.maketrans("’‘`´", "''''")
_NOT_A_DATE = r"(?![.:/-]?\d)"


def find_time(text: str) -> int | None:
    """The time of day that a text tells, in minutes since midnight; None when it tells none.

    An hour without more is one at which people are up: "om 4 uur" is in the afternoon, "om 8 uur"
    in the morning. "Dinsdagmiddag" without an hour is a time in that part of the day.
    """
    low = " ".join(text.lower().translate(_SAME).split())
    part = _part_of_day(low)
    for pattern, read in _ways():
        for found in pattern.finditer(low):
            return _on_the_clock(read(found), part)
    return _by_itself(low)


def _on_the_clock(said: _Said, part: int | None) -> int | None:
    hour, minute, exact = said
    if hour == MIDNIGHT and minute == 0:
        hour = 0
    if not (0 <= hour < MIDNIGHT and 0 <= minute < HOUR):
        return None
    if hour <= NOON:
        hour = _half_of_day(hour, exact, part)
    return hour * HOUR + minute


def _half_of_day(hour: int, exact: bool, part: int | None) -> int:
    if part is None:
        return hour + NOON if not exact and 0 < hour < FIRST_LIKELY else hour
    if part < NOON:
        return hour % NOON
    return hour % NOON + NOON


def _part_of_day(low: str) -> int | None:
    found = _any_of("part").search(low)
    return _values("part")[found["part"]] if found else None


def _by_itself(low: str) -> int | None:
    found = _any_of("by_itself").search(low)
    return _values("by_itself")[found["by_itself"]] if found else None


def _hour(found: re.Match[str]) -> tuple[int, bool]:
    """The hour, and whether it is written as on a clock with 24 hours ("09")."""
    said = found["hour"]
    if said.isdecimal():
        return int(said), said.startswith("0") or int(said) > NOON
    return _values("hour")[said], False


def _plain(found: re.Match[str]) -> _Said:
    hour, exact = _hour(found)
    minute = found.groupdict().get("minute")
    return hour, int(minute or 0), exact


def _half(found: re.Match[str]) -> _Said:
    """ "Half tien" is half past nine; "tien voor half tien" ten minutes before that."""
    hour, exact = _hour(found)
    hour = hour - 1 or NOON
    amount = found.groupdict().get("amount")
    if amount is None:
        return hour, HOUR // 2, exact
    away = _amount(amount)
    return hour, HOUR // 2 + (away if found["side"] == "over" else -away), exact


def _half_past(found: re.Match[str]) -> _Said:
    hour, exact = _hour(found)
    return hour, HOUR // 2, exact


def _beside(found: re.Match[str]) -> _Said:
    """ "Kwart voor tien", "ten past nine"."""
    hour, exact = _hour(found)
    away = _amount(found["amount"])
    if found["side"] in ("over", "past", "after"):
        return hour, away, exact
    return (hour - 1 or NOON), HOUR - away, exact


def _amount(said: str) -> int:
    return int(said) if said.isdecimal() else _values("minutes")[said]


@cache
def _ways() -> list[tuple[re.Pattern[str], Callable[[re.Match[str]], _Said]]]:
    """How times are written, the surest way first, each with what reads it."""
    digits = r"(?P<hour>\d{1,2})"
    hour = rf"(?P<hour>\d{{1,2}}|{_group('hour')})"
    amount = rf"\b(?P<amount>5|10|15|20|{_group('minutes')})(?: min(?:uten|utes)?)?"
    side = "(?P<side>voor|over|past|to|before|after)"
    oclock = r"\s*(?:uur|u|o'?clock)\b(?! (?:later|eerder|vroeger|of))"
    written = {
        rf"{amount} (?P<side>voor|over) half {hour}\b": _half,
        rf"\bhalf past {hour}\b": _half_past,
        rf"\bhalf {hour}\b": _half,
        rf"{amount} {side} {hour}(?:{oclock})?": _beside,
        rf"(?<![\d.:/-]){digits}[:.u](?P<minute>\d\d){_NOT_A_DATE}": _plain,
        rf"\b{digits} (?:uur|u) (?P<minute>\d\d)\b": _plain,
        rf"\b{hour}{oclock}": _plain,
        rf"\b{digits}\s*(?:am|pm|a\.m|p\.m)\b": _plain,
        rf"\b(?:een )?uur of {hour}(?!\w)": _plain,
        rf"\b(?:om|at|rond|around|tegen) {hour}{_NOT_A_DATE}(?!\w)": _plain,
        rf"\b{hour} (?:{_group('part')})(?!\w)": _plain,
    }
    return [(re.compile(pattern), read) for pattern, read in written.items()]


@cache
def _any_of(kind: str) -> re.Pattern[str]:
    """Also at the end of a weekday: "dinsdagmiddag"."""
    return re.compile(rf"(?:(?<!\w)|(?<=dag)|(?<=day )|(?<=\d))(?P<{kind}>{_group(kind)})(?!\w)")


def _group(kind: str) -> str:
    """All words of a kind, the longest first."""
    words = sorted(_values(kind), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, words))})"


@cache
def _values(kind: str) -> dict[str, int]:
    return {
        " ".join(word.split()): value
        for value, words in _words()[kind].items()
        for word in words.split("|")
    }


@cache
def _words() -> dict[str, dict[int, str]]:
    text = resources.files("bot.language").joinpath("words/times.yml").read_text("utf-8")
    found: dict[str, dict[int, str]] = yaml.safe_load(text)
    return found
