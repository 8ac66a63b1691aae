"""From what people type to words that can be compared: no case, accents, stretched letters."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

SENTENCE_ENDS = ".!?\n؟።"  # also those of Arabic and Tigrinya
TOKEN = re.compile(rf"(?:[^\W_]|[@$])+|[{SENTENCE_ENDS}]+")
APOSTROPHES = str.maketrans("", "", "'`´’‘ʼ")
WHOLE_LETTERS = str.maketrans("ıłøđґ", "ilodг", "ـ")  # that Unicode does not take apart
STRETCHED = re.compile(r"([a-z])\1{2,}")
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
    apart = unicodedata.normalize("NFKD", small.translate(WHOLE_LETTERS))
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def split_words(text: str, shorthand: Mapping[str, tuple[str, ...]]) -> Words:
    """The words of ``text``; ``shorthand`` says what to read for a short form ("mn": "mijn").

    "doooood" is read as "dood", "su1cide" as "suicide"; a number stays a number.
    """
    words: list[str] = []
    begins = {0}
    for token in TOKEN.findall(STRETCHED.sub(r"\1\1", plain(text))):
        if token[0] in SENTENCE_ENDS:
            begins.add(len(words))
            continue
        word = token if token.isalpha() or token.isdigit() else token.translate(DIGIT_LETTERS)
        words.extend(shorthand.get(word, (word,)))
    ends = {place - 1 for place in begins if place} | {len(words) - 1} - {-1}
    return Words(tuple(words), _places(begins - {len(words)}), _places(ends))


def _places(places: set[int]) -> int:
    """A set of places as one number."""
    marks = bytearray(max(places, default=0) // 8 + 1)
    for place in places:
        marks[place // 8] |= 1 << place % 8
    return int.from_bytes(marks, "little")
