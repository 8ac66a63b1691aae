"""An alias is never somebody's full name."""

import pytest
from hypothesis import given

from bot.core.alias import looks_like_full_name, short_form
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
