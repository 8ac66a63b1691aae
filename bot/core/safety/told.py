"""Sentences by which danger is learnt, and harmless ones beside them (``data/safety/told``).

The phrases of ``danger.yml`` know what is said in so many words. What is only hinted at has no
words of its own; it is learnt from examples, a line each: its kind, a tab, the text.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.core.safety.lexicon import DangerKind

SAFE = "safe"
KINDS = (*(kind.value for kind in DangerKind), SAFE)


class ToldDataError(ValueError):
    """An example is not as it must be; the message tells the file, the line and why."""


@dataclass(frozen=True)
class Told:
    """An example: what was told, and the kind of danger in it, or ``SAFE``."""

    kind: str
    text: str


def read_told(folder: Path) -> Iterator[Told]:
    """Every example of a folder, file by file. ToldDataError at the first that is not right."""
    files = sorted(folder.glob("*.tsv"))
    if not files:
        raise ToldDataError("there are no examples")
    seen: dict[str, str] = {}
    for file in files:
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            where = f"{file.name}:{number}"
            kind, tab, text = line.partition("\t")
            if not tab or not text.strip() or "\t" in text:
                raise ToldDataError(f"{where}: a line is a kind, one tab and a text")
            if kind not in KINDS:
                raise ToldDataError(f"{where}: '{kind}' is none of {', '.join(KINDS)}")
            if first := seen.get(text.casefold()):
                raise ToldDataError(f"{where}: this stands in {first} already")
            seen[text.casefold()] = where
            yield Told(kind, text)
