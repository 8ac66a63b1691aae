"""All 58 questions in one conversation, through the real engine, actions and record: each is asked
once, and at the end of the way stands the map."""

from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest
import yaml

from bot.core.language import Language
from bot.core.method import CaseKind
from tests.harness.chat import Chat
from tests.harness.memory import the_method
from tests.harness.replay import Replay
from tests.harness.stack import Stack

SHARED = Path(__file__).parent / "conversations" / "shared"
QUESTIONS = 58
# What people answer; short enough to be given back, and each its own so that none is lost.
ANSWERS: dict[Language, Sequence[str]] = {
    "nl": (
        "we beginnen klein, dat is punt {n} op mijn lijstje",
        "daar hebben de ib'er en ik het {n} keer over gehad",
        "moeder zegt dat het in week {n} beter ging, op school zien we dat nog niet",
        "de mentor pakt dit op en belt voor de {n}e met ouders",
        "ik denk dat {n} mensen hier iets van vinden en dat niemand het hardop zegt",
    ),
    "en": (
        "we start small, that is point {n} on my list",
        "the team leader and I have talked about that {n} times",
        "parents say week {n} was better, at school we don't see that yet",
        "the attendance officer takes this up and rings {n} families",
        "I think {n} people have an opinion about this and nobody says it out loud",
    ),
}
OPENINGS = {("nl", CaseKind.CHILD): "new_case_nl", ("en", CaseKind.CHALLENGE): "new_challenge_en"}
ALIASES = {"nl": "Vlinder", "en": "Out of School North"}
ENDS = {"nl": "Je bent langs alle vragen geweest", "en": "You've been through all the questions"}
MAPS = {"nl": ("overzicht", "20 klaar"), "en": ("overview", "20 done")}


@pytest.fixture
async def way(stack: Stack, language: Language) -> AsyncIterator[Replay]:
    """Someone at the first question of a new case."""
    chat = await Chat.begin(stack.url, language)
    yield Replay(chat, SHARED)
    await chat.close()


@pytest.mark.parametrize(("language", "kind"), list(OPENINGS))
async def test_all_questions_are_asked_once_and_then_the_map_is_full(
    way: Replay, language: Language, kind: CaseKind
) -> None:
    await _begin(way, language, kind)
    texts = [q.text(language, kind).ask for q in the_method().questions.values()]
    expected = [text.replace("{alias}", ALIASES[language]) for text in texts]
    asked = [_question(way)]
    given: list[str] = []
    while ENDS[language] not in way.chat.text:
        given.append(_answer(language, len(given)))
        await way.act({"say": given[-1]})
        asked.append(_question(way))
        assert len(asked) <= QUESTIONS + 1, asked[-3:]
    asks = [next((ask for ask in expected if text.endswith(ask)), "") for text in asked[:-1]]
    assert len(expected) == QUESTIONS
    assert sorted(asks) == sorted(expected)
    await _ends_with_the_map(way, language)
    kept = await way.chat.record()
    assert all(text in kept for text in given)


async def _begin(way: Replay, language: Language, kind: CaseKind) -> None:
    steps = yaml.safe_load((SHARED / f"{OPENINGS[language, kind]}.yaml").read_text("utf-8"))
    for step in steps:
        await way.act(step)


async def _ends_with_the_map(way: Replay, language: Language) -> None:
    """The last answer closes a step, so the map came with it; and it can be asked for."""
    assert any(said["pictures"] for said in way.chat.seen)
    words, full = MAPS[language]
    await way.act({"say": words, "see": full, "with": "pictures"})


def _question(way: Replay) -> str:
    """The question that stands last, without what came before it."""
    text: str = way.chat.seen[-1]["text"]
    return text


def _answer(language: Language, n: int) -> str:
    patterns = ANSWERS[language]
    return patterns[n % len(patterns)].format(n=n + 1)
