"""Reading ``data/wording/`` and the texts on safety: every sentence a person can see."""

import string
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from bot.content.yaml_file import Gap, YamlFile
from bot.core.language import LANGUAGES, Language
from bot.core.words import Sentences, Words

Files = Mapping[Language, YamlFile]


def read_words(root: Path) -> Words:
    """All sentences in all languages. Gap when a language lacks what another has."""
    wording = root / "data" / "wording"
    files: Files = {lang: YamlFile(wording / f"{lang}.yml", root) for lang in LANGUAGES}
    sentences = _read(files)
    safety = YamlFile(root / "data" / "safety" / "texts.yml", root)
    said = _read(dict.fromkeys(LANGUAGES, safety), by_language=True)
    for lang in LANGUAGES:
        sentences[lang].update({f"safety.{key}": text for key, text in said[lang].items()})
    problems = list(_double_slashes(files, Words(sentences)))
    if problems:
        raise Gap(problems)
    return Words(sentences)


def read_page_words(root: Path) -> dict[str, dict[str, str]]:
    """The web page's own sentences, by language. Gap when the languages differ."""
    wording = root / "data" / "wording"
    files: Files = {lang: YamlFile(wording / f"page.{lang}.yml", root) for lang in LANGUAGES}
    pages = _read(files, ("page",))
    return {
        lang: {key.removeprefix("page."): str(text) for key, text in page.items()}
        for lang, page in pages.items()
    }


def _read(
    files: Files, must_have: tuple[str, ...] = (), by_language: bool = False
) -> dict[Language, dict[str, Any]]:
    """The sentences of each file, flat. ``by_language``: one file holds all languages."""
    found: dict[Language, dict[str, Any]] = {}
    problems: list[str] = []
    for lang, file in files.items():
        top = (lang,) if by_language else ()
        data = file.data.get(lang) if by_language and isinstance(file.data, dict) else file.data
        if not isinstance(data, dict) or any(name not in data for name in must_have):
            problems.append(file.problem((), f"there is nothing under {lang} or its headings"))
            continue
        problems += _unusable(file, data, top)
        found[lang] = dict(_flat(data))
    if not problems:
        problems += _differences(files, found, by_language)
    if problems:
        raise Gap(problems)
    return found


def _flat(data: dict[Any, Any], path: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in data.items():
        here = f"{path}.{key}" if path else str(key)
        if isinstance(value, dict):
            yield from _flat(value, here)
        else:
            yield here, value


def _unusable(file: YamlFile, data: dict[Any, Any], path: tuple[str, ...]) -> Iterator[str]:
    """Keys and sentences that cannot be said."""
    for key, value in data.items():
        here = (*path, str(key))
        if not isinstance(key, str):  # YAML takes a bare yes or no for a truth value
            yield file.problem(path, f"a bare yes or no under {'.'.join(path)} wants quotes")
        elif isinstance(value, dict):
            yield from _unusable(file, value, here)
        else:
            for sentence in value if isinstance(value, list) else [value]:
                if reason := _wrong(sentence, may_be_empty=here[0] == "why"):
                    yield file.problem(here, f"{'.'.join(here)} {reason}")


def _wrong(sentence: Any, may_be_empty: bool) -> str:
    if not isinstance(sentence, str):
        return "is no sentence"
    if not sentence.strip() and not may_be_empty:
        return "is empty"
    try:
        list(string.Formatter().parse(sentence))
    except ValueError:
        return "has half a {blank}"
    return ""


def _differences(
    files: Files, sentences: Mapping[Language, Sentences], by_language: bool
) -> Iterator[str]:
    for lang, file in files.items():
        for other in LANGUAGES:
            for key, theirs in sentences[other].items():
                path = (*((lang,) if by_language else ()), *key.split("."))
                if key not in sentences[lang]:
                    yield file.problem(path, f"{key} is missing; {files[other].name} has it")
                elif _blanks(sentences[lang][key]) != _blanks(theirs):
                    yield file.problem(path, f"{key} does not fill in the same as in “{other}”")


def _blanks(sentence: Any) -> set[str]:
    """The {names} that a sentence, or any of its variants, fills in."""
    variants = [sentence] if isinstance(sentence, str) else sentence
    return {
        name for variant in variants for _, name, _, _ in string.Formatter().parse(variant) if name
    }


def _double_slashes(files: Files, words: Words) -> Iterator[str]:
    """Words after a slash that would stand for two commands."""
    taken: dict[str, str] = {}
    for lang, file in files.items():
        for intent, listed in words.all_of(lang, "slash").items():
            for word in listed.split(", "):
                if taken.setdefault(word, intent) != intent:
                    reason = f"/{word} is {taken[word]} already"
                    yield file.problem(("slash", intent), reason)
