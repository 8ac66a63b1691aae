"""One writer at a time on SQLite: whoever waits is woken at once.

SQLite itself lets the others sleep and try again, longer each time. The gateway and the actions
write some hundred times a second together when many talk; asleep they did nothing for a quarter of
that time (docs/benchmarks.md). So they wait for each other here, before SQLite is asked.
"""

import sys
from contextlib import AbstractContextManager
from pathlib import Path
from threading import Lock
from typing import IO, Any

if sys.platform != "win32":
    import fcntl


class OneWriter(AbstractContextManager[None]):
    """A lock among the threads of this process and among processes that name the same file.

    The system lets go of it when a process ends, however it ended. Where there are no such locks
    between processes (Windows), SQLite's own waiting has to do.
    """

    def __init__(self, file: Path) -> None:
        """``file``: stays empty; made at the first use."""
        self._file = file
        self._threads = Lock()
        self._opened: IO[Any] | None = None

    def __enter__(self) -> None:
        self._threads.acquire()
        try:
            if sys.platform != "win32":
                self._opened = self._opened or self._file.open("a")
                fcntl.flock(self._opened, fcntl.LOCK_EX)
        except BaseException:
            self._threads.release()
            raise

    def __exit__(self, *_: object) -> None:
        try:
            if sys.platform != "win32" and self._opened:
                fcntl.flock(self._opened, fcntl.LOCK_UN)
        finally:
            self._threads.release()

    def close(self) -> None:
        """Let go of the file."""
        if self._opened:
            self._opened.close()
            self._opened = None
