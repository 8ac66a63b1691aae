"""The whole road over Telegram: people on the fake Bot API, and the real gateway, engine, actions
and record behind it."""

import pytest

from tests.bot_api.server import FakeBotApi
from tests.harness.lapsed import lapse
from tests.harness.stack import Stack
from tests.telegram.conftest import Newcomer, hears, words

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_case_is_begun_and_its_first_question_answered(newcomer: Newcomer) -> None:
    anna = await newcomer()
    anna.say("hij komt alleen nog op dinsdag")
    await hears(anna, "2 van 3")
    assert "Ongedaan maken" in anna.buttons


async def test_a_tapped_button_shows_what_was_chosen_and_works_once(
    bot_api: FakeBotApi, listening: Stack
) -> None:
    anna = bot_api.person("Anna", language="nl")
    anna.start()
    await hears(anna, "Mag ik bewaren")
    asked = anna.see()[-1]
    anna.tap("Ja, dat is goed")
    await hears(anna, "Waar gaat het over?")
    await anna.until(lambda: asked.buttons == ["✓ Ja, dat is goed"])
    anna.press(asked, "·")
    await anna.until(lambda: any("koos je al" in (t.text or "") for t in anna.toasts))


async def test_an_edited_message_corrects_its_answer(newcomer: Newcomer) -> None:
    anna = await newcomer()
    said = anna.say("hij komt alleen op dinsdag")
    await hears(anna, "2 van 3")
    anna.edit(said, "hij komt alleen op woensdag")
    await hears(anna, "Je antwoord is aangepast")
    anna.say("/antwoorden")
    await hears(anna, "woensdag")
    assert "dinsdag" not in words(anna)


async def test_an_edited_command_is_explained(newcomer: Newcomer) -> None:
    anna = await newcomer()
    said = anna.say("/uitleg")
    await hears(anna, "1 van 3")
    anna.edit(said, "/voorbeeld")
    await hears(anna, "Bij dat bericht hoort geen antwoord")


async def test_a_reply_answers_the_question_replied_to(newcomer: Newcomer) -> None:
    anna = await newcomer()
    first = anna.see()[-1]
    anna.say("hij komt alleen op dinsdag")
    await hears(anna, "2 van 3")
    anna.reply(first, "hij komt nooit")
    await hears(anna, "2 van 3")
    await anna.until(lambda: any("waarop je reageerde" in str(m.text) for m in anna.see()))
    anna.say("/antwoorden")
    await hears(anna, "hij komt nooit")


async def test_a_photo_is_not_kept_and_the_question_stays(newcomer: Newcomer) -> None:
    anna = await newcomer()
    anna.send_photo()
    await anna.until(lambda: any("alleen woorden lezen" in str(m.text) for m in anna.see()))
    await hears(anna, "1 van 3")


async def test_the_map_comes_as_a_photo_with_its_words(newcomer: Newcomer) -> None:
    anna = await newcomer()
    anna.say("/overzicht")
    await anna.until(lambda: any(m.photo for m in anna.see()))
    [seen] = [m for m in anna.see() if m.photo]
    assert seen.photo.startswith(b"\x89PNG")
    assert "nog leeg" in str(seen.text)


async def test_my_data_comes_as_a_file(newcomer: Newcomer) -> None:
    anna = await newcomer()
    anna.say("/gegevens")
    await anna.until(lambda: any(m.document for m in anna.see()))


async def test_markup_signs_arrive_as_typed(newcomer: Newcomer) -> None:
    anna = await newcomer()
    anna.say("hij zegt _niets_ & <geen> *woord*")
    await hears(anna, "2 van 3")
    anna.say("/antwoorden")
    await hears(anna, "_niets_ & <geen> *woord*")


async def test_who_blocks_and_comes_back_goes_on_where_they_were(newcomer: Newcomer) -> None:
    anna = await newcomer()
    anna.say("hij komt alleen op dinsdag")
    await hears(anna, "2 van 3")
    anna.block()
    anna.unblock()
    anna.start()
    await hears(anna, "2 van 3")


async def test_a_group_is_told_once_that_this_is_no_place(
    bot_api: FakeBotApi, listening: Stack
) -> None:
    anna = bot_api.person("Anna", language="nl")
    group = bot_api.group("Team 3")
    group.add_bot(anna)
    await anna.until(lambda: len(group.see()) == 1)
    anna.say_in_group(group, "wie leest dit?")
    anna.say("hoi")
    await hears(anna, "Mag ik bewaren")
    assert len(group.see()) == 1
    assert "t.me/" in str(group.see()[0].text)


async def test_the_menu_is_set_in_both_languages(bot_api: FakeBotApi, listening: Stack) -> None:
    anna = bot_api.person("Anna", language="nl")
    anna.start()
    await hears(anna, "Mag ik bewaren")
    assert "overzicht" in bot_api.profile.commands_for("nl")
    assert "map" in bot_api.profile.commands_for("en")


async def test_what_is_over_is_passed_in_silence(newcomer: Newcomer, listening: Stack) -> None:
    anna = await newcomer()
    before = len(anna.see())
    await lapse(listening)
    anna.say("/uitleg")
    await hears(anna, "1 van 3")
    said = [str(message.text) for message in anna.see()[before:]]
    assert not any("Sorry" in text or "niet meer is" in text for text in said)
