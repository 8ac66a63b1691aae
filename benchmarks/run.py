"""``python -m benchmarks.run``: measure both bots, side by side, and write down the result.

``--quick`` stops at 200 answers and writes nothing under ``docs``.
"""

import argparse
import asyncio
import shlex
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from typing import Any

from benchmarks.measure import WINDOWS, Bot, Measured, measure
from benchmarks.processes import NotUp
from benchmarks.report import write_report
from benchmarks.usual_bot import usual_bot
from benchmarks.zwaan_bot import zwaan_bot
from bot.settings import PROJECT

REPORT = PROJECT / "docs" / "benchmarks.md"
LOGS = PROJECT / "var" / "benchmarks" / "logs"
QUICK = (1, 10, 100, 200)
MINUTES = 60.0  # for one conversation; what it does not reach in that time is said so
Start = Callable[[Path], AbstractContextManager[Bot]]


def main() -> int:
    """0 when both were measured, whatever came out; 1 when one of them would not run."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.run", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="stop at 200 answers; ten minutes")
    parser.add_argument("--minutes", type=float, default=MINUTES, help="for one conversation")
    quick, minutes = (asked := parser.parse_args()).quick, asked.minutes
    signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored where a shell put us behind
    signal.signal(signal.SIGTERM, _stop)
    depths = QUICK if quick else tuple(WINDOWS)
    try:
        usual, zwaan = run({"usual": usual_bot, "Zwaan": zwaan_bot}, depths, minutes)
    except NotUp as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped; every process that was started has ended.", file=sys.stderr)
        return 130
    path = LOGS.parent / "quick.md" if quick else REPORT
    command = shlex.join(["python", "-m", "benchmarks.run", *sys.argv[1:]])
    print(write_report(path, usual, zwaan, command))
    return 0


def run(starts: Mapping[str, Start], depths: Sequence[int], minutes: float) -> list[Measured]:
    """Start the bots, each in a folder of its own, measure them side by side, and end them; their
    logs stay in ``var``."""
    with ExitStack() as running:
        bots = {}
        for name, start in starts.items():
            print(f"Starting {name} …", flush=True)
            home = Path(running.enter_context(tempfile.TemporaryDirectory(prefix="zwaan-bench-")))
            running.callback(_keep_logs, home, LOGS / name.lower())
            bots[name] = running.enter_context(start(home))
        return asyncio.run(measure(bots, depths, minutes))


def _keep_logs(home: Path, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for log in home.rglob("*.log"):
        shutil.copy(log, folder / log.name)


def _stop(*_: Any) -> None:
    """End in order, as at Ctrl-C."""
    signal.raise_signal(signal.SIGINT)


if __name__ == "__main__":
    sys.exit(main())
