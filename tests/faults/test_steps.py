"""Every arrow of a message's way, with the death of the process that can die there."""

import asyncio

import pytest

from tests.faults.conftest import thorough
from tests.faults.kept import Reader
from tests.harness.faultpoints import POINTS, Point
from tests.harness.frail import FrailStack
from tests.harness.patient import Patient

USUAL = {"calling-action", "action-answered"}  # an engine takes long to be back
STEPS = [p for p in POINTS if p.process != "engine" or p.name in USUAL or thorough()]
FIRST = "Dit is het eerste antwoord en het gaat over de week op school"
SECOND = "Dit is het tweede antwoord en dat gaat over de klas en de juf"


@pytest.mark.parametrize("point", STEPS, ids=lambda p: f"{p.process}-{p.name}")
async def test_a_death_at_any_arrow_loses_nothing_and_repeats_nothing(
    frail: FrailStack, reader: Reader, point: Point
) -> None:
    person = await Patient.come_in(frail.url)
    aside = reader.mail().inbox.get("set_aside", 0)
    try:
        first = person.question
        frail.order(point.name, "kill")
        sending = asyncio.create_task(person.send("text", FIRST))
        await frail.died(point.process)
        await frail.reached(point.name)
        await frail.again(point.process)
        await sending
        await person.reply()
        second = person.question
        await person.say(SECOND)
        await _at_rest(reader)
        kept = reader.kept(person)
        assert kept.answers == [(first, FIRST), (second, SECOND)]
        assert kept.open_question == person.question
        assert kept.extras == {}
        assert reader.mail().inbox.get("set_aside", 0) == aside
        assert _times_put(person, second) == 1
    finally:
        await _mend(frail, person, point.name)


async def test_a_gateway_that_dies_while_the_engine_thinks_is_no_harm(
    frail: FrailStack, reader: Reader
) -> None:
    person = await Patient.come_in(frail.url)
    try:
        first = person.question
        frail.order("action-called", "hold")
        await person.send("text", FIRST)
        await frail.reached("action-called")
        frail.kill("gateway")
        frail.lift("action-called")
        await frail.again("gateway")
        await person.reply()
        await _at_rest(reader)
        assert reader.kept(person).answers == [(first, FIRST)]
        assert reader.kept(person).open_question == person.question
    finally:
        await _mend(frail, person, "action-called")


async def _mend(frail: FrailStack, person: Patient, point: str) -> None:
    """Whatever went wrong, the next test finds everything up."""
    await person.close()
    frail.lift(point)
    await frail.again(*frail.gone())


async def _at_rest(reader: Reader, seconds: float = 10.0) -> None:
    """What was acknowledged is handled; its bookkeeping may follow a moment later."""
    for _ in range(int(seconds / 0.05)):
        if reader.mail().at_rest:
            return
        await asyncio.sleep(0.05)
    raise AssertionError(f"not at rest: {reader.mail()}")


def _times_put(person: Patient, question: str) -> int:
    """How often a question was put to someone."""
    tokens = [b["token"] for said in person.parcels.values() for b in said["buttons"]]
    return sum(token.endswith(f"skip|question={question}") for token in tokens)
