"""Zwaan, running: the real three processes, spoken with as the web page does."""

import asyncio
import sqlite3
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.measure import CROWD, read_answers, talk_on
from benchmarks.processes import Memory, await_answer, free_port, memory, process
from bot.connectors.console import WebClient
from bot.content.wording_files import read_words
from bot.core.words import Words
from bot.settings import PROJECT

ALIAS = "Vlinder"
PATIENCE = 300.0  # seconds; it needs some 20 to be ready, more where others work too
MOST_STEPS = 12  # from hello, or from the last question of a case, to the first of the next
LONGEST = 60.0  # seconds to wait for a reply
# Whoever runs this may have settings of their own; none of them reaches the measured Zwaan.
OTHER_SETTINGS = (
    "ZWAAN_DATABASE_URL",
    "ZWAAN_SECRET_KEY",
    "ZWAAN_ENGINE_SECRET",
    "ZWAAN_REDIS_URL",
    "ZWAAN_HOST",
    "ZWAAN_TIMEZONE",
    "TELEGRAM_TOKEN",
    "TELEGRAM_WEBHOOK_URL",
)

Said = dict[str, Any]  # one bubble, as the page gets it


class Lost(Exception):
    """Zwaan said something else than was due: an answer not kept, a case not begun."""


@dataclass
class ZwaanTalker:
    """Someone with the page open."""

    client: WebClient
    words: Words
    answers: int = 0
    _heard: asyncio.Queue[Said] = field(default_factory=asyncio.Queue)
    _listening: asyncio.Task[None] | None = None

    async def come_in(self) -> None:
        """Open the page, consent, and begin a case."""
        await self.client.open()
        self._listening = asyncio.create_task(self._listen())
        await self.client.post("event", "open")
        await self._to_question((await self._replies())[-1])

    async def answer(self, text: str) -> float:
        start = time.perf_counter()
        await self.client.post("text", text)
        said = await self._replies()
        seconds = time.perf_counter() - start
        await self.client.seen()
        if self._title("undo") not in _titles(said[0]):
            raise Lost(f"“{text}” was not kept as an answer: {said[0]['text']}")
        self.answers += 1
        await self._to_question(said[-1])
        return seconds

    async def close(self) -> None:
        if self._listening:
            self._listening.cancel()
        await self.client.close()

    async def _to_question(self, said: Said) -> None:
        """Go on until a question is open: begin a case, and a new one when all was asked."""
        for _ in range(MOST_STEPS):
            titles = _titles(said)
            if self._title("explain") in titles:
                return
            if len(titles) == 1:  # no choice but to leave it off: the alias, which is typed
                await self.client.post("text", ALIAS)
            else:
                on = [self._title(name) for name in ("new_case", "concern_no")]
                nth = next((titles.index(title) for title in on if title in titles), 0)
                await self.client.post("tap", said["buttons"][nth]["token"])
            said = (await self._replies())[-1]
        raise Lost(f"no case could be begun; the last was: {said['text']}")

    async def _replies(self) -> list[Said]:
        """What is said until it is someone's turn: a bubble with buttons that go on from there."""
        said: list[Said] = []
        while not said or said[-1]["quiet"] or all(b["stays"] for b in said[-1]["buttons"]):
            said.append(await asyncio.wait_for(self._heard.get(), LONGEST))
        return said

    async def _listen(self) -> None:
        async for name, data in self.client.events():
            if name == "message":
                self._heard.put_nowait(data)

    def _title(self, button: str) -> str:
        return self.words.say("nl", f"button.{button}")


@dataclass
class Zwaan:
    """Gateway, engine and actions, and one SQLite database."""

    url: str
    database: Path
    pid: int
    words: Words
    _talkers: list[ZwaanTalker] = field(default_factory=list)
    _crowd: list[ZwaanTalker] = field(default_factory=list)

    async def newcomer(self) -> ZwaanTalker:
        talker = ZwaanTalker(WebClient(self.url), self.words)
        self._talkers.append(talker)
        await talker.come_in()
        return talker

    async def crowd(self, answers: int) -> Sequence[ZwaanTalker]:
        """The same people every time, who talk on until they are this deep."""
        if not self._crowd:
            self._crowd = [await self.newcomer() for _ in range(CROWD)]
        texts = read_answers()
        await asyncio.gather(*(talk_on(t, answers - t.answers, texts) for t in self._crowd))
        return self._crowd

    def given(self) -> int:
        """How many answers were given over the wire."""
        return sum(talker.answers for talker in self._talkers)

    def kept(self) -> int:
        """How many answers its database holds."""
        with closing(sqlite3.connect(self.database)) as opened:
            return int(opened.execute("select count(*) from answers").fetchone()[0])

    def silences(self) -> int:
        """None: where no reply comes within LONGEST seconds, measuring ends."""
        return 0

    def memory(self) -> Memory:
        return memory(self.pid)

    async def close(self) -> None:
        for talker in self._talkers:
            await talker.close()


@contextmanager
def zwaan_bot(home: Path) -> Iterator[Zwaan]:
    """Zwaan for the length of the block, with its database, key and logs under ``home``."""
    gateway, engine, actions = (free_port() for _ in range(3))
    environ = {
        **dict.fromkeys(OTHER_SETTINGS, ""),
        "ZWAAN_HOME": str(home),
        "ZWAAN_PORT": str(gateway),
        "ZWAAN_ENGINE_URL": f"http://127.0.0.1:{engine}",
        "ZWAAN_ACTIONS_URL": f"http://127.0.0.1:{actions}",
    }
    log = home / "gateway.log"
    with process([sys.executable, "-m", "bot", "run"], PROJECT, environ, log) as running:
        url = f"http://127.0.0.1:{gateway}"
        await_answer(running, url, log, PATIENCE)
        await_answer(running, f"http://127.0.0.1:{engine}/webhooks/gateway/", log, PATIENCE)
        yield Zwaan(url, home / "zwaan.db", running.pid, read_words(PROJECT))


def _titles(said: Said) -> list[str]:
    return [button["title"] for button in said["buttons"]]
