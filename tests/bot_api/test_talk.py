"""Editing, tapping, replying, and waiting for what comes."""

import pytest

from tests.bot_api import NoButton, TelegramPerson
from tests.bot_api.conftest import NO, YES, Bot
from tests.bot_api.errors import NOT_MODIFIED, QUERY_TOO_OLD


async def test_an_edit_changes_what_is_seen_and_takes_the_buttons(
    bot: Bot, anna: TelegramPerson
) -> None:
    sent = await bot.ask(anna, "Ja of nee?", YES, NO)
    place = {"chat_id": anna.user_id, "message_id": sent["message_id"]}
    edited = await bot.do("editMessageText", text="Gekozen: ja", **place)
    assert "edit_date" in edited
    assert [(seen.text, seen.buttons) for seen in anna.see()] == [("Gekozen: ja", [])]
    again = await bot.refusal("editMessageText", text="Gekozen: ja", **place)
    assert again == f"400 Bad Request: {NOT_MODIFIED}"
    missing = await bot.refusal("editMessageText", text="x", **{**place, "message_id": 99})
    assert missing == "400 Bad Request: message to edit not found"
    of_anna = await bot.refusal("editMessageText", text="x", **{**place, "message_id": 1})
    assert of_anna == "400 Bad Request: message can't be edited"


async def test_only_the_keyboard_of_a_message_can_be_changed(
    bot: Bot, anna: TelegramPerson
) -> None:
    sent = await bot.ask(anna, "Ja of nee?", YES, NO)
    place = {"chat_id": anna.user_id, "message_id": sent["message_id"]}
    await bot.do("editMessageReplyMarkup", reply_markup={"inline_keyboard": [[NO]]}, **place)
    assert (anna.see()[0].text, anna.buttons) == ("Ja of nee?", ["Nee"])
    await bot.do("editMessageReplyMarkup", **place)
    assert anna.buttons == []
    assert NOT_MODIFIED in await bot.refusal("editMessageReplyMarkup", **place)


async def test_a_tap_on_the_newest_such_button_is_answered(bot: Bot, anna: TelegramPerson) -> None:
    await bot.ask(anna, "Eerst?", YES)
    await bot.ask(anna, "En nu?", YES | {"callback_data": "newer"})
    anna.tap("ja")
    query = (await bot.do("getUpdates"))[-1]["callback_query"]
    assert (query["data"], query["from"]["id"]) == ("newer", anna.user_id)
    assert query["message"]["text"] == "En nu?"
    await bot.do("answerCallbackQuery", callback_query_id=query["id"], text="Gekozen")
    assert [(toast.text, toast.alert) for toast in anna.toasts] == [("Gekozen", False)]


async def test_there_is_no_tapping_what_is_not_there(bot: Bot, anna: TelegramPerson) -> None:
    await bot.ask(anna, "Ja of nee?", YES, NO)
    with pytest.raises(NoButton, match=r"no button “misschien” in: .*'Ja, dat', 'Nee'"):
        anna.tap("misschien")


async def test_a_tap_can_be_answered_for_a_while_only(bot: Bot, anna: TelegramPerson) -> None:
    await bot.ask(anna, "Ja of nee?", YES)
    tap = anna.tap("ja")
    tap.expired = True
    for query_id in (tap.query_id, "forged"):
        words = await bot.refusal("answerCallbackQuery", callback_query_id=query_id)
        assert words == f"400 Bad Request: {QUERY_TOO_OLD}"


async def test_a_person_edits_and_replies(bot: Bot, anna: TelegramPerson) -> None:
    await bot.ask(anna, "Hoe heet je kind?")
    said = anna.say("Sem")
    anna.edit("Sem", "Sam")
    assert (said.text, said.message_id) == ("Sam", 3)
    anna.reply(anna.see()[0], "Sem dus")
    _, message, edited, reply = await bot.do("getUpdates")
    assert (message["message"]["text"], "edit_date" in message["message"]) == ("Sem", False)
    assert edited["edited_message"]["text"] == "Sam"
    assert edited["edited_message"]["message_id"] == message["message"]["message_id"]
    assert edited["edited_message"]["edit_date"]
    assert reply["message"]["reply_to_message"]["text"] == "Hoe heet je kind?"


async def test_the_bot_replies_to_what_is_there(bot: Bot, anna: TelegramPerson) -> None:
    to = {"chat_id": anna.user_id, "text": "Dag"}
    sent = await bot.do("sendMessage", reply_parameters={"message_id": 1}, **to)
    assert sent["reply_to_message"]["text"] == "/start"
    again = await bot.do("sendMessage", reply_parameters={"message_id": 2}, **to)
    assert again["reply_to_message"]["text"] == "Dag"
    assert "reply_to_message" not in again["reply_to_message"]
    words = await bot.refusal("sendMessage", reply_parameters={"message_id": 99}, **to)
    assert words == "400 Bad Request: message to be replied not found"


async def test_other_kinds_of_messages_have_their_fields(bot: Bot, anna: TelegramPerson) -> None:
    anna.send_photo(caption="onze hond")
    anna.send_voice()
    anna.send_sticker()
    anna.send_location()
    anna.send_contact()
    anna.send_forwarded("van een ander")
    got = [update["message"] for update in await bot.do("getUpdates")][1:]
    kinds = ["photo", "voice", "sticker", "location", "contact", "forward_origin"]
    assert [kind for kind, message in zip(kinds, got, strict=True) if kind in message] == kinds
    assert [message.get("caption") for message in got[:2]] == ["onze hond", None]
    assert got[-1]["text"] == "van een ander"


async def test_each_message_is_next_once(bot: Bot, anna: TelegramPerson) -> None:
    await bot.ask(anna, "een")
    await bot.ask(anna, "twee")
    assert [(await anna.next_message()).text for _ in range(2)] == ["een", "twee"]
    with pytest.raises(AssertionError):
        await anna.next_message(0.02)


async def test_waiting_in_vain_tells_what_was_seen(bot: Bot, anna: TelegramPerson) -> None:
    await bot.ask(anna, "Iets anders")
    with pytest.raises(AssertionError, match="Iets anders"):
        await anna.until(lambda: False, 0.05)
