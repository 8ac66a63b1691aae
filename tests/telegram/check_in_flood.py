"""Ten thousand check-ins, due at the same minute: ``python -m tests.telegram.check_in_flood``.

At the limits that the fake Bot API keeps as Telegram does, while others answer their questions.
"""

import argparse
import asyncio
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path

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
from tests.telegram.broadcast import ANSWERING, answer
from tests.telegram.patient import TelegramPatient

OFFER = "Tijd voor de weekcheck"
PREPARED = timedelta(seconds=20)  # from the last row until they are all due


async def run(people: int, folder: Path) -> dict[str, float]:
    """The numbers of one flood."""
    async with FakeBotApi(limits=Limits()) as api:
        environ = {"TELEGRAM_TOKEN": api.token, "TELEGRAM_API_URL": api.url}
        stack = Stack(folder, extra_environ=environ).start()
        shop = None
        try:
            await asyncio.to_thread(stack.wait)
            patients = [await TelegramPatient.come_in(api) for _ in range(ANSWERING)]
            shop = build_workshop(stack.settings)
            crowd = [api.person(f"P{n}") for n in range(people)]
            await asyncio.to_thread(_prepare, shop, crowd)
            return await _measure(api, crowd, patients)
        finally:
            if shop:
                shop.database.close()
            await asyncio.to_thread(stack.stop)


def _prepare(shop: Workshop, crowd: list[TelegramPerson]) -> None:
    """A case of their own for each, in which they are at rest; all are asked at one moment."""
    secret = shop.database.secret()
    for start in range(0, len(crowd), 200):
        with shop.database.write(lasting=False) as conn:
            record = SqlRecord(conn, shop.database.cipher)
            addresses = AddressBook(conn, shop.database.cipher)
            for person in crowd[start : start + 200]:
                person.chat.standing = Standing.OPEN
                conversation = conversation_id(secret, CHANNEL, str(person.user_id))
                addresses.note(conversation, CHANNEL, str(person.user_id))
                _put(record, conversation)
    at = now() + PREPARED
    with shop.database.write() as conn:
        record = SqlRecord(conn, shop.database.cipher)
        for schedule in record.schedules.pick("id"):
            record.alarms.put(Alarm(new_id(), AlarmKind.CHECK_IN, schedule, at))


def _put(record: SqlRecord, conversation: str) -> None:
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


async def _measure(
    api: FakeBotApi, crowd: list[TelegramPerson], patients: list[TelegramPatient]
) -> dict[str, float]:
    waits: list[float] = []
    answering = [asyncio.create_task(answer(patient, waits)) for patient in patients]
    while not any(person.see() for person in crowd):
        await asyncio.sleep(0.05)
    began = time.monotonic()
    while not all(person.see() for person in crowd):
        await asyncio.sleep(0.5)
    took = time.monotonic() - began
    for task in answering:
        task.cancel()
    return {
        "people": len(crowd),
        "seconds until all had it": took,
        "a second": len(crowd) / took,
        "refused with 429": len(api.log.of(status=429)),
        "came twice": sum(len(person.see()) > 1 for person in crowd),
        "something else came": sum(OFFER not in str(person.see()[0].text) for person in crowd),
        "answers given meanwhile": len(waits),
        "slowest first reply, seconds": max(waits),
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=10_000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = asyncio.run(run(asked.people, Path(folder)))
    for name, number in found.items():
        print(f"{name:34}{number:8.1f}")
    wrong = ("refused with 429", "came twice", "something else came")
    return int(any(found[name] for name in wrong))


if __name__ == "__main__":
    sys.exit(main())
