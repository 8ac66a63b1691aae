"""What updates mean. The updates are made by the fake Bot API, and read by the real library."""

from collections.abc import AsyncIterator

import pytest
from telegram import Update

from bot.connectors.telegram.inbound import CHANNEL, Grouped, Left, Translator
from bot.core.inbound import Inbound, Kind
from tests.bot_api.people import TelegramPerson
from tests.bot_api.server import FakeBotApi

READ = Translator(b"a secret", 7)


@pytest.fixture
async def api() -> AsyncIterator[FakeBotApi]:
    async with FakeBotApi() as running:
        yield running


@pytest.fixture
def anna(api: FakeBotApi) -> TelegramPerson:
    return api.person("Anna", language="nl")


def meant(api: FakeBotApi) -> object:
    """What the newest update says."""
    return READ.meant(Update.de_json(api.updates.history[-1].as_json()))


def inbound(api: FakeBotApi) -> Inbound:
    found = meant(api)
    assert isinstance(found, Inbound), found
    return found


def test_words_are_words(api: FakeBotApi, anna: TelegramPerson) -> None:
    sent = anna.say("hij komt niet meer")
    found = inbound(api)
    assert (found.channel, found.kind, found.content) == (CHANNEL, Kind.TEXT, "hij komt niet meer")
    assert (found.key, found.locale) == (f"7.{sent.message_id}", "nl")
    assert found.address == str(anna.user_id)
    assert str(anna.user_id) not in found.conversation


def test_one_person_is_one_conversation(api: FakeBotApi, anna: TelegramPerson) -> None:
    anna.say("een")
    first = inbound(api).conversation
    api.person("Bo").say("twee")
    other = inbound(api).conversation
    anna.say("drie")
    assert inbound(api).conversation == first != other


@pytest.mark.parametrize(("payload", "content"), [(None, "open:"), ("CODE_1", "open:CODE_1")])
def test_start_opens_with_its_code(
    api: FakeBotApi, anna: TelegramPerson, payload: str | None, content: str
) -> None:
    anna.start(payload)
    assert (inbound(api).kind, inbound(api).content) == (Kind.EVENT, content)


def test_an_edit_names_the_message_that_it_changes(api: FakeBotApi, anna: TelegramPerson) -> None:
    sent = anna.say("hij komt niet")
    anna.edit(sent, "hij komt weer")
    found = inbound(api)
    assert (found.kind, found.content) == (Kind.EDIT, "hij komt weer")
    assert found.about == f"7.{sent.message_id}"
    assert found.key != f"7.{sent.message_id}"


def test_what_is_no_words_says_so(api: FakeBotApi, anna: TelegramPerson) -> None:
    for send in (anna.send_photo, anna.send_voice, anna.send_sticker, anna.send_location,
                 anna.send_contact):  # fmt: skip
        send()
        assert inbound(api).kind is Kind.OTHER, send.__name__


def test_who_blocks_the_bot_has_left(api: FakeBotApi, anna: TelegramPerson) -> None:
    anna.say("hoi")
    conversation = inbound(api).conversation
    anna.block()
    assert meant(api) == Left(conversation)


def test_a_group_is_greeted_once_and_not_listened_to(api: FakeBotApi, anna: TelegramPerson) -> None:
    group = api.group("Team 3")
    group.add_bot(anna)
    updates = [READ.meant(Update.de_json(u.as_json())) for u in api.updates.history]
    assert [u for u in updates if u] == [Grouped(group.chat.chat_id, anna.user["language_code"])]
    anna.say_in_group(group, "wie leest dit?")
    assert meant(api) is None


def test_an_update_of_an_unknown_kind_is_nothing_to_us(api: FakeBotApi) -> None:
    api.send_update("something_new", {"id": 1})
    assert meant(api) is None
