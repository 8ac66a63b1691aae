"""What is named behind a command in one sentence: a case, or what is agreed."""

import re

from bot.core.reading.intents import SHORT

_SWITCHING = re.compile(
    r"(?:wissel|switch|ga|go|verder|terug|back|open|naar)\b"
    r"(?:\s+(?:terug|verder|back|on|naar|to|met|with|de|the|casus|case))*\s+(?P<alias>\S.*)",
    re.IGNORECASE,
)
_AGREED = re.compile(
    r"/?(?:nieuwe\s+|new\s+)?(?:afspraak|agreement)\b\s*[:,–-]?\s*(?P<text>.*)",
    re.IGNORECASE | re.DOTALL,
)
_LEADS = re.compile(
    r"\s*(?:/\s*(?:afspraak|agreement)\s+\S|(?:nieuwe\s+|new\s+)?(?:afspraak|agreement)\s*:\s*\S)",
    re.I,
)


def case_meant(text: str) -> str | None:
    """The alias in a short text that says to go to another case ("switch to Robin"); else None.

    Whether there is such a case, the record knows: "ga naar school" says it too.
    """
    found = _SWITCHING.fullmatch(text.strip())
    return found["alias"].rstrip("!") if found and len(text.split()) <= SHORT else None


def agreed_in(text: str) -> str:
    """What is agreed in "afspraak: Anja belt dinsdag"; empty in a text that only asks for one."""
    found = _AGREED.fullmatch(text.strip())
    return found["text"].strip() if found else ""


def leads_to_agreement(text: str) -> bool:
    """Whether it begins with "afspraak:" and says what is agreed."""
    return _LEADS.match(text) is not None
