"""The usual bot, running: trained once, spoken with over Rasa's own REST channel."""

import hashlib
import sqlite3
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from benchmarks.measure import CROWD
from benchmarks.processes import Memory, NotUp, await_answer, free_port, memory, process
from benchmarks.usual.make_project import SENTENCES, make_project, questions
from bot.settings import PROJECT

FOLDER = PROJECT / "var" / "benchmarks" / "usual"  # kept, so that it is trained only once
NAME = "usual"
MODEL = f"models/{NAME}.tar.gz"
PATIENCE = 300.0  # seconds; it needs some 40 to be ready, more where others work too
MOST_TRIES = 5
COPY = """insert into events (sender_id, type_name, timestamp, intent_name, action_name, data)
          select ?, type_name, timestamp, intent_name, action_name, data
          from events where sender_id = ? and id <= ? order by id"""


class NoQuestion(Exception):
    """The bot did not put the question that was due."""


@dataclass
class UsualTalker:
    """Someone who talks with the usual bot, under a sender id. ``marks``: the last event in the
    tracker store after so many answers."""

    bot: "UsualBot"
    sender: str
    answers: int = 0
    marks: list[int] = field(default_factory=list)

    async def greet(self) -> None:
        """Begin the questions; NoQuestion when the first is not put."""
        await self._say("hoi", self.bot.questions[0])
        self.marks[self.answers :] = [self.bot.last_event()]

    async def answer(self, text: str) -> float:
        """NoQuestion when the next question, or the end of a round, does not come."""
        due = (self.answers + 1) % len(self.bot.questions)
        seconds = await self._say(
            text, self.bot.questions[due] if due else SENTENCES["utter_submit"]
        )
        self.answers += 1
        self.bot.sent += 1
        self.marks.append(self.bot.last_event())
        if not due:
            await self.greet()
        return seconds

    async def _say(self, text: str, expected: str) -> float:
        """Say something, and say it again when nothing comes back, as a person would.

        Rasa answers with nothing when it could not reach its actions (in a crowd it happens that
        it writes to a connection which they had closed); the message is lost then.
        """
        start, body = time.perf_counter(), {"sender": self.sender, "message": text}
        for _ in range(MOST_TRIES):
            answer = await self.bot.http.post("/webhooks/rest/webhook", json=body)
            seconds = time.perf_counter() - start
            said = [reply.get("text") for reply in answer.raise_for_status().json()]
            if said and said[-1] == expected:
                return seconds
            if said:
                break
            self.bot.silent += 1
        raise NoQuestion(f"after “{text}” (answer {self.answers + 1}) came {said}")


@dataclass
class UsualBot:
    """Two processes and two SQLite databases: Rasa's own, and the answers."""

    http: httpx.AsyncClient
    tracker_store: Path
    answers: Path
    pids: Sequence[int]
    questions: Sequence[str]
    sent: int = 0
    silent: int = 0
    _talkers: list[UsualTalker] = field(default_factory=list)

    async def newcomer(self) -> UsualTalker:
        talker = UsualTalker(self, f"person-{len(self._talkers)}")
        await talker.greet()
        self._talkers.append(talker)
        return talker

    async def crowd(self, answers: int) -> Sequence[UsualTalker]:
        """Everyone gets the beginning of the longest conversation for their own.

        Rasa reads a conversation from its store at every turn, so a copy costs what the
        original did; to talk them all that deep would take hours.
        """
        longest = max(self._talkers, key=lambda talker: talker.answers)
        names = [f"crowd-{answers}-{nth}" for nth in range(CROWD)]
        with closing(sqlite3.connect(self.tracker_store)) as database, database:
            for name in names:
                database.execute(COPY, (name, longest.sender, longest.marks[answers]))
        return [UsualTalker(self, n, answers, longest.marks[: answers + 1]) for n in names]

    def last_event(self) -> int:
        return _number(self.tracker_store, "select max(id) from events")

    def given(self) -> int:
        """How many answers were given over the wire, by all together."""
        return self.sent

    def kept(self) -> int:
        """How many answers its database holds."""
        return _number(self.answers, "select count(*) from answers")

    def silences(self) -> int:
        """How often nothing came back, so that it had to be said again."""
        return self.silent

    def memory(self) -> Memory:
        return memory(*self.pids)

    async def close(self) -> None:
        await self.http.aclose()


@contextmanager
def usual_bot(home: Path) -> Iterator[UsualBot]:
    """The usual bot for the length of the block, with its databases and logs under ``home``."""
    train()
    engine, actions = (f"http://127.0.0.1:{free_port()}" for _ in range(2))
    environ = _environ(home, actions)
    rasa = [sys.executable, "-m", "rasa", "run"]
    logs = [home / "engine.log", home / "actions.log"]
    serve = [*rasa, "--interface", "127.0.0.1", "--port", _port(engine), "--model", MODEL]
    act = [*rasa, "actions", "--port", _port(actions)]
    with process(act, FOLDER, environ, logs[1]) as b, process(serve, FOLDER, environ, logs[0]) as a:
        await_answer(b, f"{actions}/health", logs[1], PATIENCE)
        await_answer(a, engine, logs[0], PATIENCE)
        http = httpx.AsyncClient(base_url=engine, timeout=300.0, trust_env=False)
        pids, asked = [a.pid, b.pid], list(questions().values())
        yield UsualBot(http, home / "tracker.db", home / "answers.db", pids, asked)


def train() -> None:
    """Write the project, and train it when it is not the one that was trained before."""
    make_project(FOLDER)
    files = sorted(p for p in FOLDER.rglob("*.yml") if ".rasa" not in p.parts)
    digest = hashlib.sha256(b"".join(p.read_bytes() for p in files)).hexdigest()
    known, log = FOLDER / "trained", FOLDER / "train.log"
    if (FOLDER / MODEL).exists() and known.exists() and known.read_text() == digest:
        return
    print("Training the usual bot (two minutes) …", flush=True)
    command = [sys.executable, "-m", "rasa", "train", "--fixed-model-name", NAME]
    with process(command, FOLDER, _environ(FOLDER, "http://127.0.0.1:1"), log) as training:
        if training.wait():
            raise NotUp(f"the usual bot could not be trained; see {log}")
    known.write_text(digest)


def _environ(home: Path, actions: str) -> dict[str, str]:
    return {
        "USUAL_ACTIONS_URL": actions,
        "USUAL_TRACKER_URL": f"sqlite:///{home / 'tracker.db'}",
        "USUAL_ANSWERS": str(home / "answers.db"),
        "SANIC_HOST": "127.0.0.1",
    }


def _port(url: str) -> str:
    return url.rpartition(":")[2]


def _number(database: Path, query: str) -> int:
    with closing(sqlite3.connect(database)) as opened:
        return int(opened.execute(query).fetchone()[0])
