"""What name masking knows of words: which are names, roles, cues, or just words."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.language import lookups


def fold(word: str) -> str:
    """`word` without accents: "gülsüm" → "gulsum"."""
    plain = unicodedata.normalize("NFKD", word)
    return "".join(char for char in plain if not unicodedata.combining(char))


Phrases = Mapping[str, tuple[tuple[str, ...], ...]]  # by their last word


@dataclass(frozen=True)
class Lexicon:
    """Word lists for one language, all in lower case. See `words/masking_nl.yml` for each."""

    language: str
    first_names: frozenset[str]
    rare_first_names: frozenset[str]  # on deduce's list of exceptions: words first
    surnames: frozenset[str]
    particles: frozenset[str]  # van, de, el …
    dutch_particles: frozenset[str]  # those that are also just words
    places: frozenset[str]
    ordinary: frozenset[str]
    function: frozenset[str]  # the commonest words, that no rule may take for a name
    also_words: frozenset[str]  # first names that are ordinary words too
    labels: Mapping[str, str]
    titles: frozenset[str]
    roles: frozenset[str]
    intros: Phrases
    greetings: Phrases
    cues: frozenset[str]
    human_cues: frozenset[str]
    connectives: frozenset[str]
    determiners: frozenset[str]
    place_words: frozenset[str]
    organisations: frozenset[str]
    organisation_ends: frozenset[str]
    never: frozenset[str]
    never_lower: frozenset[str]
    common_surnames: frozenset[str]
    common: frozenset[str]  # ordinary words that are used all the time
    verb_names: frozenset[str]
    short_months: frozenset[str]
    households: frozenset[str]
    idioms: tuple[str, ...]

    def is_first(self, word: str) -> bool:
        """Whether `word` (lower case) is a first name; of double names each part must be."""
        if word in self.first_names or (not word.isascii() and fold(word) in self.first_names):
            return True
        parts = word.split("-")
        return len(parts) > 1 and all(part in self.first_names for part in parts)

    def is_surname(self, word: str) -> bool:
        """Whether `word` (lower case) is a surname, or a part of a double one."""
        if word in self.surnames:
            return True
        parts = [part for part in word.split("-") if part not in self.particles]
        return "-" in word and all(part in self.surnames for part in parts)

    def is_ordinary(self, word: str) -> bool:
        """Whether `word` (lower case) is a word before it is a name.

        Words of more than `lookups.LONGEST_WORD` letters are not known, so never ordinary.
        """
        return word in self.ordinary

    def is_word(self, word: str) -> bool:
        """Whether `word` (lower case) is said far more often as a word than as a name: "bij"."""
        often = (self.ordinary, self.function, self.never_lower, self.verb_names)
        return any(word in each for each in often)

    def is_title_like(self, word: str) -> bool:
        """Whether `word` (lower case) is a title or role that may be shortened with a full stop."""
        return word in self.titles or word in self.roles

    def is_blocked(self, word: str) -> bool:
        """Whether `word` (lower case) is never a name: months, organisations, roles."""
        return word in self.never or word in self.roles or word in self.titles


def _split(steering: Mapping[str, Any], key: str) -> frozenset[str]:
    return frozenset(str(steering.get(key) or "").split())


def _phrases(steering: Mapping[str, Any], key: str) -> Phrases:
    phrases = [tuple(str(phrase).split()) for phrase in steering[key]]
    return {last: tuple(p for p in phrases if p[-1] == last) for last in {p[-1] for p in phrases}}


def _ordinary(folder: Path, language: str, first: frozenset[str], own: Any) -> frozenset[str]:
    """spaCy's words, less the names among them that people nearly always mean as a name."""
    words = lookups.read_words(folder, "ordinary", language)
    if language == "en":  # WordNet is full of names: only those on our own list stay words
        return (words - first) | _split(own, "also_words")
    return words - _split(own, "names_first")


def load_lexicon(folder: Path, language: str) -> Lexicon:
    """Read the lexicon for `language` (`nl` or `en`) from a folder that `prepare` made."""
    own = lookups.read_steering(language)
    first = lookups.lower(lookups.read_list(folder, "names/lst_first_name"))
    exceptions = folder / "src" / "names" / "lst_first_name" / "exceptions.txt"
    names_first, dutch = _split(own, "names_first"), _split(own, "dutch_particles")
    nl = language == "nl"
    nl_common = lookups.read_list(folder, "whitelist/lst_common_word")
    common = lookups.lower(nl_common if nl else ()) - names_first
    stops = lookups.lower(lookups.read_list(folder, "whitelist/lst_stop_word") if nl else ())
    function = (lookups.read_words(folder, "stop", language) | stops) - names_first
    ordinary = _ordinary(folder, language, first, own) | common | function | _split(own, "chat")
    surnames = lookups.read_list(folder, "names/lst_surname")
    of_particles = lookups.read_list(folder, "names/lst_interfix_surname")
    sets = (
        "titles roles cues human_cues connectives determiners place_words organisations "
        "organisation_ends never never_lower common_surnames verb_names short_months households"
    )
    return Lexicon(
        language=language,
        first_names=first | {fold(name) for name in first},
        rare_first_names=lookups.lower(exceptions.read_text(encoding="utf-8").split()),
        surnames=lookups.lower(surnames | of_particles),
        particles=_split(own, "particles") | dutch,
        dutch_particles=dutch,
        places=lookups.lower(lookups.read_list(folder, "locations/lst_placename")),
        ordinary=ordinary,
        function=function,
        also_words=first & ordinary,
        labels={key: str(value) for key, value in own["labels"].items()},
        common=common,
        idioms=tuple(own["idioms"]),
        intros=_phrases(own, "intros"),
        greetings=_phrases(own, "greetings"),
        **{name: _split(own, name) for name in sets.split()},
    )
