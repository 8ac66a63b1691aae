"""Zwaan whole and running, with a bot on the fake Bot API, for all tests here that talk with it."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
import pytest_asyncio

from tests.bot_api.limits import Limits
from tests.bot_api.people import TelegramPerson
from tests.bot_api.server import FakeBotApi
from tests.conftest import MODEL
from tests.harness.stack import Stack
from tests.telegram.patient import TelegramPatient

CROWD = 28  # people; as many as the tests need
Newcomer = Callable[[], Awaitable[TelegramPerson]]


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def bot_api() -> AsyncIterator[FakeBotApi]:
    async with FakeBotApi(limits=Limits()) as running:
        yield running


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def listening(
    bot_api: FakeBotApi, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Stack]:
    """A stack that asks for its messages."""
    assert MODEL.exists(), "train first: make train"
    environ = {"TELEGRAM_TOKEN": bot_api.token, "TELEGRAM_API_URL": bot_api.url}
    stack = Stack(tmp_path_factory.mktemp("telegram"), extra_environ=environ).start()
    try:
        yield await asyncio.to_thread(stack.wait)
    finally:
        await asyncio.to_thread(stack.stop)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def newcomer(bot_api: FakeBotApi, listening: Stack) -> Newcomer:
    """``await newcomer()``: somebody who is at the first question of a new case.

    They all arrive together, for one arrival takes eight seconds of Telegram's patience.
    """
    arrived = list(await asyncio.gather(*(_arrive(bot_api) for _ in range(CROWD))))

    async def next_one() -> TelegramPerson:
        return arrived.pop() if arrived else await _arrive(bot_api)

    return next_one


async def _arrive(api: FakeBotApi) -> TelegramPerson:
    return (await TelegramPatient.come_in(api)).person


async def hears(person: TelegramPerson, text: str, seconds: float = 20.0) -> None:
    """Until the newest message holds this text."""
    await person.until(lambda: bool(person.see()) and text in words(person), seconds)


def words(person: TelegramPerson) -> str:
    """The bot's newest message."""
    return str(person.see()[-1].text)
