"""Which words of a text name a party around the child."""

import pytest
from spacy.language import Language

from bot.language.pipeline import PARTY, build_pipeline
from tests.harness.memory import the_method


@pytest.fixture(scope="module")
def nlp() -> Language:
    return build_pipeline(the_method())


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("school belde de leerplichtambtenaar", ["school", "leerplichtambtenaar"]),
        ("hij gaat al weken niet naar school", []),
        ("op school zien ze hem als lastig, zegt de mentor", ["mentor"]),
        ("de wijkagent en moeder spraken elkaar op de school", ["wijkagent", "moeder"]),
        ("De IB'er belt met de GGZ", ["IB'er", "GGZ"]),
        ("she has not been at school since May, says her mother", ["mother"]),
        ("the school called the social worker", ["school", "social worker"]),
        ("niemand weet het", []),
    ],
)
def test_parties_are_found_and_places_are_not(nlp: Language, text: str, parties: list[str]) -> None:
    assert [found.text for found in nlp(text).ents if found.label_ == PARTY] == parties
