"""Limits, and faults on order."""

import asyncio
import time

import httpx
import pytest

from tests.bot_api import (
    BAD_GATEWAY,
    INTERNAL,
    Call,
    Drop,
    Fail,
    FakeBotApi,
    Limit,
    Limits,
    Slow,
    TelegramPerson,
    flooded,
    most_within,
)
from tests.bot_api.conftest import Bot, Gateway, until_polling
from tests.bot_api.parameters import Parameters


async def test_one_message_too_many_is_told_when_to_come_back(
    api: FakeBotApi, bot: Bot, anna: TelegramPerson
) -> None:
    now = 0.0
    limits = api.telegram.limits = Limits(Limit(30, 30), Limit(0.5), now=lambda: now)
    await bot.ask(anna, "een")
    body = await bot.call("sendMessage", chat_id=anna.user_id, text="twee")
    assert (body["error_code"], body["parameters"]) == (429, {"retry_after": 2})
    assert body["description"] == "Too Many Requests: retry after 2"
    now = 2.0
    await bot.ask(anna, "twee")
    assert limits.overall is not None
    assert [seen.text for seen in anna.see()] == ["een", "twee"]


async def test_the_limit_over_all_counts_every_chat(api: FakeBotApi, bot: Bot) -> None:
    api.telegram.limits = Limits(Limit(1, burst=3), None, now=lambda: 0.0)
    people = [api.person(f"P{number}") for number in range(4)]
    for person in people:
        person.start()
    for person in people[:3]:
        await bot.ask(person, "Dag")
    assert "429" in await bot.refusal("sendMessage", chat_id=people[3].user_id, text="Dag")
    assert len(api.log.of("sendMessage", status=200)) == 3
    assert most_within(1, api.log.of("sendMessage")) == 4


def test_the_most_calls_within_a_stretch_of_time() -> None:
    calls = [Call("getMe", Parameters(), at) for at in (0.0, 0.6, 0.9, 1.0, 3.0)]
    assert [most_within(seconds, calls) for seconds in (0.05, 1.0, 1.1, 9.0)] == [1, 3, 4, 5]


async def test_a_refused_message_does_not_count(bot: Bot, api: FakeBotApi) -> None:
    api.telegram.limits = Limits(private=Limit(1), now=lambda: 0.0)
    anna = api.person("Anna")
    anna.start()
    await bot.refusal("sendMessage", chat_id=anna.user_id, text="")
    await bot.ask(anna, "Dit wel")


async def test_a_fault_lasts_as_often_as_ordered(
    api: FakeBotApi, bot: Bot, anna: TelegramPerson
) -> None:
    api.faults.order(Fail(INTERNAL), "sendMessage", times=2)
    for _ in range(2):
        assert "500" in await bot.refusal("sendMessage", chat_id=anna.user_id, text="Dag")
        await bot.do("getMe")
    await bot.ask(anna, "Dag")
    assert len(anna.see()) == 1
    assert [call.struck for call in api.log.of("sendMessage")] == [True, True, False]


async def test_a_lost_answer_to_a_message_that_was_sent(
    api: FakeBotApi, bot: Bot, anna: TelegramPerson
) -> None:
    with api.faults.order(Drop(after=True), "sendMessage"), pytest.raises(httpx.TransportError):
        await bot.ask(anna, "Dag")
    assert [seen.text for seen in anna.see()] == ["Dag"]
    (call,) = api.log.of("sendMessage")
    assert (call.status, call.carried_out) == (None, True)


async def test_a_dropped_call_is_not_carried_out(
    api: FakeBotApi, bot: Bot, anna: TelegramPerson
) -> None:
    with api.faults.order(Drop()), pytest.raises(httpx.TransportError):
        await bot.ask(anna, "Dag")
    await bot.do("getMe")
    assert anna.see() == []


async def test_a_flood_for_one_chat_only(api: FakeBotApi, bot: Bot, anna: TelegramPerson) -> None:
    bo = api.person("Bo")
    bo.start()
    with api.faults.order(flooded(7), chat_id=anna.user_id) as flood:
        body = await bot.call("sendMessage", chat_id=anna.user_id, text="Dag")
        assert body["parameters"] == {"retry_after": 7}
        await bot.ask(bo, "Dag")
    assert flood.struck == 1
    await bot.ask(anna, "Dag")


async def test_a_proxy_answers_in_html(api: FakeBotApi, bot: Bot) -> None:
    with api.faults.order(Fail(BAD_GATEWAY, html=True)):
        answer = await bot.http.get(f"{bot.root}getMe")
    assert (answer.status_code, answer.headers["content-type"][:9]) == (502, "text/html")


async def test_a_slow_answer_comes_after_all(api: FakeBotApi, bot: Bot) -> None:
    began = time.monotonic()
    with api.faults.order(Slow(0.1), "getMe", times=1):
        await bot.do("getMe")
    assert time.monotonic() - began >= 0.1


async def test_chance_is_a_share_and_repeats_with_its_seed() -> None:
    def struck(seed: int) -> list[bool]:
        faults = FakeBotApi(seed=seed).faults
        faults.order(Drop(), "sendMessage", chance=0.2)
        return [faults.strike("sendMessage", None) is not None for _ in range(1000)]

    assert 150 < sum(struck(1)) < 250
    assert struck(1) == struck(1) != struck(2)


async def test_the_api_wholly_down_for_a_while(
    api: FakeBotApi, bot: Bot, anna: TelegramPerson, gateway: Gateway
) -> None:
    await bot.do("setWebhook", url=gateway.url)
    await anna.until(lambda: gateway.texts == ["/start"], 2)
    await api.stop()
    with pytest.raises(httpx.ConnectError):
        await bot.do("getMe")
    anna.say("niemand hoort me")
    await asyncio.sleep(0.05)
    assert gateway.texts == ["/start"]
    await api.start()
    await anna.until(lambda: gateway.texts[-1] == "niemand hoort me", 2)
    await bot.ask(anna, "Daar ben ik weer")


async def test_stopping_does_not_wait_for_a_long_poll(api: FakeBotApi, bot: Bot) -> None:
    poll = asyncio.create_task(bot.do("getUpdates", timeout=5))
    await until_polling(api)
    began = time.monotonic()
    await api.stop()
    with pytest.raises(httpx.TransportError):
        await poll
    assert time.monotonic() - began < 1
