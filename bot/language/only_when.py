"""Whether a text says nothing but a day or a time: "doe maar woensdagochtend half negen"."""

import re
from datetime import date

from bot.language.clock_said import find_time
from bot.language.rhythm_said import Wish, wanted

MOST = 10  # words
_ANY_DAY = date(2001, 1, 1)  # which one it is, makes no difference to a time
_TIME = frozenset(
    """
om op in rond tegen voor over na bij half kwart uur u uurtje minuten van de het een elke iedere
ochtend ochtends ochtens morgen morgens middag middags avond avonds nacht s t eind einde begin
eerste laatste vroeg later eerder laat vroeger at on around about past to half quarter oclock o
clock am pm every each morning mornings afternoon afternoons evening evenings noon the week early
late
""".split()
)
_SOFT = frozenset(
    """
doe maar dan liever graag mij best is goed prima kan ook wel ja nee ok oke okay eh uh hm nou en of
mag als dat past beter me ik wil krijg hem zet alsjeblieft aub svp dus toch gewoon please make it
rather better id like would prefer yes no and or then can you we do lets let that suits works for
""".split()
)
_WORD = re.compile(r"[^\W\d_]+")


def says_only_when(text: str) -> bool:
    """Whether it tells a weekday or a time of day, and not one word more."""
    words = _WORD.findall(text.lower())
    if len(words) > MOST or wanted(text, _ANY_DAY, "nl").wish is not Wish.AT:
        return False
    return all(word in _TIME | _SOFT or _tells(word) for word in words)


def _tells(word: str) -> bool:
    """Whether a word by itself is a weekday, a part of the day, or an hour."""
    return (
        wanted(word, _ANY_DAY, "nl").weekday is not None or find_time(f"om {word} uur") is not None
    )
