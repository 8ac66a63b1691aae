"""A person who talks with Zwaan: says, taps, and sees what comes back."""

import asyncio
import uuid
from dataclasses import dataclass, field
from typing import Any, Self

from bot.connectors.console import WebClient

PATIENCE = 30.0  # seconds to wait for all that is said to one message


class NoButton(AssertionError):
    """There is no such button now."""


@dataclass
class Chat:
    """One person in one browser. Everything that came back to the last act is in ``seen``."""

    client: WebClient
    seen: list[dict[str, Any]] = field(default_factory=list)
    history: list[dict[str, Any]] = field(default_factory=list)
    _incoming: "asyncio.Queue[dict[str, Any]]" = field(default_factory=asyncio.Queue)
    _listening: "asyncio.Task[None] | None" = None

    @classmethod
    async def begin(cls, url: str, locale: str = "nl") -> Self:
        """Open the page in a new browser."""
        chat = cls(WebClient(url, locale))
        await chat.client.open()
        chat.listen()
        return chat

    async def open(self) -> Self:
        return await self._act("event", "open")

    async def say(self, text: str, key: str | None = None) -> Self:
        return await self._act("text", text, key)

    async def tap(self, title: str) -> Self:
        """Press the newest button whose title begins like this, in any case."""
        return await self._act("tap", self.token(title))

    async def switch(self, language: str) -> Self:
        return await self._act("event", f"language:{language}")

    def token(self, title: str) -> str:
        for said in reversed(self.history):
            for button in said["buttons"]:
                if button["title"].lower().startswith(title.lower()):
                    token: str = button["token"]
                    return token
        raise NoButton(f"no button “{title}” in: {self.buttons}")

    @property
    def text(self) -> str:
        """All that was said to the last act, labels and words of pictures included."""
        parts = []
        for said in self.seen:
            parts += [said["label"], said["text"], *(p["alt"] for p in said["pictures"])]
        return "\n".join(part for part in parts if part)

    @property
    def buttons(self) -> list[str]:
        return [button["title"] for said in self.seen for button in said["buttons"]]

    async def wait(self) -> Self:
        """See what comes by itself, up to the end of one turn."""
        self.seen = []
        while True:
            said = await asyncio.wait_for(self._incoming.get(), PATIENCE)
            self.seen.append(said)
            self.history.append(said)
            await self.client.seen()
            if said["ends"]:
                return self

    def listen(self) -> None:
        """Follow what comes in; again after the gateway was away."""
        self._listening = asyncio.create_task(self._listen())

    async def close(self) -> None:
        if self._listening:
            self._listening.cancel()
        await self.client.close()

    async def _act(self, kind: str, content: str, key: str | None = None) -> Self:
        answer = await self.client.post(kind, content, key or str(uuid.uuid4()))
        assert answer.status_code == 202, answer.text
        return await self.wait()

    async def _listen(self) -> None:
        async for name, data in self.client.events():
            if name == "message":
                await self._incoming.put(data)
