"""A stack whose processes die, fail or wait at a named point, and are soon back."""

import asyncio
import os
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.settings import PROJECT
from tests.harness.faultpoints import FOLDER
from tests.harness.nursery import Nursery
from tests.harness.stack import Stack

BUSY = 600.0  # seconds to be ready within, on a machine that others use too
SITE = Path(__file__).parent / "site"  # where Python finds our sitecustomize


@dataclass
class FrailStack(Stack):
    """Gateway and actions are forked from a nursery; the engine is started as ever."""

    _nursery: Nursery | None = None
    _faults: Path = field(init=False)

    def __post_init__(self) -> None:
        self._faults = self.home.parent / f"{self.home.name}-faults"
        self._faults.mkdir(parents=True)
        roads = (str(PROJECT), str(SITE), os.environ.get("PYTHONPATH", ""))
        self.extra_environ = {
            FOLDER: str(self._faults),
            "PYTHONPATH": os.pathsep.join(road for road in roads if road),
        }

    def order(self, point: str, what: str) -> None:
        """Let the next process that reaches ``point`` "kill" itself or "hold" there; or let all
        that reach it "raise", until ``lift``."""
        self.lift(point)
        draft = self._faults / f"{point}.draft"
        draft.write_text(what)
        draft.rename(self._faults / point)

    def lift(self, point: str) -> None:
        """Take an order back; who waits at the point goes on."""
        (self._faults / point).unlink(missing_ok=True)
        (self._faults / f"{point}.reached").unlink(missing_ok=True)

    async def reached(self, point: str, seconds: float = 120.0) -> None:
        """Until a process came to a point where it was to die or to wait."""
        deadline = time.monotonic() + seconds
        while not (self._faults / f"{point}.reached").exists():
            assert time.monotonic() < deadline, f"nobody came to {point}"
            await asyncio.sleep(0.01)

    async def died(self, name: str, seconds: float = 120.0) -> None:
        """Until a process is gone by itself."""
        process = self._running.pop(name)
        await asyncio.to_thread(process.wait, seconds)

    async def again(self, *names: str) -> None:
        """Start these again and wait until all answer."""
        for name in names:
            self._start(name)
        await asyncio.to_thread(self.wait, BUSY)

    def gone(self) -> list[str]:
        """Which processes do not run."""
        running = {name for name, process in self._running.items() if process.poll() is None}
        return sorted(set(self.ports) - running)

    def pids(self) -> list[int]:
        """Those of the gateway and the actions, which write."""
        return [self._running[name].pid for name in ("gateway", "actions")]

    def stop(self) -> None:
        super().stop()
        if self._nursery:
            self._nursery.close()

    def _launch(self, command: Sequence[str], environ: Mapping[str, str], log_file: Path) -> Any:
        if "rasa" in command:
            return super()._launch(command, environ, log_file)
        self._nursery = self._nursery or Nursery()
        return self._nursery.fork(command, environ, log_file)
