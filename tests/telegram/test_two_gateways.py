"""Two gateways on one PostgreSQL: what is due is said once, also when one of them is killed."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.wiring import Workshop, build_workshop, now
from tests.bot_api.limits import Limits
from tests.bot_api.server import FakeBotApi
from tests.conftest import MODEL
from tests.harness.databases import new_database, postgres_server
from tests.harness.stack import Stack, free_port
from tests.harness.waiting import until
from tests.telegram.crowd import set_check_ins
from tests.telegram.patient import TelegramPatient

pytestmark = pytest.mark.asyncio(loop_scope="module")

CROWD = 120
IN_FLIGHT = 16  # messages that are being sent at a moment: nobody knows whether they arrived


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with postgres_server() as address:
        yield address


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def api() -> AsyncIterator[FakeBotApi]:
    async with FakeBotApi(limits=Limits()) as running:
        yield running


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def both(
    api: FakeBotApi, server: str, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[tuple[Stack, Stack]]:
    """Two gateways that start at the same moment on an empty record; they share one engine."""
    assert MODEL.exists(), "train first: make train"
    environ = {"TELEGRAM_TOKEN": api.token, "TELEGRAM_API_URL": api.url}
    address = new_database(server, "two-gateways")
    one = Stack(tmp_path_factory.mktemp("one"), address, environ)
    one.settings.home.mkdir(exist_ok=True)
    shop = build_workshop(one.settings)  # makes the key, which both must have
    shop.database.close()
    two = Stack(_with_its_key(one.home, tmp_path_factory.mktemp("two")), address, environ)
    two.ports = {**one.ports, "gateway": free_port()}
    one.start()
    two.start("gateway")
    try:
        await asyncio.to_thread(one.wait)
        yield one, two
    finally:
        await asyncio.to_thread(two.stop)
        await asyncio.to_thread(one.stop)


@pytest.fixture(scope="module")
def shop(both: tuple[Stack, Stack]) -> Iterator[Workshop]:
    made = build_workshop(both[0].settings)
    yield made
    made.database.close()


async def test_a_conversation_is_held_once(api: FakeBotApi, both: tuple[Stack, Stack]) -> None:
    patient = await TelegramPatient.come_in(api)
    for _ in range(3):
        await patient.send("text", "op woensdag ging het beter")
        await patient.reply()
    assert len(patient.questions) == len(set(patient.questions)) == 4
    assert api.log.of(status=409) == []


async def test_each_gets_one_check_in(
    api: FakeBotApi, both: tuple[Stack, Stack], shop: Workshop
) -> None:
    crowd = [api.person(f"P{n}") for n in range(CROWD)]
    await asyncio.to_thread(set_check_ins, shop, crowd, now())
    await until(lambda: all(person.see() for person in crowd), 60)
    await _settled(api)
    assert [len(person.see()) for person in crowd] == [1] * CROWD
    with shop.look() as (record, _):
        members = list(record.check_ins.pick("membership"))
    assert len(members) == len(set(members)) == CROWD
    assert api.log.of(status=429) == []


async def test_when_one_is_killed_the_other_goes_on(
    api: FakeBotApi, both: tuple[Stack, Stack], shop: Workshop
) -> None:
    """Whoever had Telegram is killed in the middle; the other takes over what is left."""
    patient = await TelegramPatient.come_in(api)
    crowd = [api.person(f"Q{n}") for n in range(CROWD)]
    await asyncio.to_thread(set_check_ins, shop, crowd, now())
    await until(lambda: sum(bool(person.see()) for person in crowd) > CROWD // 4, 60)
    await asyncio.to_thread(_holder(both).kill, "gateway")
    await until(lambda: all(person.see() for person in crowd), 120)
    await patient.send("text", "op woensdag ging het beter")
    await patient.reply()
    await _settled(api)
    twice = [person for person in crowd if len(person.see()) > 1]
    assert len(twice) <= IN_FLIGHT
    assert all(len(person.see()) <= 2 for person in crowd)
    with shop.look() as (record, _):
        members = list(record.check_ins.pick("membership"))
    assert len(members) == len(set(members)) == 2 * CROWD


def _holder(both: tuple[Stack, Stack]) -> Stack:
    """Which of them speaks with Telegram."""
    return next(each for each in both if "this gateway has Telegram" in each.log("gateway"))


def _with_its_key(home: Path, other: Path) -> Path:
    shutil.copy(home / "key", other / "key")
    return other


async def _settled(api: FakeBotApi) -> None:
    """Until nothing more is sent for a while."""
    before = -1
    while before != (before := len(api.log.of("sendMessage"))):
        await asyncio.sleep(3)
