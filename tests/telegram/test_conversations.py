"""All conversations as data (``tests/conversations``) over Telegram, all at the same time."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from pathlib import Path

import pytest
import pytest_asyncio
import yaml

from bot.wiring import build_workshop
from tests.bot_api.server import FakeBotApi
from tests.harness.replay import FILES, FOLDER, Replay
from tests.harness.stack import Stack
from tests.telegram.chat import Bustle, TelegramChat

pytestmark = pytest.mark.asyncio(loop_scope="session")

Outcomes = Mapping[Path, BaseException | None]


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def outcomes(bot_api: FakeBotApi, listening: Stack) -> AsyncIterator[Outcomes]:
    """What went wrong in each conversation; one after the other they would take an hour."""
    bustle = Bustle(bot_api, build_workshop(listening.settings)).start()
    try:
        found = await asyncio.gather(
            *(_play(bot_api, bustle, path) for path in FILES), return_exceptions=True
        )
        yield dict(zip(FILES, found, strict=True))
    finally:
        await bustle.stop()


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(FOLDER).as_posix()[:-4])
async def test_conversation(outcomes: Outcomes, path: Path) -> None:
    if error := outcomes[path]:
        raise error


async def _play(api: FakeBotApi, bustle: Bustle, path: Path) -> None:
    script = yaml.safe_load(path.read_text(encoding="utf-8"))
    person = api.person(path.stem, language=script["language"])
    await Replay(TelegramChat(person, bustle), FOLDER / "shared").play(script)
