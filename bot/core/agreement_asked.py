"""What somebody wants of the agreements that stand, as they type it: to see one by its number, to
say how it goes, or that it is to go away."""

import re
from dataclasses import dataclass

from bot.core.agreement import AgreementStatus
from bot.core.reading.intents import SHORT

_NUMBERS = ("een één one", "twee two", "drie three", "vier four", "vijf five", "zes six",
            "zeven seven", "acht eight", "negen nine", "tien ten")  # fmt: skip
_NTH = re.compile(
    r"\b(?:afspraak|agreement)\s+(?:nummer\s+|nr\.?\s*|number\s+|no\.?\s*|#\s*)?(?P<number>\w+)",
    re.IGNORECASE,
)
_AWAY = re.compile(
    r"\b(?:haal\b.*\bweg|verwijder\w*|vervalt|vervallen|schrap\w*|gooi\b.*\bweg|annuleer\w*|wis"
    r"|remove|delete|drop|cancel|scrap)\b",
    re.IGNORECASE,
)
_GOES = (
    (AgreementStatus.STUCK, r"\b(?:zit\w* vast|loopt vast|vastgelopen|is stuck|stuck)\b"),
    (AgreementStatus.DOING, r"\b(?:mee bezig|bezig met|loopt al|op weg|working on|on its way)\b"),
    (AgreementStatus.DONE, r"\b(?:klaar|gedaan|afgerond|gelukt|done|finished|completed|af)\b"),
)
_UNSURE = re.compile(
    r"\?|^(?:hoe|kan|mag|is|wanneer|wie|wat|waarom|how|can|may|when|who|what|why|are)\b"
    r"|\b(?:niet|nog|bijna|not|almost|yet|nooit|never)\b",
    re.IGNORECASE,
)
_TAKES_OVER = re.compile(r"\b(?:overnemen|take over|take (?:it|this|that) over)\b[^.?]*\?$", re.I)
_BEGINS = re.compile(
    r"(?:(?:ja|ok[eé]?|nou|hé|hey|yes|so|de|onze|mijn|the|our|my)[, ]+)*(?:afspraak|agreement)\b",
    re.I,
)
LONGEST = 16  # words, in which it may be asked


@dataclass(frozen=True)
class AgreementAsked:
    """``number``: in the list, from 1; ``goes``: how it goes; ``away``: it is to go."""

    number: int | None = None
    goes: AgreementStatus | None = None
    away: bool = False


def read_agreement_asked(text: str) -> AgreementAsked:
    """Which agreement ``text`` means, and what about it. A question, or a "not", says of none how
    it goes."""
    found = _NTH.search(text)
    number = _number(found["number"].lower()) if found else None
    if _AWAY.search(text):
        return AgreementAsked(number, away=True)
    said = None if _UNSURE.search(text.strip()) else text
    goes = next((status for status, words in _GOES if said and re.search(words, said, re.I)), None)
    return AgreementAsked(number, goes)


def tells_of_agreement(text: str) -> bool:
    """Whether it begins with one agreement, by its number, and says how that goes or that it is to
    go away, and little else: "afspraak 1 is gedaan"."""
    if len(text.split()) > SHORT or not _BEGINS.match(text.strip()):
        return False
    asked = read_agreement_asked(text)
    return asked.number is not None and (asked.goes is not None or asked.away)


def asks_to_take_over(text: str) -> bool:
    """Whether it asks if somebody else can do what somebody was to do."""
    return len(text.split()) <= LONGEST and _TAKES_OVER.search(text.strip()) is not None


def _number(word: str) -> int | None:
    if word.isdecimal() and len(word) <= 3:
        return int(word)
    return next((n for n, words in enumerate(_NUMBERS, start=1) if word in words.split()), None)
