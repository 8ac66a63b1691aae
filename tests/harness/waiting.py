"""Waiting for what happens elsewhere in its own time."""

import asyncio
import time
from collections.abc import Callable

PATIENCE = 10.0  # seconds


async def until(holds: Callable[[], bool], seconds: float = PATIENCE) -> None:
    """Return as soon as it holds. AssertionError when it does not come to that."""
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, f"it did not come to that within {seconds} s"
        await asyncio.sleep(0.01)
