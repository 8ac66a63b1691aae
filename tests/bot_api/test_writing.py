"""What the bot may write, and to whom."""

import pytest

from tests.bot_api import FakeBotApi, TelegramPerson
from tests.bot_api.conftest import Bot
from tests.bot_api.markup import utf16_length
from tests.bot_api.people import POINT


async def test_message_ids_count_up_in_each_chat(
    api: FakeBotApi, bot: Bot, anna: TelegramPerson
) -> None:
    bo = api.person("Bo")
    bo.start()
    ids = [(await bot.ask(anna, "een"))["message_id"], (await bot.ask(anna, "twee"))["message_id"]]
    assert ids == [2, 3]
    assert (await bot.ask(bo, "een"))["message_id"] == 2


async def test_who_never_wrote_gets_no_message(api: FakeBotApi, bot: Bot) -> None:
    bo, group = api.person("Bo"), api.group("Klas 4b")
    to_bo = {"chat_id": bo.user_id, "text": "Dag"}
    assert await bot.refusal("sendMessage", **to_bo) == "400 Bad Request: chat not found"
    group.add_bot(by=bo)
    bo.say_in_group(group, "wie is dit?")
    assert (await bot.refusal("sendMessage", **to_bo)).startswith("403 Forbidden: bot can't init")
    bo.start()
    await bot.do("sendMessage", **to_bo)
    assert (await bo.next_message()).text == "Dag"


async def test_who_blocks_the_bot_gets_nothing_until_they_are_back(
    bot: Bot, anna: TelegramPerson
) -> None:
    anna.block()
    words = await bot.refusal("sendMessage", chat_id=anna.user_id, text="Dag")
    assert words == "403 Forbidden: bot was blocked by the user"
    anna.start()
    await bot.ask(anna, "Welkom terug")
    changes = [u["my_chat_member"] for u in await bot.do("getUpdates") if "my_chat_member" in u]
    statuses = [change["new_chat_member"]["status"] for change in changes]
    assert statuses == ["kicked", "member"]


async def test_a_group_can_be_left(api: FakeBotApi, bot: Bot, anna: TelegramPerson) -> None:
    group = api.group("Klas 4b")
    group.add_bot(by=anna)
    anna.say_in_group(group, "hoi zwaan")
    last = (await bot.do("getUpdates"))[-1]["message"]
    assert (last["chat"]["type"], last["from"]["id"]) == ("group", anna.user_id)
    await bot.do("sendMessage", chat_id=last["chat"]["id"], text="Ik werk een op een.")
    await bot.do("leaveChat", chat_id=last["chat"]["id"])
    words = await bot.refusal("sendMessage", chat_id=last["chat"]["id"], text="Nog iets")
    assert words == "403 Forbidden: bot is not a member of the group chat"
    assert [message.text for message in group.see()] == ["Ik werk een op een."]


@pytest.mark.parametrize("text", ["", " \n ", "<b> </b>"])
async def test_a_message_needs_words(bot: Bot, anna: TelegramPerson, text: str) -> None:
    words = await bot.refusal("sendMessage", chat_id=anna.user_id, text=text, parse_mode="HTML")
    assert words == "400 Bad Request: message text is empty"


async def test_length_counts_in_utf16_after_entities(bot: Bot, anna: TelegramPerson) -> None:
    to_anna = {"chat_id": anna.user_id, "parse_mode": "HTML"}
    await bot.do("sendMessage", text="<b>" + "🦢" * 2048 + "</b>", **to_anna)
    assert utf16_length(anna.see()[-1].text) == 4096
    words = await bot.refusal("sendMessage", text="🦢" * 2048 + "x", **to_anna)
    assert words == "400 Bad Request: message is too long"


async def test_html_becomes_text_and_entities(bot: Bot, anna: TelegramPerson) -> None:
    html = '🦢 <b>1 &lt; <i>2</i></b> &amp; <a href="https://x.nl/?a=1&amp;b">link</a> &nbsp;'
    await bot.do("sendMessage", chat_id=anna.user_id, text=html, parse_mode="HTML")
    (seen,) = anna.see()
    assert seen.text == "🦢 1 < 2 & link &nbsp;"
    assert seen.entities == [
        {"type": "bold", "offset": 3, "length": 5},
        {"type": "italic", "offset": 7, "length": 1},
        {"type": "text_link", "offset": 11, "length": 4, "url": "https://x.nl/?a=1&b"},
    ]


@pytest.mark.parametrize(
    ("html", "complaint"),
    [
        ("<b>dik", 'Can\'t find end tag corresponding to start tag "b"'),
        ("dik</b>", "Unexpected end tag at byte offset 3"),
        ("<b>é<i>x</b></i>", 'Unmatched end tag at byte offset 9, expected "</i>", found "</b>"'),
        ("<h1>x</h1>", 'Unsupported start tag "h1" at byte offset 0'),
        ("1 < 2 > 0", 'Unsupported start tag "" at byte offset 2'),
        ("1 < 2", "Unclosed start tag at byte offset 2"),
    ],
)
async def test_broken_html_is_refused(
    bot: Bot, anna: TelegramPerson, html: str, complaint: str
) -> None:
    words = await bot.refusal("sendMessage", chat_id=anna.user_id, text=html, parse_mode="HTML")
    assert words == f"400 Bad Request: can't parse entities: {complaint}"


@pytest.mark.parametrize(
    ("button", "complaint"),
    [
        ({"text": "Ja", "callback_data": "é" * 33}, "BUTTON_DATA_INVALID"),
        ({"text": "Ja", "callback_data": ""}, "BUTTON_DATA_INVALID"),
        ({"text": "Ja"}, "can't parse inline keyboard button: Text buttons are unallowed"),
        ({"text": " ", "callback_data": "x"}, "inline keyboard button text must be non-empty"),
    ],
)
async def test_buttons_that_the_api_would_not_take(
    bot: Bot, anna: TelegramPerson, button: dict[str, str], complaint: str
) -> None:
    markup = {"inline_keyboard": [[button]]}
    words = await bot.refusal("sendMessage", chat_id=anna.user_id, text="Ja?", reply_markup=markup)
    assert words.startswith(f"400 Bad Request: {complaint}")


async def test_a_button_carries_up_to_64_bytes(bot: Bot, anna: TelegramPerson) -> None:
    await bot.ask(anna, "Ja?", {"text": "Ja", "callback_data": "é" * 32})
    assert anna.tap("ja").data == "é" * 32


async def test_a_picture_and_a_file_arrive_as_bytes(bot: Bot, anna: TelegramPerson) -> None:
    to_anna = {"chat_id": str(anna.user_id), "caption": "De <b>kaart</b>", "parse_mode": "HTML"}
    for method, name, data in (
        ("sendPhoto", "photo", POINT),
        ("sendDocument", "document", b'{"a": 1}'),
    ):
        files = {name: (f"{name}.json", data, "application/json")}
        answer = await bot.http.post(bot.root + method, data=to_anna, files=files)
        assert answer.json()["result"]["caption"] == "De kaart"
    picture, file = anna.see()
    assert (picture.photo, picture.text, picture.document) == (POINT, "De kaart", None)
    assert file.document is not None
    assert (file.document.name, file.document.data) == ("document.json", b'{"a": 1}')


async def test_pictures_and_files_that_the_api_would_not_take(
    bot: Bot, anna: TelegramPerson
) -> None:
    async def words(method: str, caption: str = "", **files: bytes) -> str:
        data = {"chat_id": str(anna.user_id), "caption": caption}
        answer = await bot.http.post(bot.root + method, data=data, files=files)
        return str(answer.json()["description"]).removeprefix("Bad Request: ")

    assert await words("sendPhoto", photo=b"no picture") == "IMAGE_PROCESS_FAILED"
    assert await words("sendPhoto", other=b"x") == "there is no photo in the request"
    assert await words("sendDocument", document=b"") == "file must be non-empty"
    long = "x" * 1025
    assert await words("sendPhoto", long, photo=POINT) == "message caption is too long"


async def test_typing_is_seen(bot: Bot, anna: TelegramPerson) -> None:
    await bot.do("sendChatAction", chat_id=anna.user_id, action="typing")
    assert [action.action for action in anna.actions] == ["typing"]
    assert "wrong parameter" in await bot.refusal(
        "sendChatAction", chat_id=anna.user_id, action="dancing"
    )
