"""Asking the engine what to say."""

import json
from collections.abc import Sequence
from typing import Any

import httpx

from bot.core.command import Command
from bot.core.reply import Reply
from bot.core.situation import Situation
from bot.services.ports import Letter

SECRET_HEADER = "x-zwaan-secret"
TIMEOUT = httpx.Timeout(45.0, connect=2.0)  # seconds; a turn takes some hundredths


class EngineAsleep(Exception):
    """The engine cannot be reached now: the message waits.

    ``reached``: the engine had the message when it went away, so this message may be the cause.
    """

    def __init__(self, reason: str, reached: bool) -> None:
        super().__init__(reason)
        self.reached = reached


class EngineFailed(Exception):
    """The engine, or an action it called, failed on this message."""


class EngineClient:
    """Speaks with ``bot.engine.channel`` over HTTP."""

    def __init__(self, url: str, secret: str) -> None:
        self._http = httpx.AsyncClient(
            base_url=url,
            timeout=TIMEOUT,
            headers={SECRET_HEADER: secret},
            trust_env=False,
        )

    async def ready(self) -> bool:
        """Whether the engine has its model and takes turns."""
        try:
            answer = await self._http.get("/webhooks/gateway/")
            return answer.status_code == 200 and bool(answer.json().get("ready"))
        except (httpx.HTTPError, json.JSONDecodeError):
            return False

    async def ask(
        self,
        letter: Letter,
        said: str | Command,
        situation: Situation,
        masked: bool = False,
    ) -> Sequence[Reply]:
        """The replies to a message. EngineAsleep or EngineFailed when there are none."""
        body: dict[str, Any] = {
            "turn": str(letter.id),
            "channel": letter.channel,
            "conversation": letter.conversation,
            "situation": situation.as_dict(),
            "masked": masked,
        }
        if isinstance(said, Command):
            body["command"] = {"intent": said.intent, "args": dict(said.args)}
        else:
            body["text"] = said
        try:
            answer = await self._http.post("/webhooks/gateway/turn", json=body)
        except httpx.TransportError as error:
            away = isinstance(error, httpx.ConnectError | httpx.ConnectTimeout)
            raise EngineAsleep(type(error).__name__, reached=not away) from error
        if answer.status_code != 200:
            raise EngineFailed(_reason(answer))
        return [Reply.from_dict(reply) for reply in answer.json()["replies"]]

    async def close(self) -> None:
        await self._http.aclose()


def _reason(answer: httpx.Response) -> str:
    try:
        return str(answer.json()["error"])
    except (json.JSONDecodeError, KeyError, TypeError):
        return f"status {answer.status_code}"
