"""The one way into the engine: turns from the gateway, which must know a secret."""

import hmac
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout
from rasa.core.channels.channel import (
    CollectingOutputChannel,
    InputChannel,
    UserMessage,
)
from rasa.utils.endpoints import EndpointConfig
from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, json

from bot.core.reading.intents import TYPED
from bot.core.situation import Situation
from bot.engine.memory import situation_now
from bot.engine.repairs import Failure, failed_actions, repair_rasa

SECRET_HEADER = "x-zwaan-secret"
# What the actions need of a message; the secret goes along, so that they know who asks.
_METADATA = ("turn", "channel", "situation", "masked", "key", "received", "about", "doors")
_HEALTH = ClientTimeout(total=2.0)  # seconds


class GatewayChannel(InputChannel):
    """``POST /webhooks/gateway/turn``: a message with its situation in, the replies out."""

    def __init__(self, secret: str) -> None:
        self._secret = secret

    @classmethod
    def name(cls) -> str:
        return "gateway"

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> "GatewayChannel":
        repair_rasa()
        return cls((credentials or {})["secret"])

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        gateway = Blueprint("gateway_channel", __name__)

        @gateway.route("/", methods=["GET"])
        async def health(request: Request) -> HTTPResponse:
            agent = request.app.ctx.agent
            awake = bool(agent and agent.is_ready()) and await _there(agent.action_endpoint)
            return json({"ready": awake})

        @gateway.route("/turn", methods=["POST"])
        async def turn(request: Request) -> HTTPResponse:
            given = request.headers.get(SECRET_HEADER, "")
            if not hmac.compare_digest(given.encode(), self._secret.encode()):
                return json({"error": "not the gateway"}, status=403)
            return await self._turn(request.json, on_new_message)

        return gateway

    async def _turn(
        self,
        body: dict[str, Any],
        on_new_message: Callable[[UserMessage], Awaitable[Any]],
    ) -> HTTPResponse:
        situation_now.set(Situation.from_dict(body["situation"]))
        failures: list[Failure] = []
        failed_actions.set(failures)
        output = CollectingOutputChannel()
        await on_new_message(self._message(body, output))
        replies = [said["custom"] for said in output.messages if "custom" in said]
        if failures:
            failure = failures[0]
            what = {"error": f"action failed: {failure.action}", "reached": failure.reached}
            return json(what, status=503 if failure.away else 502)
        if not replies:
            return json({"error": "nothing was said"}, status=502)
        return json({"replies": replies})

    def _message(self, body: dict[str, Any], output: CollectingOutputChannel) -> UserMessage:
        command = body.get("command")
        text = body.get("text") or (command or {}).get("args", {}).get("text", "")
        return UserMessage(
            text=TYPED + text if text.startswith("/") else text,
            output_channel=output,
            sender_id=body["conversation"],
            parse_data=_parsed(command, text) if command else None,
            input_channel=GatewayChannel.name(),
            message_id=body["turn"],
            metadata={k: body[k] for k in _METADATA} | {"secret": self._secret},
        )


async def _there(actions: EndpointConfig) -> bool:
    """Whether the actions answer: without them no turn can be taken."""
    try:
        async with (
            ClientSession(timeout=_HEALTH) as http,
            http.get(actions.url.replace("/webhook", "/health")) as answer,
        ):
            return answer.status == 200
    except (ClientError, TimeoutError):
        return False


def _parsed(command: dict[str, Any], text: str) -> dict[str, Any]:
    """A command as Rasa would have understood it, with full confidence.

    The argument "text" is what a button says in the person's place.
    """
    args = {key: value for key, value in command["args"].items() if key != "text"}
    entities = [{"entity": key, "value": value} for key, value in args.items()]
    return {
        "text": text,
        "intent": {"name": command["intent"], "confidence": 1.0},
        "entities": entities,
    }
