"""A process that has everything imported, and forks off real gateways and action servers.

Starting one anew takes seconds, nearly all of them for imports; forked, it is there in one. What
is forked runs the same command with the same code; only the imports were done before.
"""

import json
import os
import runpy
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from bot.settings import PROJECT


@dataclass(frozen=True)
class Forked:
    """A forked process, with what is needed of ``subprocess.Popen``."""

    process: psutil.Process

    @property
    def pid(self) -> int:
        return self.process.pid

    def poll(self) -> int | None:
        return None if self.process.is_running() else -1

    def send_signal(self, number: int) -> None:
        if self.process.is_running():
            self.process.send_signal(number)

    def terminate(self) -> None:
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    def wait(self, timeout: float = 30.0) -> None:
        """subprocess.TimeoutExpired when it takes longer, in seconds."""
        deadline = time.monotonic() + timeout
        while self.process.is_running():
            if time.monotonic() > deadline:
                raise subprocess.TimeoutExpired(str(self.pid), timeout)
            time.sleep(0.005)


@dataclass
class Nursery:
    """The parent, as the tests see it."""

    _parent: subprocess.Popen[str] = field(init=False)

    def __post_init__(self) -> None:
        self._parent = subprocess.Popen(
            [sys.executable, "-m", "tests.harness.nursery"],
            cwd=PROJECT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def fork(self, command: Sequence[str], environ: Mapping[str, str], log: Path) -> Forked:
        """Run ``python -m module …`` as a fork; ``command`` begins with the interpreter."""
        assert command[1] == "-m", command
        order = {"argv": list(command[2:]), "environ": dict(environ), "log": str(log)}
        assert self._parent.stdin, "a nursery has pipes"
        assert self._parent.stdout, "a nursery has pipes"
        self._parent.stdin.write(json.dumps(order) + "\n")
        self._parent.stdin.flush()
        return Forked(psutil.Process(int(self._parent.stdout.readline())))

    def close(self) -> None:
        assert self._parent.stdin, "a nursery has pipes"
        self._parent.stdin.close()
        self._parent.wait(10)


def main() -> None:
    """Fork for every line on stdin; end when it closes."""
    import rasa_sdk.endpoint  # noqa: F401

    import bot.gateway.serve  # noqa: F401

    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # whoever ends is gone at once
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            _become(json.loads(line))
        print(pid, flush=True)


def _become(order: dict[str, object]) -> None:
    """Be the program that was ordered, to its end."""
    from tests.harness.faultpoints import install

    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    with Path(str(order["log"])).open("ab") as log, Path(os.devnull).open("rb") as nothing:
        for source, target in ((nothing, 0), (log, 1), (log, 2)):
            os.dup2(source.fileno(), target)
    os.environ.clear()
    os.environ.update(order["environ"])  # type: ignore[call-overload]
    sys.argv = list(order["argv"])  # type: ignore[call-overload]
    code = 1
    try:
        install()
        runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:
        sys.excepthook(*sys.exc_info())
    finally:
        os._exit(code)


if __name__ == "__main__":
    main()
