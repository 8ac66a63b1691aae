"""The real web connector with a gateway in memory, and trouble on the road when a test asks."""

import asyncio
import contextlib
import socket
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

import uvicorn
from starlette.applications import Starlette
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.connectors.web.app import WebConnector
from bot.content.wording_files import read_page_words, read_words
from bot.core.words import Words
from bot.gateway.intake import MOST_CHARACTERS
from bot.settings import PROJECT
from tests.harness.memory_door import MemoryDoor

SECRET = b"only for tests"


@cache
def words() -> Words:
    return read_words(PROJECT)


@cache
def page_words() -> dict[str, dict[str, str]]:
    return read_page_words(PROJECT)


def web_app(door: MemoryDoor) -> Starlette:
    """The web connector as the gateway serves it, in front of this door."""
    return WebConnector(door, words(), page_words(), SECRET, MOST_CHARACTERS).app()


@dataclass
class Road:
    """Everything between browser and app. Each set holds paths.

    ``blocked``: nothing arrives and the browser gets a 502, as of a proxy. ``forgetful``: it
    arrives, but the browser gets a 502 for an answer. ``slow``: it arrives when ``go`` is set.
    """

    app: ASGIApp
    blocked: set[str] = field(default_factory=set)
    forgetful: set[str] = field(default_factory=set)
    slow: set[str] = field(default_factory=set)
    go: asyncio.Event = field(default_factory=asyncio.Event)
    _served: Counter[str] = field(default_factory=Counter)

    def served(self, path: str) -> int:
        """How many requests came by, whatever became of them."""
        return self._served[path]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope["path"]
        self._served[path] += 1
        if path in self.slow:
            await self.go.wait()
        if path in self.blocked:
            await _bad_gateway(send)
        elif path in self.forgetful:
            await self.app(scope, receive, _nowhere)
            await _bad_gateway(send)
        else:
            await self.app(scope, receive, send)


@dataclass
class PageServer:
    """Serves in the event loop of the test; can be stopped and started again on its port."""

    door: MemoryDoor = field(default_factory=MemoryDoor)
    port: int = 0

    def __post_init__(self) -> None:
        self.road = Road(web_app(self.door))

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def start(self) -> None:
        listener = socket.socket()
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", self.port))
        self.port = listener.getsockname()[1]
        config = uvicorn.Config(self.road, ws="none", lifespan="off", log_level="warning")
        self._server = _Server(config)
        self._serving = asyncio.create_task(self._server.serve([listener]))
        while not self._server.started:
            await asyncio.sleep(0.005)

    async def stop(self) -> None:
        self.door.hang_up()
        self.road.go.set()
        self._server.should_exit = True
        await self._serving


class _Server(uvicorn.Server):
    """Leaves the signals to pytest."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


async def _bad_gateway(send: Send) -> None:
    headers = [(b"content-type", b"text/html"), (b"content-length", b"11")]
    await send({"type": "http.response.start", "status": 502, "headers": headers})
    await send({"type": "http.response.body", "body": b"bad gateway"})


async def _nowhere(message: Message) -> None:
    """The answer gets lost."""
