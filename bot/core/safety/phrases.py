"""Phrases of danger as values, and where in a text they stand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.core.safety.words import Words

GAP_WORDS = 5
NEAR_WORDS = 12  # each part reaches this far for the other, so 23 words may stand between them
BESIDE_WORDS = 2  # and here 3
ANY_WORD = -1  # the filling that takes every word; finders must give it every place


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
    """A row of slots; ``at_end`` when the last word must end a sentence.

    ``reach``: how many words it reaches towards the rows before it, which reach as far for it.
    """

    slots: tuple[Slot, ...]
    at_end: bool
    reach: int

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
            ends = row.ends(found, text)
            shared = _around(shared, row.reach, text) & _around(ends, row.reach, text)
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


def _around(places: int, reach: int, text: Words) -> int:
    """The places within ``reach`` words of these, in the same sentence."""
    inside = text.everywhere & ~text.begins
    before = after = reached = places
    for _ in range(reach):
        after = (after << 1) & inside
        before = (before & ~text.begins) >> 1
        reached |= after | before
    return reached
