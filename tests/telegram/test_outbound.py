"""Bubbles as Telegram messages: joined, split, marked, with their buttons."""

import base64
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.connectors.telegram.outbound import MOST, MOST_CAPTION, chosen, compose, length, split
from bot.services.ports import Parcel

PNG = base64.b64encode(b"a picture").decode()


def parcel(number: int, text: str, **said: Any) -> Parcel:
    plain: dict[str, Any] = {
        "text": text, "label": "", "quiet": False, "clears": False, "ends": False,
        "language": "nl", "asks": None, "buttons": [], "pictures": [], "files": [],
    }  # fmt: skip
    return Parcel(number, json.dumps({**plain, **said}))


def button(title: str, stays: bool = False) -> dict[str, Any]:
    return {"title": title, "token": f"token of {title}", "stays": stays}


def titles(parts: list[Any]) -> list[list[str]]:
    return [[b.text for b in row] for row in parts[-1].keyboard.inline_keyboard]


def test_a_small_line_goes_along_with_the_question_after_it() -> None:
    thanks = parcel(1, "Dank je.", quiet=True, buttons=[button("Ongedaan maken", stays=True)])
    question = parcel(
        2, "Wie ziet het?", ends=True, buttons=[button("Overslaan"), button("Uitleg")]
    )
    [one] = compose([thanks, question])
    assert one.text == "Dank je.\n\nWie ziet het?"
    assert [p.id for p in one.parcels] == [1, 2]
    assert titles([one]) == [["Overslaan", "Uitleg"], ["Ongedaan maken"]]


def test_the_button_of_a_small_line_stands_under_those_of_the_question() -> None:
    first = parcel(1, "Bewaard als antwoord.", quiet=True, buttons=[button("Ik bedoelde: hulp")])
    [one] = compose([first, parcel(2, "Wie?", buttons=[button("Overslaan")])])
    assert titles([one]) == [["Overslaan"], ["Ik bedoelde: hulp"]]


def test_what_stands_by_itself_is_a_message_by_itself() -> None:
    [one] = compose([parcel(1, "Hoi."), parcel(2, "Mag ik?", ends=True)])
    assert (one.text, [p.id for p in one.parcels]) == ("Hoi.", [1])


def test_a_small_line_of_the_turn_before_stays_out_of_the_next() -> None:
    [one] = compose([parcel(1, "Bewaard.", quiet=True, ends=True), parcel(2, "Hoi.", ends=True)])
    assert one.text == "Bewaard."


def test_the_label_is_bold_and_counted_as_telegram_counts() -> None:
    line = parcel(1, "Fijn 🙂🙂", quiet=True)
    [one] = compose([line, parcel(2, "Wie?", label="Stap 1 · 2 van 3", ends=True)])
    [bold] = one.entities
    units = one.text.encode("utf-16-le")
    marked = units[bold.offset * 2 : (bold.offset + bold.length) * 2].decode("utf-16-le")
    assert marked == "Stap 1 · 2 van 3"


def test_a_picture_carries_its_words() -> None:
    seen = parcel(1, "De kaart.", pictures=[{"png": PNG, "alt": "Stap 1: leeg"}])
    [one] = compose([seen])
    assert one.photo == b"a picture"
    assert one.text == "De kaart.\n\nStap 1: leeg"


def test_words_too_long_for_a_caption_follow_the_picture() -> None:
    seen = parcel(1, "De kaart.", pictures=[{"png": PNG, "alt": "leeg " * 300}], ends=True)
    photo, words = compose([seen])
    assert (photo.photo, photo.text, photo.parcels) == (b"a picture", "", ())
    assert words.text.startswith("De kaart.\n\nleeg leeg")
    assert [p.id for p in words.parcels] == [1]


def test_a_document_keeps_its_name() -> None:
    [one] = compose([parcel(1, "Alles.", files=[{"name": "mijn.txt", "text": "é"}])])
    assert one.document == ("mijn.txt", "é".encode())
    assert length(one.text) <= MOST_CAPTION


def test_a_long_text_is_split_at_sentence_ends_and_its_last_part_has_the_buttons() -> None:
    text = "Dit is een zin van ongeveer veertig tekens. " * 250
    parts = compose([parcel(1, text.strip(), buttons=[button("Verder")], ends=True)])
    assert [part.keyboard is not None for part in parts] == [False] * (len(parts) - 1) + [True]
    assert all(part.text.endswith(".") for part in parts)
    assert " ".join(part.text for part in parts) == text.strip()


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=400))
def test_a_split_loses_nothing_but_spaces(text: str) -> None:
    parts = split(text, most=50)
    assert all(length(part) <= 50 for part in parts)
    assert "".join("".join(parts).split()) == "".join(text.split())


def test_markup_signs_arrive_as_typed() -> None:
    [one] = compose([parcel(1, "_a_ *b* <c> & d")])
    assert one.text == "_a_ *b* <c> & d"
    assert list(one.entities) == []


def test_a_tap_shows_what_was_chosen() -> None:
    [one] = compose([parcel(1, "Mag ik?", buttons=[button("Ja, graag"), button("Nee")])])
    found = chosen(one.keyboard, "token of Nee", "·")
    assert found
    assert found[0] == "Nee"
    [[shown]] = found[1].inline_keyboard
    assert (shown.text, shown.callback_data) == ("✓ Nee", "·")


@pytest.mark.parametrize("data", ["of an older message", ""])
def test_a_tap_on_something_else_changes_no_keyboard(data: str) -> None:
    [one] = compose([parcel(1, "Mag ik?", buttons=[button("Ja")])])
    assert chosen(one.keyboard, data, "·") is None


def test_the_longest_message_is_telegrams_own_limit() -> None:
    [one] = compose([parcel(1, "a" * MOST)])
    assert length(one.text) == MOST
