"""Telegram is away, slow, full or asked by two; people block the bot, or are gone."""

import asyncio
import os
from collections.abc import AsyncIterator, Iterator

import httpx
import pytest
import pytest_asyncio

from tests.bot_api.faults import BAD_GATEWAY, Drop, Fail, flooded
from tests.bot_api.limits import Limits
from tests.bot_api.people import TelegramPerson
from tests.bot_api.server import FakeBotApi
from tests.harness.stack import Stack
from tests.harness.waiting import until
from tests.telegram.conftest import Newcomer, hears
from tests.telegram.mail_in import MailIn

pytestmark = pytest.mark.asyncio(loop_scope="session")

AWAY = float(os.environ.get("ZWAAN_AWAY") or 4)  # seconds; ten minutes were tried
QUESTIONS = ("1 van 3", "2 van 3", "3 van 3")


@pytest.fixture(scope="session")
def mail(listening: Stack) -> Iterator[MailIn]:
    reading = MailIn.of(listening.settings)
    yield reading
    reading.close()


@pytest_asyncio.fixture(loop_scope="session")
async def api(bot_api: FakeBotApi) -> AsyncIterator[FakeBotApi]:
    """The shared one, which is well again afterwards."""
    yield bot_api
    bot_api.faults.lift()


async def test_what_is_said_while_telegram_is_away_is_answered_when_it_is_back(
    api: FakeBotApi, newcomer: Newcomer
) -> None:
    anna = await newcomer()
    await api.stop()
    anna.say("hij komt alleen op dinsdag")
    await asyncio.sleep(AWAY)
    await api.start()
    await hears(anna, "2 van 3", 120)


async def test_sends_that_fail_are_tried_again_until_all_has_come_in_order(
    api: FakeBotApi, newcomer: Newcomer
) -> None:
    anna = await newcomer()
    for fault in (Drop(), Drop(after=True), Fail(BAD_GATEWAY), Fail(BAD_GATEWAY, html=True)):
        api.faults.order(fault, "sendMessage", chance=0.15)
    for question in QUESTIONS[1:]:
        anna.say("hij komt alleen op dinsdag")
        await hears(anna, question, 60)
    api.faults.lift()
    shown = [q for m in anna.see() for q in QUESTIONS if q in str(m.text)]
    assert [q for n, q in enumerate(shown) if shown[:n].count(q) == 0] == list(QUESTIONS)
    assert shown == sorted(shown)


async def test_who_gets_too_much_waits_alone(api: FakeBotApi, newcomer: Newcomer) -> None:
    anna, bo = await newcomer(), await newcomer()
    flood = api.faults.order(flooded(6), "sendMessage", times=1, chat_id=anna.user_id)
    before = asyncio.get_running_loop().time()
    anna.say("hij komt alleen op dinsdag")
    await until(lambda: flood.struck == 1)
    bo.say("zij komt alleen op woensdag")
    await hears(bo, "2 van 3")
    assert len([m for m in anna.see() if "2 van 3" in str(m.text)]) == 0
    await hears(anna, "2 van 3")
    assert asyncio.get_running_loop().time() - before >= 6


async def test_who_deleted_their_account_is_sent_nothing_more(
    api: FakeBotApi, newcomer: Newcomer, mail: MailIn
) -> None:
    anna = await newcomer()
    anna.say("hij komt alleen op dinsdag")
    anna.vanish()
    await until(lambda: mail.unreachable(anna) is not None)
    assert mail.waiting_to_be_sent(anna) == 0


async def test_who_blocks_while_a_reply_is_on_its_way_loses_no_answer(
    api: FakeBotApi, newcomer: Newcomer, mail: MailIn
) -> None:
    anna = await newcomer()
    anna.say("hij komt alleen op dinsdag")
    anna.block()
    await until(lambda: mail.unreachable(anna) is not None)
    anna.start()
    await hears(anna, "2 van 3")
    assert mail.unreachable(anna) is None


@pytest.mark.parametrize(
    "send",
    [
        lambda anna: anna.send_photo(caption="kijk"),
        lambda anna: anna.send_voice(),
        lambda anna: anna.send_sticker(),
        lambda anna: anna.send_location(),
        lambda anna: anna.send_contact(),
        lambda anna: anna.send_forwarded("dit zei de leerkracht"),
    ],
    ids=["photo", "voice", "sticker", "location", "contact", "forwarded"],
)
async def test_what_is_no_words_of_ones_own_is_kindly_refused(
    newcomer: Newcomer, mail: MailIn, send: object
) -> None:
    anna = await newcomer()
    assert callable(send)
    send(anna)
    await anna.until(lambda: any("alleen woorden" in str(m.text) for m in anna.see()))
    await hears(anna, "1 van 3")


async def test_a_link_with_a_code_that_is_unknown_says_so_and_begins_nothing_by_itself(
    api: FakeBotApi, listening: Stack
) -> None:
    anna = api.person("Anna", language="nl")
    anna.start("GEEN-CODE")
    await anna.until(lambda: any("Deze link werkt niet" in str(m.text) for m in anna.see()))
    assert not any("Mag ik bewaren" in str(m.text) for m in anna.see())
    anna.tap("Ik wil zelf een casus beginnen")
    await hears(anna, "Mag ik bewaren")


async def test_a_button_of_somebody_else_does_nothing_and_is_explained(
    newcomer: Newcomer,
) -> None:
    anna, bo = await newcomer(), await newcomer()
    theirs = bo.see()[-1]
    token = next(b["callback_data"] for row in theirs.keyboard for b in row)
    anna.press(anna.see()[-1], token)
    await anna.until(lambda: any("knop" in str(m.text) for m in anna.see()[-2:]))
    await hears(bo, "1 van 3")


async def test_the_token_stands_in_no_log(api: FakeBotApi, listening: Stack) -> None:
    secret = api.token.partition(":")[2]
    for name in ("gateway", "engine", "actions"):
        assert secret not in listening.log(name)
    assert "listening on Telegram as @" in listening.log("gateway")


async def test_a_broadcast_keeps_to_the_limits_and_who_answers_goes_before_it(
    api: FakeBotApi, newcomer: Newcomer, mail: MailIn
) -> None:
    anna = await newcomer()
    crowd = [api.person(f"P{n}") for n in range(150)]
    mail.broadcast(crowd, "Hoe is het nu met de casus?")
    await until(lambda: sum(_has_news(each) for each in crowd) > 10, 20)
    anna.say("hij komt alleen op dinsdag")
    await hears(anna, "2 van 3")
    left = sum(not _has_news(each) for each in crowd)
    assert left > 30
    await until(lambda: all(_has_news(each) for each in crowd), 30)
    assert all(len(each.see()) == 1 for each in crowd)
    assert not [call for call in api.log.of(status=429) if not call.struck]


async def test_two_programs_on_one_token_is_said_and_not_fought_over(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    async with FakeBotApi(limits=Limits.none()) as api:
        environ = {"TELEGRAM_TOKEN": api.token, "TELEGRAM_API_URL": api.url}
        stack = Stack(tmp_path_factory.mktemp("twice"), extra_environ=environ).start("gateway")
        try:
            await until(lambda: bool(api.log.of("getUpdates")), 60)
            async with httpx.AsyncClient(trust_env=False) as other:
                await other.get(f"{api.base_url}{api.token}/getUpdates?timeout=1", timeout=10)
                await until(lambda: "another program asks" in stack.log("gateway"))
                asked = len(api.log.of("getUpdates"))
                await other.get(f"{api.base_url}{api.token}/getUpdates?timeout=3", timeout=10)
            assert len(api.log.of("getUpdates")) == asked + 1
        finally:
            await asyncio.to_thread(stack.stop)


def _has_news(person: TelegramPerson) -> bool:
    return any("Hoe is het nu" in str(message.text) for message in person.see())
