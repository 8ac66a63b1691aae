"""Ten thousand check-ins, due at the same minute: ``python -m tests.telegram.check_in_flood``.

At the limits that the fake Bot API keeps as Telegram does, while others answer their questions.
"""

import asyncio
import sys
from datetime import timedelta
from pathlib import Path

from bot.wiring import now
from tests.telegram.crowd import Numbers, Scene, main, set_check_ins

OFFER = "Tijd voor de weekcheck"
PREPARED = timedelta(seconds=20)  # from the last row until they are all due


async def run(people: int, folder: Path) -> Numbers:
    """The numbers of one flood."""
    async with Scene.open(people, folder) as scene:
        await asyncio.to_thread(set_check_ins, scene.shop, scene.crowd, now() + PREPARED)
        async with scene.answering() as waits:
            await scene.begun()
            return await scene.numbers(OFFER, waits)


if __name__ == "__main__":
    sys.exit(main(__doc__, run, people=10_000))
