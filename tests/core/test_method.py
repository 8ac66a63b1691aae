"""The method: five steps, four viewpoints, 58 questions, and who has a part."""

import pytest

from bot.core.language import LANGUAGES, Language
from bot.core.method import (
    CELLS,
    CaseKind,
    Cell,
    Method,
    Question,
    QuestionSource,
    QuestionText,
    QuestionVariant,
    Spoken,
    Step,
)

USUAL = QuestionText("Hoe gaat het?", "Daarom.", "Goed.")


def question(variant: QuestionVariant | None) -> Question:
    challenge = Spoken(variant, variant) if variant else None
    source = QuestionSource("gedragswerk", 1, "inhoudelijk", 1)
    return Question(USUAL, USUAL, "explore.content.1", source, challenge)


def test_there_are_58_questions_in_20_cells(method: Method) -> None:
    assert len(CELLS) == 20
    assert sum(len(method.questions_of(cell)) for cell in CELLS) == len(method.questions) == 58


def test_every_cell_has_three_questions_but_one(method: Method) -> None:
    counts = {cell.id: len(method.questions_of(cell)) for cell in CELLS}
    assert counts.pop("activate.content") == 1
    assert set(counts.values()) == {3}


def test_the_questions_of_a_cell_come_in_their_order(method: Method) -> None:
    for cell in CELLS:
        numbers = [q.number for q in method.questions_of(cell)]
        assert numbers == sorted(numbers)


def test_steps_are_counted_from_one_to_five() -> None:
    assert [step.number for step in Step] == [1, 2, 3, 4, 5]


def test_a_cell_is_read_from_its_name() -> None:
    assert [Cell.parse(cell.id) for cell in CELLS] == list(CELLS)


@pytest.mark.parametrize("text", ["", "explore", "explore.nothing", "fly.content", "a.b.c"])
def test_what_names_no_cell_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a valid"):
        Cell.parse(text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_case_of_one_child_gets_the_usual_question(language: Language) -> None:
    varied = question(QuestionVariant(ask="Hoe gaat het met jullie?"))
    assert varied.text(language, CaseKind.CHILD) == USUAL


def test_a_shared_challenge_gets_what_differs_and_the_rest_as_usual() -> None:
    varied = question(QuestionVariant(ask="Hoe gaat het met jullie?"))
    assert varied.text("nl", CaseKind.CHALLENGE) == QuestionText(
        "Hoe gaat het met jullie?", "Daarom.", "Goed."
    )


def test_without_a_variant_a_shared_challenge_gets_the_usual_question() -> None:
    assert question(None).text("nl", CaseKind.CHALLENGE) == USUAL


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_role_is_found_by_its_name_and_all_its_words(method: Method, language: Language) -> None:
    for role in method.roles.values():
        spoken = role.in_(language)
        for word in (spoken.name, *spoken.words):
            assert method.role_for(f"  {word.upper()} ", language) in (role, None)
            assert method.role_for(word, language) == role


def test_a_word_is_a_role_in_its_own_language_only(method: Method) -> None:
    assert method.role_for("kind", "nl") is not None
    assert method.role_for("kind", "en") is None


def test_a_word_that_is_no_role_names_none(method: Method) -> None:
    assert method.role_for("fietsbel", "nl") is None
