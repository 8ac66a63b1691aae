"""An alias is never somebody's full name."""

import pytest
from hypothesis import given

from bot.core.alias import (
    alias_in_a_sentence,
    bare_alias,
    is_no_alias,
    is_real_name,
    looks_like_full_name,
    short_form,
)
from tests.core.typed import ANYTHING

FULL_NAMES = (
    "Anja Jansen",
    "Sem de Vries",
    "sem de vries",
    "SEM DE VRIES",
    "Sem van der Berg",
    "Fatima El Amrani",
    "Anne-Marie Bakker",
    "Jan Peters-de Wit",
    "Lieke van den Heuvel",
    "Noor ten Hove",
    "Daan Willem Smit",
)
WITH_LITTLE_WORDS = ("Karin van 't Hof", "Jan in 't Veld", "Kim 't Hart", "Piet op den Berg")
FINE = (
    "Vlinder",
    "S.",
    "S. d. V.",
    "S.d.V.",
    "Sem V.",
    "sem",
    "van der Berg",
    "Team Vlinder 3",
    "Thuiszitters in Noord",
    "Out of School North",
    "groep acht",
    "het kind van de straat",
    "",
    "42",
)


@pytest.mark.parametrize("alias", FULL_NAMES)
def test_a_first_name_with_a_surname_is_a_full_name(alias: str) -> None:
    assert looks_like_full_name(alias)


@pytest.mark.parametrize("alias", WITH_LITTLE_WORDS)
def test_a_surname_with_dutch_little_words_is_a_surname_too(alias: str) -> None:
    assert looks_like_full_name(alias)


@pytest.mark.parametrize("alias", FINE)
def test_one_word_initials_and_descriptions_are_fine(alias: str) -> None:
    assert not looks_like_full_name(alias)


@pytest.mark.parametrize("alias", ["Thuiszitters Noord", "Vlinder", "Butterfly"])
def test_the_aliases_that_zwaan_itself_suggests_are_fine(alias: str) -> None:
    assert not looks_like_full_name(alias)


def test_the_better_suggestion_for_a_name_is_its_initials() -> None:
    assert short_form("Sem de Vries") == "S.d.V."


@given(ANYTHING)
def test_the_better_suggestion_is_never_a_full_name_itself(alias: str) -> None:
    assert not looks_like_full_name(short_form(alias))


@pytest.mark.parametrize(
    ("typed", "alias"),
    [
        ("noem hem Bever", "Bever"),
        ("noem haar maar Bever.", "Bever"),
        ("ik noem hem B.", "B."),
        ("we noemen haar hier Roos!", "Roos"),
        ("laten we hem Vlinder noemen", "Vlinder"),
        ("hij heet hier Vlinder", "Vlinder"),
        ("doe maar Vlinder", "Vlinder"),
        ("lets call her Robin", "Robin"),
        ("let’s call her Robin", "Robin"),
        ("call him Fox please", "Fox"),
        ("ik denk bram", "bram"),
        ("Otter, because he loves water", "Otter"),
        ("Otter want hij zwemt graag", "Otter"),
        ("he's called Fox", "Fox"),
        ("her name is Fox", "Fox"),
        ("the name: Fox", "Fox"),
        ("Vlinder", "Vlinder"),
        ("het kind van de straat", "het kind van de straat"),
        ("Noemi", "Noemi"),
        ("S.d.V.", "S.d.V."),
        ("de naam", "de naam"),
    ],
)
def test_the_alias_is_found_in_what_was_said_around_it(typed: str, alias: str) -> None:
    assert bare_alias(typed) == alias


@pytest.mark.parametrize(
    "text",
    [
        "geen naam",
        "no name",
        "maakt niet uit",
        "weet ik nog niet",
        "I don't know yet",
        "i dont know",
        "geen idee",
        "hoezo?",
        "moet dat?",
    ],
)
def test_who_knows_no_alias_yet_gives_none(text: str) -> None:
    assert is_no_alias(text)


@pytest.mark.parametrize("text", ["Vlinder", "Lastpak", "S.", "Niets Nieuws", "Idee"])
def test_an_alias_is_not_taken_for_not_knowing(text: str) -> None:
    assert not is_no_alias(text)


@pytest.mark.parametrize(
    "text", ["let's call him Otter", "noem hem Otter", "Otter, want hij zwemt"]
)
def test_a_name_that_is_made_up_in_a_sentence_is_nobodys(text: str) -> None:
    assert alias_in_a_sentence(text) == "Otter"


@pytest.mark.parametrize(
    "text", ["Otter", "noem hem Sem de Vries", "hij heet Sam", "he's called Sam", "geen naam"]
)
def test_what_is_no_such_sentence_may_hold_a_real_name(text: str) -> None:
    assert alias_in_a_sentence(text) is None


def test_what_somebody_is_called_is_the_real_name() -> None:
    assert is_real_name("hij heet Sam")
    assert is_real_name("he’s called Sam")
    assert not is_real_name("hij heet hier Otter")
    assert not is_real_name("noem hem Otter")
