"""Every sentence that the program says has wording, in every language; and none is left over."""

import re
from functools import cache
from string import Formatter

import pytest
import yaml

from bot.connectors.front_door import Verdict
from bot.content.wording_files import read_page_words
from bot.core.language import LANGUAGES, Language
from bot.core.reading.intents import UNOFFERED
from bot.services.refusals import Refusal
from bot.voice.speech import Speech
from tests.harness.code import (
    calls,
    constants,
    literal,
    patterns,
    refusal_keys,
    said_literally,
)
from tests.harness.memory import PROJECT, the_method, the_words

CODE = ("bot", "actions")
# Sections that are read as a whole: every word of them is used by the intent it is named after.
WHOLE = ("slash.", "menu.")


@cache
def keys(language: Language) -> frozenset[str]:
    """Every key of data/wording."""
    return frozenset(the_words()._sentences[language])


@cache
def intents() -> set[str]:
    """Every intent, from the domain; a doubt about one shows the title of its button."""
    text = (PROJECT / "domain.yml").read_text(encoding="utf-8")
    section = text.split("intents:")[1].split("\nentities:")[0]
    return set(re.findall(r"^\s+- (\w+)", section, re.MULTILINE))


def buttons() -> set[str]:
    """The name of every button, as it stands in the code."""
    return {
        literal(node.args[0])
        for name, node in calls(*CODE)
        if name == "button" and node.args and literal(node.args[0])
    }


def is_used(key: str, said: set[str], dynamic: set[str]) -> bool:
    section, _, rest = key.partition(".")
    if section == "button":
        return rest in said | intents()
    if section == "refused":
        return rest in refusal_keys(*CODE) or key in said
    if section == "system":
        return rest in set(Verdict) | said or key in said
    return key in said or key.startswith(WHOLE) or any(re.fullmatch(p, key) for p in dynamic)


def blanks(sentence: object) -> set[str]:
    variants = [sentence] if isinstance(sentence, str) else sentence
    assert isinstance(variants, list)
    return {name for text in variants for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_refusal_has_a_kind_sentence(language: Language) -> None:
    wanted = {f"refused.{key}" for key in refusal_keys(*CODE)}
    assert wanted - keys(language) == set()
    assert len(wanted) > 20  # so that they are really found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_refusal_can_be_said_with_what_it_brings_along(language: Language) -> None:
    speech = Speech(the_words(), the_method(), language)
    for name, node in calls(*CODE):
        if name == "Refusal" and literal(node.args[0]):
            values = {keyword.arg: "40" for keyword in node.keywords if keyword.arg}
            text = speech.refusal(Refusal(literal(node.args[0]), **values)).text
            assert "{" not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_that_is_said_is_there(language: Language) -> None:
    said = {key for key, _, _ in said_literally(*CODE)}
    assert len(said) > 60
    assert said - keys(language) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_string_that_looks_like_a_key_is_one(language: Language) -> None:
    sections = {key.partition(".")[0] for key in keys(language)}
    shape = re.compile(rf"(?:{'|'.join(sorted(sections))})\.[a-z_]+")
    said = constants("actions", "bot/gateway", "bot/services", "bot/voice")
    looks = {text for text in said if shape.fullmatch(text)}
    assert len(looks) > 60
    assert looks - keys(language) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_button_has_a_title(language: Language) -> None:
    assert {f"button.{name}" for name in buttons()} - keys(language) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_sentence_leaves_blank_is_filled_in_where_it_is_said(language: Language) -> None:
    sentences = the_words()._sentences[language]
    missing = [
        f"{where}: {key} leaves {blanks(sentences[key]) - given} blank"
        for key, given, where in said_literally(*CODE)
        if key in sentences and given is not None and blanks(sentences[key]) - given
    ]
    assert missing == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_used_somewhere(language: Language) -> None:
    said = constants(*CODE)
    dynamic = patterns(*CODE) - {r"button\.\w*", r"refused\.\w*", r"system\.\w*"}
    assert [key for key in sorted(keys(language)) if not is_used(key, said, dynamic)] == []


def test_every_sentence_of_the_page_is_used_by_the_page() -> None:
    folder = PROJECT / "bot" / "connectors" / "web" / "page"
    page = " ".join(file.read_text(encoding="utf-8") for file in folder.glob("*.*"))
    begun = tuple(re.findall(r"`(\w+)\$\{", page))
    unused = [
        key
        for key in read_page_words(PROJECT)["nl"]
        if not re.search(rf"\b{key}\b", page) and not key.startswith(begun)
    ]
    assert unused == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_slash_word_belongs_to_an_intent(language: Language) -> None:
    assert set(the_words().all_of(language, "slash")) <= intents()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_stands_in_the_menu_can_be_typed(language: Language) -> None:
    slash, menu = (the_words().all_of(language, section) for section in ("slash", "menu"))
    assert set(menu) <= set(slash)
    assert all(re.fullmatch("[a-z]{1,32}", slash[act].split(", ")[0]) for act in menu)


def test_only_services_and_actions_refuse() -> None:
    assert refusal_keys(*CODE) == refusal_keys("bot/services", "actions")


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_may_be_heard_in_doubt_has_a_title(language: Language) -> None:
    config = yaml.safe_load((PROJECT / "config.yml").read_text(encoding="utf-8"))
    left_out = {name for part in config["pipeline"] for name in part.get("leave_out", ())}
    assert {f"doubt.{name}" for name in intents() - left_out - UNOFFERED} - keys(language) == set()
