"""The eight insights: offered when they fit, at most once, never a verdict."""

from collections.abc import Collection, Sequence

import pytest

from bot.core.coverage import Coverage
from bot.core.insight import NOBODY_SPOKE, fitting, heard
from bot.core.language import LANGUAGES, Language
from bot.core.method import Insight, Method
from tests.harness.memory import the_method

SIGNALS = tuple(the_method().insights.signals)
BY_SIGNAL = {insight.when: insight for insight in the_method().insights.insights}


def phrase(signal: str, language: Language) -> str:
    return the_method().insights.signals[signal].in_(language)[0]


def offered(
    texts: Sequence[str] = (),
    explored: bool = False,
    parties: Collection[str] = (),
    given: Collection[str] = (),
    step_ends: bool = False,
) -> Insight | None:
    method = the_method()
    skipped = [q for q in method.questions if q.startswith("explore.")] if explored else []
    return fitting(
        method, Coverage.of(method.whole, [], [], skipped), texts, parties, given, step_ends
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("signal", SIGNALS)
def test_every_signal_calls_for_its_insight(signal: str, language: Language) -> None:
    assert offered([f"Nou, {phrase(signal, language).upper()}, zei men."]) == BY_SIGNAL[signal]


@pytest.mark.parametrize("signal", SIGNALS)
def test_an_insight_is_offered_at_most_once(signal: str) -> None:
    insight = BY_SIGNAL[signal]
    assert offered([phrase(signal, "nl")], given=[insight.id]) is None


def test_every_insight_can_be_offered() -> None:
    said = [[phrase(signal, "nl")] for signal in SIGNALS] + [["Het gaat wel."]]
    given: list[str] = []
    for texts in said * 8:
        if found := offered(texts, explored=True, given=given, step_ends=True):
            given.append(found.id)
    assert set(given) == {insight.id for insight in the_method().insights.insights}


def test_an_ordinary_answer_calls_for_nothing() -> None:
    assert offered(["Sinds de zomer komt dit kind later op school."]) is None


def test_when_exploring_is_over_and_no_child_or_parent_was_named_that_is_offered() -> None:
    found = offered(explored=True, parties=["teacher"])
    assert found == BY_SIGNAL[NOBODY_SPOKE]


@pytest.mark.parametrize("party", ["young_person", "parent", "foster_parent"])
def test_when_a_child_or_parent_was_named_that_is_not_offered(party: str) -> None:
    assert offered(explored=True, parties=["teacher", party]) is None


def test_a_party_that_is_no_role_any_more_does_not_count() -> None:
    assert offered(explored=True, parties=["gone"]) == BY_SIGNAL[NOBODY_SPOKE]


def test_of_two_that_fit_the_first_in_the_method_is_offered() -> None:
    both = [phrase("courage_needed", "nl"), phrase("stuck", "nl")]
    assert offered(both) == BY_SIGNAL["stuck"]


def test_after_the_first_the_second_that_fits_is_offered() -> None:
    both = [phrase("courage_needed", "nl"), phrase("stuck", "nl")]
    assert offered(both, given=[BY_SIGNAL["stuck"].id]) == BY_SIGNAL["courage_needed"]


def test_a_phrase_is_heard_over_a_line_break(method: Method) -> None:
    assert heard(method.insights, ["ik sta er\nalleen   voor"]) == ["carries_alone"]


def test_a_phrase_is_heard_as_a_phone_types_its_apostrophe(method: Method) -> None:
    assert heard(method.insights, ["I’m on my own with this"]) == ["carries_alone"]


def test_a_phrase_is_heard_as_whole_words_only(method: Method) -> None:
    assert heard(method.insights, ["komt op mijn bordes staan"]) == []
