"""Our own rules for names, beside deduce's: role words, greetings, names without a capital."""

from __future__ import annotations

from collections.abc import Sequence

from bot.language.context import Context, Lead
from bot.language.judge import Judge
from bot.language.lexicon import Lexicon
from bot.language.lookups import LONGEST_WORD
from bot.language.spans import Word

_MOST_INITIALS = 4  # in words; a bound keeps the search linear

Range = tuple[int, int]


class Names:
    """Finds the names among the words of one text."""

    def __init__(self, lexicon: Lexicon, words: Sequence[Word]) -> None:
        self._lex, self._words = lexicon, words
        self._context = Context(lexicon, words)
        self._judge = Judge(self._context)

    def find(self) -> list[Range]:
        """Names as (first, past-last) indices into `words`, in order, without overlap."""
        found: list[Range] = []
        at = 0
        while at < len(self._words):
            end = self._phrase(at, self._context.lead(at))
            if end > at and not self._is_organisation(at, end):
                found.append((at, end))
            at = max(end, at + 1)
        return found

    def doubtful(self, found: list[Range]) -> set[int]:
        """Words with a capital that no list knows: what it is worth asking deduce about."""
        taken = {at for first, end in found for at in range(first, end)}
        return {
            at
            for at, word in enumerate(self._words)
            if at not in taken and word.capital and not word.initials and self._is_part(at)
        }

    def trim(self, found: list[Range]) -> list[Range]:
        """Names that deduce found, as sorted character ranges, without the words around them.

        deduce takes roles, titles and the first word of a sentence along; those go from both ends.
        What is left counts only if something in it is a name by our own lists.
        """
        ranges, at = [], 0
        for start, stop in found:
            while at < len(self._words) and self._words[at].start < start:
                at += 1
            end = at
            while end < len(self._words) and self._words[end].end <= stop:
                end += 1
            first, end = self._trimmed(at, end)
            if first < end and not self._is_organisation(first, end):
                ranges.append((first, end))
        return ranges

    def _trimmed(self, first: int, end: int) -> Range:
        while first < end and not self._is_part(first):
            first += 1
        while first < end and not self._is_part(end - 1):
            end -= 1
        return first, end

    def _is_part(self, at: int) -> bool:
        word, lex = self._words[at], self._lex
        if word.initials or lex.is_blocked(word.base) or word.base in lex.particles:
            return False
        if word.opens and len(word.base) > LONGEST_WORD and not self._judge.is_name(at):
            return False  # the lists leave long words out, and a sentence may begin with any
        unknown = word.capital and not lex.is_ordinary(word.base) and word.base not in lex.places
        if unknown and self._context.before(at) in lex.dutch_particles:
            return lex.is_surname(word.base)
        return unknown or self._judge.is_name(at)

    def _phrase(self, at: int, lead: Lead) -> int:
        """Where the name that begins at `at` ends; `at` itself when none begins there."""
        end = at
        last = min(len(self._words), at + _MOST_INITIALS)
        while end < last and self._words[end].initials and self._context.joined(at, end):
            end += 1
        end = self._context.past_particles(at, end)
        if end >= len(self._words) or not self._context.joined(at, end):
            return at
        if end > at:
            accepted = self._judge.accept_after(at, end, lead)
        else:
            accepted = self._judge.accept(end, lead)
        return self._extend(end + 1) if accepted else at

    def _extend(self, end: int) -> int:
        """Take the rest of a name in: further first names, particles, surnames, a last initial."""
        lower_case = not self._words[end - 1].capital
        while (
            end < len(self._words)
            and self._words[end].glued
            and self._words[end - 1].text[-2:] not in ("'s", "’s")
        ):
            after = self._context.past_particles(end, end)
            if after >= len(self._words) or not self._context.joined(end, after):
                break
            particle = self._words[after - 1].base if after > end else ""
            if not self._continues(self._words[after], particle, lower_case):
                break
            end = after + 1
        return end

    def _continues(self, word: Word, particle: str, lower_case: bool) -> bool:
        lex, base = self._lex, word.base
        if word.initials:
            return word.capital
        if lex.is_blocked(base) or len(base) < 2:
            return False
        if word.capital:
            if particle in lex.dutch_particles:  # "Anja van Lentis": from there, not called that
                return lex.is_surname(base)
            return lex.is_surname(base) or not lex.is_ordinary(base)
        if not lower_case:
            return False
        if particle and base in lex.common_surnames:
            return True
        return lex.is_surname(base) and not lex.is_ordinary(base)

    def _is_organisation(self, first: int, end: int) -> bool:
        """ "stichting De Linde", "Anne Frank College", "de Jong en Vrij": parties, not people."""
        lex = self._lex
        if self._words[first].capital and self._context.before(first) in lex.organisations:
            return True
        if end < len(self._words) and self._words[end].glued and self._words[end].capital:
            return self._words[end].base in lex.organisation_ends
        pair = self._words[end : end + 2]
        if len(pair) < 2 or not all(word.glued for word in pair) or not pair[1].capital:
            return False
        other = pair[1].base
        is_word = lex.is_ordinary(other) or lex.is_first(other) is lex.is_surname(other) is False
        return pair[0].base in ("en", "and") and self._context.is_particle(first) and is_word
