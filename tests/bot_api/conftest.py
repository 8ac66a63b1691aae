"""A bot that is plain HTTP, a gateway for its webhook, and somebody to talk with."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest
import pytest_asyncio
from aiohttp import web

from tests.bot_api import (
    FakeBotApi,
    Limits,
    TelegramPerson,
)

YES = {"text": "Ja, dat", "callback_data": "yes"}
NO = {"text": "Nee", "callback_data": "no"}


@dataclass
class Bot:
    """Calls methods with JSON, and keeps only what the API says."""

    http: httpx.AsyncClient
    root: str

    async def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        answer = await self.http.post(self.root + method, json=parameters)
        body: dict[str, Any] = answer.json()
        assert body["ok"] == (answer.status_code == 200)
        assert body["ok"] or body["error_code"] == answer.status_code
        return body

    async def do(self, method: str, **parameters: Any) -> Any:
        body = await self.call(method, **parameters)
        assert body["ok"], body
        return body["result"]

    async def refusal(self, method: str, **parameters: Any) -> str:
        body = await self.call(method, **parameters)
        assert not body["ok"], body
        return f"{body['error_code']} {body['description']}"

    async def ask(self, person: TelegramPerson, text: str, *buttons: dict[str, str]) -> Any:
        markup = {"reply_markup": {"inline_keyboard": [list(buttons)]}} if buttons else {}
        return await self.do("sendMessage", chat_id=person.user_id, text=text, **markup)


@pytest_asyncio.fixture
async def api() -> AsyncIterator[FakeBotApi]:
    async with FakeBotApi(limits=Limits.none()) as running:
        yield running


@pytest_asyncio.fixture
async def bot(api: FakeBotApi) -> AsyncIterator[Bot]:
    async with httpx.AsyncClient(timeout=5, verify=False) as http:  # no TLS: spares 0.1 s
        yield Bot(http, f"{api.base_url}{api.token}/")


@pytest.fixture
def anna(api: FakeBotApi) -> TelegramPerson:
    """Somebody who pressed Start."""
    person = api.person("Anna", username="anna_k")
    person.start()
    return person


@dataclass
class Gateway:
    """Receives a webhook; answers with the statuses that are set, and then with 200."""

    statuses: list[int] = field(default_factory=list)
    failing: set[int] = field(default_factory=set)  # chats that get a 500
    got: list[dict[str, Any]] = field(default_factory=list)
    refused: int = 0
    secrets: list[str | None] = field(default_factory=list)
    url: str = ""

    async def receive(self, request: web.Request) -> web.Response:
        update = await request.json()
        self.got.append(update)
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        if update.get("message", {}).get("chat", {}).get("id") in self.failing:
            return web.Response(status=500)
        status = self.statuses.pop(0) if self.statuses else 200
        self.refused += status != 200
        return web.Response(status=status)

    @property
    def texts(self) -> list[str]:
        return [update["message"]["text"] for update in self.got if "message" in update]


@pytest_asyncio.fixture
async def gateway() -> AsyncIterator[Gateway]:
    receiver, app = Gateway(), web.Application()
    app.router.add_post("/telegram", receiver.receive)
    runner = web.AppRunner(app, shutdown_timeout=0.05)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    receiver.url = f"http://127.0.0.1:{runner.addresses[0][1]}/telegram"
    yield receiver
    await runner.cleanup()


async def until_polling(api: FakeBotApi) -> None:
    while not api.reception.poller.waiting:
        await asyncio.sleep(0.005)
