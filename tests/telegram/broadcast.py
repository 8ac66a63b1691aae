"""One message for a thousand people at once: ``python -m tests.telegram.broadcast``.

At the limits that the fake Bot API keeps as Telegram does, while others answer their questions.
"""

import asyncio
import sys
from pathlib import Path

from tests.telegram.crowd import Numbers, Scene, main
from tests.telegram.mail_in import MailIn

NEWS = "Hoe is het nu met de casus?"


async def run(people: int, folder: Path) -> Numbers:
    """The numbers of one broadcast."""
    async with Scene.open(people, folder) as scene, scene.answering() as waits:
        await asyncio.to_thread(MailIn(scene.shop).broadcast, scene.crowd, NEWS)
        return await scene.numbers(NEWS, waits)


if __name__ == "__main__":
    sys.exit(main(__doc__, run, people=1000))
