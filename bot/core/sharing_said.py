"""Sharing what one said just now, and taking it back, in people's own words.

"Toch niet delen", "dit mag de juf lezen", "you can tell the school that". What speaks of somebody
else's sharing ("hij deelt niet graag") is none of it.
"""

import re
from dataclasses import dataclass

from bot.core.leaning import Leaning, leaning
from bot.core.record import Visibility

MOST = 14  # words
_ABOUT = ("what", "over", "bit", "said")  # the groups in which the piece that is meant is named
_IT = (
    r"(?:dit|dat|het|dat laatste|dit laatste|dit stukje|dat stukje|this|that|it|that bit|this bit)"
)
_SOFT = r"(?:toch|maar|ook|wel|gerust|even|ff|nu|best|graag|hoor|liever|gewoon|just|please|ok|okay)"
_START = (
    r"(?:(?:nee|no|ja|yes|oh|o|oeps|oops|sorry|wacht|wait|hé|ok[eé]?|okay|eh+|actually|and|en|nou|"
    r"ik wil|i want to|i'd like to|kun je|kan je|can you|could you|je mag|please)[,.! ]+)*"
)
_END = (
    r"(?:[ ,]*(?:hoor|aub|alsjeblieft|graag|please|after all|any ?more|meer|maar|thanks|"
    r"bedankt))*[.! ]*"
)
_BACK = (
    rf"(?:{_SOFT} )*niet (?:{_SOFT} |meer |langer )*del(?:en|e)",
    rf"(?:kan|mag|kun|wil) (?:ik|je) {_IT} (?:{_SOFT} |nog |weer )*(?:"
    rf"terug ?(?:nemen|halen|trekken|draaien)|intrekken|ongedaan maken|privé maken)",
    rf"(?:can|could|may) (?:i|you) (?:still )?(?:take {_IT} back|take back {_IT}|unshare {_IT}|"
    rf"make {_IT} private)",
    rf"(?:doe|draai|zet) {_IT} (?:{_SOFT} |weer )*terug",
    rf"deel {_IT} (?:{_SOFT} )*niet",
    rf"(?:{_SOFT} )*{_IT} (?:{_SOFT} )*niet (?:{_SOFT} )*(?:delen|laten lezen|laten zien)",
    rf"(?:dit|dat|het) (?:wil ik )?(?:{_SOFT} )*niet delen",
    rf"(?:{_IT} (?:is |blijft |moet )?)?(?:{_SOFT} )*alleen voor (?:mij|mezelf|"
    rf"mijzelf)(?: (?:blijven|houden))?",
    rf"(?:hou|houd) {_IT} (?:{_SOFT} )*(?:alleen )?voor (?:mij|mezelf|mijzelf|jezelf|je)",
    rf"(?:{_IT} )?(?:{_SOFT} )*(?:alleen )?voor (?:mezelf|mijzelf) houden",
    rf"(?:ik wil )?(?:{_SOFT} )*(?:niet )?dat (?:niemand|iemand|iedereen|anderen|de anderen|school|"
    rf"ze|zij|de juf|mijn \w+) {_IT} (?:{_SOFT} )*(?:kan |kunnen |mag |mogen )?(?:leest|lezen|"
    rf"ziet|zien|weet|weten)",
    rf"ik wil niet dat {_IT} (?:wordt )?gedeeld(?: wordt)?",
    rf"niemand mag {_IT} (?:lezen|zien|weten)",
    rf"(?:neem|haal|trek) {_IT} (?:{_SOFT} |weer )*(?:terug|in)(?:[,.! ]+(?:{_SOFT} )*niet "
    rf"(?:meer )?delen)?",
    rf"(?:maak {_IT} )?(?:{_SOFT} )*(?:weer )?(?:privé|prive)",
    r"ik heb me bedacht",
    rf"(?:do not|don'?t|dont) share(?: {_IT})?",
    rf"(?:i )?(?:do not|don'?t|dont) want to share(?: {_IT})?",
    rf"unshare(?: {_IT})?",
    rf"(?:{_IT}(?: is|'s) )?(?:just |only )+for me(?: only)?",
    rf"keep {_IT} (?:private|to myself|to yourself|between us|for me)",
    rf"(?:make )?(?:{_IT} )?private again|make {_IT} private",
    rf"take {_IT} back|take back {_IT}",
    rf"(?:i )?(?:do not|don'?t|dont) want (?:anyone|anybody|them|others|the others|school|people|"
    rf"my \w+|the \w+) to (?:read|see|know) {_IT}",
    rf"(?:nobody|no one|noone) (?:may|should|can|must) (?:read|see|know) {_IT}",
    rf"not share(?:d)?(?: {_IT})?",
    r"i(?:'ve| have)? changed my mind(?: about (?:that|sharing))?",
    rf"(?:{_IT} )?(?:{_SOFT} )*mag (?:{_SOFT} )*niemand (?:{_SOFT} )*(?:{_IT} )?"
    rf"(?:weten|lezen|zien|horen)",
    rf"(?:{_SOFT} )*(?:vertel|zeg) (?:{_IT} )?(?:{_SOFT} )*(?:niet|niks|niets|nooit) (?:{_SOFT} )*"
    rf"(?:door )?(?:aan|tegen) \w+(?: \w+)?",
    rf"(?:{_SOFT} )*(?:vertel|zeg) {_IT} (?:{_SOFT} )*(?:aan|tegen) niemand",
    rf"(?:{_SOFT} )*(?:niks|niets|niet|nooit) (?:{_SOFT} )*(?:aan|tegen) \w+(?: \w+)? "
    rf"(?:door)?(?:zeggen|vertellen)",
    rf"(?:{_IT} )?(?:{_SOFT} )*(?:niet|aan niemand) (?:{_SOFT} )*(?:door|verder) ?vertellen",
    rf"(?:(?:hou|houd|bewaar) )?{_IT} (?:is |blijft )?(?:{_SOFT} )*(?:een )?geheim(?: houden)?",
    rf"(?:do not|don'?t|dont) (?:tell|say (?:{_IT}|anything) to|show(?: {_IT} to)?) "
    rf"(?:my |the )?\w+(?: {_IT})?",
    rf"(?:nobody|no one|noone) can (?:know|read|see)(?: {_IT})?",
    rf"(?:keep )?{_IT} (?:is |'s )?(?:a )?secret",
)
_WHO = (
    r"(?:(?:de|het|mijn|m'?n|alle|all|the|my|our|onze|al de) )?(?P<who>{names})"
    r"(?: (?:van school|at school|in (?:deze|de) casus|in this case))?"
)
_NAMES = (
    r"iedereen|allemaal|everyone|everybody|anyone|all of them|professionals?|school|juf|meester|"
    r"leerkracht|docent|mentor|ib'?er|team|hulpverle\w+|jeugdzorg|jeugdhulp|wijkteam|leerplicht\w*|"
    r"zorgco\w*|begeleiders?|gemeente|coördinator|coordinator|teachers?|support workers?|"
    r"social workers?|counsell?or|care team|council|"
    r"moeder|vader|mama|papa|ouders?|kind|mum|mom|dad|mother|father|parents?|anderen|others|rest"
)
_WITH = _WHO.replace("{names}", _NAMES)
_PIECE = (  # by what it is about
    r"(?:dat(?: stuk(?:je)?)? (?:van|over) (?P<what>\w[\w' -]{1,40}?)|wat ik over "
    r"(?P<over>\w[\w' -]{1,40}?) (?:zei|schreef|vertelde|typte|heb (?:gezegd|geschreven|verteld))|"
    r"(?:that|the|my) (?:bit|part|thing) about (?P<bit>\w[\w' -]{1,40}?)|"
    r"what i (?:said|wrote|told(?: you)?) about (?P<said>\w[\w' -]{1,40}?))"
)
_LAST = rf"(?:{_IT}|{_PIECE})"
_TO_ME = rf"(?:{_SOFT} )*(?:alleen )?voor (?:mij|mezelf|mijzelf)(?: (?:blijven|houden))?"
_BACK_OF = (  # of one piece
    rf"{_PIECE} (?:(?:wil|wou|moet|mag) (?:ik )?)?(?:{_SOFT} )*(?:weer )?"
    rf"(?:terug(?:nemen|halen|trekken)?|niet (?:meer |langer )?delen|intrekken)",
    rf"(?:neem|haal|trek) (?:{_SOFT} )*{_PIECE} (?:{_SOFT} )*(?:terug|in)",
    rf"(?:neem|haal|trek) (?:{_SOFT} )*terug {_PIECE}",
    rf"deel {_PIECE} (?:{_SOFT} )*niet(?: meer)?",
    rf"(?:hou|houd) {_PIECE} {_TO_ME}",
    rf"{_PIECE} (?:is |blijft |moet )?{_TO_ME}",
    rf"{_PIECE} (?:mag|mogen|kan) (?:{_SOFT} )*niemand (?:{_SOFT} )*(?:weten|lezen|zien|horen)",
    rf"take back {_PIECE}",
    rf"(?:i )?(?:want|wanna|take)(?: to (?:take|have))? {_PIECE} back",
    rf"(?:i )?(?:do not|don'?t|dont) (?:want to )?share {_PIECE}",
    rf"unshare {_PIECE}",
    rf"(?:keep|make) {_PIECE} private",
    rf"(?:keep )?{_PIECE} (?:is |should be |stays )?(?:just |only )*(?:for me(?: only)?|to myself)",
    rf"(?:nobody|no one|noone) (?:may|should|can|must) (?:read|see|know) {_PIECE}",
)
_SHARE = (
    rf"{_LAST} (?:{_SOFT} )*mag (?:{_SOFT} )*{_WITH} (?:{_SOFT} )*(?:lezen|weten|zien|horen)",
    rf"(?:mag|mogen|kan|kunnen) {_LAST} (?:{_SOFT} )*{_WITH} (?:{_SOFT} )*"
    rf"(?:lezen|weten|zien|horen)",
    rf"{_LAST} (?:mogen|kunnen) {_WITH} (?:{_SOFT} )*(?:lezen|weten|zien|horen)",
    rf"{_WITH} (?:mag|mogen|kan|kunnen) {_LAST} (?:{_SOFT} )*(?:lezen|weten|zien|horen)",
    rf"deel {_LAST}(?: {_SOFT})*(?: met {_WITH})?(?: {_SOFT})*",
    rf"del(?:en|e) met {_WITH}",
    rf"deel (?:{_SOFT} )*met {_WITH}",
    rf"{_LAST} (?:wil|mag|kun) (?:ik|je) (?:{_SOFT} )*delen(?: met {_WITH})?",
    rf"{_LAST} (?:{_SOFT} )*delen(?: met {_WITH})?",
    rf"(?:vertel|zeg) {_LAST} (?:{_SOFT} )*(?:aan|tegen) {_WITH}",
    rf"(?:you (?:can|may) )?(?:tell|show) {_WITH} {_LAST}",
    rf"{_WITH} (?:can|may|should) (?:read|know|see|have) {_LAST}",
    rf"(?:you (?:can|may) )?share {_LAST}(?: with {_WITH})?",
    rf"(?:you (?:can|may) )?share with {_WITH}",
    rf"let {_WITH} (?:read|know|see) {_LAST}",
)
_EVERYONE = re.compile(
    r"iedereen|allemaal|everyone|everybody|anyone|all of them|moeder|vader|mama|papa|ouders?|kind|"
    r"mum|mom|dad|mother|father|parents?|anderen|others|rest",
    re.IGNORECASE,
)
# "Maar niet mijn ex": the others who would read it are named before it is shared.
_BUT = r"(?:,? (?:maar|but|en|and) (?:\w+ )?(?:niet|not|nooit|never)(?: (?!meer\b)\w+){1,4})?"
_BACKS = [re.compile(f"{_START}(?:{each}){_END}", re.IGNORECASE) for each in _BACK]
_BACKS_OF = [re.compile(f"{_START}(?:{each}){_END}", re.IGNORECASE) for each in _BACK_OF]
_SHARES = [re.compile(f"{_START}(?:{each}){_BUT}{_END}", re.IGNORECASE) for each in _SHARE]
_MAY_I = re.compile(rf"{_START}(?:kan|mag|kun|can|could|may) (?:ik|je|i|you)\b", re.IGNORECASE)
_THINKS_BETTER = re.compile(
    r"\btoch\b|\blaat maar\b|never ?mind|forget it|\bdoe maar niet\b|\bliever niet\b|\bwait\b|"
    r"\bwacht\b|rather not|\bnee nee\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class SharingSaid:
    """``to``: who may read what was said last, from now on; ``what``: words of the piece that is
    meant, where it is another."""

    to: Visibility
    what: str = ""


def sharing_said(text: str) -> SharingSaid | None:
    """Who may read it from now on, in a short text that says only that; else None."""
    plain = " ".join(text.replace("’", "'").split())
    if not plain or len(plain.split()) > MOST:
        return None
    if plain.endswith("?"):  # "may I …?" asks to take it back; who may read it is another question
        asks = _MAY_I.match(plain) and any(each.fullmatch(plain.rstrip("? ")) for each in _BACKS)
        return SharingSaid(Visibility.ME) if asks else None
    if any(each.fullmatch(plain) for each in _BACKS):
        return SharingSaid(Visibility.ME)
    if back := next((hit for each in _BACKS_OF if (hit := each.fullmatch(plain))), None):
        return SharingSaid(Visibility.ME, _about(back))
    found = next((hit for each in _SHARES if (hit := each.fullmatch(plain))), None)
    if found is None:
        return None
    heard = found.groupdict()
    all_of_them = heard.get("who") and _EVERYONE.fullmatch(heard["who"])
    return SharingSaid(Visibility.EVERYONE if all_of_them else Visibility.TEAM, _about(found))


def _about(found: re.Match[str]) -> str:
    """The words of the piece that is meant."""
    heard = found.groupdict()
    return next((said.strip() for name in _ABOUT if (said := heard.get(name))), "")


def thinks_better(text: str) -> bool:
    """Whether who has just shared something wants that undone: "nee, toch niet", "laat maar"."""
    said = sharing_said(text)
    if said:
        return said.to is Visibility.ME
    return leaning(text) is Leaning.NO and _THINKS_BETTER.search(text) is not None
