"""From what people type to words that can be compared: no case, accents, stretched letters."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

TOKEN = re.compile(r"[a-z0-9@$]+|[.!?\n]+")
APOSTROPHES = str.maketrans("", "", "'`´’‘ʼ")
STRETCHED = re.compile(r"(.)\1{2,}")
DIGIT_LETTERS = str.maketrans("013457@$", "oieastas")


@dataclass(frozen=True)
class Words:
    """The words of a text, and where its sentences begin and end.

    ``begins`` and ``ends`` are sets of places written as one number each: bit 3 stands for the
    fourth word. Places are compared by the hundred that way, which keeps long answers fast.
    """

    words: tuple[str, ...]
    begins: int
    ends: int

    @property
    def everywhere(self) -> int:
        """Every place in the text."""
        return (1 << len(self.words)) - 1


def plain(text: str) -> str:
    """The text in small letters, without accents and apostrophes ("M'n ÉÉN" is "mn een")."""
    small = text.casefold().translate(APOSTROPHES)
    if small.isascii():
        return small
    apart = unicodedata.normalize("NFKD", small)
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def split_words(text: str, shorthand: Mapping[str, tuple[str, ...]]) -> Words:
    """The words of ``text``; ``shorthand`` says what to read for a short form ("mn": "mijn")."""
    words: list[str] = []
    begins = [0]
    for token in TOKEN.findall(plain(text)):
        if token[0] in ".!?\n":
            begins.append(len(words))
            continue
        word = _letters(token)
        words.extend(shorthand.get(word, (word,)))
    count = len(words)
    starts = {place for place in begins if place < count}
    ends = {place - 1 for place in begins if place > 0} | {count - 1}
    return Words(tuple(words), _places(starts), _places(ends - {-1}))


def _letters(token: str) -> str:
    """A token as letters: "su1cide" is "suicide", "doooood" is "dood", "18" stays "18"."""
    if token.isalpha():
        return STRETCHED.sub(r"\1\1", token)
    if token.isdigit():
        return token
    return STRETCHED.sub(r"\1\1", token.translate(DIGIT_LETTERS))


def _places(places: set[int]) -> int:
    marks = bytearray(max(places, default=0) // 8 + 1)
    for place in places:
        marks[place // 8] |= 1 << place % 8
    return int.from_bytes(marks, "little")
