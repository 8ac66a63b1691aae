"""The engine or the actions are away for a while, and a message that nothing can handle."""

import asyncio

import pytest

from tests.faults.kept import Reader
from tests.harness.frail import FrailStack
from tests.harness.patient import Patient

SAID = "Hij komt de laatste weken alleen nog op maandag en dinsdag binnen"
MORE = "Thuis gaat het overdag goed zolang niemand over school begint"
AWAY = "Ik ben er zo"
SORRY = "Sorry, op dit bericht ging bij mij iets mis"


async def test_while_the_engine_is_away_people_hear_so_once_and_are_handled_later(
    frail: FrailStack, reader: Reader
) -> None:
    person = await Patient.come_in(frail.url)
    try:
        first = person.question
        frail.kill("engine")
        for text in (SAID, MORE):
            await person.send("text", text)
            await asyncio.sleep(1)
        await _until(lambda: _said(person, AWAY))
        await frail.again("engine")
        await person.reply()
        await person.reply()
        assert reader.kept(person).answers == [(first, f"{SAID}\n{MORE}")]
        assert _said(person, AWAY) == 1
        assert not _said(person, SORRY)
    finally:
        await person.close()
        await frail.again(*frail.gone())


@pytest.mark.parametrize(("seconds", "told"), [(0, 0), (8, 1)])
async def test_while_the_actions_are_away_messages_wait_and_who_waits_long_hears_so(
    frail: FrailStack, reader: Reader, seconds: int, told: int
) -> None:
    person = await Patient.come_in(frail.url)
    try:
        first = person.question
        frail.kill("actions")
        await person.send("text", SAID)
        await asyncio.sleep(seconds)
        await frail.again("actions")
        await person.reply()
        assert not _said(person, SORRY)
        assert _said(person, AWAY) >= told
        assert reader.kept(person).answers == [(first, SAID)]
    finally:
        await person.close()
        await frail.again(*frail.gone())


async def test_a_poisoned_message_is_set_aside_and_the_conversation_goes_on(
    frail: FrailStack, reader: Reader
) -> None:
    person = await Patient.come_in(frail.url)
    other = await Patient.come_in(frail.url)
    try:
        first, aside = person.question, reader.mail().inbox.get("set_aside", 0)
        frail.order("action-called", "raise")
        await person.send("text", SAID)
        said = await person.reply(30)
        assert said["text"].startswith(SORRY)
        assert reader.mail().inbox["set_aside"] == aside + 1
        frail.lift("action-called")
        await other.say(SAID)
        await person.say(MORE)
        assert reader.kept(person).answers == [(first, MORE)]
        assert _said(person, SORRY) == 1
    finally:
        frail.lift("action-called")
        await person.close()
        await other.close()


def _said(person: Patient, beginning: str) -> int:
    return sum(text.startswith(beginning) for text in person.texts())


async def _until(holds: object, seconds: float = 15.0) -> None:
    assert callable(holds)
    for _ in range(int(seconds / 0.05)):
        if holds():
            return
        await asyncio.sleep(0.05)
    raise AssertionError("it did not come to that")
