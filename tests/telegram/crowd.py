"""A crowd on Telegram to whom Zwaan says something at once, while a few others go on answering."""

import argparse
import asyncio
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.connectors.telegram.inbound import CHANNEL
from bot.core.identity import conversation_id
from bot.core.method import CaseKind, Level
from bot.core.record import Case, CaseStatus, Membership, Person
from bot.core.rhythm import Alarm, AlarmKind, Schedule
from bot.store.addresses import AddressBook
from bot.store.record import SqlRecord
from bot.wiring import Workshop, build_workshop, new_id, now
from tests.bot_api.limits import Limits
from tests.bot_api.messages import Standing
from tests.bot_api.people import TelegramPerson
from tests.bot_api.server import FakeBotApi
from tests.harness.stack import Stack
from tests.telegram.patient import TelegramPatient

ANSWERING = 3  # people who answer meanwhile
EACH = 200  # people put into the record in one transaction
WRONG = ("refused with 429", "came twice", "something else came")  # none of these may be found

Numbers = dict[str, float]


@dataclass(frozen=True)
class Scene:
    """Zwaan whole, at the limits that the fake Bot API keeps as Telegram does."""

    api: FakeBotApi
    shop: Workshop
    crowd: Sequence[TelegramPerson]
    patients: Sequence[TelegramPatient]

    @classmethod
    @asynccontextmanager
    async def open(cls, people: int, folder: Path) -> AsyncIterator["Scene"]:
        async with FakeBotApi(limits=Limits()) as api:
            environ = {"TELEGRAM_TOKEN": api.token, "TELEGRAM_API_URL": api.url}
            stack = Stack(folder, extra_environ=environ).start()
            shop = None
            try:
                await asyncio.to_thread(stack.wait)
                patients = [await TelegramPatient.come_in(api) for _ in range(ANSWERING)]
                shop = build_workshop(stack.settings)
                yield cls(api, shop, [api.person(f"P{n}") for n in range(people)], patients)
            finally:
                if shop:
                    shop.database.close()
                await asyncio.to_thread(stack.stop)

    async def begun(self) -> None:
        """Until somebody of the crowd has it."""
        while not any(person.see() for person in self.crowd):
            await asyncio.sleep(0.05)

    async def numbers(self, text: str, waits: list[float]) -> Numbers:
        """Until all have it, from now; each must get this text once."""
        began = time.monotonic()
        while not all(person.see() for person in self.crowd):
            await asyncio.sleep(0.1)
        took = time.monotonic() - began
        return {
            "people": len(self.crowd),
            "seconds until all had it": took,
            "a second": len(self.crowd) / took,
            "refused with 429": len(self.api.log.of(status=429)),
            "came twice": sum(len(person.see()) > 1 for person in self.crowd),
            "something else came": sum(text not in str(p.see()[0].text) for p in self.crowd),
            "answers given meanwhile": len(waits),
            "slowest first reply, seconds": max(waits),
        }

    @asynccontextmanager
    async def answering(self) -> AsyncIterator[list[float]]:
        """The few answer for as long as the block lasts; how long each waited for a first reply."""
        waits: list[float] = []
        tasks = [asyncio.create_task(_answer(patient, waits)) for patient in self.patients]
        try:
            yield waits
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


async def _answer(patient: TelegramPatient, waits: list[float]) -> None:
    """Answer one question after the other, and note how long it took until something came back."""
    while True:
        await asyncio.sleep(3)
        before, question = len(patient.person.see()), patient.question
        began = time.monotonic()
        await patient.send("text", "op woensdag ging het beter")
        while len(patient.person.see()) == before:
            await asyncio.sleep(0.02)
        waits.append(time.monotonic() - began)
        while patient.question == question:
            await asyncio.sleep(0.02)


def set_check_ins(shop: Workshop, crowd: Sequence[TelegramPerson], at: datetime) -> None:
    """A case of their own for each, in which they are at rest; all are asked at one moment."""
    secret = shop.database.secret()
    schedules: list[str] = []
    for start in range(0, len(crowd), EACH):
        with shop.database.write(lasting=False) as conn:
            record = SqlRecord(conn, shop.database.cipher)
            addresses = AddressBook(conn, shop.database.cipher)
            for person in crowd[start : start + EACH]:
                person.chat.standing = Standing.OPEN
                conversation = conversation_id(secret, CHANNEL, str(person.user_id))
                addresses.note(conversation, CHANNEL, str(person.user_id))
                schedules.append(_put(record, conversation))
    with shop.database.write() as conn:
        record = SqlRecord(conn, shop.database.cipher)
        for schedule in schedules:
            record.alarms.put(Alarm(new_id(), AlarmKind.CHECK_IN, schedule, at))


def _put(record: SqlRecord, conversation: str) -> str:
    """Somebody with a case and a check-in in it; the id of its schedule."""
    ids = [new_id() for _ in range(4)]
    person, case, part, schedule = ids
    record.people.put(Person(person, conversation, CHANNEL, "nl", now(), current_case=case))
    kept = Case(case, CaseKind.CHILD, CaseStatus.OPEN, now(), "Vlinder", "", "")
    record.cases.put(kept)
    level, question = Level.EXECUTING, "explore.content.1"
    record.memberships.put(
        Membership(part, person, case, now(), "teacher", None, level, question, coordinator=True)
    )
    record.schedules.put(Schedule(schedule, part, case, now(), weekday=now().weekday()))
    return schedule


def main(
    description: str | None, run: Callable[[int, Path], Coroutine[Any, Any, Numbers]], people: int
) -> int:
    """Run it for so many ``--people``, print the numbers; 1 when something went wrong."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--people", type=int, default=people)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = asyncio.run(run(asked.people, Path(folder)))
    for name, number in found.items():
        print(f"{name:34}{number:8.1f}")
    return int(any(found[name] for name in WRONG))
