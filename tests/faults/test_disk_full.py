"""The disk is full: the sender keeps the message, and what was taken in is handled later."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy.exc import OperationalError

from tests.faults.conftest import thorough
from tests.faults.kept import Reader
from tests.harness.disk import Disk
from tests.harness.frail import FrailStack
from tests.harness.patient import Patient

SAID = "Hij komt de laatste weken alleen nog op maandag en dinsdag binnen"
MORE = "Thuis gaat het overdag goed zolang niemand over school begint"
LEASE = 90.0  # seconds; what a gateway could not finish is taken up again within them


async def test_with_a_full_disk_a_message_is_refused_kindly_and_taken_when_there_is_room(
    frail: FrailStack, reader: Reader, disk: Disk
) -> None:
    person = await Patient.come_in(frail.url)
    try:
        first = person.question
        with _really_full(disk, frail, reader):
            answer = await person.client.post("text", SAID, "the-same-key")
            assert answer.status_code == 507
            assert answer.json()["error"].startswith("Het opslaan lukt nu niet")
        await person.send("text", SAID, "the-same-key")
        await person.reply()
        assert reader.kept(person).answers == [(first, SAID)]
        await person.say(MORE)
        assert reader.kept(person).open_question == person.question
    finally:
        await person.close()


async def test_a_disk_that_fills_up_before_the_answer_is_stored_loses_nothing(
    frail: FrailStack, reader: Reader, disk: Disk
) -> None:
    await _fills_up_at("action-called", frail, reader, disk)


async def test_a_disk_that_fills_up_before_the_reply_is_stored_loses_nothing(
    frail: FrailStack, reader: Reader, disk: Disk
) -> None:
    await _fills_up_at("engine-answered", frail, reader, disk)


async def _fills_up_at(point: str, frail: FrailStack, reader: Reader, disk: Disk) -> None:
    person = await Patient.come_in(frail.url)
    try:
        first = person.question
        frail.order(point, "hold")
        await person.send("text", SAID)
        await frail.reached(point)
        with _really_full(disk, frail, reader):
            frail.lift(point)
            await asyncio.sleep(3)
        if not thorough():  # a new gateway takes it up at once, a running one after the lease
            frail.kill("gateway")
            await frail.again("gateway")
        await person.reply(LEASE)
        assert reader.kept(person).answers == [(first, SAID)]
        assert reader.kept(person).open_question == person.question
        assert not any(text.startswith("Sorry") for text in person.texts())
    finally:
        frail.lift(point)
        await person.close()
        await frail.again(*frail.gone())


@contextmanager
def _really_full(disk: Disk, frail: FrailStack, reader: Reader) -> Iterator[None]:
    """SQLite writes over its own log as long as that has room, so the log is emptied first."""
    reader.fold()
    with disk.full(frail.pids):
        if disk.own:
            with pytest.raises(OperationalError):
                reader.write_nothing()
        yield
    reader.write_nothing()
