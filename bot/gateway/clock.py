"""What is due, done at its time: check-ins, reminders, look-backs, and forgetting what is over.

Everything that is due stands in the record, so nothing is lost when Zwaan is away, and two gateways
on one record never do the same.
"""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from time import monotonic

from bot.gateway.signals import Signals
from bot.gateway.turns import INBOX
from bot.services.clock import ring, wind_up
from bot.wiring import Workshop

log = logging.getLogger(__name__)

LOOK_EVERY = 2.0  # seconds; to look costs no more than reading one row by an index
AT_ONCE = 20  # alarms in one transaction: others can write after a tenth of a second
BREATH = 2.0  # times what a transaction took, in which others write before the next one
TRY_AGAIN = timedelta(minutes=10)  # after an alarm that went wrong


@dataclass(frozen=True)
class Clock:
    """The loop that rings what is due."""

    shop: Workshop
    signals: Signals
    now: Callable[[], datetime]

    async def run(self) -> None:
        """Ring for ever, until cancelled."""
        wound = False
        while True:
            began = monotonic()
            try:
                if not wound:  # another gateway that starts at this moment may be the one to do so
                    await asyncio.to_thread(self._wind_up)
                    wound = True
                rung = await asyncio.to_thread(self.tick)
            except Exception:
                log.exception("what is due cannot be read")
                rung = 0
            if rung:
                self.signals.ring(INBOX)
            breath = BREATH * (monotonic() - began)
            await asyncio.sleep(breath if rung == AT_ONCE else LOOK_EVERY)

    def tick(self) -> int:
        """Ring some of what is due now; how many."""
        with self.shop.look() as (record, _):
            soonest = record.alarms.next_at()
        if soonest is None or soonest > self.now():
            return 0
        with self.shop.work() as (desk, _):
            due = desk.record.alarms.due(self.now(), AT_ONCE)
            for alarm in due:
                try:
                    with desk.record.aside():
                        ring(desk, alarm)
                except Exception:  # one that goes wrong holds no other up
                    log.exception("alarm %s went wrong", alarm.id)
                    later = replace(alarm, at=self.now() + TRY_AGAIN)
                    desk.record.alarms.put(later)
            return len(due)

    def _wind_up(self) -> None:
        with self.shop.work() as (desk, _):
            wind_up(desk)
