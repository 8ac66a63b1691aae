"""Reading ``data/wording/`` and the texts on safety: every sentence a person can see."""

import string
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from bot.content.yaml_file import Gap, YamlFile
from bot.core.language import LANGUAGES, Language
from bot.core.words import Sentences, Words


def read_words(root: Path) -> Words:
    """All sentences in all languages. Gap when a language lacks what another has."""
    files = {lang: YamlFile(root / "data" / "wording" / f"{lang}.yml", root) for lang in LANGUAGES}
    sentences = {lang: dict(_flat(file.data)) for lang, file in files.items()}
    problems = list(_differences(files, sentences))
    safety = YamlFile(root / "data" / "safety" / "texts.yml", root)
    said = {lang: dict(_flat(safety.data[lang], "safety")) for lang in LANGUAGES}
    problems += _differences(dict.fromkeys(LANGUAGES, safety), said)
    for lang in LANGUAGES:
        sentences[lang].update(said[lang])
    if problems:
        raise Gap(problems)
    return Words(sentences)


def read_page_words(root: Path) -> dict[str, dict[str, str]]:
    """The web page's own sentences, by language. Gap when the languages differ."""
    files = {
        lang: YamlFile(root / "data" / "wording" / f"page.{lang}.yml", root) for lang in LANGUAGES
    }
    pages = {lang: dict(_flat(file.data["page"])) for lang, file in files.items()}
    problems = list(_differences(files, pages, ("page",)))
    if problems:
        raise Gap(problems)
    return {lang: {key: str(value) for key, value in page.items()} for lang, page in pages.items()}


def _flat(data: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in data.items():
        # YAML takes a bare yes or no for a truth value
        assert isinstance(key, str), f"the key {key} under {path} wants quotes"
        here = f"{path}.{key}" if path else key
        if isinstance(value, dict):
            yield from _flat(value, here)
        else:
            yield here, value


def _differences(
    files: Mapping[Language, YamlFile],
    sentences: Mapping[Language, Sentences],
    top: tuple[str, ...] = (),
) -> Iterator[str]:
    for lang, file in files.items():
        for other in LANGUAGES:
            for key in sentences[other]:
                path = (*top, *key.split("."))
                if key not in sentences[lang]:
                    yield file.problem(path, f"{key} is missing; {files[other].name} has it")
                elif _blanks(sentences[lang][key]) != _blanks(sentences[other][key]):
                    yield file.problem(path, f"{key} does not fill in the same as in “{other}”")


def _blanks(sentence: Any) -> set[str]:
    """The {names} that a sentence, or any of its variants, fills in."""
    variants = [sentence] if isinstance(sentence, str) else sentence
    return {
        name for variant in variants for _, name, _, _ in string.Formatter().parse(variant) if name
    }
