"""The three real processes of Zwaan on free ports, in a folder of their own."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

import httpx

from bot.launch import environment, helpers
from bot.settings import PROJECT, Settings

READY_WITHIN = 300.0  # seconds; the engine needs some twenty, twice that when the tests are busy
SECRET = "only-for-tests"


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@dataclass
class Stack:
    """Gateway, engine and actions; each can be killed and started again by name."""

    home: Path
    database_url: str = ""
    extra_environ: Mapping[str, str] = field(default_factory=dict)
    ports: dict[str, int] = field(
        default_factory=lambda: {name: free_port() for name in ("gateway", "engine", "actions")}
    )
    _running: dict[str, Any] = field(default_factory=dict)  # each a Popen, or much like one

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.ports['gateway']}"

    @property
    def settings(self) -> Settings:
        environ = {
            "ZWAAN_HOME": str(self.home),
            "ZWAAN_PORT": str(self.ports["gateway"]),
            "ZWAAN_ENGINE_URL": f"http://127.0.0.1:{self.ports['engine']}",
            "ZWAAN_ACTIONS_URL": f"http://127.0.0.1:{self.ports['actions']}",
        }
        if self.database_url:
            environ["ZWAAN_DATABASE_URL"] = self.database_url
        return Settings.read(environ)

    def start(self, *names: str) -> Self:
        """Start these processes, or all three."""
        for name in names or ("gateway", "actions", "engine"):
            self._start(name)
        return self

    def wait(self, seconds: float = READY_WITHIN) -> Self:
        """Until all three answer. TimeoutError with what the logs say last."""
        probes = {
            "gateway": "/words",
            "engine": "/webhooks/gateway/",
            "actions": "/health",
        }
        deadline = time.monotonic() + seconds
        for name in probes:
            while not self._answers(name, probes[name]):
                if time.monotonic() > deadline:
                    raise TimeoutError(f"{name} does not answer:\n{self.log(name)[-2000:]}")
                time.sleep(0.1)
        return self

    def kill(self, name: str) -> None:
        """SIGKILL, at once."""
        process = self._running.pop(name)
        process.send_signal(signal.SIGKILL)
        process.wait()

    def stop(self) -> None:
        """End all that run, and wait until they have ended."""
        for process in self._running.values():
            process.terminate()
        for process in self._running.values():
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self._running.clear()

    def log(self, name: str) -> str:
        path = self.home / f"{name}.log"
        return path.read_text(errors="replace") if path.exists() else ""

    def _start(self, name: str) -> None:
        commands = {helper.name: list(helper.command) for helper in helpers(self.settings)}
        commands["gateway"] = [sys.executable, "-m", "bot", "gateway"]
        environ = environment(self.settings, SECRET) | {
            "ZWAAN_PORT": str(self.ports["gateway"]),
            "ZWAAN_ENGINE_URL": self.settings.engine_url,
            "ZWAAN_DATABASE_URL": self.settings.database_url,
            "PYTHONUNBUFFERED": "1",
        }
        environ.pop("ZWAAN_SECRET_KEY", None)
        environ |= self.extra_environ
        self.home.mkdir(parents=True, exist_ok=True)
        self._running[name] = self._launch(commands[name], environ, self.home / f"{name}.log")

    def _launch(self, command: Sequence[str], environ: Mapping[str, str], log_file: Path) -> Any:
        with log_file.open("ab") as log:
            return subprocess.Popen(
                command, cwd=PROJECT, env=environ, stdout=log, stderr=log, stdin=subprocess.DEVNULL
            )

    def _answers(self, name: str, path: str) -> bool:
        if self._running[name].poll() is not None:
            raise RuntimeError(f"{name} ended by itself:\n{self.log(name)[-2000:]}")
        try:
            url = f"http://127.0.0.1:{self.ports[name]}{path}"
            answer = httpx.get(url, timeout=2.0, trust_env=False)
        except httpx.HTTPError:
            return False
        return answer.status_code == 200 and answer.json().get("ready", True) is not False


def clean_environment() -> dict[str, str]:
    """The environment without any setting of Zwaan."""
    return {name: value for name, value in os.environ.items() if not name.startswith("ZWAAN_")}
