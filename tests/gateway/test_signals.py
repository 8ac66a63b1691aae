"""Waiting for a bell: it rings, time goes by, or whoever waits is stopped."""

import asyncio

import pytest

from bot.gateway.signals import Signals, wait


async def test_a_bell_wakes_and_is_silent_again() -> None:
    signals = Signals()
    with signals.listen("inbox") as bell:
        signals.ring("inbox")
        assert await wait(bell, 5)
        assert not bell.is_set()
        assert not await wait(bell, 0.01)


@pytest.mark.parametrize("later", range(8))
async def test_whoever_is_stopped_while_it_rings_stops(later: int) -> None:
    """However close together the two come: what was stopped and goes on, would never end."""
    bell = asyncio.Event()
    waiting = asyncio.create_task(wait(bell, 5))
    await asyncio.sleep(0.01)
    bell.set()
    for _ in range(later):
        await asyncio.sleep(0)
    stopped = waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
    assert waiting.cancelled() == stopped
