"""The web connector: a page, messages in, events out. Served by Starlette.

What faces the network is this, and only this: no engine, no database, no word of anyone else.
"""

import base64
import json
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from bot.connectors.front_door import FrontDoor, Pulse, Verdict
from bot.connectors.web.cookie import COOKIE, CookieJar
from bot.connectors.web.headers import SafeHeaders
from bot.core.identity import conversation_id
from bot.core.inbound import Inbound, Kind
from bot.core.language import language_of
from bot.core.words import Words

PAGE = Path(__file__).parent / "page"
CHANNEL = "web"
MOST_BYTES = 400_000  # of a request; the longest text, with every character escaped, is less
MOST_DIGITS = 18  # of a message's number; more does not fit in a database
_STATUS = {
    Verdict.EMPTY: 422,
    Verdict.TOO_LONG: 413,
    Verdict.TOO_MANY: 429,
    Verdict.FULL: 507,
}


@dataclass(frozen=True)
class WebConnector:
    """The page's endpoints. ``secret`` is this installation's."""

    door: FrontDoor
    words: Words
    page_words: Mapping[str, Mapping[str, str]]
    secret: bytes
    most_characters: int

    def app(self, *beside: BaseRoute) -> Starlette:
        """The page, and ``beside`` it what another connector must have served."""
        return Starlette(
            routes=[
                *beside,
                Route("/", self._page),
                Route("/words", self._words),
                Route("/messages", self._message, methods=["POST"]),
                Route("/seen", self._seen, methods=["POST"]),
                Route("/events", self._events),
                Mount("/page", StaticFiles(directory=PAGE)),
            ],
            middleware=[Middleware(SafeHeaders)],
        )

    @property
    def _jar(self) -> CookieJar:
        return CookieJar(self.secret)

    async def _page(self, request: Request) -> Response:
        response = FileResponse(PAGE / "index.html")
        if self._conversation(request) is None:
            secure = request.url.scheme == "https"
            self._jar.give(response, secure)
        return response

    async def _words(self, request: Request) -> Response:
        return JSONResponse(self.page_words)

    async def _message(self, request: Request) -> Response:
        body = await _body(request)
        language = language_of(str(body.get("locale")) if body else None)
        conversation = self._conversation(request)
        if conversation is None:
            return self._refuse(language, "not_yours", 401, "damaged_key")
        inbound = _inbound(body, conversation, self._origin(request))
        if inbound is None:
            return self._refuse(language, "bad_request", 400)
        verdict = await self.door.take(inbound)
        if verdict is Verdict.TAKEN:
            return JSONResponse({}, status_code=202)
        return self._refuse(language, verdict, _STATUS[verdict])

    async def _seen(self, request: Request) -> Response:
        body = await _body(request)
        conversation = self._conversation(request)
        if conversation is None:
            return self._refuse("nl", "not_yours", 401, "damaged_key")
        up_to = body.get("id") if body else None
        if not isinstance(up_to, int) or isinstance(up_to, bool) or not 0 <= up_to < 2**62:
            return self._refuse("nl", "bad_request", 400)
        await self.door.seen(conversation, up_to)
        return JSONResponse({})

    async def _events(self, request: Request) -> Response:
        conversation = self._conversation(request)
        if conversation is None:
            return self._refuse("nl", "not_yours", 401, "damaged_key")
        last = request.headers.get("last-event-id", "")
        fits = last.isdecimal() and len(last) <= MOST_DIGITS
        pulses = self.door.follow(conversation, int(last) if fits else 0)
        headers = {"cache-control": "no-store", "x-accel-buffering": "no"}
        return StreamingResponse(_stream(pulses), media_type="text/event-stream", headers=headers)

    def _conversation(self, request: Request) -> str | None:
        token = self._jar.token(request.cookies.get(COOKIE))
        return token and conversation_id(self.secret, CHANNEL, token)

    def _origin(self, request: Request) -> str | None:
        """Where a request came from. Behind a proxy of this machine: what that says."""
        host = request.client.host if request.client else None
        return host and conversation_id(self.secret, "address", host)

    def _refuse(self, language: str, key: str, status: int, code: str = "") -> Response:
        spoken = language_of(language)
        sentence = self.words.say(spoken, f"system.{key}", most=self.most_characters)
        return JSONResponse({"error": sentence, "code": code or key}, status_code=status)


async def _body(request: Request) -> dict[str, Any] | None:
    """The JSON object in a request of our own page; None for anything else."""
    own = request.headers.get("sec-fetch-site", "same-origin") in (
        "same-origin",
        "none",
    )
    is_json = request.headers.get("content-type", "").startswith("application/json")
    length = request.headers.get("content-length", "")
    if not (own and is_json and length.isdecimal() and int(length) <= MOST_BYTES):
        return None
    try:
        data = json.loads(await request.body())
    except (ValueError, RecursionError):
        return None
    return data if isinstance(data, dict) else None


def _inbound(body: dict[str, Any] | None, conversation: str, origin: str | None) -> Inbound | None:
    if body is None:
        return None
    key, kind, content = (body.get(name) for name in ("key", "kind", "content"))
    if not (isinstance(key, str) and 0 < len(key) <= 128 and key.isprintable()):
        return None
    if not (isinstance(content, str) and isinstance(kind, str) and kind in set(Kind)):
        return None
    locale, zone = (body.get(name) for name in ("locale", "zone"))
    return Inbound(
        CHANNEL,
        conversation,
        key,
        Kind(kind),
        content,
        locale if isinstance(locale, str) else None,
        origin=origin,
        zone=zone if isinstance(zone, str) else None,
    )


async def _stream(pulses: AsyncIterator[Pulse]) -> AsyncIterator[str]:
    """Pulses as server-sent events."""
    async for pulse in pulses:
        if pulse.parcel:
            yield _event(
                "message",
                _shown(pulse.parcel.id, pulse.parcel.payload),
                pulse.parcel.id,
            )
        elif pulse.typing is not None:
            yield _event("typing", {"on": pulse.typing})
        elif pulse.awake is not None:
            yield _event("status", {"awake": pulse.awake})
        else:
            yield _event("ping", {})


def _event(name: str, data: dict[str, Any], id: int | None = None) -> str:
    head = f"id: {id}\n" if id is not None else ""
    return f"{head}event: {name}\ndata: {json.dumps(data)}\n\n"


def _shown(id: int, payload: str) -> dict[str, Any]:
    """A parcel as the page takes it: pictures and files as data addresses."""
    said: dict[str, Any] = json.loads(payload)
    said["id"] = id
    said.pop("asks", None)  # the page has no use for it
    said["pictures"] = [
        {"data": f"data:image/png;base64,{p['png']}", "alt": p["alt"]} for p in said["pictures"]
    ]
    said["files"] = [
        {
            "name": f["name"],
            "data": "data:text/plain;charset=utf-8;base64," + _base64(f["text"]),
        }
        for f in said["files"]
    ]
    return said


def _base64(text: str) -> str:
    return base64.b64encode(text.encode()).decode()
