"""What stands around a word: before it, after it, and what that says of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from bot.language.lexicon import Lexicon, Phrases
from bot.language.spans import Word

_MOST_PARTICLES = 4  # "van de den", and room to spare; a bound keeps the search linear


class Lead(Enum):
    """What stands before a word, and so how readily it is taken for a name."""

    TITLE = auto()  # "mevrouw", "dhr": nearly anything with a capital, surnames without
    ROLE = auto()  # "mijn zoon", "juf"
    INTRO = auto()  # "heet", "genaamd"
    GREETING = auto()  # "groetjes", "ik ben": only a known first name
    NONE = auto()


@dataclass(frozen=True)
class Context:
    """The words of one text, with what its language knows of them."""

    lex: Lexicon
    words: Sequence[Word]

    def lead(self, at: int) -> Lead:
        if at == 0 or not self._near(at):
            return Lead.NONE
        before = self.words[at - 1].base
        if before in self.lex.titles:
            return Lead.TITLE
        if self._ends_with(at, self.lex.intros):
            return Lead.INTRO
        if before in self.lex.roles:
            return Lead.ROLE
        return Lead.GREETING if self._ends_with(at, self.lex.greetings) else Lead.NONE

    def before(self, at: int) -> str:
        return self.words[at - 1].base if at and self.words[at].glued else ""

    def after(self, at: int) -> str:
        return (
            self.words[at + 1].base if at + 1 < len(self.words) and self.words[at + 1].glued else ""
        )

    def determined(self, at: int) -> bool:
        """An article before it ("een roos"), or a figure before what may be a month ("12 jan")."""
        if (
            self.words[at].base in self.lex.short_months
            and self.words[at].gap.rstrip()[-1:].isdigit()
        ):
            return True
        return self.before(at) in self.lex.determiners

    def is_place(self, at: int) -> bool:
        base = self.words[at].base
        if base not in self.lex.places:
            return False
        if not self.lex.is_first(base) or base in self.lex.rare_first_names:
            return True
        return self.before(at) in self.lex.place_words

    def is_particle(self, at: int) -> bool:
        return at < len(self.words) and self.words[at].base in self.lex.particles

    def past_particles(self, first: int, at: int) -> int:
        last = at + _MOST_PARTICLES
        while at < last and self.is_particle(at) and self.joined(first, at):
            at += 1
        return at

    def joined(self, first: int, at: int) -> bool:
        return at < len(self.words) and (at == first or self.words[at].glued)

    def _near(self, at: int) -> bool:
        """Only blanks before it, or a full stop after a shortened title ("mw. van Dijk")."""
        return self.words[at].glued or (
            self.words[at].gap.rstrip() == "." and self.lex.is_title_like(self.words[at - 1].base)
        )

    def _ends_with(self, at: int, phrases: Phrases) -> bool:
        candidates = phrases.get(self.words[at - 1].text.lower(), ())
        return any(
            tuple(word.text.lower() for word in self.words[max(0, at - len(phrase)) : at]) == phrase
            for phrase in candidates
        )
