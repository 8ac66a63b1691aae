"""The words of time of both languages, and a text made ready to be searched for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml
from rapidfuzz.distance import OSA

LANGUAGES = ("nl", "en")
_SHORTEST_TYPO = 6  # letters; a shorter word is one letter away from too many others
_AMOUNT_KINDS = ("number", "other_amount")
_MISTYPED_KINDS = ("weekday", "month")
_PLACEHOLDER = re.compile(r"@(\w+)")
_PIECE = re.compile(r"\s+|[^\W\d_]+|.", re.DOTALL)
_SAME = str.maketrans("’‘`´–—‑", "''''---")


def _phrases(written: str) -> list[str]:
    return [phrase for part in written.split("|") if (phrase := " ".join(part.split()))]


@dataclass(frozen=True)
class Words:
    """Words of both languages by what they are for. See `words/dates_nl.yml` for each kind."""

    phrases: Mapping[str, frozenset[str]]
    values: Mapping[str, Mapping[str, str]]  # of the kinds that have them: word → value
    names: Mapping[str, str]  # of weekdays and months, with what each stands for

    def filled(self, template: str) -> str:
        """`template` with each `@kind` in it replaced by a group of all words of that kind."""
        return _PLACEHOLDER.sub(lambda found: self._any_of(found[1]), template)

    def _any_of(self, kind: str) -> str:
        longest_first = sorted(self.phrases[kind], key=lambda phrase: (-len(phrase), phrase))
        return f"(?:{'|'.join(map(re.escape, longest_first))})"

    def meant(self, typed: str) -> str:
        """The name of a day or month that `typed` is with one typing error, or `typed` itself."""
        if len(typed) < _SHORTEST_TYPO or not self._may_be_typo(typed):
            return typed
        near = [name for name in self.names if _is_near(typed, name)]
        meanings = {self.names[name] for name in near}
        return near[0] if len(meanings) == 1 else typed  # "zonday" is near zondag and monday

    def _may_be_typo(self, typed: str) -> bool:
        if typed in self.names or typed in self.phrases["no_typo"]:
            return False
        return not (typed.endswith("s") and typed[:-1] in self.names)  # "dinsdags": every week


def _is_near(typed: str, name: str) -> bool:
    if len(name) < _SHORTEST_TYPO or abs(len(name) - len(typed)) > 1:
        return False
    return OSA.distance(typed, name, score_cutoff=1) == 1


def read_words(language: str) -> dict[str, Any]:
    """The word list of `language` as it is written: `words/dates_<language>.yml`."""
    source = resources.files("bot.language") / "words" / f"dates_{language}.yml"
    content: dict[str, Any] = yaml.safe_load(source.read_text(encoding="utf-8"))
    return content


def _merged(content: dict[str, Any], values: dict[str, dict[str, str]]) -> dict[str, set[str]]:
    """The phrases of each kind in `content`; the values of those that have them go to `values`."""
    found: dict[str, set[str]] = {}
    for kind, entry in content.items():
        valued = entry if isinstance(entry, dict) else {None: entry}
        for value, written in valued.items():
            found.setdefault(kind, set()).update(_phrases(written))
            if value is not None:
                values.setdefault(kind, {}).update(dict.fromkeys(_phrases(written), str(value)))
    return found


def _names(values: Mapping[str, Mapping[str, str]], parts: frozenset[str]) -> dict[str, str]:
    names = {
        word: f"{kind} {value}" for kind in _MISTYPED_KINDS for word, value in values[kind].items()
    }
    for day, value in values["weekday"].items():
        names |= {day + part: f"weekday {value} {part}" for part in parts if day.endswith("dag")}
    return names


@cache
def load_words() -> Words:
    """The words of both languages together, read once."""
    values: dict[str, dict[str, str]] = {}
    phrases: dict[str, set[str]] = {}
    for language in LANGUAGES:
        for kind, found in _merged(read_words(language), values).items():
            phrases.setdefault(kind, set()).update(found)
    values["amount"] = {
        word: value for kind in _AMOUNT_KINDS for word, value in values[kind].items()
    }
    phrases["amount"] = set(values["amount"])
    frozen = {kind: frozenset(found) for kind, found in phrases.items()}
    return Words(phrases=frozen, values=values, names=_names(values, frozen["part"]))


@cache
def pattern(template: str) -> re.Pattern[str]:
    """`template` compiled, with each `@kind` in it standing for every word of that kind."""
    return re.compile(load_words().filled(template))


@dataclass(frozen=True)
class Plain:
    """A text in lower case with single blanks and its typing errors mended.

    `places` tells for each character which characters of the text it stands for.
    """

    text: str
    typed: str
    places: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, typed: str, words: Words) -> Plain:
        pieces = list(_pieces(typed, words))
        places = [place for shown, places in pieces for place in places]
        return cls("".join(shown for shown, _ in pieces), typed, tuple(places))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place in what was typed of the characters `start` to `end` (exclusive), not none."""
        return self.places[start][0], self.places[end - 1][1]

    def as_typed(self, start: int, end: int) -> str:
        first, last = self.span(start, end)
        return self.typed[first:last]


def _pieces(typed: str, words: Words) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    for found in _PIECE.finditer(typed):
        piece, (start, end) = found.group(), found.span()
        if piece.isspace():
            yield " ", [(start, end)]
            continue
        lower = "".join(_lower(char) for char in piece).translate(_SAME)
        meant = words.meant(lower)
        if meant == lower:
            yield lower, [(at, at + 1) for at in range(start, end)]
        else:
            yield meant, [(start, end)] * len(meant)


def _lower(char: str) -> str:
    """In lower case, unless that takes more characters than it had (as the Turkish İ does)."""
    return char.lower() if len(char.lower()) == 1 else char
