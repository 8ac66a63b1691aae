"""How a name is shown once it is masked: by its initials."""

from __future__ import annotations

import re

from bot.language.spans import Word

_ELISION = re.compile(r"^d['’](?=\w)", re.IGNORECASE)


def _initials_of(word: Word, particle: bool) -> str:
    if word.initials:
        return word.text
    parts = _ELISION.sub("d-", word.base).split("-")
    letters = [part[0] for part in parts if part]
    if not particle:
        letters = [letter.upper() for letter in letters]
    return "".join(f"{letter}." for letter in letters)


def render(words: list[Word], particles: frozenset[str]) -> str:
    """The initials of a name: "Anja de Vries" → "A.d.V.", "Emma's" → "E.'s".

    `particles` (van, de, el …) keep a small letter, unless the name is nothing but that word.
    """
    many = len(words) > 1
    shown = "".join(_initials_of(word, many and word.base in particles) for word in words)
    last = words[-1]
    return shown + last.text[len(last.base) :] if not last.initials else shown
