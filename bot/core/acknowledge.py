"""Which kind of short acknowledgement fits an answer. The words stand in ``data/wording``."""

from enum import StrEnum

from bot.core.method import Cell, Viewpoint

BRIEF = 4  # words
LONG = 45  # words

_UNSURE = (
    "geen idee", "weet ik niet", "weet niet", "niet zeker", "nog niet", "geen flauw", "lastig",
    "moeilijk te zeggen", "no idea", "don't know", "dont know", "not sure", "not yet", 
    "hard to say", "dunno", "wnie", "ik twijfel",
)  # fmt: skip


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
    lowered = text.lower()
    if words <= 12 and any(phrase in lowered for phrase in _UNSURE):
        return Kind.UNSURE
    if words >= LONG:
        return Kind.LONG
    if cell.viewpoint is Viewpoint.EMOTION and words > BRIEF:
        return Kind.FEELING
    return Kind.BRIEF if words <= BRIEF else Kind.PLAIN
