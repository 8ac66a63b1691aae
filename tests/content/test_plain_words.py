"""What parents and young people are asked is said in words that everybody knows.

How common a word is comes from wordfreq (Speer, 2022): its Zipf frequency, 3 for one in a million
words and 6 for one in a thousand.
"""

import re
from collections.abc import Iterator
from functools import cache

import pytest
from wordfreq import zipf_frequency

from bot.content.method_files import PLAIN
from bot.core.language import LANGUAGES, Language
from bot.core.method import QuestionText, Voice
from tests.harness.memory import the_method

LEAST = {"ask": 3.6, "explain": 3.6, "example": 3.0}  # Zipf
MOST_WORDS = 12  # in a sentence
MOST_SENTENCES = {"ask": 2, "explain": 3, "example": 4}
KNOWN = {"kleins", "meegaat"}  # plain, and yet rare in print
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")

CASES = [(voice, language) for voice in PLAIN for language in LANGUAGES]


@cache
def texts(voice: Voice, language: Language) -> list[tuple[str, QuestionText]]:
    """Every question in plain words, and those of the talks on the course."""
    method = the_method()
    plain = [
        (q.id, q.plain[voice].in_(language)) for q in method.questions.values() if voice in q.plain
    ]
    return plain + [(q.id, q.voices[voice].in_(language)) for q in method.course.values()]


def sentences(voice: Voice, language: Language) -> Iterator[tuple[str, str, list[str]]]:
    """Where, in which part, and its sentences."""
    for id, text in texts(voice, language):
        for part, said in vars(text).items():
            yield id, part, [each for each in re.split(r"(?<=[.!?])\s+", said) if each]


@pytest.mark.parametrize(("voice", "language"), CASES)
def test_there_are_at_least_twenty_in_all_steps_and_viewpoints(
    voice: Voice, language: Language
) -> None:
    ids = [id for id, _ in texts(voice, language) if not id.startswith("course.")]
    assert len(ids) >= 20
    assert len({id.rpartition(".")[0] for id in ids}) == 20


@pytest.mark.parametrize(("voice", "language"), CASES)
def test_every_word_is_one_that_everybody_knows(voice: Voice, language: Language) -> None:
    rare = {
        f"{id}, {part}: {word}"
        for id, part, said in sentences(voice, language)
        for word in WORD.findall(" ".join(said).replace("{alias}", ""))
        if zipf_frequency(word, language) < LEAST[part] and word.lower() not in KNOWN
    }
    assert rare == set()


@pytest.mark.parametrize(("voice", "language"), CASES)
def test_every_sentence_is_short_and_there_are_few(voice: Voice, language: Language) -> None:
    long = [
        f"{id}, {part}: {each}"
        for id, part, said in sentences(voice, language)
        for each in said
        if len(re.findall(rf"\{{alias\}}|\d+|{WORD.pattern}", each)) > MOST_WORDS
    ]
    many = [
        f"{i}, {p}" for i, p, said in sentences(voice, language) if len(said) > MOST_SENTENCES[p]
    ]
    assert (long, many) == ([], [])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_young_person_is_spoken_to_and_not_about(language: Language) -> None:
    assert not [id for id, text in texts(Voice.YOUNG, language) if "{alias}" in str(text)]


def test_words_that_few_people_know_are_rarer_than_what_is_asked_for() -> None:
    for word in ("hulpvraag", "lonkend", "handelingsgericht"):
        assert zipf_frequency(word, "nl") < LEAST["ask"]
