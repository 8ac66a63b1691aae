"""Finding the time zone in what somebody types: "de tijd van Curaçao", "London time"."""

import re
from functools import cache
from importlib import resources
from zoneinfo import available_timezones

import yaml

_REGIONS = ("Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")


def find_zone(text: str) -> str | None:
    """The name of the time zone of the first place that a text names; None when it names none.

    Also what the time zone database calls it: "America/Curacao".
    """
    low = " ".join(text.lower().replace("_", " ").split())
    found = _pattern().search(low)
    return _zones()[found[0]] if found else None


def is_zone(name: str) -> bool:
    """Whether there is a time zone of this name."""
    return name in _all_names()


@cache
def _all_names() -> frozenset[str]:
    """Every zone there is; read from the disk but once."""
    return frozenset(available_timezones())


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_zones(), key=lambda place: (-len(place), place))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


@cache
def _zones() -> dict[str, str]:
    """Every place with its zone. What we call it ourselves counts more than the database's name."""
    zones: dict[str, str] = {}
    for name in sorted(_all_names()):
        region, _, city = name.lower().replace("_", " ").partition("/")
        if region.capitalize() in _REGIONS:
            zones[f"{region}/{city}"] = name
            zones.setdefault(city.rpartition("/")[2], name)
    for name, places in _words().items():
        zones |= {place.strip(): name for place in places.split("|")}
    return zones


@cache
def _words() -> dict[str, str]:
    text = resources.files("bot.language").joinpath("words/zones.yml").read_text("utf-8")
    found: dict[str, str] = yaml.safe_load(text)
    return found
