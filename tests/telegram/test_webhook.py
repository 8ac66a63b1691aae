"""Updates by webhook, at a real gateway whose engine is away: what is taken in stands and waits."""

import asyncio
import json
import os
import random
from collections.abc import AsyncIterator, Iterator

import httpx
import pytest
import pytest_asyncio
from telegram import Bot

from bot.connectors.telegram.webhook import HEADER, MOST_BYTES, watch_webhook
from tests.bot_api.limits import Limits
from tests.bot_api.people import TelegramPerson
from tests.bot_api.server import FakeBotApi
from tests.harness.stack import Stack
from tests.harness.waiting import until
from tests.telegram.garble import garbled
from tests.telegram.mail_in import MailIn

pytestmark = pytest.mark.asyncio(loop_scope="module")

SECRET = "only-for-tests"
BODIES = int(os.environ.get("ZWAAN_FUZZ", "2000"))  # `make faults` posts ten thousand


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def api() -> AsyncIterator[FakeBotApi]:
    async with FakeBotApi(limits=Limits.none()) as running:
        yield running


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def gateway(
    api: FakeBotApi, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Stack]:
    stack = Stack(tmp_path_factory.mktemp("webhook"))
    stack.extra_environ = {
        "TELEGRAM_TOKEN": api.token,
        "TELEGRAM_API_URL": api.url,
        "TELEGRAM_WEBHOOK_URL": f"{stack.url}/telegram",
        "TELEGRAM_WEBHOOK_SECRET": SECRET,
    }
    stack.start("gateway")
    try:
        await until(lambda: bool(api.log.of("setWebhook")), 60)
        yield stack
    finally:
        await asyncio.to_thread(stack.stop)


@pytest.fixture(scope="module")
def mail(gateway: Stack) -> Iterator[MailIn]:
    reading = MailIn.of(gateway.settings)
    yield reading
    reading.close()


@pytest_asyncio.fixture(loop_scope="module")
async def http(gateway: Stack) -> AsyncIterator[httpx.AsyncClient]:
    headers = {HEADER: SECRET}
    async with httpx.AsyncClient(
        base_url=gateway.url, headers=headers, trust_env=False, timeout=30
    ) as client:
        yield client


async def test_what_is_said_stands_in_the_inbox(
    api: FakeBotApi, gateway: Stack, mail: MailIn
) -> None:
    anna = api.person("Anna")
    anna.say("hij komt alleen op dinsdag")
    await until(lambda: mail.texts(anna) == ["hij komt alleen op dinsdag"])


async def test_an_update_that_comes_again_after_a_week_is_known(
    api: FakeBotApi, gateway: Stack, mail: MailIn
) -> None:
    anna = api.person("Anna")
    anna.say("één keer")
    update = api.updates.history[-1]
    await until(lambda: mail.texts(anna) == ["één keer"])
    api.updates.restart_ids(7)  # as Telegram numbers after a quiet week
    api.updates.deliver_again(update)
    anna.say("en nog iets")
    await until(lambda: len(mail.texts(anna)) > 1)
    assert mail.texts(anna) == ["één keer", "en nog iets"]


@pytest.mark.parametrize("given", [None, "", "wrong", SECRET + "x", "é"])
async def test_without_the_secret_nothing_comes_in(
    api: FakeBotApi, http: httpx.AsyncClient, mail: MailIn, given: str | None
) -> None:
    before = len(mail.said())
    del http.headers[HEADER]
    headers = {} if given is None else {HEADER: given.encode()}
    body = _update(api.person("Anna"), "van een vreemde")
    assert (await http.post("/telegram", json=body, headers=headers)).status_code == 403
    assert len(mail.said()) == before


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", b"null", b"\xff\xfe", b"1e999", b"[" * 50_000, b'{"update_id": 5}'],
    ids=["empty", "cut", "list", "null", "bytes", "number", "deep", "nothing-in-it"],
)
async def test_what_can_never_be_read_is_not_asked_for_again(
    http: httpx.AsyncClient, mail: MailIn, body: bytes
) -> None:
    before = len(mail.said())
    assert (await http.post("/telegram", content=body)).status_code == 200
    assert len(mail.said()) == before


async def test_a_kind_of_update_that_is_unknown_to_us_is_passed_over(
    http: httpx.AsyncClient, mail: MailIn
) -> None:
    before = len(mail.said())
    body = {"update_id": 9, "hologram": {"from": {"id": 5}, "text": "hoi"}}
    assert (await http.post("/telegram", json=body)).status_code == 200
    assert len(mail.said()) == before


async def test_a_body_that_is_too_large_is_not_read(http: httpx.AsyncClient) -> None:
    assert (await http.post("/telegram", content=b"x" * (MOST_BYTES + 1))).status_code == 413


async def test_only_post_is_served(http: httpx.AsyncClient) -> None:
    assert (await http.get("/telegram")).status_code == 405


async def test_changing_to_asking_and_back_loses_and_doubles_nothing(
    api: FakeBotApi, gateway: Stack, mail: MailIn
) -> None:
    anna = api.person("Anna")
    by_webhook = dict(gateway.extra_environ)
    by_asking = {k: v for k, v in by_webhook.items() if "WEBHOOK" not in k}
    for environ in (by_asking, by_webhook):
        anna.say("voor de wissel")
        gateway.kill("gateway")
        anna.say("tijdens de wissel")
        gateway.extra_environ = environ
        gateway.start("gateway")
        anna.say("na de wissel")
    await until(lambda: len(mail.texts(anna)) >= 6, 60)
    assert mail.texts(anna) == ["voor de wissel", "tijdens de wissel", "na de wissel"] * 2


async def test_whatever_is_posted_never_fails_and_is_never_stored_as_it_should_not_be(
    api: FakeBotApi, gateway: Stack, http: httpx.AsyncClient, mail: MailIn
) -> None:
    anna = api.person("Anna")
    first = anna.say("hoi")
    anna.reply(first, "nog iets")
    anna.edit(first, "hoi hoi")
    anna.send_photo(caption="kijk")
    anna.start("CODE")
    samples = [update.as_json() for update in api.updates.history[-5:]]
    samples.append(_tap(anna))
    chance = random.Random(7)
    statuses: dict[int, int] = {}

    async def post(amount: int) -> None:
        for _ in range(amount):
            answer = await http.post("/telegram", content=garbled(chance, samples))
            statuses[answer.status_code] = statuses.get(answer.status_code, 0) + 1

    await asyncio.gather(*(post(BODIES // 8) for _ in range(8)))
    assert statuses == {200: BODIES // 8 * 8}
    for said in mail.said():
        assert said.keys() <= {"language", "text", "masked", "about", "command"}
        assert said["language"] in ("nl", "en")
        assert isinstance(said.get("text", ""), str)
    assert all(each.isdecimal() and int(each) < 2**53 for each in mail.addresses())
    anna.say("en nu gewoon weer verder")
    bo = api.person("Bo")
    bo.say("ik ook")
    await until(lambda: mail.texts(bo) == ["ik ook"])


async def test_a_webhook_that_another_program_took_is_said_once_and_not_fought_over(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with FakeBotApi(limits=Limits.none()) as api:
        bot = Bot(api.token, base_url=f"{api.url}/bot")
        async with bot:
            await bot.set_webhook("https://ours.example/telegram")
            watching = asyncio.create_task(
                watch_webhook(bot, "https://ours.example/telegram", 0.02)
            )
            await until(lambda: len(api.log.of("getWebhookInfo")) > 2)
            assert "another program" not in caplog.text
            await bot.set_webhook("https://theirs.example/telegram")
            seen = len(api.log.of("getWebhookInfo"))
            await until(lambda: len(api.log.of("getWebhookInfo")) > seen + 3)
            watching.cancel()
        assert caplog.text.count("another program took the messages of this bot") == 1
        assert len(api.log.of("setWebhook")) == 2


def _update(person: TelegramPerson, text: str) -> dict[str, object]:
    """A message as Telegram would post it."""
    chat = {"id": person.user_id, "type": "private"}
    sender = {"id": person.user_id, "is_bot": False, "first_name": "Anna", "language_code": "nl"}
    message = {"message_id": 4, "date": 1, "chat": chat, "from": sender, "text": text}
    return {"update_id": 4, "message": message}


def _tap(person: TelegramPerson) -> dict[str, object]:
    message = _update(person, "Mag ik?")["message"]
    assert isinstance(message, dict)
    return json.loads(  # type: ignore[no-any-return]
        json.dumps(
            {
                "update_id": 5,
                "callback_query": {
                    "id": "77",
                    "from": message["from"],
                    "message": message,
                    "chat_instance": "1",
                    "data": "token",
                },
            }
        )
    )
