"""Who is to do what is agreed, from one sentence."""

import re
from collections.abc import Iterator, Mapping

from bot.core.verbs import is_bare, is_finite, is_infinitive, words_of

_ARTICLE = r"(?:(?:de|het|een|mijn|onze|haar|zijn|hun|the|a|an|my|our|her|his|their)\s+)?"
# After one of these somebody is whom it is done with or for, not who does it.
_WITH = re.compile(
    r"\b(met|aan|bij|naar|van|voor|over|tegen|with|to|for|from|at|about|by|niet|not)\s+"
    rf"{_ARTICLE}$",
    re.IGNORECASE,
)
_AND = re.compile(rf"\s*(?:,|&|\ben\b|\band\b|\bsamen met\b|\btogether with\b)\s*{_ARTICLE}$", re.I)
_BETWEEN = frozenset(
    "zelf ook dan nog even eerst nu gewoon alvast himself herself also then".split()
)
_STRANGER = re.compile(  # begins the clause, and the verb stands right before whom it is done to
    r"(?:\A|[.,;:!?]\s+)(?:(?:[^\W\d_]\.){1,3}|(?:de|het|mijn|onze|haar|zijn|the|my|our|her|his)\s+"
    r"(?!volgende|week|dag|maand|next|same|day)[^\W\d_]{3,})\s+(?P<verb>[^\W\d_]+)\s+"
    rf"{_ARTICLE}$",
    re.IGNORECASE,
)
_SELF = frozenset("ik ikzelf i myself".split())
_LETTING = frozenset("laat let".split())  # "laat Fatima bellen": she calls
_ALL = re.compile(
    r"\b(?:we|wij|iedereen|allemaal|everyone|everybody|all of us)(?!\w)", re.IGNORECASE
)


_NEAR = 80  # characters before somebody is named, in which it shows what they have to do with it


def doer(text: str, known: Mapping[str, str]) -> str | None:
    """Whom a sentence names as the one who does it; None when it names nobody so, or everybody.

    ``known``: words for people, in lower case → what stands for each.
    """
    if subject := subject_of(text, known):
        return subject
    everybody = _ALL.search(text)
    for found in _people(text, known):
        if everybody and everybody.start() < found.start():
            return None
        if _has_its_own(_before(text, found)):
            return None
        if not _WITH.search(_before(text, found)) and not _is_object(text, found):
            return known[found[0].lower()]
    return None


def subject_of(text: str, known: Mapping[str, str]) -> str | None:
    """Who stands in front of a verb that is theirs ("de mentor belt"), or right behind it after
    something else ("dinsdag belt de mentor"); None when nobody does, or everybody."""
    everybody = _ALL.search(text)
    first: str | None = None
    for found in _people(text, known):
        if everybody and everybody.start() < found.start():
            return None
        before, after = _before(text, found), text[found.end() :][:_NEAR]
        joined = first is not None and _AND.search(before) is not None
        first = first if joined else known[found[0].lower()]
        if _WITH.search(before) and not joined:
            first = None
        elif _is_theirs(after, many=joined) or (_is_behind(before) and not _has_its_own(before)):
            return first
    return None


def others_of(text: str, known: Mapping[str, str]) -> list[str]:
    """Who does it together with the first ("Jan en Fatima gaan"), as they are named."""
    found = list(_people(text, known))
    first = doer(text, known)
    begins = next((n for n, each in enumerate(found) if known[each[0].lower()] == first), None)
    if begins is None:
        return []
    others: list[str] = []
    for earlier, later in zip(found[begins:], found[begins + 1 :], strict=False):
        if not _AND.fullmatch(text[earlier.end() : later.start()]):
            break
        if known[later[0].lower()] not in (first, *others):
            others.append(known[later[0].lower()])
    return others


def named_in(text: str, known: Mapping[str, str]) -> list[str]:
    """Everybody who is named in it, whatever they do or don't, in the order in which they are."""
    return list(dict.fromkeys(known[found[0].lower()] for found in _people(text, known)))


def _people(text: str, known: Mapping[str, str]) -> Iterator[re.Match[str]]:
    words = sorted(known, key=len, reverse=True)
    if words:
        anyone = rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)"
        yield from re.finditer(anyone, text, re.IGNORECASE)


def _before(text: str, found: re.Match[str]) -> str:
    return text[max(0, found.start() - _NEAR) : found.start()]


def _is_theirs(after: str, many: bool) -> bool:
    """Whether a verb follows that can be theirs: "belt", and of several "bellen"."""
    following = [word for word in words_of(after) if word not in _BETWEEN]
    if not following or re.match(r"\s*[,.;]", after):
        return False
    return is_finite(following[0]) or (many and is_infinitive(following[0]))


def _is_behind(before: str) -> bool:
    """Whether a verb stands right before them, and something before that: "dinsdag belt …"."""
    said = words_of(re.sub(rf"{_ARTICLE}$", "", before, flags=re.IGNORECASE))
    return len(said) > 1 and is_finite(said[-1])


def _has_its_own(before: str) -> bool:
    """Whether somebody whom we don't know stands before the verb in front of them, and does it:
    "M. calls …", "de ibber stuurt …"."""
    found = _STRANGER.search(before)
    return found is not None and is_finite(found["verb"].lower())


def _is_object(text: str, found: re.Match[str]) -> bool:
    """Whether they are whom it is done to: "Leo nabellen", "bel Leo"."""
    before, after = words_of(_before(text, found)), words_of(text[found.end() :][:_NEAR])
    if found[0].lower() in _SELF:
        return False
    called = 0 < len(before) <= 2 and before[-1] not in _LETTING and is_bare(before[-1])
    return called or (bool(after) and is_infinitive(after[0]))
