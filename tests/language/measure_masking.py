"""Measure name masking: `python -m tests.language.measure_masking [--misses] [cache folder]`.

Recall: the share of spans that must go of which no word is left. False alarms: the share of all
other words that did not come through as they were, and the share of sentences where that happened.
The sentences were all written before tuning, then shuffled with a fixed seed; the rules were tuned
on the first 60 %, the last 40 % is held out. "Later" is a set written after the rules were done.
"""

from __future__ import annotations

import random
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import yaml

from bot.language.masking import Masker

DATA = Path(__file__).parent.parent / "data"
SEED = 2013
TUNE_SHARE = 0.6
_WORD = re.compile(r"[\w@](?:[\w.@'’+-]*\w)?")
_SMALL = {"van", "de", "der", "den", "ter", "ten", "el", "la", "st"}

Language = Literal["nl", "en"]


@dataclass(frozen=True)
class Example:
    """A sentence, the spans in it that must go, and what is left when they are cut out."""

    text: str
    must_go: tuple[str, ...]

    @property
    def rest(self) -> Counter[str]:
        """The words that must stay."""
        left = self.text
        for span in sorted(self.must_go, key=len, reverse=True):
            left = re.sub(rf"(?<!\w){re.escape(span)}(?!\w)", " ", left, count=1)
        return Counter(_WORD.findall(left))


@dataclass(frozen=True)
class Result:
    """What masking did to one example."""

    example: Example
    masked: str

    @property
    def left(self) -> list[str]:
        """Spans of which a word can still be read."""
        seen = Counter(word.lower() for word in _WORD.findall(self.masked))
        allowed = Counter(word.lower() for word in self.example.rest.elements())
        return [
            span
            for span in self.example.must_go
            if any(seen[word] > allowed[word] for word in _telling(span))
        ]

    @property
    def lost(self) -> Counter[str]:
        """Words that should have stayed and did not."""
        return self.example.rest - Counter(_WORD.findall(self.masked))


@dataclass(frozen=True)
class Score:
    """Counts over a set of examples."""

    spans: int
    spans_gone: int
    words: int
    words_lost: int
    sentences: int
    sentences_hurt: int

    @property
    def recall(self) -> float:
        """Share of the spans that must go of which nothing is left, 0 to 1."""
        return self.spans_gone / self.spans

    @property
    def words_lost_share(self) -> float:
        """Share of the words that must stay that did not, 0 to 1."""
        return self.words_lost / self.words

    @property
    def sentences_hurt_share(self) -> float:
        """Share of the sentences in which a word that must stay did not, 0 to 1."""
        return self.sentences_hurt / self.sentences


def _telling(span: str) -> list[str]:
    words = [word.lower() for word in _WORD.findall(span)]
    return [word for word in words if len(word) > 1 and word not in _SMALL]


def read(name: str) -> list[Example]:
    """The examples in `tests/data/<name>.yml`, in the order of the file."""
    rows = yaml.safe_load((DATA / f"{name}.yml").read_text(encoding="utf-8"))
    return [
        Example(row["text"], tuple(row.get("names", [])) + tuple(row.get("other", [])))
        for row in rows
    ]


def split(language: Language) -> tuple[list[Example], list[Example]]:
    """The tuning set and the held-out set for a language."""
    examples = read(f"masking_{language}")
    random.Random(SEED).shuffle(examples)
    cut = round(len(examples) * TUNE_SHARE)
    return examples[:cut], examples[cut:]


def run(masker: Masker, examples: Sequence[Example], language: Language) -> list[Result]:
    """Mask every example."""
    return [Result(each, masker.mask(each.text, language=language)) for each in examples]


def score(results: Sequence[Result]) -> Score:
    """Count what went and what stayed."""
    spans = sum(len(each.example.must_go) for each in results)
    return Score(
        spans=spans,
        spans_gone=spans - sum(len(each.left) for each in results),
        words=sum(each.example.rest.total() for each in results),
        words_lost=sum(each.lost.total() for each in results),
        sentences=len(results),
        sentences_hurt=sum(bool(each.lost) for each in results),
    )


def _row(name: str, counted: Score) -> str:
    return (
        f"{name:<14}{counted.sentences:>10}{counted.spans:>7}{counted.recall:>9.1%}"
        f"{counted.words:>8}{counted.words_lost_share:>9.2%}{counted.sentences_hurt_share:>11.1%}"
    )


def main(arguments: Sequence[str]) -> None:
    """Print the table; with `--misses` also every sentence of the tuning set that went wrong."""
    folders = [Path(each) for each in arguments if not each.startswith("--")]
    with tempfile.TemporaryDirectory() as made_here:
        masker = Masker.build(folders[0] if folders else Path(made_here))
    print(
        f"{'set':<14}{'sentences':>10}{'spans':>7}{'recall':>9}{'words':>8}{'lost':>9}{'hurt':>11}"
    )
    sets: list[tuple[str, Language, list[Example]]] = []
    languages: tuple[Language, ...] = ("nl", "en")
    for language in languages:
        tuned, held_out = split(language)
        sets += [
            (f"{language} tuned", language, tuned),
            (f"{language} held out", language, held_out),
        ]
    sets.append(("nl later", "nl", read("masking_nl_later")))
    for name, language, examples in sets:
        results = run(masker, examples, language)
        print(_row(name, score(results)))
        for each in results if "--misses" in arguments and name.endswith("tuned") else ():
            if each.left or each.lost:
                print(f"  {each.masked}   left {each.left}, lost {list(each.lost)}")


if __name__ == "__main__":
    main(sys.argv[1:])
