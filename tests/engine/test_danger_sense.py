"""Danger that is only hinted at: how much of it is noticed, in sentences it was not learnt from.

``danger_told_apart.tsv`` was written by somebody who knew neither the phrases nor the examples, and
was only measured; ``danger_told_tuned.tsv`` by another, and the two chances from which something is
done were chosen by it (``tests/data/README.md``). The levels lie a little below what was measured
(docs/measured.md): they guard against losing ground.
"""

from pathlib import Path

import pytest
from rasa.shared.nlu.training_data.loading import load_data

from bot.content.safety_files import read_lexicon
from bot.core.language import LANGUAGES
from bot.core.reading.intents import ALARMING, CONCERNING, DANGER, UNCLEAR
from bot.core.safety import DangerLexicon
from bot.core.safety.told import SAFE, Told, read_told
from bot.engine.danger_sense import AT_ONCE, DangerModel, DangerSense, examples, parts_of
from bot.settings import PROJECT

Sentence = tuple[str, str, str]  # kind, language, text


@pytest.fixture(scope="module")
def model() -> DangerModel:
    """Learnt as the engine learns it."""
    typed = load_data(str(PROJECT / "data" / "nlu"))
    told = read_told(PROJECT / "data" / "safety" / "told")
    return DangerModel.learn(examples(told, typed), strength=30.0)


@pytest.fixture(scope="module")
def lexicon() -> DangerLexicon:
    return read_lexicon(PROJECT)


def sentences(name: str, language: str) -> list[Sentence]:
    text = (PROJECT / "tests" / "data" / f"{name}.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines()]
    return [(kind, spoken, said) for kind, spoken, said in rows if spoken == language]


# Of danger: what is stopped for, and what is stopped for or asked about; of harmless: the same.
LEVELS = [
    ("danger_told_tuned", "nl", 0.54, 0.78, 0.06, 0.09),
    ("danger_told_tuned", "en", 0.50, 0.70, 0.06, 0.09),
    ("danger_told_apart", "nl", 0.54, 0.75, 0.03, 0.06),
    ("danger_told_apart", "en", 0.50, 0.75, 0.07, 0.12),
]


@pytest.mark.parametrize(("name", "language", "stops", "asks", "stopped", "asked"), LEVELS)
def test_hints_are_mostly_noticed(
    model: DangerModel,
    lexicon: DangerLexicon,
    name: str,
    language: str,
    stops: float,
    asks: float,
    stopped: float,
    asked: float,
) -> None:
    rows = sentences(name, language)
    chances = [1.0 if lexicon.detect(text) else model.sense(text)[1] for _, _, text in rows]
    danger = [chance for (kind, _, _), chance in zip(rows, chances, strict=True) if kind != SAFE]
    harmless = [chance for (kind, _, _), chance in zip(rows, chances, strict=True) if kind == SAFE]
    assert len(danger) >= 40
    assert len(harmless) >= 60
    assert share(danger, ALARMING) >= stops
    assert share(danger, CONCERNING) >= asks
    assert share(harmless, ALARMING) <= stopped
    assert share(harmless, CONCERNING) <= asked


def share(chances: list[float], level: float) -> float:
    return sum(chance >= level for chance in chances) / len(chances)


@pytest.mark.parametrize("name", ["danger_told_tuned", "danger_told_apart"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_kind_is_said_only_where_it_is_clear(
    model: DangerModel, name: str, language: str
) -> None:
    rows = [(kind, model.sense(text)[0]) for kind, _, text in sentences(name, language)]
    named = [(kind, said) for kind, said in rows if kind != SAFE and said != UNCLEAR]
    assert len(named) >= 10
    assert sum(kind == said for kind, said in named) >= 0.85 * len(named)


def test_nothing_that_is_measured_was_learnt_from() -> None:
    learnt = {each.text.casefold() for each in read_told(PROJECT / "data" / "safety" / "told")}
    for name in ("danger_told_tuned", "danger_told_apart"):
        for language in LANGUAGES:
            assert not learnt & {text.casefold() for _, _, text in sentences(name, language)}


def test_one_sentence_is_not_lost_in_a_long_story(model: DangerModel) -> None:
    hint = "Hij zegt dat niemand mag weten wat ze samen doen als de deur op slot is."
    story = "Ze gaat graag naar school en speelt viool. Haar vrienden wonen dichtbij. " * 20
    assert model.sense(hint)[1] >= CONCERNING
    assert model.sense(story)[1] < CONCERNING
    assert model.sense(story + hint + " " + story)[1] >= CONCERNING


def test_parts_hold_every_word_once() -> None:
    text = "een twee. drie!\n\nvier vijf " * 40 + "zes"
    parts = list(parts_of(text))
    assert " ".join(parts).split() == text.split()
    assert len(parts) > 1
    assert all(len(part.split()) <= AT_ONCE for part in parts)


@pytest.mark.parametrize("text", ["", "…", "\n\n", "🙂", "?!?"])
def test_no_words_are_no_danger(model: DangerModel, text: str) -> None:
    assert model.sense(text)[1] < CONCERNING


def test_it_is_the_same_after_it_was_kept(model: DangerModel, tmp_path: Path) -> None:
    model.save(tmp_path / "danger.npz")
    again = DangerModel.load(tmp_path / "danger.npz")
    for _, _, text in sentences("danger_told_tuned", "nl")[:50]:
        assert again.sense(text) == pytest.approx(model.sense(text))


def test_what_people_type_otherwise_is_learnt_as_harmless() -> None:
    typed = load_data(str(PROJECT / "data" / "nlu"))
    told = [Told("abuse", "hij doet haar pijn"), Told(SAFE, "ze is blij")]
    learnt = examples(told, typed)
    assert learnt[:2] == told
    assert len(learnt) > 1000
    assert {each.kind for each in learnt[2:]} == {SAFE}
    dangers = {m.get("text") for m in typed.intent_examples if m.get("intent") == DANGER}
    assert not dangers & {each.text for each in learnt}


def test_rasa_learns_anew_when_an_example_changes(tmp_path: Path) -> None:
    (tmp_path / "nl_young.tsv").write_text("safe\tik ga naar huis\n", encoding="utf-8")
    before = DangerSense.fingerprint_addon({"told": str(tmp_path)})
    assert DangerSense.fingerprint_addon({"told": str(tmp_path)}) == before
    (tmp_path / "nl_young.tsv").write_text("safe\tik ga naar bed\n", encoding="utf-8")
    assert DangerSense.fingerprint_addon({"told": str(tmp_path)}) != before
    assert DangerSense.fingerprint_addon({"output": "kept"})  # as Rasa asks when nothing changed
