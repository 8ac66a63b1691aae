"""How a text is taken of somebody who has not consented yet."""

import re

from bot.core.leaning import Leaning, leaning
from bot.core.reading.intents import (
    ABOUT_ZWAAN,
    DOUBTFUL,
    GREET,
    LONGER,
    SHORT,
    SURE,
    YES_NO,
    Reading,
)
from bot.core.record import Visibility
from bot.core.sharing_said import sharing_said
from bot.core.telling import shrugs

FOR_STRANGERS = (YES_NO | ABOUT_ZWAAN | {"ask_left"}) - {"my_data"}
# What is meant by who has no case yet.
ASKED_BY_STRANGERS = {
    **dict.fromkeys(("my_sharing", "read_together", "release", "board"), "ask_privacy"),
    "explain": "ask_about",
    "period": "ask_period",
}


def read_stranger(text: str, intent: str, confidence: float) -> Reading:
    """Before consent: a yes, a no, a question about Zwaan; all else is greeted, and not kept."""
    leans = leaning(text)
    if leans or _declines(text):
        return Reading("affirm" if leans is Leaning.YES else "deny")
    said = sharing_said(text)
    if said and said.to is Visibility.ME:
        return Reading("ask_privacy")  # that nobody may know it: nobody will
    if intent in YES_NO and (confidence < SURE or shrugs(text)):
        return Reading(GREET)  # a yes that allows to keep things is a plain one
    intent = ASKED_BY_STRANGERS.get(intent, intent)
    most = LONGER if intent.startswith("ask_") else SHORT
    known = intent in FOR_STRANGERS and confidence >= DOUBTFUL and len(text.split()) <= most
    return Reading(intent if known else GREET)


def _declines(text: str) -> bool:
    """Whether it begins with a no that is more than the word, and goes on to say why."""
    first = re.split(r"[,.;!]", text.strip())[0]
    return len(first.split()) > 1 and leaning(first) is Leaning.NO and not text.endswith("?")
