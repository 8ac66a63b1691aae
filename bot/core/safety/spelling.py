"""Which known words a typed word can be: the word itself, a known stem, or a near miss."""

from collections.abc import Iterable, Iterator, Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

ONE_EDIT_FROM = 5  # letters; shorter words differ by one letter from too many others
TWO_EDITS_FROM = 8
STEM_EDIT_FROM = 6
SHORTEST_STEM = 3


def edits_allowed(word: str) -> int:
    """How many typing errors (a letter wrong, missing, extra or swapped) ``word`` may hold."""
    return (len(word) >= ONE_EDIT_FROM) + (len(word) >= TWO_EDITS_FROM)


class Spelling:
    """Finds the known words for a typed one.

    A near miss begins with the same letter: another first letter more often makes another word
    than a typing error ("leven", "even").
    """

    def __init__(self, known: Iterable[str], ordinary: Iterable[str]) -> None:
        """``known``: words, and stems written with a ``*``. ``ordinary`` words are no typos."""
        entries = sorted(set(known))
        self._words = {entry for entry in entries if not entry.endswith("*")}
        self._stems = {entry[:-1] for entry in entries if entry.endswith("*")}
        self._longest_stem = max(map(len, self._stems), default=0)
        self._ordinary = frozenset(ordinary)
        self._near_words: dict[tuple[str, int], list[str]] = {}  # by first letter, typed length
        for word in sorted(self._words):
            allowed = edits_allowed(word)
            for size in range(len(word) - allowed, len(word) + allowed + 1) if allowed else ():
                self._near_words.setdefault((word[0], size), []).append(word)
        self._near_stems: dict[str, list[str]] = {}  # by first letter
        for stem in sorted(self._stems):
            if len(stem) >= STEM_EDIT_FROM:
                self._near_stems.setdefault(stem[0], []).append(stem)

    def known_for(self, typed: str) -> Mapping[str, int]:
        """The known words and stems (with their ``*``) for ``typed``, and how far off each is.

        The distance counts typing errors; 0 is the word itself.
        """
        found = self._same(typed)
        if not found and len(typed) > SHORTEST_STEM and typed not in self._ordinary:
            if typed[-1] == typed[-2]:  # "doodd", "kmss"
                found = self._same(typed[:-1])
            found = found or dict((*self._words_near(typed), *self._stems_near(typed)))
        return found

    def _same(self, typed: str) -> dict[str, int]:
        found = {typed: 0} if typed in self._words else {}
        for end in range(SHORTEST_STEM, min(len(typed), self._longest_stem) + 1):
            if typed[:end] in self._stems:
                found[typed[:end] + "*"] = 0
        return found

    def _words_near(self, typed: str) -> Iterator[tuple[str, int]]:
        words = self._near_words.get((typed[0], len(typed)), ())
        if len(typed) < ONE_EDIT_FROM - 1 or not words:
            return
        for word, away, _ in process.extract(
            typed, words, scorer=OSA.distance, score_cutoff=2, limit=None
        ):
            if away <= edits_allowed(word):
                yield word, int(away)

    def _stems_near(self, typed: str) -> Iterator[tuple[str, int]]:
        for stem in self._near_stems.get(typed[0], ()):
            size = len(stem)
            ends = range(size - 1, min(size + 1, len(typed)) + 1)
            if any(OSA.distance(typed[:end], stem, score_cutoff=1) <= 1 for end in ends):
                yield stem + "*", 1
