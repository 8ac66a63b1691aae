"""Which of the eight insights fits now: a nudge, offered at most once a case, never a verdict."""

import re
from collections.abc import Collection, Iterable
from functools import lru_cache

from bot.core.coverage import Coverage
from bot.core.language import LANGUAGES
from bot.core.method import Group, Insight, Insights, Method, Step

_WORD = re.compile(r"[\w'-]+")
ALWAYS = "always"
NOBODY_SPOKE = "nobody_spoke_with_child"


def fitting(
    method: Method,
    coverage: Coverage,
    texts: Iterable[str],
    parties: Collection[str],
    given: Collection[str],
    step_ends: bool = False,
    role: str | None = None,
) -> Insight | None:
    """The insight to offer after a cell, or None.

    ``texts`` are the answers of that cell, ``parties`` the ids of all roles named in the case so
    far, ``given`` the ids of insights that were offered before. When a step ends, the one that
    always fits may be offered where nothing else does. ``role`` is that of who answered.
    """
    signals = set(heard(method.insights, texts))
    if coverage.seen(Step.EXPLORE) and not _child_or_parent_named(method, parties):
        signals.add(NOBODY_SPOKE)
    speaker = method.roles.get(role or "")
    if speaker and speaker.group is Group.YOUNG:
        signals.discard(NOBODY_SPOKE)  # it is the young person who speaks
    if step_ends:
        signals.add(ALWAYS)
    fresh = [i for i in method.insights.insights if i.when in signals and i.id not in given]
    return min(fresh, key=lambda insight: insight.when == ALWAYS, default=None)


def heard(insights: Insights, texts: Iterable[str]) -> list[str]:
    """The signals whose phrases stand in any of the texts."""
    said = [_words(text) for text in texts]
    return [
        signal
        for signal, phrases in insights.signals.items()
        if any(_phrase(p) in text for lang in LANGUAGES for p in phrases.in_(lang) for text in said)
    ]


def _words(text: str) -> str:
    """The words of a text with a space around each, so that no phrase is found inside a word."""
    return " " + " ".join(_WORD.findall(text.lower().replace("\u2019", "'"))) + " "


_phrase = lru_cache(maxsize=None)(_words)  # the method's own, a few hundred, the same every time


def _child_or_parent_named(method: Method, parties: Collection[str]) -> bool:
    close = (Group.YOUNG, Group.FAMILY)
    return any(method.roles[p].group in close for p in parties if p in method.roles)
