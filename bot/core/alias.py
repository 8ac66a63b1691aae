"""An alias for a case: short, and never somebody's full name."""

import re

from bot.core.acknowledge import says_unsure

MAX_ALIAS = 40  # characters; an alias stands on every button and picture
MAX_ALIAS_WORDS = 5  # more is a sentence
_PARTICLES = frozenset(
    "van de den der het t ten ter te el al ben von la in op aan uit bij onder over".split()
)
# Words of which one makes an alias the name of a group or a place, not of a person.
_NO_PERSON = frozenset(
    "noord zuid oost west midden centrum team groep klas wijk buurt stad dorp regio project casus "
    "thuiszitters school north south east group class town district case".split()
)
# What people say around an alias: "noem hem Bever", "let's call her Robin", "hij heet hier Bever".
_THEM = r"(?:hem|haar|het|hen|die|'?m|him|her|it|them)"
_AROUND = re.compile(
    r"(?:(?:(?:ik|we|wij|zullen we|i|let'?s|we'?ll|i'?ll|just|please)\s+)*"
    rf"(?:noem(?:en)?|call|name)\s+(?:(?:we|ik)\s+)?{_THEM}(?:\s+(?:maar|hier|voorlopig|just))*"
    r"|(?:hij|zij|ze|het) heet(?:\s+hier)?|(?:he|she)(?:'s| is) called|(?:doe|zeg|neem) maar|"
    r"(?:let'?s )?go with"
    r"|(?:zijn|haar|de|his|her|the) (?:schuil|nick)?na(?:am|me)(?:\s+is)?:?"
    rf"|laten we {_THEM}(?=\s.+ noemen$))\s+",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"\s+(?:noemen|maar|please|dan maar)$", re.IGNORECASE)
# "Ik denk Bever": what goes before it; "Bever, want hij bouwt graag": what goes behind.
_BEFORE = re.compile(
    r"(?:(?:ik denk|ik zou zeggen|i think|i'?d say|maybe|perhaps|misschien|eh+m?|uh+m?|ok[eé]?|nou|"
    r"well|dan|oops|oeps|sorry|it'?s|het is|dat is)[,\s]+)+(?:aan\s+)?",
    re.IGNORECASE,
)
_WHY = re.compile(
    r"\s*[,;(–-]?\s+(?:want|omdat|because|since|cause|cos|vanwege)\s.+$", re.IGNORECASE
)
# Whoever says what a child is called, tells the real name; "hij heet hier Bever" does not.
_REAL = re.compile(
    r"(?:hij|zij|ze|het kind)\s+heet(?!\s+(?:hier|voortaan))|(?:he|she)(?:'s| is)\s+called|"
    r"(?:zijn|haar|his|her)\s+(?:echte\s+|real\s+)?na(?:am|me)\b",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"(?:geen|no) (?:naam|name|idee|idea)|maakt (?:me )?niet(?:s)? uit|doesn'?t matter|whatever|"
    r"kies jij maar|you choose|you pick|weet ik veel|dunno|idk|anders|naamloos|nameless",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"(?:[^\W\d_]\.\s?){2,6}")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def bare_alias(text: str) -> str:
    """The alias in what somebody typed ("Robin" in "let's call her Robin."), or else all of it."""
    plain = " ".join(text.split()).replace("\u2019", "'")
    told = _WHY.sub("", _BEFORE.sub("", plain, count=1))
    found = _AROUND.match(told)
    if not found:
        return " ".join(text.split()) if told == plain else told
    rest = _BEHIND.sub("", told[found.end() :])
    return re.sub(r"(?<=\w\w)[.!]+$", "", rest)  # the point of an initial stays


def is_no_alias(text: str) -> bool:
    """Whether a text says that there is no alias yet, or asks something, instead of being one."""
    none = _NO_NAME.fullmatch(text.strip().rstrip(".!"))
    return text.rstrip().endswith("?") or says_unsure(text) or none is not None


def is_real_name(text: str) -> bool:
    """Whether a text says what somebody is called, instead of choosing a made-up name."""
    return _REAL.match(" ".join(text.split()).replace("\u2019", "'")) is not None


def alias_in_a_sentence(text: str) -> str | None:
    """The one word that a sentence chooses for an alias: nobody's name, so it is not masked. None
    when there is no such sentence, or it tells a real name."""
    alias = bare_alias(text)
    whole = " ".join(text.split())
    chosen = alias != whole and len(alias.split()) == 1 and alias[:1].isalpha()
    return alias if chosen and not is_real_name(text) and not is_no_alias(alias) else None


def looks_like_full_name(alias: str) -> bool:
    """Whether an alias reads as a first name with a surname ("Sem de Vries", "Anja Jansen").

    Two capitalised words, with or without particles between them, or a first name followed by a
    particle and a word ("sem de vries"). Initials ("S. d. V.") and one word are fine, and so is
    a description that is no name ("Thuiszitters in Noord", "Team Vlinder 3").
    """
    words = [str(word) for word in _WORD.findall(alias)]
    if len(words) < 2 or any(c.isdigit() for c in alias):
        return False
    if _NO_PERSON.intersection(word.lower() for word in words):
        return False
    long = [word for word in words if len(word) > 1]
    core = [word for word in long if word.lower() not in _PARTICLES]
    if len(core) != len([w for w in words if w.lower() not in _PARTICLES]) or len(core) < 2:
        return False
    particles = any(word.lower() in _PARTICLES for word in words[1:-1])
    if len(core) == 2 and particles:
        return words[0] == core[0]
    return len(core) <= 3 and all(word[0].isupper() for word in core)


def short_form(alias: str) -> str:
    """A better suggestion for a full name: its initials ("Sem de Vries" → "S.d.V.")."""
    return "".join(f"{word[0]}." for word in _WORD.findall(alias))


def is_initials(text: str) -> bool:
    """Whether a text is what masking makes of a full name: "S.d.V.", "A. J."."""
    return bool(_INITIALS.fullmatch(text.strip()))
