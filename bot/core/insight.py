"""Which of the eight insights fits now: a nudge, offered at most once a case, never a verdict."""

from collections.abc import Collection, Iterable

from bot.core.coverage import Coverage
from bot.core.language import LANGUAGES
from bot.core.method import Group, Insight, Insights, Method, Step

NOBODY_SPOKE = "nobody_spoke_with_child"


def fitting(
    method: Method,
    coverage: Coverage,
    texts: Iterable[str],
    parties: Collection[str],
    given: Collection[str],
) -> Insight | None:
    """The insight to offer after a cell, or None.

    ``texts`` are the answers of that cell, ``parties`` the ids of all roles named in the case so
    far, ``given`` the ids of insights that were offered before.
    """
    signals = set(heard(method.insights, texts))
    if coverage.seen(Step.EXPLORE) and not _child_or_parent_named(method, parties):
        signals.add(NOBODY_SPOKE)
    for insight in method.insights.insights:
        if insight.when in signals and insight.id not in given:
            return insight
    return None


def heard(insights: Insights, texts: Iterable[str]) -> list[str]:
    """The signals whose phrases stand in any of the texts."""
    said = [" " + " ".join(text.lower().split()) + " " for text in texts]
    return [
        signal
        for signal, phrases in insights.signals.items()
        if any(p.lower() in text for lang in LANGUAGES for p in phrases.in_(lang) for text in said)
    ]


def _child_or_parent_named(method: Method, parties: Collection[str]) -> bool:
    close = (Group.YOUNG, Group.FAMILY)
    return any(method.roles[p].group in close for p in parties if p in method.roles)
