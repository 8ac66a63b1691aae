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


def _home(folder: Path) -> tuple[Path, Path]:
    """Two folders of a Zwaan: one that was stopped, and one that was killed, in which the last
    writes are not yet folded into the database."""
    living, killed = folder / "stopped", folder / "killed"
    shop = build_workshop(Settings.read({"ZWAAN_HOME": str(living)}))
    shop.database.migrate()
    with shop.work() as (desk, _):
        desk.record.people.put(Person("p1", "c1", "web", DUTCH, now(), held="iets eigens"))
    shutil.copytree(living, killed)
    shop.database.close()
    assert (killed / "zwaan.db-wal").stat().st_size > 0
    return living, killed


@pytest.mark.parametrize("trouble", ["missing", "another"])
def test_without_the_right_key_nothing_starts_and_no_byte_changes(
    tmp_path: Path, trouble: str
) -> None:
    home, _ = _home(tmp_path)
    key = (home / "key").read_bytes()
    (home / "key").unlink()
    if trouble == "another":
        (home / "key").write_bytes(Fernet.generate_key())
    before = _contents(home)
    _refuses(home)
    assert _contents(home) == before
    (home / "key").write_bytes(key)
    assert _held(home) == ["iets eigens"]


def test_with_another_key_in_the_setting_a_killed_record_stays_whole(tmp_path: Path) -> None:
    _, home = _home(tmp_path)
    key = (home / "key").read_bytes()
    _refuses(home, ZWAAN_SECRET_KEY=Fernet.generate_key().decode())
    assert (home / "key").read_bytes() == key
    assert _held(home) == ["iets eigens"]


def _refuses(home: Path, **settings: str) -> None:
    """The gateway ends at once, with one line that says why."""
    needed = {"ZWAAN_HOME": str(home), "ZWAAN_ENGINE_SECRET": "only-for-tests"}
    ended = subprocess.run(
        [sys.executable, "-m", "bot", "gateway"],
        cwd=PROJECT, env=clean_environment() | needed | settings, text=True,
        capture_output=True, timeout=300,
    )  # fmt: skip
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert len(ended.stderr.strip().splitlines()) == 1, ended.stderr
    assert "Nothing was changed" in ended.stderr


def _held(home: Path) -> list[str | None]:
    shop = build_workshop(Settings.read({"ZWAAN_HOME": str(home)}))
    try:
        with shop.look() as (record, _):
            return [person.held for person in record.people.find()]
    finally:
        shop.database.close()


def _contents(home: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in home.rglob("*") if path.is_file()}
