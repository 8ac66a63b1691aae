"""Updates by webhook, and the change between the two ways."""

import asyncio

from tests.bot_api import FakeBotApi, TelegramPerson
from tests.bot_api.conftest import Bot, Gateway, until_polling
from tests.bot_api.errors import WEBHOOK_ACTIVE


async def test_a_webhook_gets_each_update_once_with_the_secret(
    bot: Bot, anna: TelegramPerson, gateway: Gateway
) -> None:
    await bot.do("setWebhook", url=gateway.url, secret_token="geheim-1")
    anna.say("een")
    anna.say("twee")
    await anna.until(lambda: len(gateway.got) == 3, 2)
    await asyncio.sleep(0.05)
    assert gateway.texts == ["/start", "een", "twee"]
    assert set(gateway.secrets) == {"geheim-1"}
    assert (await bot.do("getWebhookInfo"))["pending_update_count"] == 0


async def test_a_refused_update_is_tried_again_and_holds_back_its_own_chat_only(
    api: FakeBotApi, bot: Bot, anna: TelegramPerson, gateway: Gateway
) -> None:
    gateway.failing = {anna.user_id}
    await bot.do("setWebhook", url=gateway.url)
    anna.say("na de start")
    api.person("Bo").say("van Bo")
    await anna.until(lambda: gateway.texts.count("/start") > 2 and "van Bo" in gateway.texts, 2)
    assert "na de start" not in gateway.texts
    info = await bot.do("getWebhookInfo")
    assert info["pending_update_count"] == 2
    assert info["last_error_message"].endswith("500 Internal Server Error")
    gateway.failing = set()
    await anna.until(lambda: "na de start" in gateway.texts, 2)
    waits = [delivery.at for delivery in api.deliveries if delivery.status == 500]
    assert len(waits) > 2
    assert waits[2] - waits[1] > waits[1] - waits[0]


async def test_nothing_is_lost_between_webhook_and_polling(
    bot: Bot, anna: TelegramPerson, gateway: Gateway
) -> None:
    gateway.statuses = [503] * 1000
    await bot.do("setWebhook", url=gateway.url)
    assert await bot.refusal("getUpdates") == f"409 Conflict: {WEBHOOK_ACTIVE}"
    await anna.until(lambda: gateway.got, 2)
    deleted = await bot.call("deleteWebhook")
    assert deleted["description"] == "Webhook was deleted"
    assert [update["message"]["text"] for update in await bot.do("getUpdates")] == ["/start"]
    gateway.statuses = []
    await bot.do("setWebhook", url=gateway.url, drop_pending_updates=True)
    anna.say("nieuw")
    await anna.until(lambda: gateway.texts[-1] == "nieuw", 2)
    assert gateway.texts == ["/start"] * gateway.refused + ["nieuw"]


async def test_setting_a_webhook_ends_a_poll(api: FakeBotApi, bot: Bot, gateway: Gateway) -> None:
    poll = asyncio.create_task(bot.refusal("getUpdates", timeout=5))
    await until_polling(api)
    await bot.do("setWebhook", url=gateway.url)
    assert "terminated by setWebhook request" in await asyncio.wait_for(poll, 1)


async def test_a_secret_has_only_the_characters_allowed(bot: Bot, gateway: Gateway) -> None:
    words = await bot.refusal("setWebhook", url=gateway.url, secret_token="één geheim")
    assert words == "400 Bad Request: secret token contains unallowed characters"
