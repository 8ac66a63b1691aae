"""Which of the buttons before somebody a typed text means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.keyboard import Key, key_meant


def keys(*titles: str) -> list[Key]:
    return [Key(title, f"token of {title}") for title in titles]


OFFER = keys("Nu", "Later vandaag", "Deze week niet")
CONFIRM = keys("Ja, ik doe het", "Eerst overleggen", "Niet voor mij")
READ_BACK = keys("Klopt, leg vast", "Wat", "Wie", "Wanneer", "Toch niet")
OBSTACLE = keys("Is zo", "Is niet zo", "Overslaan", "Pauze")
QUESTION = keys("Overslaan", "Uitleg", "Voorbeeld", "Pauze")
GOES = keys("Klaar", "Mee bezig", "Zit vast", "Overslaan", "Pauze")
PAUSED = keys("Verder met de weekcheck")
READ = keys("Verkennen (3)", "Activeren (7)")
DANGER = keys("Verder, en bewaar het", "Verder, bewaar het niet", "Stop voor nu")
TOLD = keys("Alleen voor mij", "Deel met professionals", "Deel met iedereen")
NUMBERS = keys("1", "2", "3", "Eerder (4)", "Verder")
AGENDA = keys("Afspraak 1", "Afspraak 2", "Al klaar (4)", "Nieuwe afspraak")
WEEKS = keys("1 week", "2 weken", "3 weken", "Zet uit")
ENGLISH = keys("Yes, I'm in", "Let's talk first", "Not me")

MEANT = [
    (OFFER, "nu", "Nu"),
    (OFFER, "Later vandaag", "Later vandaag"),
    (OFFER, "later", "Later vandaag"),
    (OFFER, "straks even", "Later vandaag"),
    (OFFER, "ja kan wel even", "Nu"),
    (OFFER, "deze week niet", "Deze week niet"),
    (OFFER, "nee", "Deze week niet"),
    (CONFIRM, "is goed doe ik", "Ja, ik doe het"),
    (CONFIRM, "ja ik doe het", "Ja, ik doe het"),
    (CONFIRM, "ja", "Ja, ik doe het"),
    (CONFIRM, "eerst overleggen", "Eerst overleggen"),
    (CONFIRM, "niet voor mij", "Niet voor mij"),
    (CONFIRM, "nee dat lukt mij niet", "Niet voor mij"),
    (READ_BACK, "klopt", "Klopt, leg vast"),
    (READ_BACK, "klopt, leg vast", "Klopt, leg vast"),
    (READ_BACK, "toch niet", "Toch niet"),
    (OBSTACLE, "is zo", "Is zo"),
    (OBSTACLE, "Is niet zo!", "Is niet zo"),
    (GOES, "klaar!", "Klaar"),
    (GOES, "zit vast", "Zit vast"),
    (PAUSED, "verder", "Verder met de weekcheck"),
    (READ, "activeren", "Activeren (7)"),
    (ENGLISH, "yes", "Yes, I'm in"),
    (DANGER, "verder en bewaar het", "Verder, en bewaar het"),
    (DANGER, "stop voor", "Stop voor nu"),
    (TOLD, "alleen voor mij", "Alleen voor mij"),
    (TOLD, "deel met iedereen", "Deel met iedereen"),
    (ENGLISH, "not me", "Not me"),
    (NUMBERS, "2", "2"),
    (NUMBERS, "nummer 2", "2"),
    (NUMBERS, "de derde", "3"),
    (AGENDA, "2", "Afspraak 2"),
    (AGENDA, "de 1e", "Afspraak 1"),
    (AGENDA, "the second one", "Afspraak 2"),
    (WEEKS, "3", "3 weken"),
]
NOT_MEANT = [
    (QUESTION, "ja"),
    (QUESTION, "nee"),
    (QUESTION, "later"),
    (QUESTION, "hij komt niet"),
    (OFFER, "heb gebeld, ging goed"),
    (CONFIRM, "kan ik wel doen maar niet voor de 2e"),
    (READ_BACK, "nee"),
    (READ_BACK, "nee wacht, doe maar woensdag 2 dec"),
    (GOES, "nog niet gebeurd"),
    (DANGER, "verder"),
    (TOLD, "alleen"),
    (TOLD, "deel met"),
    (OFFER, ""),
    (OFFER, "..."),
    ([], "ja"),
    (READ, "3"),
    (AGENDA, "7"),
    (AGENDA, "2 dagen per week"),
    (AGENDA, "4"),
    (QUESTION, "2"),
    (OFFER, "de eerste"),
]


@pytest.mark.parametrize(("shown", "text", "title"), MEANT)
def test_a_text_means_a_button(shown: list[Key], text: str, title: str) -> None:
    found = key_meant(text, shown)
    assert found is not None
    assert found.title == title


@pytest.mark.parametrize(("shown", "text"), NOT_MEANT)
def test_what_fits_none_means_none(shown: list[Key], text: str) -> None:
    assert key_meant(text, shown) is None


def test_the_newest_of_two_with_one_name_is_meant() -> None:
    old, new = Key("Verder", "old"), Key("Verder", "new")
    assert key_meant("verder", [old, new]) is new


@given(st.text(max_size=80), st.lists(st.text(max_size=30), max_size=6))
def test_whatever_is_typed_and_shown(text: str, titles: list[str]) -> None:
    found = key_meant(text, keys(*titles))
    assert found is None or found.title in titles
