"""Time zones as people call them."""

from zoneinfo import ZoneInfo, available_timezones

import pytest

from bot.language.zone_said import _words, find_zone, is_zone

SAID = {
    "ik zit op Curaçao": "America/Curacao",
    "tijdzone curacao": "America/Curacao",
    "de tijd van Bonaire graag": "America/Kralendijk",
    "weer gewone tijd": "Europe/Amsterdam",
    "my time zone is London": "Europe/London",
    "ik ben in Londen": "Europe/London",
    "America/New_York": "America/New_York",
    "time in new york": "America/New_York",
    "paramaribo": "America/Paramaribo",
    "nairobi": "Africa/Nairobi",
    "België": "Europe/Brussels",
    "op Sint Maarten": "America/Lower_Princes",
}


@pytest.mark.parametrize(("text", "zone"), SAID.items())
def test_a_place_has_its_zone(text: str, zone: str) -> None:
    assert find_zone(text) == zone


@pytest.mark.parametrize("text", ["", "een andere tijdzone", "op de maan", "londense toestanden"])
def test_no_place_no_zone(text: str) -> None:
    assert find_zone(text) is None


def test_every_zone_that_we_name_is_one() -> None:
    assert set(_words()) <= available_timezones()
    assert all(ZoneInfo(name) for name in _words())


@pytest.mark.parametrize("name", ["", "Mars/Base", "../etc/passwd", "europe/amsterdam", "x" * 5000])
def test_what_a_browser_says_may_be_nonsense(name: str) -> None:
    assert not is_zone(name)
    assert is_zone("Europe/Amsterdam")
