"""What is measured: how long a turn takes, and how many turns go through, this deep in."""

import asyncio
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Protocol

from benchmarks.processes import Memory

CROWD = 8  # conversations at once
WARM_UP = 6  # answers of somebody else, before anything is timed
# The turns around each depth: first and last answer, counted from one. Each lies within one round
# of 58 questions, so that nobody has to begin the questions again in the middle of it.
WINDOWS = {1: (1, 3), 10: (4, 15), 100: (94, 105), 200: (194, 205), 1000: (994, 1005)}


class Talker(Protocol):
    """Someone in a conversation with a bot, with a question before them."""

    answers: int  # how many were given so far

    async def answer(self, text: str) -> float:
        """Answer the open question; returns the seconds until the next one was there."""
        ...


class Bot(Protocol):
    """A running bot that people can talk with."""

    async def newcomer(self) -> Talker:
        """Someone who is at the first question."""
        ...

    async def crowd(self, answers: int) -> Sequence[Talker]:
        """CROWD people, who each gave this many answers."""
        ...

    def given(self) -> int:
        """How many answers were given over the wire."""
        ...

    def kept(self) -> int:
        """How many answers its database holds."""
        ...

    def silences(self) -> int:
        """How often nothing came back, so that it had to be said again."""
        ...

    def memory(self) -> Memory:
        """What all its processes hold now."""
        ...

    async def close(self) -> None:
        """Let go of all connections; the processes are ended elsewhere."""
        ...


@dataclass(frozen=True)
class Crowd:
    """``turns``: seconds each, of everyone; ``seconds``: from first message to last reply."""

    turns: Sequence[float]
    seconds: float

    @property
    def rate(self) -> float:
        """Turns a second."""
        return len(self.turns) / self.seconds


@dataclass(frozen=True)
class Measured:
    """One bot. ``alone``: seconds of each turn around a depth; depths not reached are missing."""

    alone: Mapping[int, Sequence[float]]
    crowds: Mapping[int, Crowd]
    memory: Memory
    kept: int  # answers that its database held afterwards
    given: int  # answers that were given
    silences: int  # times that nothing came back, and it had to be said again


def read_answers() -> list[str]:
    """What people answer, in turn."""
    path = Path(__file__).parent / "answers.txt"
    return path.read_text(encoding="utf-8").splitlines()


def percentile(values: Sequence[float], percent: int) -> float:
    """The smallest value that this share of the values does not exceed."""
    place = -(-len(values) * percent // 100)  # rounded up
    return sorted(values)[max(place, 1) - 1]


async def measure(bot: Bot, depths: Sequence[int], minutes: float) -> Measured:
    """Everything there is to measure of a running bot, at these depths."""
    try:
        alone = await talk_alone(bot, depths, minutes)
        crowds = {depth: await talk_together(bot, depth) for depth in alone}
        counts = (bot.kept(), bot.given(), bot.silences())
        return Measured(alone, crowds, bot.memory(), *counts)
    finally:
        await bot.close()


async def talk_alone(bot: Bot, depths: Sequence[int], minutes: float) -> dict[int, list[float]]:
    """One conversation up to the deepest window, or as deep as it gets in this many minutes."""
    answers, until = read_answers(), time.monotonic() + minutes * 60
    await talk_on(await bot.newcomer(), WARM_UP, answers)
    talker, found = await bot.newcomer(), dict[int, list[float]]()
    for depth in sorted(depths):
        first, last = WINDOWS[depth]
        while talker.answers < first - 1 and time.monotonic() < until:
            await talk_on(talker, 1, answers)
        if talker.answers != first - 1:
            break
        found[depth] = await talk_on(talker, last - talker.answers, answers)
        print(f"  one, {depth:,} answers in: {median(found[depth]) * 1000:,.0f} ms", flush=True)
    return found


async def talk_together(bot: Bot, depth: int) -> Crowd:
    """Everyone at once through one window, each sending as soon as their reply is there."""
    first, last = WINDOWS[depth]
    talkers, answers = await bot.crowd(first - 1), read_answers()
    start = time.perf_counter()
    turns = await asyncio.gather(
        *(talk_on(t, last - t.answers, answers, nth * 7) for nth, t in enumerate(talkers))
    )
    crowd = Crowd([turn for each in turns for turn in each], time.perf_counter() - start)
    print(f"  {CROWD}, {depth:,} answers in: {crowd.rate:.1f} turns a second", flush=True)
    return crowd


async def talk_on(
    talker: Talker, turns: int, answers: Sequence[str], ahead: int = 0
) -> list[float]:
    """So many turns more, in seconds each; ``ahead`` begins elsewhere in the answers."""
    return [
        await talker.answer(answers[(talker.answers + ahead) % len(answers)]) for _ in range(turns)
    ]
