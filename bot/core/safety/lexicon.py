"""Does someone write of danger? The words to look for come from ``data/safety/danger.yml``."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Self, TypeVar

from bot.core.language import LANGUAGES
from bot.core.safety.phrases import ANY_WORD, Filling, Phrase
from bot.core.safety.reader import DangerDataError, Reader
from bot.core.safety.spelling import Spelling
from bot.core.safety.words import Words, plain, split_words

T = TypeVar("T")
ALONE_EDIT_FROM = 8  # letters; a shorter word that stands alone must be spelled right


class DangerKind(StrEnum):
    """What kind of danger someone writes of; where more apply, the first one here counts."""

    SUICIDE = "suicide"
    ABUSE = "abuse"
    VIOLENCE = "violence"
    CHILD_IN_DANGER = "child_in_danger"


@dataclass(frozen=True)
class DangerLexicon:
    """Phrases of danger and lookalikes, ready to be held against a text.

    Phrases hang on the one of their fillings that the fewest phrases have, so that a text is
    held only against the few that can be in it. Make one with ``build``, once.
    """

    dangers: Mapping[int, tuple[tuple[DangerKind, Phrase], ...]]
    harmless: Mapping[int, tuple[tuple[None, Phrase], ...]]
    fillings_with: Mapping[str, tuple[tuple[int, Filling], ...]]
    spelling: Spelling
    shorthand: Mapping[str, tuple[str, ...]]

    @classmethod
    def build(cls, data: Mapping[str, object]) -> Self:
        """The lexicon of the parsed ``danger.yml``; all languages, since people mix them.

        Raises ``DangerDataError``, which names the phrase, when the data breaks its grammar.
        """
        shorthand = {plain(k): tuple(plain(v).split()) for k, v in _table(data, "shorthand")}
        reader = Reader(dict(_table(data, "groups")), shorthand)
        dangers = [(kind, p) for kind in DangerKind for p in _phrases(data, kind.value, reader)]
        harmless = [(None, p) for p in _phrases(data, "harmless", reader)]
        if any(len(phrase.rows) > 1 for _, phrase in harmless):
            raise DangerDataError(
                "harmless: '&' and '~' take away too much; write the words in their order"
            )
        fillings_with = _collect(
            (word, (number, filling))
            for number, filling in enumerate(reader.fillings)
            for word in sorted(filling.words)
        )
        ordinary = {plain(word) for line in _lines(data, "ordinary") for word in line.split()}
        spelling = Spelling(fillings_with, ordinary)
        return cls(_hang(dangers), _hang(harmless), fillings_with, spelling, shorthand)

    def detect(self, text: str) -> DangerKind | None:
        """The kind of danger that ``text`` tells of, or None.

        Errs on the safe side: "she does not want to die" is still about dying. Takes time in
        proportion to the length of the text.
        """
        words = split_words(text, self.shorthand)
        found = self._find(words)
        covered = 0
        for anchor in found:
            for _, phrase in self.harmless.get(anchor, ()):
                covered |= phrase.rows[0].covers(found, words)
        if covered:
            found = {filling: at & ~covered for filling, at in found.items()}
            found[ANY_WORD] = words.everywhere
        kinds = {
            kind
            for anchor, at in found.items()
            if at
            for kind, phrase in self.dangers.get(anchor, ())
            if phrase.is_in(found, words)
        }
        return next((kind for kind in DangerKind if kind in kinds), None)

    def _find(self, words: Words) -> dict[int, int]:
        """For every filling that is in the text: the places where it stands."""
        places: dict[str, int] = {}
        for place, word in enumerate(words.words):
            places[word] = places.get(word, 0) | 1 << place
        found = {ANY_WORD: words.everywhere}
        for word, at in places.items():
            for known, away in self.spelling.known_for(word).items():
                for number, filling in self.fillings_with[known]:
                    if away and filling.alone and not _clear(known, away):
                        continue
                    found[number] = found.get(number, 0) | at
        return found


def _clear(known: str, away: int) -> bool:
    """Is a near miss of this word, with nothing around it, still surely meant for it?"""
    return away == 1 and len(known.removesuffix("*")) >= ALONE_EDIT_FROM


def _hang(phrases: list[tuple[T, Phrase]]) -> dict[int, tuple[tuple[T, Phrase], ...]]:
    """The phrases, each under the filling that the fewest phrases have."""
    common = Counter(filling for _, phrase in phrases for filling in phrase.fillings)
    return _collect(
        (
            min(phrase.fillings, key=lambda filling: (common[filling], filling)),
            (kind, phrase),
        )
        for kind, phrase in phrases
    )


K = TypeVar("K")
V = TypeVar("V")


def _collect(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    lists: dict[K, list[V]] = {}
    for key, value in pairs:
        lists.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in lists.items()}


def _phrases(data: Mapping[str, object], section: str, reader: Reader) -> Iterator[Phrase]:
    return (phrase for line in _lines(data, section) for phrase in reader.read(line))


def _lines(data: Mapping[str, object], section: str) -> Iterator[str]:
    """The lines of a section in every language it has; ours must be there."""
    by_language = data.get(section)
    if not isinstance(by_language, Mapping) or not set(LANGUAGES) <= set(by_language):
        raise DangerDataError(f"{section}: needs a list under each of {', '.join(LANGUAGES)}")
    for language, lines in by_language.items():
        if not isinstance(lines, list):
            raise DangerDataError(f"{section}: {language}: needs a list of phrases")
        for line in lines:
            if not isinstance(line, str) or not line.strip():
                raise DangerDataError(f"{section}: {language}: '{line}' is not text; quote it")
            yield line


def _table(data: Mapping[str, object], section: str) -> Iterator[tuple[str, str]]:
    """The pairs of a section, both languages."""
    by_language = data.get(section)
    if not isinstance(by_language, Mapping) or set(by_language) != set(LANGUAGES):
        raise DangerDataError(f"{section}: needs pairs under each of {', '.join(LANGUAGES)}")
    for language, pairs in by_language.items():
        if not isinstance(pairs, Mapping):
            raise DangerDataError(f"{section}: {language}: needs pairs of 'name: words'")
        for name, words in pairs.items():
            if not isinstance(name, str) or not isinstance(words, str) or not words.strip():
                raise DangerDataError(f"{section}: {language}: '{name}' is not text; quote it")
            yield name, words
