"""How a text is taken while a question is open: only what is short and clear is a command."""

import re

from bot.core.in_passing import asks_zwaan
from bot.core.reading.intents import (
    ANSWER,
    CERTAIN,
    DOUBTFUL,
    DRASTIC,
    LONGER,
    SHORT,
    SURE,
    YES_NO,
    Reading,
    doubted,
)
from bot.core.sharing_said import sharing_said
from bot.core.situation import Loop

TELLS = (Loop.REFLECTION, Loop.TELLING)  # in which one says what others may read, or not
GOING = frozenset({"leave", "erase", "pause", "take_back", "close_case"})
ABOUT_OUR_WORD = frozenset({"rhythm", "check_in"})
# Who begins with somebody else, or with "no …", is not telling Zwaan what to do.
_OF_OTHERS = re.compile(
    r"((en|maar|dat|and|but|that) )?"
    r"(geen (?!zin)|hij|ze|zij|moeder|vader|mama|papa|iedereen|niemand|"
    r"no more|he|she|they|mother|father|mum|mom|dad|everyone|nobody)\b"
)
_RHYTHM = re.compile(  # which may take a few words: two days, a reason
    r"(?:geen|pauzeer|zet|stop)\b.*\bweekchecks?\b"
    r"|(?:no (?:more |weekly )*|(?:can|could) (?:the|you) .*\b"
    r"|(?:pause|turn|switch|move|change|skip|stop) (?:\w+ )*?(?:the|my|this) .*?\b)check-?ins?\b",
    re.IGNORECASE,
)
_OUR_WORD = re.compile(r"\bweek ?che(?:ck|k)s?\b|\bweekly check-?in\b|\b(?:tijd|time) ?zone\b")
# How a wish or a question to Zwaan begins that takes a few words more.
_TO_ZWAAN = re.compile(
    r"(can (i|we|you)|could (i|we|you)|how (do|many|much|long)|may i|do i|"
    r"i want to (see|change|go)|"
    r"i.d (like|rather)|i have to go|let.s|kan ik|kun je|kan je|kunnen we|mag ik|moet ik|"
    r"hoe (krijg|lang|veel)|hoeveel|"
    r"ik wil (zien|veranderen|naar|mijn antwoord)|ik moet (weg|gaan|nu))\b",
    re.IGNORECASE,
)


def read_while_asked(text: str, intent: str, confidence: float, loop: Loop) -> Reading:
    """While a question is open only what is short and clear is a command."""
    words = len(text.split())
    if loop in TELLS and sharing_said(text):
        return Reading("release")
    if words <= LONGER and _RHYTHM.match(text):
        return Reading("rhythm")
    if words <= LONGER and confidence >= DOUBTFUL and _is_about_our_word(text, intent):
        return Reading(intent)
    if words > SHORT and words <= LONGER and loop is Loop.TELLING and intent in GOING:
        return Reading(ANSWER, doubted(intent, confidence))
    if SHORT < words <= LONGER and confidence >= CERTAIN and _TO_ZWAAN.match(text):
        return Reading(ANSWER, doubted(intent, confidence))
    if words > SHORT or intent in YES_NO:
        return Reading(ANSWER)
    needed = CERTAIN if intent in DRASTIC else SURE
    if confidence >= needed and intent != ANSWER and not _OF_OTHERS.match(text):
        return Reading(intent)
    doubt = doubted(intent, confidence)
    if doubt is None and loop is Loop.REFLECTION and asks_zwaan(text):
        doubt = "help"  # it is kept, for nothing is lost; but it is not thanked for as an answer
    return Reading(ANSWER, doubt)


def _is_about_our_word(text: str, intent: str) -> bool:
    """The weekly check-in is called by a word of Zwaan's own: who says it, speaks of that."""
    said = _OUR_WORD.search(text) is not None
    return said and intent in ABOUT_OUR_WORD and not _OF_OTHERS.match(text)
