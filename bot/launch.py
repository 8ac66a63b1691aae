"""Starting the engine and the actions beside the gateway, and ending them with it."""

import asyncio
import ctypes
import logging
import os
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from bot.settings import PROJECT, Settings

log = logging.getLogger(__name__)

GRACE = 8.0  # seconds between asking a process to end and making it end
PAUSE = 1.0  # seconds before a process that ended by itself is started again
_PR_SET_PDEATHSIG = 1  # Linux, prctl(2): signal a child when its parent is gone
_M_ARENA_MAX = -8  # glibc, mallopt(3): how many heaps there may be


@dataclass(frozen=True)
class Helper:
    """A process beside the gateway."""

    name: str
    command: Sequence[str]


def helpers(settings: Settings) -> list[Helper]:
    """The engine and the actions server, on loopback only."""
    actions, engine = urlsplit(settings.actions_url), urlsplit(settings.engine_url)
    return [
        Helper(
            "actions",
            [sys.executable, "-m", "rasa_sdk", "--actions", "actions", "--port", str(actions.port)],
        ),
        Helper(
            "engine",
            [sys.executable, "-m", "rasa", "run", "--interface", "127.0.0.1",
             "--port", str(engine.port), "--model", "models/zwaan.tar.gz"],
        ),
    ]  # fmt: skip


def environment(settings: Settings, secret: str) -> dict[str, str]:
    """What both helpers are told."""
    outside = {name: value for name, value in os.environ.items() if name[:9] != "TELEGRAM_"}
    return {
        **outside,  # only the gateway talks to the world outside
        "ZWAAN_HOME": str(settings.home),
        "ZWAAN_ENGINE_SECRET": secret,
        "ZWAAN_ACTIONS_URL": settings.actions_url,
        "RASA_TELEMETRY_ENABLED": "false",
        "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "OMP_NUM_THREADS": "1",
        "PYTHONWARNINGS": "ignore",
        "SANIC_HOST": "127.0.0.1",
    }


async def keep_running(helper: Helper, environ: Mapping[str, str], settings: Settings) -> None:
    """Run a helper for ever, starting it again when it ends; end it when cancelled."""
    logs = settings.home / "logs"
    logs.mkdir(parents=True, exist_ok=True)
    while True:
        with (logs / f"{helper.name}.log").open("ab") as out:
            process = await asyncio.create_subprocess_exec(
                *helper.command,
                cwd=PROJECT,
                env=environ,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=out,
                stderr=out,
                start_new_session=True,  # Ctrl-C reaches the gateway only, which ends the rest
                preexec_fn=_end_with_parent,
            )
            try:
                code = await process.wait()
            except asyncio.CancelledError:
                await _end(process)
                raise
        log.warning("%s ended by itself (%s); starting it again", helper.name, code)
        await asyncio.sleep(PAUSE)


def loop_factory() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """uvloop where there is one: a turn costs the gateway a sixth less. Else Python's own."""
    if sys.platform == "win32":
        return None
    import uvloop

    return uvloop.new_event_loop


def one_heap() -> None:
    """Have all threads share one heap; to be called before there are any.

    The C library of Linux gives each thread a heap of its own, and every one grew as large as the
    largest message needs: together 50 MB. Only one thread at a time runs Python anyway.
    """
    if sys.platform == "linux":
        libc = ctypes.CDLL(None)
        if hasattr(libc, "mallopt"):  # musl has none, and no need
            libc.mallopt(_M_ARENA_MAX, 1)


async def _end(process: asyncio.subprocess.Process) -> None:
    process.terminate()
    try:
        await asyncio.wait_for(process.wait(), GRACE)
    except TimeoutError:
        process.kill()
        await process.wait()


def _end_with_parent() -> None:
    """On Linux a helper ends when the gateway is gone, however it went."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
