"""Answer or command? The rule by which a typed text is read.

Everything typed while a question is open is an answer, unless it is short and clearly a command.
When in doubt it is an answer, and the other reading is offered as a button.
"""

import re
from collections.abc import Sequence

from bot.core.agreement_asked import tells_of_agreement
from bot.core.in_passing import asks_zwaan
from bot.core.leaning import Leaning, leaning
from bot.core.reading.asked import read_while_asked
from bot.core.reading.intents import (
    ABOUT_ZWAAN,
    AGREEMENTS,
    ANSWER,
    DOUBTFUL,
    GREET,
    MY_NAME,
    SHORT,
    SOCIAL,
    SURE,
    TINY,
    TYPED,
    Reading,
)
from bot.core.reading.named import leads_to_agreement
from bot.core.reading.settling import read_settling
from bot.core.reading.stranger import read_stranger
from bot.core.record import Pending
from bot.core.sharing_said import sharing_said
from bot.core.situation import Loop, Situation
from bot.core.telling import asks_what_now, keeps, keeps_not, mistaken, passes
from bot.core.who_reads import asks_who_reads

CURT = 5  # words; "laat maar" leaves off, "laat maar eens zien wat hij kan" does not
LEFT_OFF = (
    Loop.CASE,
    Loop.INVITING,
    Loop.NAMING,
    Loop.CHANGING,
    Loop.AGREEING,
)  # what one can think better of in words
_LEAVING = re.compile(
    r"(cancel|annuleer|annuleren|toch (maar )?geen|laat maar|never ?mind|forget it)\b"
)
_HUH = re.compile(
    r"(hoezo|waarom|wat bedoel|hoe bedoel|snap|begrijp|what do you mean|what.?s the difference|"
    r"wat is het verschil|why)\b",
    re.IGNORECASE,
)


def read(text: str, ranking: Sequence[tuple[str, float]], situation: Situation) -> Reading:
    """How to take ``text``; ``ranking`` holds the classifier's intents, surest first."""
    reading = _read(text, ranking, situation)
    if reading.intent in (ANSWER, GREET) and asks_who_reads(text):
        return Reading("ask_privacy")  # longer than a command, and plain all the same
    return reading


def _read(text: str, ranking: Sequence[tuple[str, float]], situation: Situation) -> Reading:
    intent, confidence = ranking[0] if ranking else (ANSWER, 0.0)
    words = len(text.split())
    if text.strip().strip("?") == "" and situation.takes_words:
        return Reading("explain")  # nothing but question marks
    if not any(character.isalnum() for character in text):
        intent, confidence = ANSWER, 0.0  # a dash is no yes, whatever the classifier makes of it
    if leads_to_agreement(text) and situation.loop is not Loop.STRANGER:
        return Reading("agree")
    if tells_of_agreement(text) and situation.loop not in (Loop.STRANGER, Loop.AGREEING):
        return Reading(AGREEMENTS)
    if text.lstrip(TYPED).startswith("/") and situation.takes_words:
        return Reading(ANSWER)  # a known word after a slash never gets here
    if situation.loop is Loop.STRANGER:
        return read_stranger(text, intent, confidence)
    settling = situation.pending is not Pending.NOTHING
    leaving = words <= CURT and _LEAVING.match(text.strip().lower())
    if leaving and (settling or situation.loop in LEFT_OFF):
        return Reading("deny")
    if situation.pending is Pending.DANGER and (meant := _meant_in_danger(text)):
        return Reading(meant)
    if settling:
        return read_settling(text, intent, confidence, situation.pending)
    in_case = situation.loop in (Loop.CASE, Loop.CHANGING)
    if in_case and _asks_about_field(text, intent, confidence, situation.asked):
        return Reading("explain")
    if situation.loop is Loop.NAMING and intent == MY_NAME:
        return Reading(ANSWER)  # it is what is asked for
    if situation.asked == "kind" and intent == "deny":
        return Reading("deny" if leaning(text) is Leaning.NO else ANSWER)
    if situation.asked == "kind" and intent == "new_case":
        return Reading(ANSWER)  # "over een kind" says of what kind
    if intent in SOCIAL and words > TINY:
        return Reading(ANSWER)
    if situation.loop is Loop.NOTHING and sharing_said(text):
        return Reading("release")
    if situation.takes_words:
        return read_while_asked(text.strip().lower(), intent, confidence, situation.loop)
    return Reading(intent if confidence >= DOUBTFUL else ANSWER)


def _meant_in_danger(text: str) -> str | None:
    """What somebody wants of what they wrote and that waits for their choice."""
    if keeps_not(text) or passes(text):
        return "drop_held"
    if keeps(text):
        return "keep_held"
    if mistaken(text):
        return "resume"  # and it is asked whether to keep what was said
    return "help" if asks_what_now(text) else None  # which says whom to call


def _asks_about_field(text: str, intent: str, confidence: float, asked: str | None) -> bool:
    """Whether somebody who begins a case asks what is meant, instead of saying it. The child's own
    wish may be a question too."""
    if intent in ABOUT_ZWAAN and confidence >= SURE:
        return False
    if asked in ("kind", "role", "level") and text.rstrip().endswith("?"):
        return True
    huh = len(text.split()) <= SHORT and _HUH.match(text.strip()) is not None
    return asks_zwaan(text) or (huh and asked != "alias")
