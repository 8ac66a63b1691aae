"""Without the right key nothing starts, one line says why, and no file is touched."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from bot.core.language import Language
from bot.core.record import Person
from bot.settings import PROJECT, Settings
from bot.wiring import build_workshop, now
from tests.harness.stack import clean_environment

DUTCH: Language = "nl"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The folder of a Zwaan that was killed: a record, its key, and writes not yet folded in."""
    living, dead = tmp_path / "living", tmp_path / "dead"
    shop = build_workshop(Settings.read({"ZWAAN_HOME": str(living)}))
    shop.database.migrate()
    with shop.work() as (desk, _):
        desk.record.people.put(Person("p1", "c1", "web", DUTCH, now(), held="iets eigens"))
    shutil.copytree(living, dead)
    shop.database.close()
    assert (dead / "zwaan.db-wal").stat().st_size > 0
    return dead


def _start(home: Path, **settings: str) -> "subprocess.CompletedProcess[str]":
    needed = {"ZWAAN_HOME": str(home), "ZWAAN_ENGINE_SECRET": "only-for-tests"}
    environ = clean_environment() | needed | settings
    return subprocess.run(
        [sys.executable, "-m", "bot", "gateway"], cwd=PROJECT, env=environ, text=True,
        capture_output=True, timeout=120,
    )  # fmt: skip


def _contents(home: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in home.rglob("*") if p.is_file()}


@pytest.mark.parametrize("trouble", ["missing", "another", "damaged", "another in the setting"])
def test_the_gateway_refuses_to_start_without_the_right_key(home: Path, trouble: str) -> None:
    settings: dict[str, str] = {}
    key = (home / "key").read_bytes()
    match trouble:
        case "missing":
            (home / "key").unlink()
        case "another":
            (home / "key").write_bytes(Fernet.generate_key())
        case "damaged":
            (home / "key").write_bytes(key[:-9])
        case _:
            settings["ZWAAN_SECRET_KEY"] = Fernet.generate_key().decode()
    before = _contents(home)
    ended = _start(home, **settings)
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert len(ended.stderr.strip().splitlines()) == 1, ended.stderr
    assert "Nothing was changed" in ended.stderr
    assert _contents(home) == before
    (home / "key").write_bytes(key)
    shop = build_workshop(Settings.read({"ZWAAN_HOME": str(home)}))
    with shop.look() as (record, _):
        assert [person.held for person in record.people.find()] == ["iets eigens"]
    shop.database.close()
