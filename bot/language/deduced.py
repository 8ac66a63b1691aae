"""deduce as one of the finders: what it takes for a person, in pieces that it can bear.

Measured: on a run of names ("Sem Sem Sem …") the time deduce needs grows with the cube of their
number: 0.03 s for 31 names, 5 s for 250. So a text goes to it in pieces with few capitals.
"""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterator
from typing import Any

from bot.language.spans import Word

_CUT_AT_SENTENCE = 8  # words with a capital in a piece: from here on a new sentence is a new piece
_CUT_ANYWHERE = 14
_LONGEST = 600  # characters
# What we have no use for: dates, ages, towns and institutions stay; numbers are ours to find.
_UNUSED = {
    *("institutions", "locations", "dates", "ages", "identifiers", "phone_numbers"),
    *("email_addresses", "urls", "redactor"),
}


def _pieces(text: str, words: list[Word], doubtful: Collection[int]) -> Iterator[tuple[int, int]]:
    start, capitals, asked = 0, 0, False
    for at, word in enumerate(words):
        crowded = capitals >= _CUT_ANYWHERE or word.start - start > _LONGEST
        if crowded or (word.opens and capitals >= _CUT_AT_SENTENCE):
            if asked:
                yield start, word.start
            start, capitals, asked = word.start, 0, False
        capitals += word.text[0].isupper()
        asked = asked or at in doubtful
    if asked:
        yield start, min(len(text), words[-1].end + 1)


class DeducedPersons:
    """Person names as deduce sees them. May be used from any thread."""

    def __init__(self, deduce: Any) -> None:
        self._deduce = deduce
        self._lock = threading.Lock()  # deduce does not promise to be thread-safe

    def find(
        self, text: str, words: list[Word], doubtful: Collection[int]
    ) -> list[tuple[int, int]]:
        """Character ranges of names in `text`, sorted.

        `words` are those of `text`; only pieces with one of the `doubtful` (indices) are looked at.
        """
        return sorted(
            (start + annotation.start_char, start + annotation.end_char)
            for start, end in _pieces(text, words, doubtful)
            for annotation in self._annotations(text[start:end])
            if annotation.tag == "persoon"
        )

    def _annotations(self, text: str) -> Any:
        with self._lock:
            return self._deduce.deidentify(text, disabled=_UNUSED).annotations
