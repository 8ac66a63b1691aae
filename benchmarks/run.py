"""``python -m benchmarks.run``: measure both bots, one after the other, and write down the result.

``--quick`` stops at 200 answers and writes nothing under ``docs``.
"""

import argparse
import asyncio
import shlex
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
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
        usual = run("usual", usual_bot, depths, minutes)
        zwaan = run("Zwaan", zwaan_bot, depths, minutes)
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


def run(name: str, start: Start, depths: Sequence[int], minutes: float) -> Measured:
    """Start a bot in a folder of its own, measure it, end it; its logs stay in ``var``."""
    print(f"Measuring {name} …", flush=True)
    with tempfile.TemporaryDirectory(prefix="zwaan-bench-") as home:
        try:
            with start(Path(home)) as bot:
                return asyncio.run(measure(bot, depths, minutes))
        finally:
            _keep_logs(Path(home), LOGS / name.lower())


def _keep_logs(home: Path, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for log in home.rglob("*.log"):
        shutil.copy(log, folder / log.name)


def _stop(*_: Any) -> None:
    """End in order, as at Ctrl-C."""
    signal.raise_signal(signal.SIGINT)


if __name__ == "__main__":
    sys.exit(main())
