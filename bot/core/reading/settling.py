"""How a text is taken while a yes or a no is asked to a grave matter."""

import re

from bot.core.in_passing import asks_zwaan
from bot.core.leaning import Leaning, leaning
from bot.core.reading.intents import (
    ABOUT_ZWAAN,
    ANSWER,
    CONFIRMED,
    DOUBTFUL,
    HEARD,
    LONGER,
    SHORT,
    YES_NO,
    Reading,
)
from bot.core.record import Pending

ENDING = {Pending.LEAVE: "leave", Pending.CLOSE: "close_case"}
_WAITS = re.compile(
    r"(eh+|uh+|hm+|wacht|wait|hang on|hold on|momentje|een moment|even (wachten|denken)|"
    r"(laat me|let me) (even )?(denken|think)|ik (twijfel|weet het niet)|not sure|i don.?t know|"
    r"weet (ik )?niet)( even| hoor| a moment| a sec)?[.! …]*",
    re.IGNORECASE,
)


def read_settling(text: str, intent: str, confidence: float, pending: Pending) -> Reading:
    """While a yes-or-no matter stands open, a short yes or no settles it. A question about it is no
    answer to it, and neither is taking time."""
    leans = leaning(text) if pending is Pending.JOIN else None
    if leans:
        return Reading("affirm" if leans is Leaning.YES else "deny")
    if pending in CONFIRMED:
        if intent in ENDING.values() and confidence >= DOUBTFUL and pending in ENDING:
            return Reading(ENDING[pending])  # to say once more that one wants out is no "no"
        asks = intent not in ABOUT_ZWAAN | YES_NO and _asks(text)
        if asks or _WAITS.fullmatch(text.strip()):
            return Reading("explain")
    needed = DOUBTFUL if intent in YES_NO else HEARD
    clear = confidence >= needed and len(text.split()) <= SHORT
    return Reading(intent if clear else ANSWER)


def _asks(text: str) -> bool:
    return asks_zwaan(text) or (text.rstrip().endswith("?") and len(text.split()) <= LONGER)
