"""Our own rules for names, beside deduce's: role words, greetings, names without a capital."""

from __future__ import annotations

import re
from enum import Enum, auto

from bot.language.lexicon import Lexicon, Phrases
from bot.language.spans import Word

_LONGEST_UNKNOWN = 10  # longer words that no list knows are mostly compounds, not names
_MOST_PARTICLES = 4  # "van de den", and room to spare; a bound keeps the search linear
_FOREIGN = re.compile(
    r"[üöäşçğıłńśźżąęøåãõñć]"
)  # in no Dutch or English word that lists do not know


class Lead(Enum):
    """What stands before a word, and so how readily it is taken for a name."""

    TITLE = auto()  # "mevrouw", "dhr": nearly anything with a capital, surnames without
    ROLE = auto()  # "mijn zoon", "juf"
    INTRO = auto()  # "heet", "genaamd"
    GREETING = auto()  # "groetjes", "ik ben": only a known first name
    NONE = auto()


class NameFinder:
    """Finds names in the words of one text. Stateless beyond its lexicon, so threads may share it."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lex = lexicon

    def find(self, words: list[Word]) -> list[tuple[int, int]]:
        """Names as (first, past-last) indices into `words`, in order, without overlap."""
        found: list[tuple[int, int]] = []
        at = 0
        while at < len(words):
            end = self._phrase(words, at, self._lead(words, at))
            if end > at and not self._is_organisation(words, at, end):
                found.append((at, end))
            at = max(end, at + 1)
        return found

    def doubtful(self, words: list[Word], found: list[tuple[int, int]]) -> set[int]:
        """Words with a capital that no list knows: what it is worth asking deduce about."""
        taken = {at for first, end in found for at in range(first, end)}
        return {
            at
            for at, word in enumerate(words)
            if at not in taken and word.capital and not word.initials and self._is_part(words, at)
        }

    def trim(self, words: list[Word], found: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Names that deduce found, as sorted character ranges, without the words around them.

        deduce takes roles, titles and the first word of a sentence along; those go from both ends.
        What is left counts only if something in it is a name by our own lists.
        """
        ranges, at = [], 0
        for start, stop in found:
            while at < len(words) and words[at].start < start:
                at += 1
            end = at
            while end < len(words) and words[end].end <= stop:
                end += 1
            first, end = self._trimmed(words, at, end)
            if first < end and not self._is_organisation(words, first, end):
                ranges.append((first, end))
        return ranges

    def _trimmed(self, words: list[Word], first: int, end: int) -> tuple[int, int]:
        while first < end and not self._is_part(words, first):
            first += 1
        while first < end and not self._is_part(words, end - 1):
            end -= 1
        return first, end

    def _is_part(self, words: list[Word], at: int) -> bool:
        word, lex = words[at], self._lex
        if word.initials or lex.is_blocked(word.base) or word.base in lex.particles:
            return False
        unknown = word.capital and not lex.is_ordinary(word.base) and word.base not in lex.places
        if unknown and self._before(words, at) in lex.dutch_particles:
            return lex.is_surname(word.base)
        return unknown or self.is_name(words, at)

    def is_name(self, words: list[Word], at: int) -> bool:
        """Whether the word at `at` is a name by itself, wherever it stands."""
        word, lex = words[at], self._lex
        base = self.base(word)
        if len(base) < 2 or lex.is_blocked(base) or self._is_place(words, at):
            return False
        if lex.is_first(base) and not lex.is_ordinary(base):
            return word.capital or self._lower_is_name(words, at, base)
        if lex.is_first(base):
            return self._double_is_name(words, at, base)
        if not word.capital:
            return False
        if lex.is_surname(base):
            return not lex.is_ordinary(base) or self._is_surname_here(words, at, base)
        return self._unknown_is_name(words, at, base)

    def base(self, word: Word) -> str:
        """The word without possessive: also "sannes" → "sanne", when that is no word itself."""
        base, lex = word.base, self._lex
        if lex.is_first(base) or lex.is_ordinary(base) or not base.endswith("s"):
            return base
        stem = base[:-1]
        return stem if lex.is_first(stem) and not lex.is_ordinary(stem) else base

    def _lower_is_name(self, words: list[Word], at: int, base: str) -> bool:
        return (
            len(base) > 2 and base not in self._lex.never_lower and not self._determined(words, at)
        )

    def _double_is_name(self, words: list[Word], at: int, base: str) -> bool:
        """A first name that is an ordinary word too: Roos, Storm, Bas, Wil."""
        word, lex = words[at], self._lex
        if self._determined(words, at):
            return False
        if word.capital and not word.opens:
            return base not in lex.rare_first_names or lex.language == "en"
        if base in lex.verb_names:
            return word.capital and self._after(words, at) in lex.cues
        if base in lex.function or (base in lex.never_lower and not word.capital):
            return False
        if not word.opens and self._before(words, at) not in lex.connectives:
            return False
        return self._after(words, at) in lex.cues

    def _is_surname_here(self, words: list[Word], at: int, base: str) -> bool:
        """A surname that is an ordinary word too, with a capital: Bakker, Blok."""
        if self._after(words, at) in self._lex.households:
            return True
        if words[at].opens or self._determined(words, at):
            return False
        return base not in self._lex.common or base in self._lex.common_surnames

    def _unknown_is_name(self, words: list[Word], at: int, base: str) -> bool:
        """A capital on a word that no list knows, doing something only people do."""
        if self._lex.is_ordinary(base) or self._determined(words, at):
            return False
        if not words[at].opens and _FOREIGN.search(base):
            return True
        return self._after(words, at) in self._lex.human_cues

    def _phrase(self, words: list[Word], at: int, lead: Lead) -> int:
        """Where the name that begins at `at` ends; `at` itself when none begins there."""
        end = at
        while end < len(words) and words[end].initials and self._joined(words, at, end):
            end += 1
        end = self._past_particles(words, at, end)
        if end >= len(words) or not self._joined(words, at, end):
            return at
        if end > at:
            accepted = self._accept_after(words, at, end, lead)
        else:
            accepted = self._accept(words, end, lead)
        return self._extend(words, end + 1) if accepted else at

    def _accept(self, words: list[Word], at: int, lead: Lead) -> bool:
        word, lex = words[at], self._lex
        if lead is Lead.NONE:
            return self.is_name(words, at)
        base = self.base(word)
        if lead is not Lead.GREETING and word.capital and base in lex.never and lex.is_first(base):
            return True  # "haar vriendin Mei"
        if lex.is_blocked(base) or base in lex.cues or len(base) < 2:
            return False
        if self.is_name(words, at):
            return True
        if word.capital:
            known = lex.is_first(base) or lex.is_surname(base)
            known = known or lead is Lead.TITLE
            return base not in lex.function and (known or self._unknown(base, lead))
        return base not in lex.never_lower and self._accept_lower(base, lead)

    def _accept_lower(self, base: str, lead: Lead) -> bool:
        lex = self._lex
        if base in lex.function:
            return False
        if lex.is_first(base):
            return True
        if lead is Lead.GREETING:
            return False
        if lex.is_surname(base):
            return lead is Lead.TITLE or not lex.is_ordinary(base)
        return self._unknown(base, lead)

    def _unknown(self, base: str, lead: Lead) -> bool:
        lex = self._lex
        if lead is Lead.GREETING or lex.is_ordinary(base) or base in lex.places:
            return False
        return len(base) <= _LONGEST_UNKNOWN

    def _accept_after(self, words: list[Word], first: int, at: int, lead: Lead) -> bool:
        """Whether the word after initials or particles ("S.", "van den") is a surname."""
        word, lex = words[at], self._lex
        particles = self._is_particle(words, at - 1)
        base, known = word.base, lex.is_surname(word.base)
        if lex.is_blocked(base) or len(base) < 2:
            return False
        typed_small = words[first].initials and words[first].text.islower()  # "r. de wit"
        formal = typed_small or (lead is Lead.TITLE and not words[first].initials)
        if base in lex.common_surnames and particles and formal:
            return True
        if base in lex.function and not (word.capital and known):
            return False
        if not particles:  # "S. Jansen"; in lower case too much is shortened like that
            return word.capital and (known or lex.is_first(base) or not lex.is_ordinary(base))
        if formal:
            return word.capital or not lex.is_ordinary(base)
        if lex.is_first(base) and words[at - 1].base == "van":  # "de broer van Levi"
            return False
        if word.capital:
            return known and (words[first].initials or not self._is_from(words, at))
        return lead is Lead.ROLE and known and not lex.is_ordinary(base)

    def _is_from(self, words: list[Word], at: int) -> bool:
        """ "van Ede": a place, unless it is as common a surname as "van Dijk"."""
        base = words[at].base
        return base in self._lex.places and base not in self._lex.common_surnames

    def _extend(self, words: list[Word], end: int) -> int:
        """Take the rest of a name in: further first names, particles, surnames, a last initial."""
        lower_case = not words[end - 1].capital
        while (
            end < len(words) and words[end].glued and words[end - 1].text[-2:] not in ("'s", "’s")
        ):
            after = self._past_particles(words, end, end)
            if after >= len(words) or not self._joined(words, end, after):
                break
            particle = words[after - 1].base if after > end else ""
            if not self._continues(words[after], particle, lower_case):
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

    def _lead(self, words: list[Word], at: int) -> Lead:
        if at == 0 or not self._near(words, at):
            return Lead.NONE
        before = words[at - 1].base
        if before in self._lex.titles:
            return Lead.TITLE
        if self._ends_with(words, at, self._lex.intros):
            return Lead.INTRO
        if before in self._lex.roles:
            return Lead.ROLE
        return Lead.GREETING if self._ends_with(words, at, self._lex.greetings) else Lead.NONE

    def _near(self, words: list[Word], at: int) -> bool:
        """Only blanks before it, or a full stop after a shortened title ("mw. van Dijk")."""
        return words[at].glued or (
            words[at].gap.rstrip() == "." and self._lex.is_title_like(words[at - 1].base)
        )

    def _ends_with(self, words: list[Word], at: int, phrases: Phrases) -> bool:
        candidates = phrases.get(words[at - 1].text.lower(), ())
        return any(
            tuple(word.text.lower() for word in words[max(0, at - len(phrase)) : at]) == phrase
            for phrase in candidates
        )

    def _past_particles(self, words: list[Word], first: int, at: int) -> int:
        last = at + _MOST_PARTICLES
        while at < last and self._is_particle(words, at) and self._joined(words, first, at):
            at += 1
        return at

    def _is_particle(self, words: list[Word], at: int) -> bool:
        return at < len(words) and words[at].base in self._lex.particles

    def _joined(self, words: list[Word], first: int, at: int) -> bool:
        return at < len(words) and (at == first or words[at].glued)

    def _before(self, words: list[Word], at: int) -> str:
        return words[at - 1].base if at and words[at].glued else ""

    def _after(self, words: list[Word], at: int) -> str:
        return words[at + 1].base if at + 1 < len(words) and words[at + 1].glued else ""

    def _determined(self, words: list[Word], at: int) -> bool:
        """An article before it ("een roos"), or a figure before what may be a month ("12 jan")."""
        if words[at].base in self._lex.short_months and words[at].gap.rstrip()[-1:].isdigit():
            return True
        return self._before(words, at) in self._lex.determiners

    def _is_place(self, words: list[Word], at: int) -> bool:
        base = words[at].base
        if base not in self._lex.places:
            return False
        if not self._lex.is_first(base) or base in self._lex.rare_first_names:
            return True
        return self._before(words, at) in self._lex.place_words

    def _is_organisation(self, words: list[Word], first: int, end: int) -> bool:
        """ "stichting De Linde", "Anne Frank College", "de Jong en Vrij": parties, not people."""
        lex = self._lex
        if words[first].capital and self._before(words, first) in lex.organisations:
            return True
        if end < len(words) and words[end].glued and words[end].capital:
            return words[end].base in lex.organisations
        pair = words[end : end + 2]
        if len(pair) < 2 or not all(word.glued for word in pair) or not pair[1].capital:
            return False
        other = pair[1].base
        is_word = lex.is_ordinary(other) or lex.is_first(other) is lex.is_surname(other) is False
        return pair[0].base in ("en", "and") and self._is_particle(words, first) and is_word
