"""One case, many voices: whole circles of people over Telegram and in browsers, as data under
``tests/circles``, through the real engine, actions and record."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
import yaml

from bot.wiring import build_workshop
from tests.bot_api.server import FakeBotApi
from tests.harness.chat import Chat
from tests.harness.circle import Circle
from tests.harness.replay import FOLDER, Replay, Talker
from tests.harness.stack import Stack
from tests.telegram.chat import Bustle, TelegramChat

pytestmark = pytest.mark.asyncio(loop_scope="session")

CIRCLES = Path(__file__).parent.parent / "circles"
FILES = sorted(CIRCLES.glob("*.yml"))


@pytest_asyncio.fixture(loop_scope="session")
async def bustle(bot_api: FakeBotApi, listening: Stack) -> AsyncIterator[Bustle]:
    watching = Bustle(bot_api, build_workshop(listening.settings)).start()
    yield watching
    await watching.stop()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
async def test_circle(bot_api: FakeBotApi, listening: Stack, bustle: Bustle, path: Path) -> None:
    script = yaml.safe_load(path.read_text(encoding="utf-8"))
    chats: dict[str, Talker] = {}
    browsers = []
    for name, channel in script["people"].items():
        if channel == "telegram":
            person = bot_api.person(name, language=script["language"])
            chats[name] = TelegramChat(person, bustle)
        else:
            browsers.append(chat := await Chat.begin(listening.url, script["language"]))
            chats[name] = chat
    try:
        replays = {name: Replay(chat, FOLDER / "shared") for name, chat in chats.items()}
        await Circle(replays, script["people"]).play(script)
    finally:
        for chat in browsers:
            await chat.close()
