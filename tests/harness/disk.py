"""A disk that can be made full and roomy again, under processes that run."""

import os
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

SIZE = 96 * 2**20  # bytes; deduce's cache takes the most of it


@dataclass(frozen=True)
class Disk:
    """``own``: a file system of its own, as root can mount one; then full is really full. Else
    the processes are forbidden to write, which SQLite reports much the same (Linux only)."""

    folder: Path
    own: bool

    @classmethod
    def at(cls, folder: Path) -> "Disk":
        folder.mkdir(parents=True, exist_ok=True)
        command = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(folder)]
        try:
            own = os.geteuid() == 0 and not subprocess.run(command, capture_output=True).returncode
        except OSError:
            own = False
        return cls(folder, own)

    @contextmanager
    def full(self, pids: Callable[[], Sequence[int]]) -> Iterator[None]:
        """No byte can be written for as long as the block lasts."""
        with self._filled() if self.own else _forbidden(pids()):
            yield

    def close(self) -> None:
        if self.own:
            subprocess.run(["umount", "-l", str(self.folder)], check=True)

    @contextmanager
    def _filled(self) -> Iterator[None]:
        ballast = self.folder / "ballast"
        try:
            with ballast.open("wb", buffering=0) as out:
                for piece in (2**20, 4096, 1):
                    _write_until_full(out.write, bytes(piece))
            yield
        finally:
            ballast.unlink(missing_ok=True)


def _write_until_full(write: Callable[[bytes], int | None], piece: bytes) -> None:
    while True:
        try:
            write(piece)
        except OSError:
            return


@contextmanager
def _forbidden(pids: Sequence[int]) -> Iterator[None]:
    """No file may grow: RLIMIT_FSIZE, which Python answers with an OSError."""
    processes = [psutil.Process(pid) for pid in pids]
    before = [process.rlimit(psutil.RLIMIT_FSIZE) for process in processes]
    try:
        for process in processes:
            process.rlimit(psutil.RLIMIT_FSIZE, (0, before[0][1]))
        yield
    finally:
        for process, limits in zip(processes, before, strict=True):
            process.rlimit(psutil.RLIMIT_FSIZE, limits)
