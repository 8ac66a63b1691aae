"""The phrase language of ``data/safety/danger.yml``; its grammar stands at the head of that file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from bot.core.safety.words import Words, split_words

GAP_WORDS = 5
NEAR_WORDS = 12
GAP, ANY, END, AND = "...", "*", ".", " & "
ANY_WORD = -1  # the filling that takes every word; finders must give it every place


class DangerDataError(ValueError):
    """The phrase data is not as its grammar says; the message tells which phrase and why."""


@dataclass(frozen=True)
class Filling:
    """What may stand in one place of a phrase: words ("dood") and stems ("zelfmoord*").

    ``alone`` when it makes up the whole phrase, with no neighbour to confirm a near miss.
    """

    words: frozenset[str]
    alone: bool


@dataclass(frozen=True)
class Slot:
    """One place in a phrase: the number of its filling (see ``Reader.fillings``), or ``ANY_WORD``.

    ``gap`` says that up to five other words may come before it.
    """

    filling: int
    gap: bool


@dataclass(frozen=True)
class Row:
    """A row of slots; ``at_end`` when the last word must end a sentence."""

    slots: tuple[Slot, ...]
    at_end: bool

    def ends(self, found: Mapping[int, int], text: Words) -> int:
        """The places where this row ends, given the places of each filling."""
        layers = self._layers(found, text)
        return layers[-1] if layers else 0

    def covers(self, found: Mapping[int, int], text: Words) -> int:
        """The places of every word that takes part in this row somewhere in the text."""
        layers = self._layers(found, text)
        if not layers:
            return 0
        live = covered = layers[-1]
        for number in range(len(self.slots) - 1, 0, -1):
            live = _back(live, self.slots[number].gap, text) & layers[number - 1]
            covered |= live
        return covered

    def _layers(self, found: Mapping[int, int], text: Words) -> list[int]:
        """Per slot the places it can stand, its forerunners in place; empty when it fails."""
        layers: list[int] = []
        reach = text.everywhere
        for number, slot in enumerate(self.slots):
            if number:
                reach = _forward(reach, slot.gap, text)
            reach &= found.get(slot.filling, 0)
            if self.at_end and number == len(self.slots) - 1:
                reach &= text.ends
            if not reach:
                return []
            layers.append(reach)
        return layers


@dataclass(frozen=True)
class Phrase:
    """Rows that stand near each other in one sentence, in any order; most phrases have one."""

    rows: tuple[Row, ...]

    @property
    def fillings(self) -> Iterator[int]:
        """The fillings that must all be in a text that has this phrase."""
        return (s.filling for row in self.rows for s in row.slots if s.filling != ANY_WORD)

    def is_in(self, found: Mapping[int, int], text: Words) -> bool:
        """Is this phrase in the text, given the places of each filling?"""
        first, *others = self.rows
        shared = first.ends(found, text)
        for row in others:
            if not shared:
                return False
            shared = _around(shared, text) & _around(row.ends(found, text), text)
        return bool(shared)


def _forward(places: int, gap: bool, text: Words) -> int:
    """Where the next word may stand. A gap stays within its sentence; a next word need not."""
    if not gap:
        return places << 1
    inside = text.everywhere & ~text.begins
    reached = 0
    for _ in range(GAP_WORDS + 1):
        places = (places << 1) & inside
        reached |= places
    return reached


def _back(places: int, gap: bool, text: Words) -> int:
    """The other way round from ``_forward``."""
    if not gap:
        return places >> 1
    reached = 0
    for _ in range(GAP_WORDS + 1):
        places = (places & ~text.begins) >> 1
        reached |= places
    return reached


def _around(places: int, text: Words) -> int:
    """The places within twelve words of these, in the same sentence."""
    inside = text.everywhere & ~text.begins
    before = after = reached = places
    for _ in range(NEAR_WORDS):
        after = (after << 1) & inside
        before = (before & ~text.begins) >> 1
        reached |= after | before
    return reached


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
        sides = line.split(AND)
        lone = len(sides) == 1 and len(line.split()) == 1
        for rows in product(*(list(self._rows(side, lone, line)) for side in sides)):
            yield Phrase(rows)

    def _rows(self, side: str, lone: bool, line: str) -> Iterator[Row]:
        parts = side.split()
        at_end = parts[-1:] == [END]
        parts = parts[:-1] if at_end else parts
        if not parts or GAP in (parts[0], parts[-1]) or set(parts) <= {ANY, GAP}:
            raise DangerDataError(f"'{line}': a phrase begins and ends with a word")
        for row in product(*(self._choices(part, line) for part in parts)):
            words = [words for choice in row for words in choice]
            yield Row(tuple(self._slots(words, lone and len(words) == 1)), at_end)

    def _slots(self, row: list[frozenset[str] | None], alone: bool) -> Iterator[Slot]:
        """``row``: what may stand in each place; no words for any word, None for a gap."""
        gap = False
        for words in row:
            if words is not None:
                new = len(self._numbers)
                filling = Filling(words, alone)
                number = self._numbers.setdefault(filling, new) if words else ANY_WORD
                yield Slot(number, gap)
            gap = words is None

    def _choices(self, part: str, line: str) -> list[list[frozenset[str] | None]]:
        """The rows that ``part`` of a line stands for."""
        if part == GAP:
            return [[None]]
        if part == ANY:
            return [[frozenset()]]
        choices = part.split("|")
        rows = [[self._words(word, line) for word in c.split("_")] for c in choices if "_" in c]
        words = frozenset().union(*(self._words(c, line) for c in choices if "_" not in c))
        return [*rows, [words]] if words else [*rows]

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
