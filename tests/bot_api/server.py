"""The fake Bot API itself: a web server in the event loop of the test."""

import asyncio
import itertools
import time
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any, Self

from aiohttp import web

from tests.bot_api.calls import Call, CallLog
from tests.bot_api.errors import ApiError
from tests.bot_api.faults import Drop, Fail, Fault, Faults, Slow
from tests.bot_api.limits import Limits
from tests.bot_api.messages import Standing
from tests.bot_api.methods import METHODS
from tests.bot_api.parameters import Parameters, read_parameters
from tests.bot_api.people import TelegramGroup, TelegramPerson
from tests.bot_api.profile import Profile
from tests.bot_api.reception import Reception, Told
from tests.bot_api.telegram import BOT, Telegram
from tests.bot_api.updates import Update
from tests.bot_api.webhook import Delivery, Pauses, Webhook

TOKEN = f"{BOT['id']}:only-for-tests-AAAAAAAAAAAAAAAAAAAAAAA"
LARGEST_BODY = 51 * 2**20  # bytes; files may have 50 MB ("Sending files")
UNAUTHORIZED = ApiError(401, "Unauthorized")
UNKNOWN_METHOD = ApiError(404, "Not Found: method not found")
TOO_LARGE = ApiError(413, "Request Entity Too Large")
BAD_GATEWAY_PAGE = "<html><head><title>502 Bad Gateway</title></head><body></body></html>"

Method = Callable[[Parameters], Any]


class FakeBotApi:
    """Serves one bot on 127.0.0.1. As an async context it starts and stops itself.

    ``limits``: how many messages go through. ``pauses`` and ``webhook_patience``: how a webhook is
    tried again. ``tap_life``: seconds in which a tap can be answered. ``seed``: for faults that
    come by chance. All that is known stays over ``stop`` and ``start``.
    """

    def __init__(
        self,
        *,
        limits: Limits | None = None,
        pauses: Pauses | None = None,
        webhook_patience: float = 10.0,
        tap_life: float = 150.0,
        seed: int = 0,
        token: str = TOKEN,
    ) -> None:
        self.token = token
        self.port = 0
        self.log = CallLog()
        self.faults = Faults(seed)
        self.profile = Profile()
        self.telegram = Telegram(limits or Limits(), tap_life)
        self.updates = self.telegram.updates
        self.webhook = Webhook(self.updates, pauses or Pauses(), webhook_patience)
        self.reception = Reception(self.updates, self.webhook)
        self._methods = self._all_methods()
        self._user_ids = itertools.count(200_000_001)
        self._group_ids = itertools.count(-4_000_000_001, -1)
        self._runner: web.AppRunner | None = None

    @property
    def url(self) -> str:
        """Where it is served; what stands in TELEGRAM_API_URL."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def base_url(self) -> str:
        """As python-telegram-bot wants it: the token comes right behind it."""
        return f"{self.url}/bot"

    @property
    def calls(self) -> list[Call]:
        return self.log.all

    @property
    def deliveries(self) -> list[Delivery]:
        """Every attempt to hand an update to the webhook."""
        return self.webhook.deliveries

    async def start(self) -> Self:
        """Serve; on the same port as before when it was stopped."""
        app = web.Application(client_max_size=LARGEST_BODY)
        app.router.add_route("*", "/bot{token}/{method}", self._serve)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.05)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self.port)
        await site.start()
        self.port = self._runner.addresses[0][1]
        self.webhook.resume()
        return self

    async def stop(self) -> None:
        """Gone: connections are refused, nothing is delivered. What waits keeps waiting."""
        await self.webhook.pause()
        if self._runner:
            await self._runner.cleanup()
            self._runner = None

    async def __aenter__(self) -> Self:
        return await self.start()

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    def person(
        self, first_name: str, *, username: str | None = None, language: str | None = "nl"
    ) -> TelegramPerson:
        """Somebody new, whom the bot doesn't know yet. ``language``: None when it isn't told."""
        user_id = next(self._user_ids)
        names = {"first_name": first_name} | ({"username": username} if username else {})
        user = {"id": user_id, "is_bot": False, **names}
        user |= {"language_code": language} if language else {}
        chat = self.telegram.add_chat(user_id, "private", names, Standing.UNKNOWN)
        return TelegramPerson(self.telegram, user, chat)

    def group(self, title: str) -> TelegramGroup:
        """A group, without the bot as yet."""
        chat_id = next(self._group_ids)
        chat = self.telegram.add_chat(chat_id, "group", {"title": title}, Standing.LEFT)
        return TelegramGroup(self.telegram, chat)

    def send_update(self, kind: str, payload: dict[str, Any]) -> Update:
        """An update of any kind, also one that nobody knows yet."""
        return self.updates.add(kind, payload, ("of kind", kind), forced=True)

    def deliver_again(self, update: Update | None = None) -> None:
        """One update once more, with its old id and dates; the newest, unless it is given."""
        self.updates.deliver_again(update or self.updates.history[-1])

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        try:
            call, method = await self._admit(request)
        except ApiError as refusal:
            return _refused(refusal)
        fault = self.faults.strike(call.method, call.chat_id)
        call.struck = fault is not None
        answer = await _suffer(fault, request) if fault and not fault.after else None
        if answer is None:
            answer = await self._carry_out(call, method)
            late = await _suffer(fault, request) if fault and fault.after else None
            answer = late or answer
        call.status = None if isinstance(fault, Drop) else answer.status
        return answer

    async def _admit(self, request: web.Request) -> tuple[Call, Method]:
        """Write the call down. ApiError for a wrong token, an unknown method, a broken body."""
        at, name = time.monotonic(), request.match_info["method"]
        if request.match_info["token"] != self.token:
            raise UNAUTHORIZED
        if name.lower() not in self._methods:
            raise UNKNOWN_METHOD
        known_as, method = self._methods[name.lower()]
        try:
            call = Call(known_as, await read_parameters(request), at)
        except web.HTTPRequestEntityTooLarge:
            raise TOO_LARGE from None
        self.calls.append(call)
        return call, method

    async def _carry_out(self, call: Call, method: Method) -> web.Response:
        try:
            result = method(call.parameters)
            if isinstance(result, Awaitable):
                result = await result
        except ApiError as refusal:
            return _refused(refusal)
        except NotImplementedError as lack:
            return _refused(ApiError(500, f"Internal Server Error: {lack}"))
        call.carried_out = True
        if isinstance(result, Told):
            told = {"ok": True, "result": result.result, "description": result.description}
            return web.json_response(told)
        return web.json_response({"ok": True, "result": result})

    def _all_methods(self) -> dict[str, tuple[str, Method]]:
        """Every method, with its name as the documentation writes it; case doesn't matter."""
        methods: dict[str, Method] = {
            **{name: partial(method, self.telegram) for name, method in METHODS.items()},
            **self.profile.methods(),
            "getUpdates": self.reception.get_updates,
            "setWebhook": self.reception.set_webhook,
            "deleteWebhook": self.reception.delete_webhook,
            "getWebhookInfo": self.reception.get_webhook_info,
        }
        return {name.lower(): (name, method) for name, method in methods.items()}


async def _suffer(fault: Fault, request: web.Request) -> web.Response | None:
    """The answer that the fault makes; None when it only takes time."""
    match fault:
        case Slow(seconds=seconds):
            await asyncio.sleep(seconds)
            return None
        case Drop():
            if request.transport:
                request.transport.abort()
            return web.Response()
        case Fail(html=True, error=error):
            return web.Response(
                status=error.status, text=BAD_GATEWAY_PAGE, content_type="text/html"
            )
        case Fail(error=error):
            return _refused(error)


def _refused(error: ApiError) -> web.Response:
    return web.json_response(error.as_json(), status=error.status)
