"""What counts as writing of danger, and what does not.

The sentences stand in ``tests/data/``; its README tells how they were made and what the numbers
mean. The levels asserted here were reached after the phrases were made to fit them.
"""

import time
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.content.safety_files import KINDS
from bot.core.language import LANGUAGES, Language
from bot.core.safety import DangerDataError, DangerKind, DangerLexicon

ROOT = Path(__file__).parents[2]
CAUGHT = 0.95
FALSE_ALARMS = 0.02
KIND_RIGHT = 0.90
CAUGHT_APART = 0.85  # of another author's sentences, the half that no phrase was changed for
FALSE_ALARMS_APART = 0.03
SECONDS_FOR_AN_ANSWER = 0.003  # 300 characters; measured 0.0006; room for a busy machine

Data = dict[str, Any]


def parsed(name: str) -> Data:
    data: Data = yaml.load((ROOT / "data" / "safety" / name).read_bytes(), yaml.CSafeLoader)
    return data


@pytest.fixture(scope="module")
def lexicon() -> DangerLexicon:
    return DangerLexicon.build(parsed("danger.yml"))


def sentences(name: str) -> list[str]:
    lines = (ROOT / "tests" / "data" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def half(name: str, part: str) -> list[str]:
    """The sentences under one of the two headings of another author's file, without their kind."""
    text = (ROOT / "tests" / "data" / f"{name}.txt").read_text(encoding="utf-8")
    lines = text.partition(f"## {part}\n")[2].partition("\n## ")[0].splitlines()
    return [line.partition(": ")[2] if name.startswith("danger") else line for line in lines]


def small(*suicide: str, **others: Any) -> DangerLexicon:
    """A lexicon of a few phrases, to try one rule of the phrase language."""
    data: Data = {
        "shorthand": {"nl": {"nie": "niet"}, "en": {"wanna": "want to"}},
        "groups": {"nl": {"ouder": "papa|mama"}, "en": {}},
        "suicide": {"nl": list(suicide), "en": []},
    }
    for section in ("abuse", "violence", "child_in_danger", "harmless", "ordinary"):
        data[section] = {"nl": others.get(section, []), "en": []}
    return DangerLexicon.build(data)


# --- the real phrases, held against real sentences ---


@pytest.mark.parametrize("language", LANGUAGES)
def test_nearly_all_sentences_of_danger_are_noticed(
    lexicon: DangerLexicon, language: Language
) -> None:
    told = [line.partition(": ")[2] for line in sentences(f"danger_{language}")]
    missed = [text for text in told if lexicon.detect(text) is None]
    assert len(told) >= 150
    assert len(missed) <= (1 - CAUGHT) * len(told), missed


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_kind_of_danger_is_mostly_right(lexicon: DangerLexicon, language: Language) -> None:
    told = [line.partition(": ")[::2] for line in sentences(f"danger_{language}")]
    wrong = [(kind, text) for kind, text in told if lexicon.detect(text) != DangerKind(kind)]
    assert len(wrong) <= (1 - KIND_RIGHT) * len(told), wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_ordinary_answers_are_left_alone(lexicon: DangerLexicon, language: Language) -> None:
    told = sentences(f"harmless_{language}")
    alarms = [text for text in told if lexicon.detect(text)]
    assert len(told) >= 200
    assert len(alarms) <= FALSE_ALARMS * len(told), alarms


@pytest.mark.parametrize(("part", "level"), [("to tune on", CAUGHT), ("kept apart", CAUGHT_APART)])
@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_of_danger_by_another_author_are_mostly_noticed(
    lexicon: DangerLexicon, language: Language, part: str, level: float
) -> None:
    told = half(f"danger_other_{language}", part)
    missed = [text for text in told if lexicon.detect(text) is None]
    assert len(told) >= 40
    assert len(missed) <= (1 - level) * len(told), f"{len(missed)} of {len(told)}"


@pytest.mark.parametrize(
    ("part", "level"), [("to tune on", FALSE_ALARMS), ("kept apart", FALSE_ALARMS_APART)]
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_near_misses_by_another_author_are_mostly_left_alone(
    lexicon: DangerLexicon, language: Language, part: str, level: float
) -> None:
    told = half(f"harmless_other_{language}", part)
    alarms = [text for text in told if lexicon.detect(text)]
    assert len(told) >= 40
    assert len(alarms) <= level * len(told), f"{len(alarms)} of {len(told)}"


def test_what_people_answer_on_an_ordinary_day_gives_no_alarm(lexicon: DangerLexicon) -> None:
    told = [text for intent, text in examples() if intent != "danger"]
    alarms = [text for text in told if lexicon.detect(text)]
    assert len(told) >= 4000
    assert len(alarms) <= 0.002 * len(told), alarms


def examples() -> Iterator[tuple[str, str]]:
    """Intent and text of every example that the engine learns from."""
    for path in sorted((ROOT / "data" / "nlu").glob("*.yml")):
        for block in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
            for line in block["examples"].splitlines() if "intent" in block else ():
                yield block["intent"], line.strip().removeprefix("- ")


@pytest.mark.parametrize(
    "text",
    [
        "dat hij haar slaat",
        "mijn ex slaat de kinderen",
        "als stiefvader de kinderen weer eens slaat",
        "omdat ze er niet meer wil zijn",
        "omdat ze er niet meer zou willen zijn",
        "hij is bang thuis",
        "thuis is ze vaak bang",
        "als hij drinkt vallen er klappen",
    ],
)
def test_the_verb_may_stand_where_dutch_puts_it(lexicon: DangerLexicon, text: str) -> None:
    assert lexicon.detect(text)


@pytest.mark.parametrize(
    "text",
    [
        "hij is bang om naar school te gaan",
        "ik ben bang dat hij thuis komt te zitten",
        "op het plein slaat hij andere kinderen",
        "moeder moest vechten om hulp te krijgen",
    ],
)
def test_a_child_that_has_it_hard_at_school_is_no_alarm(lexicon: DangerLexicon, text: str) -> None:
    assert lexicon.detect(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "het hoeft voor mij niet meer",
        "ze wil er niet meer zijn",
        "hij zit aan haar als mama werkt",
        "papa wordt 's avonds heel boos en dan verstop ik me",
        "ze mag het aan niemand vertellen",
        "kms",
        "i wanna unalive myself",
        "nee, ze wil niet dood",  # a no may hide a yes
        "she says she does not want to die",
    ],
)
def test_indirect_words_young_people_and_denials_count(lexicon: DangerLexicon, text: str) -> None:
    assert lexicon.detect(text)


@pytest.mark.parametrize(
    ("danger", "lookalike"),
    [
        ("papa slaat mij", "papa slaapt bij mij"),
        ("ik wil dood", "ik wil door"),
        ("ik wil dood", "ik wil rood"),
        ("vader slaat haar", "vader staat naar haar te kijken"),
        ("mama slaat me elke dag", "mama slaat de spijker op de kop"),
        ("ze is misbruikt", "de macht is verbruikt"),
        ("he hits me", "he hits the nail on the head"),
    ],
)
def test_a_word_that_looks_like_danger_is_told_apart(
    lexicon: DangerLexicon, danger: str, lookalike: str
) -> None:
    assert lexicon.detect(danger)
    assert lexicon.detect(lookalike) is None


def test_a_figure_of_speech_does_not_hide_the_danger_beside_it(lexicon: DangerLexicon) -> None:
    assert lexicon.detect("ik schrik me dood van papa") is None
    assert lexicon.detect("ik schrik me dood van papa want hij slaat mij") is DangerKind.ABUSE
    assert lexicon.detect("killing it at school but i want to die") is DangerKind.SUICIDE


def test_suicide_comes_before_other_danger(lexicon: DangerLexicon) -> None:
    assert lexicon.detect("papa slaat mij en ik wil dood") is DangerKind.SUICIDE


def test_no_harmless_expression_swallows_a_phrase_of_danger(lexicon: DangerLexicon) -> None:
    swallowed = [text for text in spoken(parsed("danger.yml")) if lexicon.detect(text) is None]
    assert not swallowed


def spoken(data: Data) -> Iterator[str]:
    """Every danger phrase as a text: once with each of its choices, all gaps left empty."""
    groups = data["groups"]["nl"] | data["groups"]["en"]
    for kind in DangerKind:
        for line in chain.from_iterable(data[kind].values()):
            parts = [part for part in line.split() if part not in ("...", "&", "~", ".")]
            choices = [[_spoken(word, groups) for word in part.split("|")] for part in parts]
            for number in range(max(map(len, choices))):
                yield " ".join(words[min(number, len(words) - 1)] for words in choices)


def _spoken(word: str, groups: dict[str, str]) -> str:
    word = groups[word[1:-1]].split("|")[0] if word.startswith("<") else word
    return word.rstrip("*").replace("_", " ") or "iets"


# --- how people type ---


@pytest.mark.parametrize(
    "text",
    ["Zelfmoord", "ZÉLFMÓÓRD!", "zelfmooord", "zelfmord", "zelfmoort", "zelf-moord", "z3lfm00rd"],
)
def test_capitals_accents_stretching_digits_and_typos_do_not_matter(text: str) -> None:
    assert small("zelfmoord*", "zelf moord").detect(text) is DangerKind.SUICIDE


def test_short_forms_are_read_in_full() -> None:
    assert small("wil niet meer").detect("wil nie meer")
    assert small("want to die").detect("wanna die")


def test_a_short_word_must_be_spelled_right() -> None:
    assert small("wil dood").detect("wil rood") is None
    assert small("wil dood").detect("wil doodd")


def test_a_word_of_five_letters_may_hold_one_error_and_of_eight_two() -> None:
    assert small("papa slaat mij").detect("papa slat mij")
    assert small("papa slaat mij").detect("papa slt mij") is None
    assert small("wordt vastgebonden").detect("wordt vasgeboden")
    assert small("wordt vastgebonden").detect("wordt vasgebode") is None


def test_a_word_on_its_own_needs_eight_letters_to_be_guessed_at() -> None:
    assert small("verkracht").detect("verkrcht")
    assert small("vermist").detect("vereist") is None


def test_another_first_letter_is_another_word() -> None:
    assert small("wil leven niet").detect("wil even niet") is None


def test_an_ordinary_word_is_never_a_typing_error() -> None:
    assert small("papa slaat mij").detect("papa slaapt mij")
    assert small("papa slaat mij", ordinary=["slaapt staat"]).detect("papa slaapt mij") is None


# --- the phrase language ---


def test_words_stand_next_to_each_other_unless_a_gap_is_written() -> None:
    assert small("wil dood").detect("wil echt dood") is None
    assert small("wil ... dood").detect("wil een twee drie vier vijf dood")
    assert small("wil ... dood").detect("wil een twee drie vier vijf zes dood") is None


def test_a_gap_does_not_run_into_the_next_sentence() -> None:
    assert small("wil ... dood").detect("ik wil naar huis. opa is dood") is None


def test_a_choice_may_be_several_words_a_group_or_any_word() -> None:
    lexicon = small("moet naar_bed|mee", "<ouder> drinkt", "slaat * stuk")
    assert all(map(lexicon.detect, ("moet naar bed", "moet mee", "mama drinkt", "slaat iets stuk")))
    assert not any(map(lexicon.detect, ("moet naar", "oma drinkt", "slaat stuk")))


def test_parts_joined_by_and_stand_near_each_other_in_any_order() -> None:
    lexicon = small("mes & mama")
    assert lexicon.detect("mama zag het mes")
    assert lexicon.detect("het mes was van mama")
    assert lexicon.detect("mama is er. het mes ligt daar") is None
    assert lexicon.detect("mama " + "en " * 30 + "mes") is None


def test_parts_joined_by_a_tilde_stand_beside_each_other_in_any_order() -> None:
    lexicon = small("hem ~ slaat")
    assert lexicon.detect("hij slaat hem")
    assert lexicon.detect("dat hij hem wel eens vaak slaat")
    assert lexicon.detect("dat hij hem wel eens heel vaak slaat") is None
    assert lexicon.detect("ik zie hem. dat slaat nergens op") is None


def test_tilde_and_and_may_stand_in_one_phrase() -> None:
    lexicon = small("hem ~ slaat & thuis")
    assert lexicon.detect("thuis is het vaak zo dat vader hem slaat")
    assert lexicon.detect("dat vader hem slaat") is None


def test_a_full_stop_asks_for_the_end_of_a_sentence_or_message() -> None:
    lexicon = small("ik wil niet meer .")
    assert lexicon.detect("ik wil niet meer")
    assert lexicon.detect("ik wil niet meer! echt")
    assert lexicon.detect("ik wil niet meer naar school") is None


def test_harmless_words_no_longer_count() -> None:
    lexicon = small("<ouder> slaat", harmless=["slaat de les over"])
    assert lexicon.detect("papa slaat de les over") is None
    assert lexicon.detect("papa slaat de hond")


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        ("... dood", "begins and ends with a word"),
        ("dood ...", "begins and ends with a word"),
        ("* ... *", "begins and ends with a word"),
        ("wil <tante>", "no group 'tante'"),
        ("wil do-od", "'do-od' is not one word"),
    ],
)
def test_a_phrase_against_the_grammar_is_refused_by_name(phrase: str, said: str) -> None:
    with pytest.raises(DangerDataError, match=said) as error:
        small(phrase)
    assert phrase in str(error.value)


@pytest.mark.parametrize("phrase", ["opa & dood", "opa ~ dood"])
def test_harmless_phrases_may_not_use_and_or_tilde(phrase: str) -> None:
    with pytest.raises(DangerDataError, match="harmless"):
        small(harmless=[phrase])


def test_a_missing_language_is_refused() -> None:
    data = parsed("danger.yml")
    del data["abuse"]["en"]
    with pytest.raises(DangerDataError, match="abuse"):
        DangerLexicon.build(data)


# --- any text, and how long it takes ---


@pytest.mark.parametrize(
    "text", ["", " ", "...", "!?\n", "🙂", "مرحبا", "a" * 50_000, "ab" * 50_000, ". " * 9_000]
)
def test_any_text_can_be_read(lexicon: DangerLexicon, text: str) -> None:
    assert lexicon.detect(text) is None


def best_time(lexicon: DangerLexicon, text: str, tries: int) -> float:
    def once() -> float:
        start = time.perf_counter()
        lexicon.detect(text)
        return time.perf_counter() - start

    return min(once() for _ in range(tries))


def test_reading_is_quick_and_grows_with_the_length_of_the_text(lexicon: DangerLexicon) -> None:
    answer = " ".join(sentences("harmless_nl"))
    assert best_time(lexicon, answer[:300], 50) < SECONDS_FOR_AN_ANSWER
    long = (answer * 10)[:40_000]
    assert best_time(lexicon, long, 5) < 40 * best_time(lexicon, long[:4_000], 10)


# --- the numbers and the words around them ---


def test_every_kind_of_danger_has_helplines_that_exist() -> None:
    helplines = parsed("helplines.yml")
    known = {line["id"] for line in helplines["lines"]}
    assert set(helplines["for_kind"]) == set(KINDS)
    for listed in helplines["for_kind"].values():
        assert "emergency" in listed
        assert set(listed) <= known


def test_the_numbers_are_the_dutch_ones() -> None:
    numbers = {line["id"]: line["number"] for line in parsed("helplines.yml")["lines"]}
    assert numbers == {
        "emergency": "112",
        "suicide_prevention": "113",
        "veilig_thuis": "0800-2000",
        "kindertelefoon": "0800-0432",
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_of_a_helpline_names_its_numbers_and_chat(language: Language) -> None:
    for line in parsed("helplines.yml")["lines"]:
        said = line[language]["say"]
        assert all(number in said for number in [line["number"], *line["other_numbers"]])
        assert (line["site"] in said) == line["chat"]


def test_both_languages_say_the_same_things_for_every_kind() -> None:
    texts = parsed("texts.yml")
    assert set(texts) == set(LANGUAGES)
    for said in texts.values():
        assert set(said) == {"opening", "stopped", "lines", "someone", "go_on"}
        assert set(said["opening"]) == set(KINDS)
