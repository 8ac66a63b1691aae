"""Texts that fit."""

import pytest

from bot.reports.typeface import cut, typeface, wrap

LONG = "directeur van het samenwerkingsverband voor passend onderwijs in de regio"
FONT = typeface(20)


def test_a_text_that_fits_stays_as_it_is() -> None:
    assert cut("moeder", FONT, 200) == "moeder"


@pytest.mark.parametrize("room", [20, 100, 333])
def test_a_text_that_is_too_long_is_cut_where_it_still_fits(room: int) -> None:
    text = cut(LONG, FONT, room)
    assert text.endswith("…")
    assert LONG.startswith(text[:-1])
    assert FONT.getlength(text) <= room


def test_where_nothing_fits_a_cut_text_is_a_sign_only() -> None:
    assert cut(LONG, FONT, 1) == "…"


@pytest.mark.parametrize("room", [60, 200, 500])
@pytest.mark.parametrize("most", [1, 2, 9])
def test_no_line_is_wider_than_its_room(room: int, most: int) -> None:
    lines = wrap(LONG, FONT, room, most)
    assert len(lines) <= most
    assert all(FONT.getlength(line) <= room for line in lines)


def test_all_words_are_there_when_there_are_lines_enough() -> None:
    assert " ".join(wrap(LONG, FONT, 300, 9)) == LONG


def test_what_goes_beyond_the_last_line_ends_in_a_sign() -> None:
    assert wrap(LONG, FONT, 300, 2)[-1].endswith("…")


def test_no_single_word_is_left_for_the_last_line() -> None:
    text = "Wat hier besloten wordt, bepaalt hoeveel ruimte de anderen hebben."
    room = round(FONT.getlength(text)) - 1
    first, last = wrap(text, FONT, room, 2)
    assert FONT.getlength(last) > FONT.getlength(first) / 2


def test_nothing_takes_no_line() -> None:
    assert wrap("  ", FONT, 100, 2) == []
