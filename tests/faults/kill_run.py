"""Kills at random moments while several people answer: ``python -m tests.faults.kill_run``.

Gateway and actions are killed most, the engine now and then, since it takes long to be back. At
the end every answer must stand once, under the question that its writer saw, in order.
"""

import argparse
import asyncio
import logging
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from tests.faults.kept import Reader
from tests.harness.frail import BUSY, FrailStack
from tests.harness.patient import Patient

log = logging.getLogger(__name__)

PEOPLE = 4
MOST_ANSWERS = 50  # of one person; the method has 58 questions
ENGINE_EVERY = 30  # of so many kills one is the engine's
LATEST = 1.5  # seconds; the longest that everything is up before the next kill
REST = 30.0  # seconds for the bookkeeping of the last message


class Person(Protocol):
    """Someone at the first question of a case, on any channel."""

    async def send(self, kind: str, content: str) -> Any: ...
    async def reply(self) -> dict[str, Any]: ...
    async def close(self) -> None: ...
    def conversation(self, secret: bytes) -> str: ...
    def out_of_order(self, asked: list[str]) -> bool: ...

    @property
    def question(self) -> str: ...


Arrive = Callable[[], Awaitable[Person]]


@dataclass
class Writer:
    """Someone who answers with numbered answers, and what they saw while doing so."""

    person: Person
    number: int
    given: list[tuple[str, str]] = field(default_factory=list)

    async def write(self, over: asyncio.Event) -> None:
        """Answer until it is over; the last answer is waited for."""
        while not over.is_set() and len(self.given) < MOST_ANSWERS:
            nth = len(self.given) + 1
            text = f"Antwoord {nth} van schrijver {self.number} over deze week op school"
            asked = self.person.question
            await self.person.send("text", text)
            said = await self.person.reply()
            self.given.append((asked, text))
            if said["text"].startswith("Sorry"):
                continue  # it was set aside: the comparison with the record will tell
            await asyncio.sleep(random.uniform(0, 0.2))


@dataclass
class Outcome:
    """What came of a run. ``wrong``: one line for each thing that is not as it should be."""

    kills: Counter[str] = field(default_factory=Counter)
    writers: int = 0
    answers: int = 0
    seconds: float = 0.0
    wrong: list[str] = field(default_factory=list)
    also: dict[str, int] = field(default_factory=dict)  # what the channel counted

    def table(self) -> str:
        killed = "\n".join(f"  {name:<24}{n:>6}" for name, n in sorted(self.kills.items()))
        rows = {
            "kills": self.kills.total(),
            "people": self.writers,
            "answers given": self.answers,
            "minutes": round(self.seconds / 60, 1),
            **self.also,
            "wrong": len(self.wrong),
        }
        lines = "\n".join(f"{name:<26}{n:>6}" for name, n in rows.items())
        return "\n".join([lines, "killed with SIGKILL", killed, *self.wrong])


async def kill_run(
    stack: FrailStack,
    reader: Reader,
    kills: int,
    seed: int,
    arrive: Arrive | None = None,
    people: int = PEOPLE,
) -> Outcome:
    """Kill so often, under load, and compare what was said with what is kept.

    ``arrive``: how people come in; by the page when it is not said.
    """
    arrive = arrive or partial(Patient.come_in, stack.url)
    outcome, over, began = Outcome(), asyncio.Event(), time.monotonic()
    writers: list[Writer] = []
    aside = reader.mail().inbox.get("set_aside", 0)
    try:
        async with asyncio.TaskGroup() as tasks:
            for _ in range(people):
                tasks.create_task(_seat(arrive, writers, over))
            await _kill(stack, kills, random.Random(seed), outcome.kills)
            over.set()
        await _at_rest(reader, outcome)
    finally:
        for writer in writers:
            await writer.person.close()
    for writer in writers:
        outcome.wrong += _compare(writer, reader)
    set_aside = reader.mail().inbox.get("set_aside", 0) - aside
    outcome.wrong += [f"{set_aside} messages were set aside"] if set_aside else []
    outcome.writers, outcome.seconds = len(writers), time.monotonic() - began
    outcome.answers = sum(len(writer.given) for writer in writers)
    return outcome


async def _seat(arrive: Arrive, writers: list[Writer], over: asyncio.Event) -> None:
    """One place at the table: who has answered enough makes room for the next."""
    while not over.is_set():
        writer = Writer(await arrive(), len(writers) + 1)
        writers.append(writer)
        await writer.write(over)


async def _kill(stack: FrailStack, kills: int, dice: random.Random, done: Counter[str]) -> None:
    while (left := kills - done.total()) > 0:
        await asyncio.sleep(dice.uniform(0, LATEST))
        victims = _victims(done.total() + 1, dice)[:left]
        for name in victims:
            await asyncio.to_thread(stack.kill, name)
            done[name] += 1
        await stack.again(*victims)
        log.info("killed %s: %d so far", " and ".join(victims), done.total())


def _victims(number: int, dice: random.Random) -> list[str]:
    """Who dies now: one, or the gateway and the actions at once; now and then the engine."""
    if number % ENGINE_EVERY >= ENGINE_EVERY - 2:  # two, as a double kill may step over one
        return ["gateway", "engine"] if dice.random() < 0.5 else ["engine", "actions"]
    return dice.choice([["gateway"], ["actions"], ["gateway", "actions"]])


async def _at_rest(reader: Reader, outcome: Outcome) -> None:
    deadline = time.monotonic() + REST
    while not reader.mail().at_rest:
        if time.monotonic() > deadline:
            outcome.wrong.append(f"the mailbox did not come to rest: {reader.mail()}")
            return
        await asyncio.sleep(0.1)


def _compare(writer: Writer, reader: Reader) -> list[str]:
    """What is lost, double, elsewhere or out of order."""
    kept = reader.kept(writer.person)
    who, wrong = f"writer {writer.number}", []
    texts = Counter(text for _, text in kept.answers)
    for asked, text in writer.given:
        if texts[text] == 0:
            wrong.append(f"{who}: lost: {asked}")
        elif texts[text] > 1:
            wrong.append(f"{who}: {texts[text]} times: {asked}")
    if not wrong and kept.answers != writer.given:
        wrong.append(f"{who}: in another question or order")
    if writer.person.out_of_order([asked for asked, _ in writer.given]):
        wrong.append(f"{who}: a question came out of order")
    if kept.extras:
        wrong.append(f"{who}: left behind: {kept.extras}")
    if kept.open_question != writer.person.question:
        wrong.append(f"{who}: {kept.open_question} is open, not {writer.person.question}")
    return wrong


async def _run(kills: int, seed: int) -> Outcome:
    with tempfile.TemporaryDirectory() as folder:
        stack = FrailStack(Path(folder) / "home").start()
        try:
            stack.wait(BUSY)
            reader = Reader.of(stack.settings)
            try:
                return await kill_run(stack, reader, kills, seed)
            finally:
                reader.close()
        finally:
            stack.stop()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    asked = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    logging.getLogger("httpx").setLevel(logging.WARNING)
    print(f"seed {asked.seed}", flush=True)
    outcome = asyncio.run(_run(asked.kills, asked.seed))
    print(outcome.table())
    return 1 if outcome.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
