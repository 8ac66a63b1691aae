"""What is measured: how long a turn takes, and how many turns go through, this deep in."""

import asyncio
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
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
    """One bot. ``alone``: seconds of each turn around a depth; depths not reached are missing.
    ``fresh``: of each depth, the turns of somebody ten answers in, each after one of those."""

    alone: Mapping[int, Sequence[float]]
    fresh: Mapping[int, Sequence[float]]
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


async def measure(bots: Mapping[str, Bot], depths: Sequence[int], minutes: float) -> list[Measured]:
    """Everything there is to measure of running bots, in turn at each depth: a machine that is
    faster in one minute than in the next is so for all of them."""
    try:
        courses = [await Course.begin(name, bot, minutes) for name, bot in bots.items()]
        for depth in sorted(depths):
            for course in courses:
                await course.talk_alone(depth)
            for course in courses:
                await course.talk_together(depth)
        return [course.measured() for course in courses]
    finally:
        for bot in bots.values():
            await bot.close()


@dataclass
class Course:
    """One bot while it is measured. ``left``: seconds that its one conversation may take yet."""

    name: str
    bot: Bot
    left: float
    talker: Talker
    answers: Sequence[str]
    alone: dict[int, list[float]] = field(default_factory=dict)
    fresh: dict[int, list[float]] = field(default_factory=dict)
    crowds: dict[int, Crowd] = field(default_factory=dict)

    @classmethod
    async def begin(cls, name: str, bot: Bot, minutes: float) -> "Course":
        answers = read_answers()
        await talk_on(await bot.newcomer(), WARM_UP, answers)
        return cls(name, bot, minutes * 60, await bot.newcomer(), answers)

    async def talk_alone(self, depth: int) -> None:
        """The one conversation up to this depth, or as deep as it gets in the time that is left."""
        first, last = WINDOWS[depth]
        start = time.monotonic()
        while self.talker.answers < first - 1 and time.monotonic() - start < self.left:
            await talk_on(self.talker, 1, self.answers)
        self.left -= time.monotonic() - start
        if self.talker.answers != first - 1:
            return
        other = await self._ten_in()
        self.alone[depth], self.fresh[depth] = [], []
        for _ in range(first, last + 1):
            self.alone[depth] += await talk_on(self.talker, 1, self.answers)
            self.fresh[depth] += await talk_on(other, 1, self.answers)
        spent = median(self.alone[depth]) * 1000
        print(f"  {self.name}, one, {depth:,} answers in: {spent:,.0f} ms", flush=True)

    async def talk_together(self, depth: int) -> None:
        """Everyone at once through one window, each sending as soon as their reply is there."""
        if depth not in self.alone:
            return
        first, last = WINDOWS[depth]
        talkers = await self.bot.crowd(first - 1)
        start = time.perf_counter()
        turns = await asyncio.gather(
            *(talk_on(t, last - t.answers, self.answers, n * 7) for n, t in enumerate(talkers))
        )
        crowd = Crowd([turn for each in turns for turn in each], time.perf_counter() - start)
        self.crowds[depth] = crowd
        rate = f"{crowd.rate:.1f} turns a second"
        print(f"  {self.name}, {CROWD}, {depth:,} answers in: {rate}", flush=True)

    def measured(self) -> Measured:
        counts = (self.bot.kept(), self.bot.given(), self.bot.silences())
        return Measured(self.alone, self.fresh, self.crowds, self.bot.memory(), *counts)

    async def _ten_in(self) -> Talker:
        """Somebody else, at the beginning of the window at ten answers."""
        other = await self.bot.newcomer()
        await talk_on(other, WINDOWS[10][0] - 1, self.answers)
        return other


async def talk_on(
    talker: Talker, turns: int, answers: Sequence[str], ahead: int = 0
) -> list[float]:
    """So many turns more, in seconds each; ``ahead`` begins elsewhere in the answers."""
    return [
        await talker.answer(answers[(talker.answers + ahead) % len(answers)]) for _ in range(turns)
    ]
