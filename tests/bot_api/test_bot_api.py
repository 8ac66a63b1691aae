"""Who may call, in which ways, and what the bot tells of itself."""

import json
from typing import Any

import pytest

from tests.bot_api import FakeBotApi, TelegramPerson
from tests.bot_api.conftest import YES, Bot


async def test_the_bot_says_who_it_is(bot: Bot) -> None:
    me = await bot.do("getMe")
    assert me["is_bot"] is True
    assert me["username"] == "zwaan_test_bot"


async def test_a_wrong_token_and_an_unknown_method_are_refused(api: FakeBotApi, bot: Bot) -> None:
    assert await bot.refusal("sendFlowers") == "404 Not Found: method not found"
    wrong = await bot.http.get(f"{api.base_url}123:wrong/getMe")
    assert (wrong.status_code, wrong.json()["description"]) == (401, "Unauthorized")


@pytest.mark.parametrize("way", ["query", "form", "multipart", "json", "json in json"])
async def test_parameters_come_in_every_way_of_the_api(
    bot: Bot, anna: TelegramPerson, way: str
) -> None:
    markup = {"inline_keyboard": [[YES]]}
    flat = {"chat_id": str(anna.user_id), "text": "Dag & <hoi>", "reply_markup": json.dumps(markup)}
    ways: dict[str, dict[str, Any]] = {
        "query": {"params": flat},
        "form": {"data": flat},
        "multipart": {"data": flat, "files": {"unused": b"x"}},
        "json": {"json": {**flat, "chat_id": anna.user_id, "reply_markup": markup}},
        "json in json": {"json": flat},
    }
    answer = await bot.http.post(f"{bot.root}sendmessage", **ways[way])
    assert answer.json()["result"]["text"] == "Dag & <hoi>"
    assert [(seen.text, seen.buttons) for seen in anna.see()] == [("Dag & <hoi>", ["Ja, dat"])]


async def test_a_body_that_is_no_json_is_a_bad_request(bot: Bot) -> None:
    headers = {"Content-Type": "application/json"}
    answer = await bot.http.post(f"{bot.root}getMe", content=b"{", headers=headers)
    assert answer.status_code == 400


async def test_commands_and_descriptions_go_by_language(api: FakeBotApi, bot: Bot) -> None:
    stop = [{"command": "stop", "description": "Ophouden"}]
    await bot.do("setMyCommands", commands=stop, language_code="nl")
    assert await bot.do("getMyCommands", language_code="nl") == stop
    assert await bot.do("getMyCommands", language_code="en") == []
    assert api.profile.commands_for("nl") == ["stop"]
    scope = {"type": "all_private_chats"}
    assert await bot.do("getMyCommands", language_code="nl", scope=scope) == []
    await bot.do("setMyShortDescription", short_description="Zwaan helpt", language_code="nl")
    short = await bot.do("getMyShortDescription", language_code="nl")
    assert short == {"short_description": "Zwaan helpt"}
    assert await bot.do("getMyDescription", language_code="nl") == {"description": ""}
    shout = [{"command": "STOP!", "description": "x"}]
    assert "BOT_COMMAND_INVALID" in await bot.refusal("setMyCommands", commands=shout)
