"""Writers wait for each other, in this process and in others, and never for a dead one."""

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as TooLong
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.settings import PROJECT
from bot.store.one_writer import OneWriter

HOLDER = """
import sys
from pathlib import Path
from bot.store.one_writer import OneWriter
with OneWriter(Path(sys.argv[1])):
    print("mine", flush=True)
    sys.stdin.readline()
"""
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no locks between processes there")


@contextmanager
def another_process(file: Path) -> Iterator["subprocess.Popen[str]"]:
    """A process that writes until a line is sent to it."""
    command = [sys.executable, "-c", HOLDER, str(file)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=PROJECT, stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "mine\n"
        try:
            yield process
        finally:
            process.kill()


def enter(writer: OneWriter) -> str:
    with writer:
        return "in"


def test_a_thread_waits_for_another(tmp_path: Path) -> None:
    writer = OneWriter(tmp_path / "lock")
    with ThreadPoolExecutor(1) as pool:
        with writer:
            waiting = pool.submit(enter, writer)
            with pytest.raises(TooLong):
                waiting.result(0.1)
        assert waiting.result(10) == "in"
    writer.close()


def test_a_process_waits_for_another(tmp_path: Path) -> None:
    writer = OneWriter(tmp_path / "lock")
    with ThreadPoolExecutor(1) as pool, another_process(tmp_path / "lock") as process:
        waiting = pool.submit(enter, writer)
        with pytest.raises(TooLong):
            waiting.result(0.2)
        assert process.stdin
        process.stdin.write("\n")
        process.stdin.flush()
        assert waiting.result(10) == "in"
    writer.close()


def test_nobody_waits_for_a_process_that_was_killed(tmp_path: Path) -> None:
    writer = OneWriter(tmp_path / "lock")
    with another_process(tmp_path / "lock") as process:
        process.kill()
        process.wait()
        assert enter(writer) == "in"
    writer.close()


def test_it_is_free_again_after_an_error(tmp_path: Path) -> None:
    writer = OneWriter(tmp_path / "lock")
    with pytest.raises(KeyError), writer:
        raise KeyError
    assert enter(writer) == "in"
    writer.close()


def test_a_file_that_cannot_be_made_leaves_the_threads_free(tmp_path: Path) -> None:
    writer = OneWriter(tmp_path / "nowhere" / "lock")
    with pytest.raises(FileNotFoundError), writer:
        pass
    (tmp_path / "nowhere").mkdir()
    assert enter(writer) == "in"
    writer.close()
