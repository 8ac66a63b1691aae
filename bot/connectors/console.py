"""A console for developers: speaks with a running gateway over the web page's own road."""

import asyncio
import json
import sys
import uuid
from collections.abc import AsyncIterator
from typing import Any

import httpx


class WebClient:
    """The browser's side of the web connector: messages out, events in. Also what tests use."""

    def __init__(self, url: str, locale: str = "nl") -> None:
        self.locale = locale
        self._http = httpx.AsyncClient(base_url=url, timeout=30.0, trust_env=False)
        self._last = 0

    async def open(self) -> None:
        """Fetch the page, and with it a cookie."""
        (await self._http.get("/")).raise_for_status()

    async def post(self, kind: str, content: str, key: str | None = None) -> httpx.Response:
        """Send a message; with ``key`` again, the same message again."""
        body = {"key": key or str(uuid.uuid4()), "kind": kind, "content": content}
        return await self._http.post("/messages", json={**body, "locale": self.locale})

    async def events(self) -> AsyncIterator[tuple[str, dict[str, Any]]]:
        """Server-sent events from where this client left off, as (name, data)."""
        headers = {"last-event-id": str(self._last)}
        stream = self._http.stream("GET", "/events", headers=headers, timeout=None)
        async with stream as response:
            name = ""
            async for line in response.aiter_lines():
                field, _, value = line.partition(": ")
                if field == "event":
                    name = value
                elif field == "data":
                    data = json.loads(value)
                    if name == "message":
                        self._last = max(self._last, data["id"])
                        self.locale = data["language"]
                    yield name, data

    async def seen(self) -> None:
        """Everything that came has been shown."""
        await self._http.post("/seen", json={"id": self._last})

    async def close(self) -> None:
        await self._http.aclose()


async def talk(url: str) -> int:
    """Type to answer; a number to press a button; Ctrl-D to leave. Returns an exit code."""
    client = WebClient(url)
    try:
        await client.open()
        await client.post("event", "open")
    except httpx.HTTPError:
        print(f"Nobody answers at {url}: start Zwaan first, with `make run`.", file=sys.stderr)
        return 1
    buttons: list[dict[str, Any]] = []
    listening = asyncio.create_task(_show(client, buttons))
    try:
        while line := await asyncio.to_thread(sys.stdin.readline):
            await _say(client, line.strip(), buttons)
    finally:
        listening.cancel()
        await client.close()
    return 0


async def _show(client: WebClient, buttons: list[dict[str, Any]]) -> None:
    async for name, said in client.events():
        if name != "message":
            continue
        print("\n" + "\n".join(part for part in (said["label"], said["text"]) if part))
        for picture in said["pictures"]:
            print(picture["alt"])
        if said["buttons"]:
            buttons[:] = said["buttons"]
            print("  ".join(f"[{n}] {b['title']}" for n, b in enumerate(buttons, start=1)))
        await client.seen()


async def _say(client: WebClient, line: str, buttons: list[dict[str, Any]]) -> None:
    if line.isdecimal() and 0 < int(line) <= len(buttons):
        answer = await client.post("tap", buttons[int(line) - 1]["token"])
    else:
        answer = await client.post("text", line)
    if answer.status_code != 202:
        print(answer.json()["error"])
