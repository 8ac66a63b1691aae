"""Masking: names become initials and numbers become labels, before anything is written.

Promise 3 of the design. Three things work together: patterns for numbers and addresses
(`bot.language.numbers`), deduce for Dutch names as people write them properly, and rules of our own
for names as people type them on a phone (`bot.language.names`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any, Literal, Self

from bot.language import lookups
from bot.language.deduced import DeducedPersons
from bot.language.initials import render
from bot.language.lexicon import Lexicon, load_lexicon
from bot.language.names import Names
from bot.language.numbers import find_numbers, merge_labels
from bot.language.spans import Span, Word, hide, replace, words_of

Language = Literal["nl", "en"]
_LANGUAGES: tuple[Language, ...] = ("nl", "en")
_MAX_PASSES = 8  # two are enough in practice: one to mask, one to see that nothing is left


class Masker:
    """Masks messages. Build one at the start and share it: it may be used from any thread."""

    def __init__(self, deduce: Any, lexicons: Iterable[Lexicon]) -> None:
        self._deduced = DeducedPersons(deduce)
        self._lexicons = {lexicon.language: lexicon for lexicon in lexicons}
        self._idioms = {
            name: re.compile("|".join(rf"\b{re.escape(idiom)}\b" for idiom in each.idioms), re.I)
            for name, each in self._lexicons.items()
        }
        labels = {label for lexicon in self._lexicons.values() for label in lexicon.labels.values()}
        self._labels = re.compile("|".join(re.escape(f"[{label}]") for label in sorted(labels)))

    @classmethod
    def build(cls, cache_dir: Path) -> Self:
        """A masker on the lists in `cache_dir`, which are made there the first time.

        The first time takes some ten seconds, later about one. Raises OSError when `cache_dir`
        cannot be written.
        """
        folder = lookups.prepare(cache_dir)
        lexicons = [load_lexicon(folder, language) for language in _LANGUAGES]
        return cls(lookups.load_deduce(folder), lexicons)

    def mask(self, text: str, keep: Collection[str] = (), language: Language = "nl") -> str:
        """`text` with names as initials, and numbers, addresses and the like as labels.

        `keep` are names that stay as they are (the alias of the case, first names that members
        chose), capitals or not. `language` counts where the words do not tell their language.
        Masking what was masked before changes nothing.
        """
        kept = frozenset(part for name in keep for part in name.lower().split())
        for _ in range(_MAX_PASSES):
            masked = self._once(text, kept, self._spoken(text, language))
            if masked == text:
                break
            text = masked
        return text

    def _spoken(self, text: str, usual: Language) -> Language:
        """The language of most of the words: people answer in another one than they chose."""
        words = [word.base for word in words_of(text)]
        known = {
            language: sum(word in each.ordinary for word in words)
            for language, each in self._lexicons.items()
        }
        other: Language = "en" if usual == "nl" else "nl"
        return other if known[other] > known[usual] else usual

    def _once(self, text: str, keep: frozenset[str], language: Language) -> str:
        labels = self._lexicons[language].labels
        text = merge_labels(replace(text, find_numbers(hide(text, self._labels), labels)))
        readable = hide(hide(text, self._labels), self._idioms[language])
        words = words_of(readable)
        names = Names(self._lexicons[language], words)
        found = names.find()
        if language == "nl":
            doubtful = names.doubtful(found)
            found += names.trim(self._deduced.find(readable, words, doubtful))
        return replace(text, self._spans(text, words, found, keep, language))

    def _spans(
        self,
        text: str,
        words: list[Word],
        found: list[tuple[int, int]],
        keep: frozenset[str],
        language: Language,
    ) -> Iterable[Span]:
        lexicon = self._lexicons[language]
        particles = lexicon.particles
        for first, end in _merged(found):
            for run in _without(words[first:end], keep):
                if run[-1] is not words[end - 1] and all(lexicon.is_word(w.base) for w in run):
                    continue  # only with the name that stays did it look like one: "bij Beer"
                shown, start, stop = render(run, particles), run[0].start, run[-1].end
                if shown.endswith(".") and text[stop : stop + 1] == ".":
                    stop += 1  # the full stop of the initial is that of the sentence too
                yield Span(start, stop, shown)


def _merged(found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Overlapping ranges joined, in order."""
    result: list[tuple[int, int]] = []
    for first, end in sorted(found):
        if result and first < result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((first, end))
    return result


def _without(words: list[Word], keep: frozenset[str]) -> list[list[Word]]:
    """`words` cut into runs at the words that must stay."""
    runs: list[list[Word]] = [[]]
    for word in words:
        if word.base in keep or word.text.lower() in keep:
            runs.append([])
        else:
            runs[-1].append(word)
    return [run for run in runs if any(not word.initials for word in run)]
