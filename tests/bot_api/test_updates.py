"""Getting updates: offsets, long polls, what comes again."""

import asyncio
import time

from tests.bot_api import FakeBotApi, TelegramPerson
from tests.bot_api.conftest import Bot, until_polling
from tests.bot_api.errors import OTHER_POLLER


async def test_updates_stay_until_an_offset_confirms_them(bot: Bot, anna: TelegramPerson) -> None:
    anna.say("een")
    first, second = await bot.do("getUpdates")
    assert second["update_id"] == first["update_id"] + 1
    assert await bot.do("getUpdates") == [first, second]
    assert await bot.do("getUpdates", offset=second["update_id"]) == [second]
    assert await bot.do("getUpdates") == [second]
    assert await bot.do("getUpdates", offset=second["update_id"] + 1) == []


async def test_limit_and_negative_offset(bot: Bot, anna: TelegramPerson) -> None:
    anna.say("een")
    anna.say("twee")
    assert len(await bot.do("getUpdates", limit=2)) == 2
    (last,) = await bot.do("getUpdates", offset=-1)
    assert last["message"]["text"] == "twee"
    assert await bot.do("getUpdates") == [last]


async def test_a_long_poll_ends_with_the_first_update(bot: Bot, api: FakeBotApi) -> None:
    poll = asyncio.create_task(bot.do("getUpdates", timeout=5))
    await until_polling(api)
    api.person("Bo").start("CODE-1")
    (update,) = await asyncio.wait_for(poll, 1)
    assert update["message"]["text"] == "/start CODE-1"
    assert update["message"]["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]


async def test_a_long_poll_without_updates_ends_empty(bot: Bot) -> None:
    began = time.monotonic()
    assert await bot.do("getUpdates", timeout=1) == []
    assert time.monotonic() - began >= 1


async def test_a_second_poll_ends_the_first(bot: Bot, api: FakeBotApi) -> None:
    first = asyncio.create_task(bot.refusal("getUpdates", timeout=5))
    await until_polling(api)
    second = asyncio.create_task(bot.do("getUpdates", timeout=5))
    assert await asyncio.wait_for(first, 1) == f"409 Conflict: {OTHER_POLLER}"
    api.person("Bo").say("hoi")
    assert len(await asyncio.wait_for(second, 1)) == 1


async def test_only_the_kinds_asked_for_are_kept(bot: Bot, anna: TelegramPerson) -> None:
    await bot.do("getUpdates", offset=-1, allowed_updates=["message"])
    anna.block()
    anna.unblock()
    anna.say("terug")
    kinds = [list(update)[1] for update in await bot.do("getUpdates")]
    assert kinds == ["message", "message"]


async def test_an_update_comes_again_with_its_old_id(
    api: FakeBotApi, bot: Bot, anna: TelegramPerson
) -> None:
    (first,) = await bot.do("getUpdates")
    assert await bot.do("getUpdates", offset=first["update_id"] + 1) == []
    api.deliver_again()
    anna.say("en dit is nieuw")
    again, new = await bot.do("getUpdates", offset=first["update_id"] + 1)
    assert again == first
    assert await bot.do("getUpdates", offset=new["update_id"]) == [new]


async def test_an_update_of_a_kind_unknown_to_all(api: FakeBotApi, bot: Bot) -> None:
    await bot.do("getUpdates", allowed_updates=["message"])
    api.send_update("mind_read", {"thought": "swan"})
    (update,) = await bot.do("getUpdates")
    assert update["mind_read"] == {"thought": "swan"}


async def test_after_a_silence_ids_may_begin_lower(
    api: FakeBotApi, bot: Bot, anna: TelegramPerson
) -> None:
    (old,) = await bot.do("getUpdates")
    await bot.do("getUpdates", offset=old["update_id"] + 1)
    api.updates.restart_ids(5)
    anna.say("een week later")
    (new,) = await bot.do("getUpdates", offset=old["update_id"] + 1)
    assert new["update_id"] == 5
