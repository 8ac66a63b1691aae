"""Which known words a typed word can be: the word itself, a known stem, or a near miss."""

from collections.abc import Iterable, Iterator, Mapping

from rapidfuzz.distance import OSA

ONE_EDIT_FROM = 5  # letters; shorter words differ by one letter from too many others
TWO_EDITS_FROM = 8
TWO_EDITS = 2
STEM_EDIT_FROM = 6
SHORTEST_STEM = 3
FIRST_LETTERS = 2  # among which the first one must be: it may be swapped with the second


def edits_allowed(word: str) -> int:
    """How many typing errors (a letter wrong, missing, extra or swapped) ``word`` may hold."""
    return (len(word) >= ONE_EDIT_FROM) + (len(word) >= TWO_EDITS_FROM)


class Spelling:
    """Finds the known words for a typed one.

    Near misses are found through words with letters left out (as SymSpell by W. Garbe does):
    both the known and the typed word, short of a letter or two, come to the same rest.
    """

    def __init__(self, known: Iterable[str], ordinary: Iterable[str]) -> None:
        """``known``: words, and stems written with a ``*``. ``ordinary`` words are no typos."""
        entries = set(known)
        self._words = {entry for entry in entries if not entry.endswith("*")}
        self._stems = {entry[:-1] for entry in entries if entry.endswith("*")}
        self._ordinary = frozenset(ordinary)
        self._rests: dict[str, list[str]] = {}
        for word in sorted(self._words):
            for rest in set(_rests(word, edits_allowed(word))):
                self._rests.setdefault(rest, []).append(word)
        self._long_stems: dict[str, list[str]] = {}
        for stem in sorted(self._stems):
            if len(stem) >= STEM_EDIT_FROM:
                self._long_stems.setdefault(stem[0], []).append(stem)

    def known_for(self, typed: str) -> Mapping[str, int]:
        """The known words and stems (with their ``*``) for ``typed``, and how far off each is.

        The distance counts typing errors; 0 is the word itself.
        """
        forms = {typed, _unstretched(typed)}
        found = dict.fromkeys(forms & self._words, 0)
        for form in forms:
            for end in range(SHORTEST_STEM, len(form) + 1):
                if form[:end] in self._stems:
                    found[form[:end] + "*"] = 0
        if not found and len(typed) >= ONE_EDIT_FROM - 1 and typed not in self._ordinary:
            found.update(self._near_words(typed))
            found.update(self._near_stems(typed))
        return found

    def _near_words(self, typed: str) -> Iterator[tuple[str, int]]:
        depth = TWO_EDITS if len(typed) >= TWO_EDITS_FROM - 1 else 1
        for word in {
            word for rest in set(_rests(typed, depth)) for word in self._rests.get(rest, ())
        }:
            allowed = edits_allowed(word)
            away = OSA.distance(typed, word, score_cutoff=allowed)
            # another first letter more often makes another word than a typo (leven, even)
            if away <= allowed and word[0] in typed[:FIRST_LETTERS]:
                yield word, away

    def _near_stems(self, typed: str) -> Iterator[tuple[str, int]]:
        for stem in self._long_stems.get(typed[0], ()):
            size = len(stem)
            ends = range(size - 1, min(size + 1, len(typed)) + 1)
            if any(OSA.distance(typed[:end], stem, score_cutoff=1) <= 1 for end in ends):
                yield stem + "*", 1


def _rests(word: str, depth: int) -> Iterator[str]:
    """``word`` itself and what is left of it with up to ``depth`` letters out."""
    yield word
    if depth:
        for place in range(len(word)):
            yield from _rests(word[:place] + word[place + 1 :], depth - 1)


def _unstretched(word: str) -> str:
    """ "doodd" and "kmss" without the last letter typed twice."""
    return word[:-1] if len(word) > SHORTEST_STEM and word[-1] == word[-2] else word
