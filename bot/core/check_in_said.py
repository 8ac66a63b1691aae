"""What somebody types in a check-in or a scan: how an agreement goes, or a number with a reason."""

import re

from bot.core.agreement import AgreementStatus
from bot.core.leaning import leaning
from bot.core.reading.intents import SHORT

MOST_WORDS = 30  # that tell how it goes; more is a story of its own
_NUMBERS = {
    "één": 1, "eentje": 1, "one": 1, "twee": 2, "two": 2, "drie": 3, "three": 3,
    "vier": 4, "four": 4, "vijf": 5, "five": 5,
}  # fmt: skip
_SCORE = re.compile(
    r"(?:(?:ik|i|nou|nu|dan|doe|maar|denk|geef|zou|een|eigenlijk|toch|eerlijk|gezegd|well|think|give|it|"
    r"id|i'd|say|a|maybe|misschien|ongeveer|zo'n|cijfer|hooguit|about|honestly|dat|is|wordt|the|mijn)"
    r"[, ]+)*?"
    rf"(?P<score>\d{{1,2}}|{'|'.join(_NUMBERS)}|een(?=\W*$))"
    r"(?P<rest>\s*(?:$|[^\w\s/]|(?:want|omdat|because|since|denk|geloof|hoor|graag|i|or|maar|dan)\b).*)",
    re.IGNORECASE | re.DOTALL,
)
_FILLS = re.compile(
    r"[\s,.:;–—-]*(?:(?:denk ik|geloof ik|ongeveer|hoor|graag|dan|maar|zo|"
    r"i think|i guess|i'd say|or so|please)\b"
    r"[\s,.:;!-]*)*",
    re.IGNORECASE,
)
_STUCK = re.compile(
    r"\bvast(?:gelopen)?\b"
    r"|\b(?:lukt|lukte|gaat|ging|werkt|komt|kwam|kom|krijg|kreeg)\b(?: \w+){0,4} niet\b"
    r"|\bniet (?:gelukt|te pakken|bereikt|bereikbaar)\b"
    r"|\bgeen (?:reactie|gehoor|antwoord|tijd gehad)\b"
    r"|\b(?:neemt|nemen|nam|namen)(?: \w+){0,3} niet op\b|\bnobody (?:picks|picked) up\b"
    r"|\bstuck\b|\b(?:can't|cannot|couldn't) (?:reach|get|do)\b"
    r"|\bno (?:answer|reply|response)\b|\bdidn't (?:work|manage)\b|\bnot (?:working|managed)\b",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\bnog niet\b|\bnog geen\b|\bbijna\b|\bdeze week niet\b|\bnot yet\b|\balmost\b|\bhaven't\b"
    r"|\bhalf done\b|\bhalf klaar\b|\bstill (?:busy|working|waiting)\b|\bnog in\b|\bnog aan het\b"
    r"|\bniet aan toe\w*\b|\bvergeten\b|\bforgot\b"
    r"|\bkomt (?:nog|deze|volgende)\b",
    re.IGNORECASE,
)
_STILL_STUCK = re.compile(r"\bnog steeds (?:vast|niet)\b|\bstill (?:stuck|not)\b", re.IGNORECASE)
_DONE = re.compile(
    r"\b(?:klaar|gedaan|gelukt|gebeurd|afgerond|geregeld|afgehandeld|af|voltooid|done|finished|sorted|"
    r"arranged|completed|fixed)\b|\b(?:heb|heeft|hebben|is|zijn|was|has|have|had)\b(?: \w+){0,6} "
    r"(?:gebeld|gesproken|gemaild|geweest|gevraagd|besproken|gestuurd|verstuurd|opgehaald|called|spoken|"
    r"emailed|sent|asked|talked|met)\b|^(?:ge\w+d|gebeld|gesproken|gemaild|called|sent)\b"
    r"|^(?!.*\b(?:moet|moeten|wil|wordt|word|zou|gaat|zal)\b)"
    r"(?:\w+ ){1,3}(?:gebeld|gesproken|gemaild)\b"
    r"|\b(?:he|she|they|we|i) did (?:it|that)\b",
    re.IGNORECASE,
)
_DOING = re.compile(
    r"\bbezig\b|\bbusy with\b|\b(?:waiting|wait) (?:for|on)\b|\bwacht(?:en|t)? (?:nog )?op\b"
    r"|\bhalf ?way\b|\bloopt\b|\bonderweg\b|\bop weg\b|\bbegonnen\b|\bgestart\b"
    r"|\bgaat (?:wel |best |heel )?(?:goed|prima|oké|oke|ok|lekker|door)\b"
    r"|\bin overleg\b|\bopgestart\b|\bdeels\b|\bhalf\b|\bingepland\b"
    r"|\bverzet naar\b|\bverplaatst naar\b|\bmoved to\b|\bput off\b"
    r"|\bon its way\b|\bon it\b|\bworking on\b|\bin progress\b|\bstarted\b"
    r"|\bgoing (?:well|ok|fine)\b"
    r"|\bpartly\b|\bplanned\b|\bunder way\b|\bunderway\b",
    re.IGNORECASE,
)
_NOT_OF_IT = re.compile(
    r"(?:hij|zij|ze|moeder|vader|mama|papa|school|iedereen|niemand|he|she|they|mother|father|mum|mom|"
    r"dad|everyone|nobody|wie|wat|welke?|hoe|waarom|wanneer|laat|toon|zet|who|what|which|how|why|when|"
    r"show|set|list)\b",
    re.IGNORECASE,
)
_BARE = {"ja": "done", "jawel": "done", "yes": "done", "yep": "done", "nee": "doing", "no": "doing"}
_DOES_NOT_STICK = re.compile(
    r"\bniet (?:meer )?vast\b|\bnot stuck\b|\bniets zit vast\b", re.IGNORECASE
)


def how_it_goes(text: str) -> AgreementStatus | None:
    """How somebody says that an agreement goes: done, on its way, or stuck. None: not said.

    What is not done yet, without being stuck, is on its way.
    """
    said = " ".join(text.strip().lower().split())
    if not said or len(said.split()) > MOST_WORDS:
        return None
    if bare := _BARE.get(said.rstrip(".!")):
        return AgreementStatus(bare)
    loose = _DOES_NOT_STICK.sub("", said)
    if _STILL_STUCK.search(loose):
        return AgreementStatus.STUCK
    if _NOT_YET.search(loose):
        return (
            AgreementStatus.STUCK
            if re.search(r"\bvast\b|\bstuck\b", loose)
            else AgreementStatus.DOING
        )
    for pattern, status in (
        (_STUCK, AgreementStatus.STUCK),
        (_DONE, AgreementStatus.DONE),
        (_DOING, AgreementStatus.DOING),
    ):
        if pattern.search(loose):
            return status
    return None


def tells_how_it_goes(text: str) -> AgreementStatus | None:
    """How an agreement goes, in a short text that says only that, while it is shown: "gedaan!",
    "gebeld maar ze nam niet op". What begins with somebody else, or asks, says something else."""
    plain = text.strip()
    if len(plain.split()) > SHORT or plain.endswith("?") or _NOT_OF_IT.match(plain):
        return None
    return None if leaning(plain) else how_it_goes(plain)


def score_said(text: str) -> tuple[int, str] | None:
    """The number that a text begins with, in a digit or a word, and the reason that follows it.

    "Een 4, omdat moeder meedoet" is 4, "omdat moeder meedoet". None when it begins with none. A
    number that is no score is given as it is.
    """
    found = _SCORE.fullmatch(text.strip())
    if found is None:
        return None
    said = found["score"].lower()
    score = int(said) if said.isdecimal() else _NUMBERS.get(said, 1)
    rest = found["rest"]
    return score, rest[_filler(rest) :].strip(" \n)!.")


def _filler(rest: str) -> int:
    found = _FILLS.match(rest)
    return found.end() if found else 0
