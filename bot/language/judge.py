"""Whether one word is a name: by itself, after a role word, or after "van den"."""

from __future__ import annotations

import re

from bot.language.context import Context, Lead
from bot.language.lookups import LONGEST_WORD
from bot.language.spans import Word

# In no Dutch or English word that the lists do not know.
_FOREIGN = re.compile(r"[üöäşçğıłńśźżąęøåãõñć]")


class Judge:
    """Judges the words of one text."""

    def __init__(self, context: Context) -> None:
        self._context, self._words, self._lex = context, context.words, context.lex

    def is_name(self, at: int) -> bool:
        """Whether the word at `at` is a name by itself, wherever it stands."""
        word, lex = self._words[at], self._lex
        base = self.base(word)
        if len(base) < 2 or lex.is_blocked(base) or self._context.is_place(at):
            return False
        if lex.is_first(base) and not lex.is_ordinary(base):
            return word.capital or self._lower_is_name(at, base)
        if lex.is_first(base):
            return self._double_is_name(at, base)
        if not word.capital:
            return False
        if lex.is_surname(base):
            return not lex.is_ordinary(base) or self._is_surname_here(at, base)
        return self._unknown_is_name(at, base)

    def accept(self, at: int, lead: Lead) -> bool:
        word, lex = self._words[at], self._lex
        if lead is Lead.NONE:
            return self.is_name(at)
        base = self.base(word)
        if lead is not Lead.GREETING and word.capital and base in lex.never and lex.is_first(base):
            return True  # "haar vriendin Mei"
        if lex.is_blocked(base) or base in lex.cues or len(base) < 2:
            return False
        if self.is_name(at):
            return True
        if word.capital:
            known = lex.is_first(base) or lex.is_surname(base)
            known = known or lead is Lead.TITLE
            return base not in lex.function and (known or self._unknown(base, lead))
        return base not in lex.never_lower and self._accept_lower(base, lead)

    def accept_after(self, first: int, at: int, lead: Lead) -> bool:
        """Whether the word after initials or particles ("S.", "van den") is a surname."""
        word, lex = self._words[at], self._lex
        particles = self._context.is_particle(at - 1)
        base, known = word.base, lex.is_surname(word.base)
        if lex.is_blocked(base) or len(base) < 2:
            return False
        typed_small = (
            self._words[first].initials and self._words[first].text.islower()
        )  # "r. de wit"
        formal = typed_small or (lead is Lead.TITLE and not self._words[first].initials)
        if base in lex.common_surnames and particles and formal:
            return True
        if base in lex.function and not (word.capital and known):
            return False
        if not particles:  # "S. Jansen"; in lower case too much is shortened like that
            return word.capital and (known or lex.is_first(base) or not lex.is_ordinary(base))
        if formal:
            return word.capital or not lex.is_ordinary(base)
        if lex.is_first(base) and self._words[at - 1].base == "van":  # "de broer van Levi"
            return False
        if word.capital:
            return known and (self._words[first].initials or not self._is_from(at))
        return lead is Lead.ROLE and known and not lex.is_ordinary(base)

    def base(self, word: Word) -> str:
        """The word without possessive: also "sannes" → "sanne", when that is no word itself."""
        base, lex = word.base, self._lex
        if lex.is_first(base) or lex.is_ordinary(base) or not base.endswith("s"):
            return base
        stem = base[:-1]
        return stem if lex.is_first(stem) and not lex.is_ordinary(stem) else base

    def _lower_is_name(self, at: int, base: str) -> bool:
        return (
            len(base) > 2 and base not in self._lex.never_lower and not self._context.determined(at)
        )

    def _double_is_name(self, at: int, base: str) -> bool:
        """A first name that is an ordinary word too: Roos, Storm, Bas, Wil."""
        word, lex = self._words[at], self._lex
        if self._context.determined(at):
            return False
        if word.capital and not word.opens:
            return base not in lex.rare_first_names or lex.language == "en"
        if base in lex.verb_names:
            return word.capital and self._context.after(at) in lex.cues
        if base in lex.function or (base in lex.never_lower and not word.capital):
            return False
        if not word.opens and self._context.before(at) not in lex.connectives:
            return False
        return self._context.after(at) in lex.cues

    def _is_surname_here(self, at: int, base: str) -> bool:
        """A surname that is an ordinary word too, with a capital: Bakker, Blok."""
        if self._context.after(at) in self._lex.households:
            return True
        if self._words[at].opens or self._context.determined(at):
            return False
        return base not in self._lex.common or base in self._lex.common_surnames

    def _unknown_is_name(self, at: int, base: str) -> bool:
        """A capital on a word that no list knows, doing something only people do."""
        if self._lex.is_ordinary(base) or self._context.determined(at) or len(base) > LONGEST_WORD:
            return False
        if not self._words[at].opens and _FOREIGN.search(base):
            return True
        return self._context.after(at) in self._lex.human_cues

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
        return len(base) <= LONGEST_WORD

    def _is_from(self, at: int) -> bool:
        """ "van Ede": a place, unless it is as common a surname as "van Dijk"."""
        base = self._words[at].base
        return base in self._lex.places and base not in self._lex.common_surnames
