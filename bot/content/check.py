"""Checking everything under ``data/`` that a person can see or that the method needs."""

from collections.abc import Callable, Iterator
from pathlib import Path

from bot.content.method_files import read_method
from bot.content.safety_files import read_safety
from bot.content.wording_files import read_page_words, read_words
from bot.content.yaml_file import Gap
from bot.core.language import LANGUAGES
from bot.core.words import Words


def check_content(root: Path) -> list[str]:
    """Everything that is missing or wrong, a line each: file, line, reason."""
    problems: list[str] = []
    checks: tuple[Callable[[Path], object], ...] = (
        read_method,
        read_page_words,
        read_safety,
        _check_words,
    )
    for check in checks:
        try:
            check(root)
        except Gap as gap:
            problems += gap.problems
    return problems


def _check_words(root: Path) -> None:
    problems = list(_double_slashes(read_words(root)))
    if problems:
        raise Gap(problems)


def _double_slashes(words: Words) -> Iterator[str]:
    """Words after a slash that would stand for two commands."""
    taken: dict[str, str] = {}
    for language in LANGUAGES:
        for intent, listed in words.all_of(language, "slash").items():
            for word in listed.split(", "):
                if taken.setdefault(word, intent) != intent:
                    yield f"data/wording/{language}.yml: /{word} is {taken[word]} and {intent}"
