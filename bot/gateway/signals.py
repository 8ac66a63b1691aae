"""Waking whoever waits for something in this process."""

import asyncio
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager


class Signals:
    """One bell a name: ringing it wakes everyone who listens."""

    def __init__(self) -> None:
        self._bells: defaultdict[str, set[asyncio.Event]] = defaultdict(set)
        self._later: dict[str, asyncio.TimerHandle] = {}

    def ring(self, name: str) -> None:
        """Ring now; what was to ring later under this name need not any more."""
        if timer := self._later.pop(name, None):
            timer.cancel()
        for bell in self._bells.get(name, ()):
            bell.set()

    def ring_later(self, name: str, seconds: float) -> None:
        """Ring after so long, unless it rings before."""
        if name not in self._later:
            loop = asyncio.get_running_loop()
            self._later[name] = loop.call_later(seconds, self.ring, name)

    @contextmanager
    def listen(self, *names: str) -> Iterator[asyncio.Event]:
        """A bell of one's own, rung by any of these names, for as long as the block lasts."""
        bell = asyncio.Event()
        for name in names:
            self._bells[name].add(bell)
        try:
            yield bell
        finally:
            for name in names:
                self._bells[name].discard(bell)
                if not self._bells[name]:
                    del self._bells[name]


async def wait(bell: asyncio.Event, seconds: float) -> bool:
    """Until the bell rings (True), or this long (False); it is silent again afterwards."""
    try:
        async with asyncio.timeout(seconds):  # wait_for of Python 3.11 may lose a cancellation
            await bell.wait()
    except TimeoutError:
        return False
    bell.clear()
    return True
