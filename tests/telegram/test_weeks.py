"""Weeks go by in a circle of people over Telegram: the clock is turned on, and all else is real."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
import yaml

from bot.wiring import build_workshop
from tests.bot_api.limits import Limits
from tests.bot_api.server import FakeBotApi
from tests.conftest import MODEL
from tests.harness.circle import Circle
from tests.harness.replay import FOLDER, Replay
from tests.harness.stack import Stack
from tests.harness.turned_clock import TurnedClock
from tests.telegram.chat import Bustle, TelegramChat

pytestmark = pytest.mark.asyncio(loop_scope="module")

MOST_TAPS, MOST_MINUTES = 25, 5  # what a week may cost who directs a case
SCRIPTS = sorted((Path(__file__).parent.parent / "rhythm").glob("*.yml"))


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def api() -> AsyncIterator[FakeBotApi]:
    async with FakeBotApi(limits=Limits.none()) as running:
        yield running


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def clock(tmp_path_factory: pytest.TempPathFactory) -> TurnedClock:
    file = tmp_path_factory.mktemp("clock") / "ahead"
    file.write_text("0")
    return TurnedClock(file)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def turned(
    api: FakeBotApi, clock: TurnedClock, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Stack]:
    """A stack whose clock is turned by the test."""
    assert MODEL.exists(), "train first: make train"
    environ = {"TELEGRAM_TOKEN": api.token, "TELEGRAM_API_URL": api.url, **clock.environ}
    stack = Stack(tmp_path_factory.mktemp("weeks"), extra_environ=environ).start()
    try:
        yield await asyncio.to_thread(stack.wait)
    finally:
        await asyncio.to_thread(stack.stop)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def bustle(api: FakeBotApi, turned: Stack) -> AsyncIterator[Bustle]:
    watching = Bustle(api, build_workshop(turned.settings)).start()
    yield watching
    await watching.stop()


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
async def test_weeks(
    api: FakeBotApi, turned: Stack, clock: TurnedClock, bustle: Bustle, path: Path
) -> None:
    script = yaml.safe_load(path.read_text(encoding="utf-8"))
    chats = {
        name: TelegramChat(api.person(name, language=script["language"]), bustle)
        for name in script["people"]
    }
    replays = {name: Replay(chat, FOLDER / "shared") for name, chat in chats.items()}

    def power(running: bool) -> None:
        if running:
            turned.start("gateway").wait()
        else:
            turned.kill("gateway")

    circle = Circle(replays, dict.fromkeys(script["people"], "telegram"), clock, power)
    await circle.play(script)
    for (who, week), effort in circle.efforts.items():
        if who == "coordinator" and week in script.get("weeks", []):
            print(f"{week}: {effort.taps} taps, about {effort.minutes:.1f} minutes")
            assert effort.taps <= MOST_TAPS, week
            assert effort.minutes < MOST_MINUTES, week
