"""A short run of random kills; ``python -m tests.faults.kill_run --kills 200`` is the long one."""

import os
import random

from tests.faults.kept import Reader
from tests.faults.kill_run import kill_run
from tests.harness.frail import FrailStack

KILLS = int(os.environ.get("ZWAAN_KILLS", "24"))


async def test_random_kills_under_load_lose_nothing_and_repeat_nothing(
    frail: FrailStack, reader: Reader
) -> None:
    seed = random.randrange(10**6)
    outcome = await kill_run(frail, reader, KILLS, seed)
    assert outcome.kills.total() == KILLS
    assert outcome.answers >= KILLS, "there was load"
    assert outcome.wrong == [], f"seed {seed}"
