"""A clock that a test turns on: Zwaan's processes read from a file how far it is ahead."""

import os
import sys
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.settings import PROJECT

VARIABLE = "ZWAAN_TEST_CLOCK"  # the file; read only where this folder's ``site`` is on the path
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
# Seconds: what is due is looked for more often, and each chat is sent to without a pause, so that
# weeks go by in minutes. Telegram's pace has tests of its own.
LOOK_EVERY, PER_CHAT = 0.2, 0.01


@dataclass(frozen=True)
class TurnedClock:
    """``file`` holds the seconds by which the clock of these processes is ahead of the real one."""

    file: Path

    def to(self, when: datetime) -> None:
        """Let it be this moment, on the clock in Amsterdam."""
        ahead = when.replace(tzinfo=AMSTERDAM) - datetime.now(AMSTERDAM)
        beside = self.file.with_suffix(".new")
        beside.write_text(str(ahead.total_seconds()))
        beside.replace(self.file)

    @property
    def environ(self) -> dict[str, str]:
        """What a process is told, so that it follows this clock."""
        roads = (PROJECT, Path(__file__).parent / "site")
        return {VARIABLE: str(self.file), "PYTHONPATH": os.pathsep.join(map(str, roads))}


def install() -> None:
    """In a process that is told of a file: let Zwaan's clock follow it."""
    path = os.environ.get(VARIABLE)
    if path is None or "rasa" in sys.orig_argv:  # the engine knows no time
        return
    import bot.connectors.telegram.courier
    import bot.gateway.clock
    import bot.wiring

    real = bot.wiring.now

    def turned() -> datetime:
        return real() + timedelta(seconds=float(Path(path).read_text()))

    bot.wiring.now = turned
    bot.gateway.clock.LOOK_EVERY = LOOK_EVERY
    bot.connectors.telegram.courier.PER_CHAT = PER_CHAT
