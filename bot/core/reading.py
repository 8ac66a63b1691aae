"""Answer or command? The rule by which a typed text is read.

Everything typed while a question is open is an answer, unless it is short and clearly a command.
When in doubt it is an answer, and the other reading is offered as a button.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.in_passing import asks_zwaan
from bot.core.leaning import Leaning, leaning
from bot.core.record import Pending
from bot.core.sharing_said import sharing_said
from bot.core.situation import Loop, Situation
from bot.core.telling import passes

SHORT = 8  # words; longer is never a command while a question is open
TINY = 3  # words; a greeting or a thank-you is no longer than this
SURE = 0.75  # the classifier's confidence from which a short text is a command
ALARMING = 0.995  # danger, however long the text; the phrases of data/safety/ come before this
DOUBTFUL = 0.38  # from here on the command is offered as a button

HEARD = 0.5  # from here on a command is heard where nothing is asked but a yes or a no

ANSWER = "answer"
DANGER = "danger"
GREET = "greet"
EDIT_ANSWER = "edit_answer"
RHYTHM = "rhythm"
ANSWER_TO = "answer_to"
MY_NAME = "my_name"
CURT = 5  # words; "laat maar" leaves off, "laat maar eens zien wat hij kan" does not
_LEAVING = re.compile(
    r"(cancel|annuleer|annuleren|toch (maar )?geen|laat maar|never ?mind|forget it)\b"
)
# Who begins with somebody else, or with "no …", is not telling Zwaan what to do.
_OF_OTHERS = re.compile(
    r"((en|maar|dat|and|but|that) )?"
    r"(geen (?!zin)|hij|ze|zij|moeder|vader|mama|papa|iedereen|niemand|"
    r"no more|he|she|they|mother|father|mum|mom|dad|everyone|nobody)\b"
)
LONGER = 16  # words, in which somebody who tells may say that they want to go
GOING = frozenset({"leave", "erase", "pause", "take_back", "close_case"})
_RHYTHM = re.compile(  # which may take a few words: two days, a reason
    r"(?:geen|pauzeer|zet|stop)\b.*\bweekchecks?\b"
    r"|(?:no (?:more |weekly )*|(?:can|could) (?:the|you) .*\b"
    r"|(?:pause|turn|switch|move|change|skip|stop) (?:\w+ )*?(?:the|my|this) .*?\b)check-?ins?\b",
    re.IGNORECASE,
)
_OUR_WORD = re.compile(r"\bweek ?che(?:ck|k)s?\b|\bweekly check-?in\b|\b(?:tijd|time) ?zone\b")
ABOUT_OUR_WORD = frozenset({"rhythm", "check_in"})
DRASTIC = frozenset({"undo", "delete_answer", "close_case", "erase"})  # what takes something away
CERTAIN = 0.95  # the confidence that those ask for
_SWITCHING = re.compile(
    r"(?:wissel|switch|ga|go|verder|terug|back|open|naar)\b"
    r"(?:\s+(?:terug|verder|back|on|naar|to|met|with|de|the|casus|case))*\s+(?P<alias>\S.*)",
    re.IGNORECASE,
)
LEFT_OFF = (
    Loop.CASE,
    Loop.INVITING,
    Loop.NAMING,
    Loop.AGREEING,
)  # what one can think better of in words
TELLS = (Loop.REFLECTION, Loop.TELLING)  # in which one says what others may read, or not
# Rasa takes a text that begins with "/" for a command. Nothing that a person types is one: the
# channel sets this invisible character before it (U+2060, word joiner), the actions take it off.
TYPED = "\u2060"
YES_NO = frozenset({"affirm", "deny"})
SOCIAL = frozenset({"greet", "thanks", "goodbye"})
ABOUT_ZWAAN = frozenset(
    {
        "ask_privacy",
        "ask_period",
        "ask_human",
        "ask_about",
        "ask_must",
        "ask_inviter",
        "change_language",
        "help",
        "my_data",
    }
)
FOR_STRANGERS = (YES_NO | ABOUT_ZWAAN) - {"my_data"}
# What is asked before a confirmation, and the command that asks for it.
CONFIRMED = (Pending.ERASE, Pending.LEAVE, Pending.CLOSE)
ENDING = {Pending.LEAVE: "leave", Pending.CLOSE: "close_case"}
_HUH = re.compile(
    r"(hoezo|waarom|wat bedoel|hoe bedoel|snap|begrijp|what do you mean|what.?s the difference|"
    r"wat is het verschil|why)\b",
    re.IGNORECASE,
)
# How a wish or a question to Zwaan begins that takes a few words more.
_TO_ZWAAN = re.compile(
    r"(can (i|we|you)|could (i|we|you)|how (do|many|much|long)|may i|do i|"
    r"i want to (see|change|go)|"
    r"i.d (like|rather)|i have to go|let.s|kan ik|kun je|kan je|kunnen we|mag ik|moet ik|"
    r"hoe (krijg|lang|veel)|hoeveel|"
    r"ik wil (zien|veranderen|naar|mijn antwoord)|ik moet (weg|gaan|nu))\b",
    re.IGNORECASE,
)
_WAITS = re.compile(
    r"(eh+|uh+|hm+|wacht|wait|hang on|hold on|momentje|een moment|even (wachten|denken)|"
    r"(laat me|let me) (even )?(denken|think)|ik (twijfel|weet het niet)|not sure|i don.?t know|"
    r"weet (ik )?niet)( even| hoor| a moment| a sec)?[.! …]*",
    re.IGNORECASE,
)
# Of which nothing can be meant while something is asked, so that they are never offered.
UNOFFERED = YES_NO | SOCIAL | {ANSWER, DANGER, "read_more", "keep_held", "drop_held"}
# What is meant by who has no case yet.
ASKED_BY_STRANGERS = {
    **dict.fromkeys(("my_sharing", "read_together", "release", "board"), "ask_privacy"),
    "explain": "ask_about",
    "period": "ask_period",
    "ask_left": "ask_must",
}


@dataclass(frozen=True)
class Reading:
    """How a text is taken: an intent, and the command that it might have been as well."""

    intent: str
    doubt: str | None = None
    danger: str | None = None  # the kind of danger, where it was heard


def case_meant(text: str) -> str | None:
    """The alias in a short text that says to go to another case ("switch to Robin"); else None.

    Whether there is such a case, the record knows: "ga naar school" says it too.
    """
    found = _SWITCHING.fullmatch(text.strip())
    return found["alias"].rstrip("!") if found and len(text.split()) <= SHORT else None


_AGREED = re.compile(
    r"/?(?:nieuwe\s+|new\s+)?(?:afspraak|agreement)\b\s*[:,–-]?\s*(?P<text>.*)",
    re.IGNORECASE | re.DOTALL,
)
_LEADS = re.compile(r"\s*(?:/\s*(?:afspraak|agreement)\s+\S|(?:afspraak|agreement)\s*:\s*\S)", re.I)


def agreed_in(text: str) -> str:
    """What is agreed in "afspraak: Anja belt dinsdag"; empty in a text that only asks for one."""
    found = _AGREED.fullmatch(text.strip())
    return found["text"].strip() if found else ""


def read(text: str, ranking: Sequence[tuple[str, float]], situation: Situation) -> Reading:
    """How to take ``text``; ``ranking`` holds the classifier's intents, surest first."""
    intent, confidence = ranking[0] if ranking else (ANSWER, 0.0)
    words = len(text.split())
    if text.strip().strip("?") == "" and situation.takes_words:
        return Reading("explain")  # nothing but question marks
    if not any(character.isalnum() for character in text):
        intent, confidence = ANSWER, 0.0  # a dash is no yes, whatever the classifier makes of it
    if intent == DANGER:
        return Reading(DANGER) if confidence >= ALARMING else Reading(ANSWER)
    if _LEADS.match(text) and situation.loop is not Loop.STRANGER:
        return Reading("agree")
    if text.lstrip(TYPED).startswith("/") and situation.takes_words:
        return Reading(ANSWER)  # a known word after a slash never gets here
    if situation.loop is Loop.STRANGER:
        return _of_stranger(text, intent, confidence)
    settling = situation.pending is not Pending.NOTHING
    leaving = words <= CURT and _LEAVING.match(text.strip().lower())
    if leaving and (settling or situation.loop in LEFT_OFF):
        return Reading("deny")
    if situation.pending is Pending.DANGER and passes(text):
        return Reading("drop_held")
    if settling:
        return _settling(text, intent, confidence, situation.pending)
    if situation.loop is Loop.CASE and _asks_about_field(text, intent, confidence, situation.asked):
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
        return _while_asked(text.strip().lower(), intent, confidence, situation.loop)
    return Reading(intent if confidence >= DOUBTFUL else ANSWER)


def _of_stranger(text: str, intent: str, confidence: float) -> Reading:
    """Before consent: a yes, a no, a question about Zwaan; all else is greeted, and not kept."""
    leans = leaning(text)
    if leans or _declines(text):
        return Reading("affirm" if leans is Leaning.YES else "deny")
    intent = ASKED_BY_STRANGERS.get(intent, intent)
    most = LONGER if intent.startswith("ask_") else SHORT
    known = intent in FOR_STRANGERS and confidence >= DOUBTFUL and len(text.split()) <= most
    return Reading(intent if known else GREET)


def _declines(text: str) -> bool:
    """Whether it begins with a no that is more than the word, and goes on to say why."""
    first = re.split(r"[,.;!]", text.strip())[0]
    return len(first.split()) > 1 and leaning(first) is Leaning.NO and not text.endswith("?")


def _asks_about_field(text: str, intent: str, confidence: float, asked: str | None) -> bool:
    """Whether somebody who begins a case asks what is meant, instead of saying it. The child's own
    wish may be a question too."""
    if intent in ABOUT_ZWAAN and confidence >= SURE:
        return False
    if asked in ("kind", "role", "level") and text.rstrip().endswith("?"):
        return True
    huh = len(text.split()) <= SHORT and _HUH.match(text.strip()) is not None
    return asks_zwaan(text) or (huh and asked != "alias")


def _while_asked(text: str, intent: str, confidence: float, loop: Loop) -> Reading:
    """While a question is open only what is short and clear is a command."""
    words = len(text.split())
    if loop in TELLS and sharing_said(text):
        return Reading("release")
    if words <= LONGER and _RHYTHM.match(text):
        return Reading("rhythm")
    if words <= LONGER and confidence >= DOUBTFUL and _is_about_our_word(text, intent):
        return Reading(intent)
    if words > SHORT and words <= LONGER and loop is Loop.TELLING and intent in GOING:
        return Reading(ANSWER, _doubt(intent, confidence))
    if SHORT < words <= LONGER and confidence >= CERTAIN and _TO_ZWAAN.match(text):
        return Reading(ANSWER, _doubt(intent, confidence))
    if words > SHORT or intent in YES_NO:
        return Reading(ANSWER)
    needed = CERTAIN if intent in DRASTIC else SURE
    if confidence >= needed and intent != ANSWER and not _OF_OTHERS.match(text):
        return Reading(intent)
    doubt = _doubt(intent, confidence)
    if doubt is None and loop is Loop.REFLECTION and asks_zwaan(text):
        doubt = "help"  # it is kept, for nothing is lost; but it is not thanked for as an answer
    return Reading(ANSWER, doubt)


def _is_about_our_word(text: str, intent: str) -> bool:
    """The weekly check-in is called by a word of Zwaan's own: who says it, speaks of that."""
    said = _OUR_WORD.search(text) is not None
    return said and intent in ABOUT_OUR_WORD and not _OF_OTHERS.match(text)


def _doubt(intent: str, confidence: float) -> str | None:
    """What is offered as the other reading; None when there is none."""
    return intent if confidence >= DOUBTFUL and intent not in UNOFFERED else None


def _settling(text: str, intent: str, confidence: float, pending: Pending) -> Reading:
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
