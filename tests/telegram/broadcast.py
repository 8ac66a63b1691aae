"""One message for a thousand people at once: ``python -m tests.telegram.broadcast``.

At the limits that the fake Bot API keeps as Telegram does, while others answer their questions.
"""

import argparse
import asyncio
import sys
import tempfile
import time
from pathlib import Path

from tests.bot_api.limits import Limits
from tests.bot_api.people import TelegramPerson
from tests.bot_api.server import FakeBotApi
from tests.harness.stack import Stack
from tests.telegram.mail_in import MailIn
from tests.telegram.patient import TelegramPatient

NEWS = "Hoe is het nu met de casus?"
ANSWERING = 3  # people who answer meanwhile


async def run(people: int, folder: Path) -> dict[str, float]:
    """The numbers of one broadcast."""
    async with FakeBotApi(limits=Limits()) as api:
        environ = {"TELEGRAM_TOKEN": api.token, "TELEGRAM_API_URL": api.url}
        stack = Stack(folder, extra_environ=environ).start()
        mail = None
        try:
            await asyncio.to_thread(stack.wait)
            patients = [await TelegramPatient.come_in(api) for _ in range(ANSWERING)]
            mail = MailIn.of(stack.settings)
            crowd = [api.person(f"P{n}") for n in range(people)]
            return await _measure(api, mail, crowd, patients)
        finally:
            if mail:
                mail.close()
            await asyncio.to_thread(stack.stop)


async def _measure(
    api: FakeBotApi,
    mail: MailIn,
    crowd: list[TelegramPerson],
    patients: list[TelegramPatient],
) -> dict[str, float]:
    waits: list[float] = []
    await asyncio.to_thread(mail.broadcast, crowd, NEWS)
    began = time.monotonic()
    answering = [asyncio.create_task(answer(patient, waits)) for patient in patients]
    while not all(person.see() for person in crowd):
        await asyncio.sleep(0.05)
    took = time.monotonic() - began
    for task in answering:
        task.cancel()
    return {
        "people": len(crowd),
        "seconds until all had it": took,
        "refused with 429": len(api.log.of(status=429)),
        "came twice": sum(len(person.see()) > 1 for person in crowd),
        "answers given meanwhile": len(waits),
        "slowest first reply, seconds": max(waits),
    }


async def answer(patient: TelegramPatient, waits: list[float]) -> None:
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


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=1000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = asyncio.run(run(asked.people, Path(folder)))
    for name, number in found.items():
        print(f"{name:34}{number:8.1f}")
    return 1 if found["refused with 429"] or found["came twice"] else 0


if __name__ == "__main__":
    sys.exit(main())
