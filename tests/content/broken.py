"""Copies of the content that are broken in one way each."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

from bot.content.reference import REFERENCE
from bot.core.method import Step
from tests.harness.memory import PROJECT

Break = Callable[[Path], None]
METHOD = "data/method/"
EXPLORE = METHOD + "questions/explore.yml"
NL, EN = "data/wording/nl.yml", "data/wording/en.yml"
PAGE = "data/wording/page.nl.yml"
TOGETHER = (
    tuple(f"{METHOD}questions/{step}.yml" for step in Step),
    tuple(f"{METHOD}{name}.yml" for name in REFERENCE),
    (PAGE, "data/wording/page.en.yml"),
    (NL, EN, "data/safety/texts.yml"),
)


def copy_content(to: Path, file: str) -> None:
    """Copy one file of the content, and those that are read together with it, in ``to``.

    The rest is left out: that it is missing is said quickly, and reading it all takes a second.
    """
    for name in next((group for group in TOGETHER if file in group), (file,)):
        (to / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(PROJECT / name, to / name)


def swap(file: str, old: str, new: str) -> Break:
    """Put ``new`` in the first place of ``old``, a pattern, in a file."""

    def breaks(root: Path) -> None:
        path = root / file
        text = path.read_text(encoding="utf-8")
        changed, count = re.subn(old, new, text, count=1, flags=re.MULTILINE | re.DOTALL)
        assert count, f"nothing like {old} in {file}"
        path.write_text(changed, encoding="utf-8")

    return breaks


def add(file: str, text: str) -> Break:
    """Add a text at the end of a file."""

    def breaks(root: Path) -> None:
        with (root / file).open("a", encoding="utf-8") as opened:
            opened.write(text)

    return breaks


def again(file: str, id: str) -> Break:
    """Write the entry with this id a second time, at the end of a list."""

    def breaks(root: Path) -> None:
        text = (root / file).read_text(encoding="utf-8")
        found = re.search(rf"^- id: {re.escape(id)}\n(?:(?!^- ).*\n)*", text, re.MULTILINE)
        assert found, f"no {id} in {file}"
        add(file, "\n" + found[0])(root)

    return breaks


def without(file: str, id: str) -> Break:
    """Take the entry with this id away."""
    return swap(file, rf"^ *- id: {re.escape(id)}\n(?:(?!^ *- id|^\w|^#).*?\n)*", "")


def gone(file: str) -> Break:
    """Take a file away."""
    return lambda root: (root / file).unlink()
