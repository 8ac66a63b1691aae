"""Asking the engine what to say."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from aiohttp import (
    ClientConnectionError,
    ClientConnectorError,
    ClientError,
    ClientPayloadError,
    ClientSession,
    ClientTimeout,
    ServerTimeoutError,
    TCPConnector,
)

from bot.core.command import Command
from bot.core.reply import Reply
from bot.core.situation import Situation
from bot.services.ports import Letter

SECRET_HEADER = "x-zwaan-secret"
TIMEOUT = ClientTimeout(total=45.0, sock_connect=2.0)  # seconds; a turn takes some hundredths
KEEP_ALIVE = 4.0  # seconds; the engine closes a quiet connection after five


class EngineAsleep(Exception):
    """The engine, or the actions it calls, cannot be reached now: the message waits.

    ``reached``: they had the message when they went away, so this message may be the cause.
    """

    def __init__(self, reason: str, reached: bool) -> None:
        super().__init__(reason)
        self.reached = reached


class EngineFailed(Exception):
    """The engine, or an action it called, failed on this message."""


class EngineClient:
    """Speaks with ``bot.engine.channel`` over HTTP."""

    def __init__(self, url: str, secret: str, doors: Mapping[str, str]) -> None:
        """``doors``: by channel, the address through which one comes in with a {code}."""
        self._doors = doors
        self._url = url.rstrip("/")
        self._headers = {SECRET_HEADER: secret}
        self._session: ClientSession | None = None

    async def ready(self) -> bool:
        """Whether the engine has its model and its actions, and takes turns."""
        try:
            async with self._http.get(f"{self._url}/webhooks/gateway/") as answer:
                return answer.status == 200 and bool((await answer.json()).get("ready"))
        except (ClientError, TimeoutError, ValueError):
            return False

    async def ask(
        self,
        letter: Letter,
        said: str | Command,
        situation: Situation,
        masked: bool = False,
        about: Mapping[str, str] | None = None,
    ) -> Sequence[Reply]:
        """The replies to a message. EngineAsleep or EngineFailed when there are none.

        ``about``: "edits" (the key of the message that has new words) or "answers" (the question
        that was replied to).
        """
        body: dict[str, Any] = {
            "turn": str(letter.id),
            "channel": letter.channel,
            "conversation": letter.conversation,
            "situation": situation.as_dict(),
            "masked": masked,
            "key": letter.key,
            "received": letter.received_at.isoformat(),
            "about": dict(about or {}),
            "doors": dict(self._doors),
        }
        if isinstance(said, Command):
            body["command"] = {"intent": said.intent, "args": dict(said.args)}
        else:
            body["text"] = said
        try:
            async with self._http.post(f"{self._url}/webhooks/gateway/turn", json=body) as answer:
                if answer.status == 503:  # the engine is there, but not its actions
                    away = await answer.json()
                    raise EngineAsleep(away["error"], reached=away["reached"])
                if answer.status != 200:
                    raise EngineFailed(_reason(answer.status, await answer.text()))
                replies = (await answer.json())["replies"]
        except (ClientConnectionError, ClientPayloadError, TimeoutError) as error:
            missed = isinstance(error, ClientConnectorError | ServerTimeoutError)
            raise EngineAsleep(type(error).__name__, reached=not missed) from error
        return [Reply.from_dict(reply) for reply in replies]

    async def close(self) -> None:
        if self._session:
            await self._session.close()

    @property
    def _http(self) -> ClientSession:
        """Made at its first use, for it must be made where it is used: in a running loop."""
        if self._session is None:
            self._session = ClientSession(
                headers=self._headers,
                timeout=TIMEOUT,
                connector=TCPConnector(keepalive_timeout=KEEP_ALIVE),
            )
        return self._session


def _reason(status: int, text: str) -> str:
    try:
        return str(json.loads(text)["error"])
    except (json.JSONDecodeError, KeyError, TypeError):
        return f"status {status}"
