"""The kill run over Telegram: ``python -m tests.telegram.kill_run --kills 300 --way webhook``.

As ``tests.faults.kill_run``, and on top of it one in five messages to people goes wrong: refused,
cut off before it was sent, or cut off after.
"""

import argparse
import asyncio
import logging
import random
import sys
import tempfile
from pathlib import Path

from tests.bot_api.faults import BAD_GATEWAY, Drop, Fail
from tests.bot_api.limits import Limits
from tests.bot_api.server import FakeBotApi
from tests.bot_api.webhook import Pauses
from tests.faults.kept import Reader
from tests.faults.kill_run import Outcome, kill_run
from tests.harness.frail import BUSY, FrailStack
from tests.telegram.patient import TelegramPatient

PEOPLE = 24
WAYS = ("polling", "webhook")


async def run(kills: int, seed: int, way: str) -> Outcome:
    """One run on a stack of its own."""
    with tempfile.TemporaryDirectory() as folder:
        async with FakeBotApi(
            limits=Limits(), seed=seed, pauses=Pauses(first=0.5, longest=2.0)
        ) as api:
            stack = FrailStack(Path(folder) / "home")
            stack.extra_environ = {**stack.extra_environ, **_environ(api, stack, way)}
            stack.start()
            try:
                await asyncio.to_thread(stack.wait, BUSY)
                for fault in (Drop(), Drop(after=True), Fail(BAD_GATEWAY)):
                    api.faults.order(fault, "sendMessage", chance=0.07)
                reader = Reader.of(stack.settings)
                try:
                    outcome = await kill_run(
                        stack, reader, kills, seed, lambda: TelegramPatient.come_in(api), PEOPLE
                    )
                    outcome.also = _counts(api)
                    return outcome
                finally:
                    reader.close()
            finally:
                await asyncio.to_thread(stack.stop)


def _environ(api: FakeBotApi, stack: FrailStack, way: str) -> dict[str, str]:
    asked = {"TELEGRAM_TOKEN": api.token, "TELEGRAM_API_URL": api.url}
    sent = {"TELEGRAM_WEBHOOK_URL": f"{stack.url}/telegram"}
    return asked | sent if way == "webhook" else asked


def _counts(api: FakeBotApi) -> dict[str, int]:
    sends = api.log.of("sendMessage")
    return {
        "updates": len(api.updates.history),
        "messages sent": sum(call.carried_out for call in sends),
        "sends that went wrong": sum(call.struck for call in sends),
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    parser.add_argument("--way", choices=WAYS, default=WAYS[0])
    asked = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    logging.getLogger("httpx").setLevel(logging.WARNING)
    logging.getLogger("aiohttp.server").setLevel(logging.CRITICAL)  # who calls is killed all along
    print(f"seed {asked.seed}, {asked.way}", flush=True)
    outcome = asyncio.run(run(asked.kills, asked.seed, asked.way))
    print(outcome.table())
    return 1 if outcome.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
