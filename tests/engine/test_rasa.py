"""What Rasa itself says of our data: no warning, and the stories go as written."""

import os
import subprocess
import sys
from pathlib import Path

from bot.settings import PROJECT
from tests.conftest import MODEL

QUIET = {
    "RASA_TELEMETRY_ENABLED": "false",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "PYTHONWARNINGS": "ignore",
    "ZWAAN_ACTIONS_URL": "http://127.0.0.1:1",
    "ZWAAN_ENGINE_SECRET": "only-for-tests",
}


def test_rasa_finds_nothing_to_warn_of_in_the_data() -> None:
    said = _rasa("data", "validate", "--fail-on-warnings", "--max-history", "5")
    assert "WARNING" not in said.stdout + said.stderr
    assert said.returncode == 0, said.stderr[-2000:]


def test_the_stories_go_as_written(tmp_path: Path) -> None:
    said = _rasa(
        *("test", "core", "--model", str(MODEL), "--stories", "tests/engine/stories"),
        *("--out", str(tmp_path), "--fail-on-prediction-errors", "--no-plot"),
    )
    failed = tmp_path / "failed_test_stories.yml"
    assert said.returncode == 0, failed.read_text() if failed.exists() else said.stderr[-2000:]


def _rasa(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "rasa", *words],
        cwd=PROJECT,
        env={**os.environ, **QUIET},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
