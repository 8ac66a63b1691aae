"""The buttons that somebody has before them, and which of them a typed text means.

Who is asked "Doe je dit?" may tap, or type "ja hoor". What fits no button is what it always was.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.core.leaning import Leaning, leaning

BEGINNINGS = frozenset("verder later eerst continue".split())  # enough, by themselves
WAYS_OUT = frozenset(("toch niet", "never mind", "laat maar", "rather not"))
LONGEST = 6  # words; more says something of its own
_NUMBER = re.compile(
    r"(?:(?:nummer|nr|number|no|afspraak|agreement|de|het|the|die|that)\s+)*"
    r"(?P<number>\d{1,2})(?:e|de|ste|st|nd|rd|th)?(?:\s+(?:graag|maar|please|one))*"
)
_ORDINALS = {
    "eerste": "1", "tweede": "2", "derde": "3", "vierde": "4", "vijfde": "5",
    "first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5",
}  # fmt: skip
_PARTS = re.compile(r"[,;:(]")
_NO_WORD = re.compile(r"[^\w\s'-]+|_")


@dataclass(frozen=True)
class Key:
    """A button: what stands on it, and the sealed token of its command."""

    title: str
    token: str


def key_meant(text: str, keys: Sequence[Key]) -> Key | None:
    """The button that a text means; None when there is none.

    It says what stands on it, its number, or how just one of them begins; or it is a yes, a no or a
    later, and just one button is that too.
    """
    said = _plain(text)
    if not said or len(said.split()) > LONGEST:
        return None
    leans = leaning(text)
    for key in reversed(keys):  # the newest first
        if said == _plain(key.title):
            return key
    return (
        _only(key for key in keys if said == _plain(_first_part(key.title)))
        or _only(key for key in keys if _is_number_of(said, key.title))
        or _only(key for key in keys if _may_begin(said) and _begins(key.title, said))
        or _only(key for key in keys if leans and _leaning_of(key.title) is leans)
    )


def _only(keys: Iterable[Key]) -> Key | None:
    """The key when there is just one."""
    found = list(keys)
    return found[0] if len(found) == 1 else None


def _is_number_of(said: str, title: str) -> bool:
    """Whether it says the number that stands on a button: "nummer 2", "de tweede"."""
    words = " ".join(_ORDINALS.get(word, word) for word in said.split())
    found = _NUMBER.fullmatch(words)
    return found is not None and found["number"] in _plain(_first_part(title)).split()


def _leaning_of(title: str) -> Leaning | None:
    """A way out, which stands beside everything, is no answer to what is asked."""
    return None if _plain(title) in WAYS_OUT else leaning(_first_part(title))


def _may_begin(said: str) -> bool:
    """ "Alleen" is a story, though "Alleen voor mij" stands on a button."""
    return " " in said or said in BEGINNINGS


def _begins(title: str, said: str) -> bool:
    return _plain(title).startswith(f"{said} ")


def _first_part(title: str) -> str:
    return _PARTS.split(title)[0]


def _plain(text: str) -> str:
    return " ".join(_NO_WORD.sub(" ", text.casefold()).split())
