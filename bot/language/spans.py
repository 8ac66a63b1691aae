"""Pieces of a text: words with their place in it, and spans that are to be replaced."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

# At most eight initials in a row: a bound keeps the search linear on any text.
_TOKEN = re.compile(r"(?<!\w)(?P<initials>(?:[^\W\d_]\.){1,8})|[^\W\d_]+(?:['’-][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)
_ENDS_SENTENCE = frozenset(".!?:;\n\r•*")
_OPENERS = " \t\"'“”‘’-–("


@dataclass(frozen=True)
class Span:
    """Characters `start` to `end` (exclusive) of a text, and what comes in their place."""

    start: int
    end: int
    replacement: str


@dataclass(frozen=True)
class Word:
    """One word of a text; `base` is it in lower case without a possessive 's."""

    text: str
    start: int
    end: int
    base: str
    initials: bool = False  # "S." or "A.d.V."
    opens: bool = False  # first word of a sentence, so its capital says nothing
    gap: str = ""  # what stands between it and the word before
    glued: bool = False  # that is nothing but blanks

    @property
    def capital(self) -> bool:
        """Written as names are: one capital in front. Words all in capitals do not count."""
        return self.text[0].isupper() and not (len(self.text) > 1 and self.text.isupper())


def _opens(text: str, start: int) -> bool:
    before = start - 1
    floor = max(0, start - 12)
    while before >= floor and text[before] in _OPENERS:
        before -= 1
    return before < 0 or text[before] in _ENDS_SENTENCE


def words_of(text: str) -> list[Word]:
    """The words of `text`, in order."""
    found: list[Word] = []
    previous_end = 0
    for match in _TOKEN.finditer(text):
        start, end, token = match.start(), match.end(), match.group()
        between = text[previous_end:start]
        found.append(
            Word(
                text=token,
                start=start,
                end=end,
                base=_POSSESSIVE.sub("", token).lower(),
                initials=bool(match["initials"]),
                opens=_opens(text, start),
                gap=between[-3:],
                glued=bool(found)
                and not between.strip(" \t")
                and (between != "" or found[-1].initials),
            )
        )
        previous_end = end
    return found


def hide(text: str, pieces: re.Pattern[str]) -> str:
    """`text` with what `pieces` matches made unreadable, every other character in its place."""
    return pieces.sub(lambda match: "#" * len(match.group()), text)


def replace(text: str, spans: Iterable[Span]) -> str:
    """`text` with every span replaced; where two overlap the one that starts first wins."""
    parts: list[str] = []
    at = 0
    for span in sorted(spans, key=lambda each: (each.start, -each.end)):
        if span.start < at:
            continue
        parts += [text[at : span.start], span.replacement]
        at = span.end
    parts.append(text[at:])
    return "".join(parts)
