"""Checking everything under ``data/`` that a person can see or that the method needs."""

from collections.abc import Callable
from pathlib import Path

from bot.content.method_files import read_method
from bot.content.safety_files import read_examples, read_safety
from bot.content.wording_files import read_page_words, read_words
from bot.content.yaml_file import Gap


def check_content(root: Path) -> list[str]:
    """Everything that is missing or wrong, a line each: file, line, reason."""
    problems: list[str] = []
    checks: tuple[Callable[[Path], object], ...] = (
        read_method,
        read_page_words,
        read_safety,
        read_examples,
        read_words,
    )
    for check in checks:
        try:
            check(root)
        except Gap as gap:
            problems += gap.problems
    return problems
