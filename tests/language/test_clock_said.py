"""Times of day as people say them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.clock_said import find_time

SAID = {
    "weekcheck om half tien op donderdag": "9:30",
    "donderdag half 10": "9:30",
    "om kwart over negen": "9:15",
    "kwart voor 10 graag": "9:45",
    "tien over half negen": "8:40",
    "vijf voor half drie": "14:25",
    "om 9 uur": "9:00",
    "om negen uur 's ochtends": "9:00",
    "om 8 uur 's avonds": "20:00",
    "om acht uur in de avond": "20:00",
    "om 4 uur": "16:00",
    "rond een uur of vier": "16:00",
    "vier uur 's middags": "16:00",
    "om 12 uur": "12:00",
    "12 uur 's middags": "12:00",
    "om 15 uur": "15:00",
    "om 15:30": "15:30",
    "om 9.30": "9:30",
    "09:15": "9:15",
    "05:30": "5:30",
    "om 7 uur": "7:00",
    "9u30": "9:30",
    "9 uur 30": "9:30",
    "16u": "16:00",
    "maandag om tien": "10:00",
    "om 3 op dinsdag": "15:00",
    "dinsdagmiddag": "14:00",
    "dinsdagochtend": "9:00",
    "op woensdag 's avonds": "19:00",
    "weekcheck op vrijdag na school": "15:30",
    "tussen de middag": "12:15",
    "eind van de middag": "16:30",
    "at 3 pm": "15:00",
    "at 3pm": "15:00",
    "9am": "9:00",
    "9.30 am": "9:30",
    "half past nine": "9:30",
    "quarter to ten": "9:45",
    "ten past eight in the morning": "8:10",
    "nine o'clock": "9:00",
    "at noon": "12:00",
    "12 am": "0:00",
    "12 pm": "12:00",
    "tuesday at 4": "16:00",
    "on tuesday morning": "9:00",
    "eight in the evening": "20:00",
}
NOT_SAID = (
    "weekcheck op dinsdag",
    "op een andere dag",
    "pauzeer tot 4 januari",
    "geen weekcheck van 3 mei tot en met 14 mei",
    "tot 3-12-2026",
    "op 3.12.2026",
    "over twee weken",
    "om de week",
    "zet de weekcheck aan voor de mentor",
    "om 25 uur",
    "om 9:75",
    "",
    "uit",
    "u mag hem uitzetten",
    "een half jaar niet",
    "elke week een half uurtje",
)


@pytest.mark.parametrize(("text", "time"), SAID.items())
def test_a_time_is_found(text: str, time: str) -> None:
    hour, minute = time.split(":")
    assert find_time(text) == int(hour) * 60 + int(minute)


@pytest.mark.parametrize("text", NOT_SAID)
def test_no_time_is_made_up(text: str) -> None:
    assert find_time(text) is None


@given(st.integers(0, 23), st.integers(0, 59))
def test_every_time_of_the_clock_is_read_as_it_is_written(hour: int, minute: int) -> None:
    assert find_time(f"om {hour:02d}:{minute:02d}") == hour * 60 + minute


@given(st.text(max_size=80))
def test_whatever_is_typed_is_a_time_or_none(text: str) -> None:
    found = find_time(text)
    assert found is None or 0 <= found < 24 * 60
