"""When Zwaan ends, however it ends, no process of it is left behind."""

import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx
import psutil
import pytest

from bot.settings import PROJECT
from tests.harness.frail import BUSY
from tests.harness.stack import clean_environment, free_port

GONE_WITHIN = 30.0  # seconds; three times the grace that helpers get


@pytest.mark.parametrize(
    "number",
    [
        signal.SIGINT,
        signal.SIGTERM,
        pytest.param(
            signal.SIGKILL,
            marks=pytest.mark.skipif(sys.platform != "linux", reason="prctl is Linux's"),
        ),
    ],
)
def test_no_process_is_left_behind(tmp_path: Path, number: signal.Signals) -> None:
    ports = [free_port() for _ in range(3)]
    environ = clean_environment() | {
        "ZWAAN_HOME": str(tmp_path / "home"),
        "ZWAAN_PORT": str(ports[0]),
        "ZWAAN_ENGINE_URL": f"http://127.0.0.1:{ports[1]}",
        "ZWAAN_ACTIONS_URL": f"http://127.0.0.1:{ports[2]}",
    }
    with (tmp_path / "log").open("wb") as log:
        zwaan = subprocess.Popen(
            [sys.executable, "-m", "bot", "run"], cwd=PROJECT, env=environ, stdout=log, stderr=log
        )
    helpers: list[psutil.Process] = []
    try:
        _wait_for(ports if number is signal.SIGKILL else ports[::2])
        helpers = psutil.Process(zwaan.pid).children(recursive=True)
        assert len(helpers) >= 2, helpers
        zwaan.send_signal(number)
        zwaan.wait(GONE_WITHIN)
        _, alive = psutil.wait_procs(helpers, timeout=GONE_WITHIN)
        assert alive == []
        if number is not signal.SIGKILL:
            assert zwaan.returncode == 0
            assert "Traceback" not in (tmp_path / "log").read_text()
            assert "Unclosed" not in (tmp_path / "log").read_text()
    finally:
        zwaan.kill()
        zwaan.wait()
        for helper in helpers:
            if helper.is_running():
                helper.kill()


def test_a_port_that_is_taken_is_said_and_nothing_is_begun(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        environ = clean_environment() | {"ZWAAN_HOME": str(tmp_path), "ZWAAN_PORT": str(port)}
        zwaan = subprocess.run(
            [sys.executable, "-m", "bot", "run"],
            cwd=PROJECT, env=environ, capture_output=True, text=True, timeout=BUSY, check=False,
        )  # fmt: skip
    assert zwaan.returncode == 1
    assert f"ZWAAN_PORT={port + 1}" in zwaan.stderr
    assert "Traceback" not in zwaan.stderr
    assert list(tmp_path.iterdir()) == []


def _wait_for(ports: list[int]) -> None:
    """Until somebody answers on each of these."""
    deadline = time.monotonic() + BUSY
    for port in ports:
        while True:
            try:
                httpx.get(f"http://127.0.0.1:{port}/", timeout=2.0, trust_env=False)
                break
            except httpx.HTTPError:
                assert time.monotonic() < deadline, f"nobody answers on {port}"
                time.sleep(0.1)
