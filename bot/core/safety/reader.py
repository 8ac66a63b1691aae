"""The phrase language of ``data/safety/danger.yml``; its grammar stands at the head there."""

import re
from collections.abc import Iterator, Mapping
from itertools import product
from typing import TypeAlias

from bot.core.safety.phrases import (
    ANY_WORD,
    BESIDE_WORDS,
    NEAR_WORDS,
    Filling,
    Phrase,
    Row,
    Slot,
)
from bot.core.safety.words import split_words

GAP, ANY, END = "...", "*", "."
REACH = {"&": NEAR_WORDS, "~": BESIDE_WORDS}
JOINT = re.compile(r" ([&~]) ")

# What may stand in each place of a row: words; no words, for any word; or None, for a gap.
Places: TypeAlias = list[frozenset[str] | None]


class DangerDataError(ValueError):
    """The phrase data is not as its grammar says; the message tells which phrase and why."""


class Reader:
    """Reads phrases; knows the word groups (``<ouder>``) and the short forms of the data."""

    def __init__(self, groups: Mapping[str, str], shorthand: Mapping[str, tuple[str, ...]]) -> None:
        self._groups = groups
        self._shorthand = shorthand
        self._numbers: dict[Filling, int] = {}

    @property
    def fillings(self) -> tuple[Filling, ...]:
        """Every filling read so far; phrases refer to them by their place in this row."""
        return tuple(self._numbers)

    def read(self, line: str) -> Iterator[Phrase]:
        """The phrase in ``line``: one, or more when a choice in it holds several words.

        Raises ``DangerDataError`` when the line breaks the grammar.
        """
        first, *joined = JOINT.split(line)
        sides = [
            (first, 0),
            *((side, REACH[by]) for by, side in zip(joined[::2], joined[1::2], strict=True)),
        ]
        lone = len(line.split()) == 1
        for rows in product(*(list(self._rows(side, reach, lone, line)) for side, reach in sides)):
            yield Phrase(rows)

    def _rows(self, side: str, reach: int, lone: bool, line: str) -> Iterator[Row]:
        parts = side.split()
        at_end = parts[-1:] == [END]
        parts = parts[:-1] if at_end else parts
        if not parts or GAP in (parts[0], parts[-1]) or set(parts) <= {ANY, GAP}:
            raise DangerDataError(f"'{line}': a phrase begins and ends with a word")
        for row in product(*(self._choices(part, line) for part in parts)):
            words = [words for choice in row for words in choice]
            yield Row(tuple(self._slots(words, lone and len(words) == 1)), at_end, reach)

    def _slots(self, row: Places, alone: bool) -> Iterator[Slot]:
        """``row``: what may stand in each place; no words for any word, None for a gap."""
        gap = False
        for words in row:
            if words is not None:
                new = len(self._numbers)
                filling = Filling(words, alone)
                number = self._numbers.setdefault(filling, new) if words else ANY_WORD
                yield Slot(number, gap)
            gap = words is None

    def _choices(self, part: str, line: str) -> list[Places]:
        """The rows that ``part`` of a line stands for."""
        if part == GAP:
            return [[None]]
        if part == ANY:
            return [[frozenset()]]
        rows: list[Places] = []
        words: set[str] = set()
        for choice in part.split("|"):
            if "_" in choice:
                rows.append([self._words(word, line) for word in choice.split("_")])
            else:
                words |= self._words(choice, line)
        return [*rows, [frozenset(words)]] if words else rows

    def _words(self, choice: str, line: str) -> frozenset[str]:
        if choice.startswith("<") and choice.endswith(">"):
            return self._group(choice[1:-1], line)
        return frozenset({self._word(choice, line)})

    def _group(self, name: str, line: str) -> frozenset[str]:
        if name not in self._groups:
            raise DangerDataError(f"'{line}': there is no group '{name}'; add it under 'groups'")
        where = f"groups: {name}"
        return frozenset(self._word(word, where) for word in self._groups[name].split("|"))

    def _word(self, word: str, line: str) -> str:
        letters = split_words(word.removesuffix("*"), self._shorthand).words
        if len(letters) != 1:
            raise DangerDataError(f"'{line}': '{word}' is not one word; use spaces or a new line")
        return letters[0] + "*" if word.endswith("*") else letters[0]
