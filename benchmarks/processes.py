"""Real processes on loopback: started with a log file, awaited, weighed, and ended."""

import os
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import psutil

GRACE = 15.0  # seconds between asking a process to end and making it end
QUIET = {
    "RASA_TELEMETRY_ENABLED": "false",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "PYTHONWARNINGS": "ignore",
}


class NotUp(Exception):
    """A process ended, or did not answer in time; says which, and where its log is."""


@dataclass(frozen=True)
class Memory:
    """Of a process and all that it started, in bytes.

    ``resident`` counts a page that two processes share twice; ``own`` (USS) counts only pages
    that nobody shares; ``fair`` (PSS) shares them out.
    """

    processes: int
    resident: int
    own: int
    fair: int


def free_port() -> int:
    """A port of loopback that nobody listens on just now."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


@contextmanager
def process(
    command: Sequence[str], folder: Path, environ: Mapping[str, str], log: Path
) -> Iterator[subprocess.Popen[bytes]]:
    """Run a command for the length of the block; all that it started ends with it."""
    with log.open("ab") as out:
        child = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **QUIET, **environ},
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
            start_new_session=True,  # Ctrl-C comes to us, and we end it in order
        )
    try:
        yield child
    finally:
        end(child)


def end(child: subprocess.Popen[bytes]) -> None:
    """Ask a process to end, and make it and its children end when they do not."""
    family = _family(child.pid)
    child.terminate()
    _, alive = psutil.wait_procs(family, GRACE)
    for left in alive:
        left.kill()
    psutil.wait_procs(alive, GRACE)
    child.wait()


def await_answer(child: subprocess.Popen[bytes], url: str, log: Path, seconds: float) -> None:
    """Wait until ``url`` answers with 200. NotUp when it does not within ``seconds``."""
    until = time.monotonic() + seconds
    with httpx.Client(trust_env=False, timeout=5.0) as client:
        while time.monotonic() < until:
            if child.poll() is not None:
                raise NotUp(f"{child.args!r} ended with {child.returncode}; see {log}")
            if _answers(client, url):
                return
            time.sleep(0.5)
    raise NotUp(f"{url} did not answer within {seconds:.0f} seconds; see {log}")


def _answers(client: httpx.Client, url: str) -> bool:
    try:
        return client.get(url).status_code == 200
    except httpx.HTTPError:
        return False


def memory(*pids: int) -> Memory:
    """What these processes and their children hold now."""
    family = [each for pid in pids for each in _family(pid)]
    weights = [each.memory_full_info() for each in family]
    return Memory(
        processes=len(family),
        resident=sum(w.rss for w in weights),
        own=sum(w.uss for w in weights),
        fair=sum(w.pss for w in weights),
    )


def _family(pid: int) -> list[psutil.Process]:
    try:
        parent = psutil.Process(pid)
        return [parent, *parent.children(recursive=True)]
    except psutil.NoSuchProcess:
        return []
