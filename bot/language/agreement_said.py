"""What somebody types when an agreement was read back to them: that it is right, that it need not
be, or what of it is otherwise."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.core.doer import doer
from bot.core.leaning import Leaning, leaning
from bot.core.verbs import is_action, is_auxiliary, is_bare, is_finite, words_of
from bot.language.dates import Language, Trouble, find_day

LONG = 7  # words, from which on it says what is agreed, whether a verb is heard in it or not


class Meant(StrEnum):
    """What was meant by it."""

    RIGHT = "right"
    LEAVE = "leave"  # it need not be
    WHICH = "which"  # something is not right, and not what
    CHANGE = "change"
    UNCLEAR = "unclear"


@dataclass(frozen=True)
class AgreementSaid:
    """``what``, ``who`` (what stands for them) and ``due`` are those that change; ``trouble``: what
    is wrong with the day that was said."""

    meant: Meant
    what: str | None = None
    who: str | None = None
    due: date | None = None
    trouble: Trouble | None = None


_LEAVES = re.compile(
    r"(?:(?:nee+|no|oh|o|och|ach|sorry|zwaan|nou|well|actually|eigenlijk)\b[\s,.!]*)*"
    r"(?:toch (?:maar )?niet(?: meer| nodig)?|laat(?: het| dit)? maar(?: zitten| zo zitten)?"
    r"|(?:dat |dit |het )?hoeft (?:toch )?niet(?: meer)?|niet meer nodig|niet nodig|niet doen"
    r"|doe (?:het )?(?:toch )?(?:maar )?niet|(?:toch )?(?:maar )?geen afspraak|vergeet (?:het|dit)"
    r"(?: maar)?|stop(?: maar| hiermee| ermee)?|(?:even )?stoppen|annuleer(?: maar| dit| het)?"
    r"|annuleren|haal(?: hem| dit| het)? (?:maar )?weg|gooi(?: hem| het| dit)? (?:maar )?weg"
    r"|never ?mind|forget (?:it|that)|cancel(?: it| that| this)?|leave it(?: off)?|drop it"
    r"|not after all|(?:on second thoughts?,? )?no agreement|don.?t(?: bother)?|scrap (?:it|that)"
    r"|not needed|no need|stop it)"
    r"(?:[\s,.!]*(?:hoor|joh|dan|dank je|dankje|bedankt|aub|please|thanks|then|toch|sorry))*"
    r"[\s.!]*",
    re.IGNORECASE,
)
_I_DO = re.compile(
    r"\b(?:ik (?:doe|regel|neem|pak|zal|kan)|(?:doe|regel|kan|zal|neem|pak) ik"
    r"|ga ik (?:doen|regelen)|i.?ll do|i will do|i can do|i do it|i.?ll take)\b",
    re.IGNORECASE,
)
# With what somebody begins who puts something right: it is no part of what is agreed.
_BEGINS = re.compile(
    r"\A\s*(?:(?:nee+|neen|no|nope|ja|yes|wacht(?: even)?|wait|oh|o|sorry|oeps|oops|hm+|eh+"
    r"|maar|but"
    r"|nou|correctie|ik bedoel(?:de)?|i mean|i meant|ik denk(?: dat)?|i think|of nee|or no"
    r"|eigenlijk"
    r"|actually|klopt niet|dat klopt niet|not right|liever|rather|doe maar|maak er(?: maar)? van"
    r"|make it|het is|het moet zijn|it should be|it.?s)\b[\s,.:;!-]*)+",
    re.IGNORECASE,
)
# With what one says that it was agreed; and how the clause after it is built, its verb at the end.
_LEAD = re.compile(
    r"\A\s*(?:\w+\s+){0,5}?(?:afgesproken|(?:de )?afspraak (?:is|was)"
    r"|spreken (?:nu |dus )?af|agreed|the agreement is)\b[\s,:]*(?P<that>(?:dat|that)\b)?\s*",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"(?P<who>(?:(?:de|het|een|mijn|zijn|haar|onze)\s+)?[\w-]+)\s+(?P<rest>.+?)\s+(?P<verb>\w+)[\s.!]*",
    re.IGNORECASE,
)
# With what one asks that it be written down.
_PLEASE = re.compile(
    r"[\s,;.–-]*\b(?:(?:kun|kan|wil) (?:je|jij)|leg|zet|schrijf|noteer|(?:could|can|will) you"
    r"|please)\s+(?:(?:dat|dit|het|that|this|it|even|alsjeblieft|please|maar)\s+)*"
    r"(?:vast(?:leggen|zetten)?|noteren|opschrijven|op|erin(?: zetten)?|record|note|write"
    r"|put)(?:\s+(?:it|this|that|down|in|voor me|aub))*[\s.!?]*$"
    r"|[\s,;]+(?:graag|aub|svp|alsjeblieft|please|kun je (?:dat|dit|het))[\s.!?]*$",
    re.IGNORECASE,
)
# What says only that something changes, or that somebody does it.
_BESIDE = frozenset("""
nee neen nou ja wacht even toch maar liever dan eigenlijk doe doen doet maak maakt er van moet
moeten
wordt worden kan kunnen mag het dat dit de een is was zijn op dag datum ervan graag aub alsjeblieft
oke ok oké prima goed beter sorry hm eh zet zetten verander veranderen verandert wijzig in naar om
te
gaat gaan ga zal zullen zou pakt pak neemt neem nemen over overnemen regelt regel regelen zelf wel
gewoon laat laten uiterlijk pas ook nog bedoel bedoelde afspraak deze die klaar als past komt uit
schuif verzet verplaats hem voor mij samen alleen helemaal dus want zo om met al en of misschien op
wil willen haar daarvan dag nu hoor door degene
no yes wait actually rather better make on the day date change changes to should be must is was let
lets do does will would can could please instead sorry i mean meant it that this take takes over
handle handles him her himself herself themselves just okay fine good move by for ll s at will
later earlier eerder vroeger a and or of
""".split())  # fmt: skip
_AGAINST = frozenset("niet geen not don t doesn won".split())
# With what somebody speaks of the agreement, and says none.
_OF_IT = re.compile(
    r"(?:dat|dit|het|er|die|deze|dat is|that|this|it|there|waarom|wie|wat|welke|hoe|hoezo|why"
    r"|who|what"
    r"|which|how|ik (?:weet|snap|begrijp|twijfel|vind|wil)|i (?:don.?t|know|doubt|want))\b",
    re.IGNORECASE,
)


def read_agreement_said(
    text: str, people: Mapping[str, str], who: str | None, today: date, language: Language
) -> AgreementSaid:
    """What ``text`` says to an agreement that was read back.

    ``people``: words for people, in lower case → what stands for each; ``who``: what stands for
    whoever is to do it now.
    """
    if leaves_off(text):
        return AgreementSaid(Meant.LEAVE)
    does = doer(text, people)
    if leaning(text) is Leaning.YES and (does in (None, who) or not _I_DO.search(text)):
        return AgreementSaid(Meant.RIGHT)
    found = find_day(text, today, language)
    due, trouble = (found.day, found.trouble) if found else (None, None)
    if not found and not does and leaning(text) is Leaning.NO:
        return AgreementSaid(Meant.WHICH)
    rest = f"{text[: found.start]} {text[found.end :]}" if found else text
    left = _left(rest, people, does)
    if left & _AGAINST and not _is_sentence(rest, people, left - _AGAINST):
        return AgreementSaid(Meant.WHICH)
    if not left and (does or found):
        return AgreementSaid(Meant.CHANGE, None, does, due, trouble)
    if left and _is_sentence(rest, people, left):
        return AgreementSaid(Meant.CHANGE, _what(rest), does, due, trouble)
    return AgreementSaid(Meant.UNCLEAR)


def leaves_off(text: str) -> bool:
    """Whether somebody says that an agreement need not be: "laat maar", "never mind"."""
    return _LEAVES.fullmatch(text.strip()) is not None


def _left(rest: str, people: Mapping[str, str], does: str | None) -> set[str]:
    """The words that say more than who does it, and that something changes."""
    named = [word for word, stands in people.items() if stands == does] if does else []
    refused = rf"\b(?:niet|not)\s+(?:(?:de|het|the)\s+)?(?:{_any_of(people)})(?!\w)"
    rest = re.sub(refused, " ", rest, flags=re.IGNORECASE) if people and does else rest
    if named:
        rest = re.sub(rf"(?<!\w)(?:{_any_of(named)})(?!\w)", " ", rest, flags=re.IGNORECASE)
    return set(words_of(rest)) - _BESIDE


def _any_of(words: Mapping[str, str] | list[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def _is_sentence(rest: str, people: Mapping[str, str], left: set[str]) -> bool:
    """Whether it says what somebody is going to do."""
    said = _what(rest)
    if not said or not left or said.endswith("?") or _OF_IT.match(said):
        return False
    words = words_of(said)
    if any(is_action(word) and not is_auxiliary(word) for word in words):
        return True
    return len(words) >= LONG


def _what(rest: str) -> str:
    """What is agreed, without what one begins a correction with."""
    return without_please(_BEGINS.sub("", rest, count=1))


def as_agreed(text: str) -> str:
    """What was agreed in "we hebben afgesproken dat ik dinsdag bel", as a sentence of its own: "ik
    bel dinsdag". Any other text as it is."""
    lead = _LEAD.match(text)
    said = text[lead.end() :].strip() if lead else ""
    if lead is None or not said or not (lead["that"] or ":" in lead[0]):
        return text
    clause = _CLAUSE.fullmatch(said)
    verb = clause["verb"] if clause else ""
    if clause is None or not lead["that"] or not (is_finite(verb) or is_bare(verb)):
        return said
    return f"{clause['who']} {clause['verb']} {clause['rest']}"


def without_please(text: str) -> str:
    """What is agreed, without the words that ask to write it down."""
    return " ".join(_PLEASE.sub("", text).split()).strip(" ,;:-")
