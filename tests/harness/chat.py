"""A person who talks with Zwaan: says, taps, and sees what comes back."""

import asyncio
import uuid
from base64 import b64decode
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
    locale: str = "nl"  # the language of the browser
    longest: int = 700  # characters of a bubble; more does not fit on the screen of a phone
    seen: list[dict[str, Any]] = field(default_factory=list)
    history: list[dict[str, Any]] = field(default_factory=list)
    _incoming: "asyncio.Queue[dict[str, Any]]" = field(default_factory=asyncio.Queue)
    _listening: "asyncio.Task[None] | None" = None

    @classmethod
    async def begin(cls, url: str, locale: str = "nl") -> Self:
        """Open the page in a new browser."""
        chat = cls(WebClient(url, locale), locale)
        await chat.client.open()
        chat.listen()
        return chat

    async def open(self) -> Self:
        return await self._act("event", "open")

    async def come_in(self, link: str) -> Self:
        """Open a link with an invitation."""
        return await self._act("event", f"open:{link.rpartition('#')[2]}")

    async def reopen(self) -> Self:
        """Come back in a new tab of the same browser: same cookie, and an empty page."""
        if self._listening:
            self._listening.cancel()
        old = self.client
        self.client = WebClient(str(old._http.base_url), self.locale)
        self.client._http.cookies = old._http.cookies
        await old.close()
        self.history = []
        await self.client.open()
        self.listen()
        return await self.open()

    async def say(self, text: str, key: str | None = None) -> Self:
        return await self._act("text", text, key)

    async def tap(self, title: str) -> Self:
        """Press the newest button whose title begins like this, in any case."""
        return await self._act("tap", self.token(title))

    async def switch(self, language: str) -> Self:
        return await self._act("event", f"language:{language}")

    async def record(self) -> str:
        """All that is kept of this person, as they can download it."""
        await self.say("/mydata")
        files = [file for said in self.seen for file in said["files"]]
        assert files, f"no document came, but:\n{self.text}"
        return b64decode(files[0]["data"].partition("base64,")[2]).decode()

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
        return "\n".join(words_of(said) for said in self.seen)

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


def words_of(said: dict[str, Any]) -> str:
    """A bubble as it can be read: its label, its text, and the words of its picture."""
    parts = [said["label"], said["text"], *(picture["alt"] for picture in said["pictures"])]
    return "\n".join(part for part in parts if part)
