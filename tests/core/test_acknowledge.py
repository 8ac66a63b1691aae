"""A short acknowledgement that fits what was said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.acknowledge import BRIEF, LONG, Kind, kind_of
from bot.core.method import CELLS, Cell
from tests.core.typed import ANYTHING

CONTENT = Cell.parse("explore.content")
EMOTION = Cell.parse("explore.emotion")


@pytest.mark.parametrize(
    "text", ["Geen idee", "weet ik niet", "dat is moeilijk te zeggen", "I don't know", "not sure"]
)
def test_not_knowing_is_an_answer_too(text: str) -> None:
    assert kind_of(text, CONTENT) is Kind.UNSURE


def test_not_knowing_one_thing_in_a_longer_story_is_no_not_knowing() -> None:
    text = "Geen idee waarom, maar sinds de zomer komt dit kind elke dag een uur te laat op school"
    assert kind_of(text, CONTENT) is Kind.PLAIN


def test_a_few_words_are_brief() -> None:
    assert kind_of("woord " * BRIEF, CONTENT) is Kind.BRIEF


def test_more_than_a_few_words_are_plain() -> None:
    assert kind_of("woord " * (BRIEF + 1), CONTENT) is Kind.PLAIN


def test_a_story_is_long_wherever_it_is_told() -> None:
    assert {kind_of("woord " * LONG, cell) for cell in CELLS} == {Kind.LONG}


def test_what_is_said_of_feelings_is_met_as_such() -> None:
    assert kind_of("Ik ben er moe van geworden", EMOTION) is Kind.FEELING


def test_a_few_words_on_feelings_are_met_as_such() -> None:
    assert kind_of("Moe en boos", EMOTION) is Kind.FEELING


@given(ANYTHING, st.sampled_from(CELLS))
def test_every_text_has_its_kind(text: str, cell: Cell) -> None:
    assert kind_of(text, cell) in Kind
