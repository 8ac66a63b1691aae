"""A person with patience: sends until it is acknowledged, and listens again after a cut."""

import asyncio
import json
import time
import uuid
from dataclasses import dataclass, field
from typing import Any, Self

import httpx

from bot.connectors.console import WebClient
from bot.connectors.web.cookie import COOKIE, CookieJar
from bot.core.identity import conversation_id

WAIT = 120.0  # seconds for a reply; the engine may be away for forty of them
PAUSE = 0.1  # seconds before trying again


class NoReply(AssertionError):
    """Nothing came in all that time."""


@dataclass
class Patient:
    """What came in, by its id: the same parcel twice is one, as on the page."""

    client: WebClient
    parcels: dict[int, dict[str, Any]] = field(default_factory=dict)
    _read: int = 0  # the id up to which replies were looked at
    _listening: "asyncio.Task[None] | None" = None

    @classmethod
    async def come_in(
        cls, url: str, wish: str = "weer gewoon naar school", role: str = "leerkracht"
    ) -> Self:
        """Someone who consented and stands at the first question of a case."""
        person = cls(WebClient(url))
        await person._open()
        person._listening = asyncio.create_task(person._listen())
        await person.send("event", "open")
        await person.reply()
        for title in ("Ja, dat", "Eén kind"):
            await person.send("tap", person.token(title))
            await person.reply()
        for said in (
            "Vlinder",
            "weer gewoon naar school",
            "een fijne plek in de klas",
            "leerkracht",
        ):
            await person.send("text", said)
            await person.reply()
        sorry = [text for text in person.texts() if text.startswith("Sorry")]
        assert not sorry, f"something was set aside while someone came in: {sorry}"
        return person

    async def send(self, kind: str, content: str, key: str | None = None) -> str:
        """Send with one key until it is acknowledged; returns the key."""
        key = key or str(uuid.uuid4())
        while True:
            try:
                answer = await self.client.post(kind, content, key)
            except httpx.TransportError:
                await asyncio.sleep(PAUSE)
                continue
            if answer.status_code == 202:
                return key
            assert answer.status_code in (429, 507), answer.text
            await asyncio.sleep(PAUSE)

    async def say(self, text: str) -> dict[str, Any]:
        await self.send("text", text)
        return await self.reply()

    async def tap(self, title: str) -> dict[str, Any]:
        await self.send("tap", self.token(title))
        return await self.reply()

    async def reply(self, seconds: float = WAIT) -> dict[str, Any]:
        """The last bubble of the next turn. NoReply when none comes."""
        deadline = time.monotonic() + seconds
        while True:
            for id in sorted(self.parcels):
                if id > self._read and self.parcels[id]["ends"] and not self._is_system(id):
                    self._read = id
                    return self.parcels[id]
            if time.monotonic() > deadline:
                raise NoReply(f"the last was: {self.texts()[-1:]}")
            await asyncio.sleep(0.02)

    def texts(self) -> list[str]:
        return [self.parcels[id]["text"] for id in sorted(self.parcels)]

    def token(self, title: str) -> str:
        """The token of the newest button whose title begins like this."""
        for id in sorted(self.parcels, reverse=True):
            for button in self.parcels[id]["buttons"]:
                if button["title"].startswith(title):
                    token: str = button["token"]
                    return token
        raise AssertionError(f"no button “{title}”")

    def conversation(self, secret: bytes) -> str:
        """Who this is in the record; the browser's cookie says it."""
        token = CookieJar(secret).token(str(self.client._http.cookies[COOKIE]))
        assert token, "a browser that came in has a token"
        return conversation_id(secret, "web", token)

    def out_of_order(self, asked: list[str]) -> bool:
        """Never: the page puts what comes in order by its number."""
        return False

    @property
    def question(self) -> str:
        """The id of the question that was put last; its "skip" button names it."""
        return self.token("Overslaan").rpartition("question=")[2]

    async def close(self) -> None:
        if self._listening:
            self._listening.cancel()
        await self.client.close()

    async def _open(self) -> None:
        while True:
            try:
                return await self.client.open()
            except httpx.TransportError:
                await asyncio.sleep(PAUSE)

    async def _listen(self) -> None:
        while True:
            try:
                async for name, said in self.client.events():
                    if name == "message":
                        self.parcels[said["id"]] = said
                        await self.client.seen()
            except (httpx.HTTPError, json.JSONDecodeError):
                await asyncio.sleep(PAUSE)

    def _is_system(self, id: int) -> bool:
        """A line that Zwaan says beside the turns: that it is away."""
        return bool(self.parcels[id]["text"].startswith("Ik ben er zo"))
