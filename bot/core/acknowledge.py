"""Which kind of short acknowledgement fits an answer. The words stand in ``data/wording``."""

import re
from enum import StrEnum

from bot.core.method import Cell, Viewpoint

BRIEF = 4  # words
LONG = 45  # words

SHORT = 8  # words; longer, "nog niet" and "lastig" say something else
_UNSURE = re.compile(
    r"\b(geen idee|weet ik (nog )?niet|weet ik veel|weet (het )?(nog )?niet|niet zeker|"
    r"geen flauw|wnie|moeilijk te zeggen|"
    r"ik twijfel|nog niet over nagedacht|no idea|don'?t know|dunno|not sure|hard to say)\b|"
    r"^(dat is |is )?(lastig|moeilijk|nog niet|not yet)[.!?]*$"
)
_FEELING = re.compile(
    r"\b(wakker van|slaap\w* slecht|alleen voor|machteloos|verdriet\w*|bang|boos|moe|huil\w*|"
    r"zorgen|pijn|eenzaam|niemand luistert|kapot|op van|frustr\w*|wanhop\w*|schuldig|"
    r"awake|alone|powerless|sad|scared|angry|tired|cry\w*|worried|lonely|nobody listens|"
    r"exhausted|desperate|guilty)\b"
)


class Kind(StrEnum):
    """The tone of an acknowledgement."""

    UNSURE = "unsure"  # not knowing is an answer too
    FEELING = "feeling"
    LONG = "long"
    BRIEF = "brief"
    PLAIN = "plain"


def kind_of(text: str, cell: Cell) -> Kind:
    """The acknowledgement that fits ``text``, said in ``cell``."""
    words = len(text.split())
    lowered = _plain(text)
    if says_unsure(text):
        return Kind.UNSURE
    if _FEELING.search(lowered):
        return Kind.FEELING
    if words >= LONG:
        return Kind.LONG
    if cell.viewpoint is Viewpoint.EMOTION and words > BRIEF:
        return Kind.FEELING
    return Kind.BRIEF if words <= BRIEF else Kind.PLAIN


def says_unsure(text: str) -> bool:
    """Whether a short text says that somebody does not know."""
    return len(text.split()) <= SHORT and bool(_UNSURE.search(_plain(text)))


def _plain(text: str) -> str:
    return text.lower().replace("\u2019", "'")
