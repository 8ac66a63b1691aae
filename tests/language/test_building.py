"""The lists of names are built in silence, whole or not at all."""

import logging
import subprocess
import sys
import warnings
from pathlib import Path

import pytest

from bot.language import lookups
from bot.language.masking import Masker


def test_building_leaves_logging_and_warnings_as_they_were(cache_dir: Path) -> None:
    root = logging.getLogger()
    before = (root.handlers[:], root.level, warnings.filters[:])
    Masker.build(cache_dir)
    assert (root.handlers[:], root.level, warnings.filters[:]) == before


def test_building_says_nothing_on_the_screen(cache_dir: Path) -> None:
    lookups.prepare(cache_dir)
    code = (
        "import sys, pathlib; from bot.language.masking import Masker; "
        "import logging; m = Masker.build(pathlib.Path(sys.argv[1])); m.mask('Sem'); "
        "print(logging.getLogger().handlers, logging.getLogger().level)"
    )
    shown = subprocess.run(
        [sys.executable, "-c", code, str(cache_dir)], capture_output=True, text=True, check=True
    )
    assert shown.stdout == f"[] {logging.WARNING}\n"
    assert shown.stderr == ""


def test_building_says_nothing_in_a_log_either(tmp_path: Path) -> None:
    code = (
        "import logging, pathlib, sys; logging.basicConfig(level=logging.INFO); "
        "from bot.language.masking import Masker; Masker.build(pathlib.Path(sys.argv[1])); "
        "logging.info('afterwards')"
    )
    shown = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert shown.stderr == "INFO:root:afterwards\n"


def test_a_build_that_breaks_off_leaves_nothing_half_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(target: Path) -> None:
        target.mkdir()
        raise OSError("disk full")

    monkeypatch.setattr(lookups, "_build", broken)
    with pytest.raises(OSError, match="disk full"):
        lookups.prepare(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_importing_masking_loads_no_deduce_and_no_spacy() -> None:
    code = (
        "import sys, bot.language.masking; "
        "print([m for m in ('deduce', 'spacy') if m in sys.modules])"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout == "[]\n"
