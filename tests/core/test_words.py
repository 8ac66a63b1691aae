"""Looking up what Zwaan says."""

import pytest

from bot.core.words import Words, fill

WORDS = Words(
    {
        "nl": {"a.one": "Hoi {name}", "a.more": ["een", "twee", "{name}"], "b.one": "x {y}"},
        "en": {"a.one": "Hi {name}"},
    }
)


def test_a_sentence_is_filled_in_in_its_language() -> None:
    assert WORDS.say("nl", "a.one", name="Vlinder") == "Hoi Vlinder"
    assert WORDS.say("en", "a.one", name="Vlinder") == "Hi Vlinder"


def test_variants_are_said_round_and_round() -> None:
    assert [WORDS.say("nl", "a.more", n, name="drie") for n in range(4)] == [
        "een",
        "twee",
        "drie",
        "een",
    ]


def test_what_somebody_said_is_never_filled_in_itself() -> None:
    assert WORDS.say("nl", "a.one", name="{name} {0}") == "Hoi {name} {0}"


def test_a_value_that_ends_in_a_dot_brings_the_dot_of_the_sentence() -> None:
    assert fill("Welkom terug bij {alias}. Hier was je.", alias="R.") == (
        "Welkom terug bij R. Hier was je."
    )
    assert fill("Gaat het over {alias}?", alias="R.") == "Gaat het over R.?"
    assert fill("Dit is {alias}.", alias="Bever") == "Dit is Bever."


def test_an_unknown_key_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        WORDS.say("en", "b.one")


def test_a_blank_that_is_not_filled_in_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        WORDS.say("nl", "a.one", wrong="x")


def test_all_single_sentences_under_a_prefix_are_found() -> None:
    assert WORDS.all_of("nl", "a") == {"one": "Hoi {name}"}
