"""What one process at a time does, of all that share a database."""

from zlib import crc32

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import SQLAlchemyError

OURS = 0x5A57  # advisory locks are numbers that all programs on a database share: these are Zwaan's

# A machine that vanishes with its line open is noticed by the server within half a minute.
_NOTICE = (
    "SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3"
)
_TRY = text("SELECT pg_try_advisory_lock(:ours, :name)")
_WAIT = text("SELECT pg_advisory_xact_lock(:ours, :name)")


class Duty:
    """A lock of PostgreSQL that is kept as long as its holder's line stands, and free after it.

    On SQLite there is one gateway, and the duty is always its own.
    """

    def __init__(self, engine: Engine, name: str) -> None:
        self._engine = engine
        self._named = {"ours": OURS, "name": _number(name)}
        self._line: Connection | None = None
        self._shared = engine.dialect.name == "postgresql"

    def take(self) -> bool:
        """Try to have the duty; False when another process has it, or the database is away."""
        if not self._shared:
            return True
        try:
            line = self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        except SQLAlchemyError:
            return False
        try:
            line.exec_driver_sql(_NOTICE)
            taken = bool(line.scalar(_TRY, self._named))
        except SQLAlchemyError:
            taken = False
        if taken:
            self._line = line
        else:
            line.close()
        return taken

    def is_ours(self) -> bool:
        """Whether the duty is still held: the line on which it was taken stands."""
        if not self._shared:
            return True
        if self._line is None:
            return False
        try:
            return bool(self._line.scalar(text("SELECT true")))
        except SQLAlchemyError:
            return False

    def leave(self) -> None:
        """Let another process have it."""
        if self._line:
            line, self._line = self._line, None
            line.invalidate()  # closing the line is what frees the lock
            line.close()


def one_at_a_time(conn: Connection, name: str) -> None:
    """Wait until no other transaction does what has this name; it is ours until the end."""
    if conn.dialect.name == "postgresql":
        conn.execute(_WAIT, {"ours": OURS, "name": _number(name)})


def _number(name: str) -> int:
    """A signed number of 32 bits for a name, the same in every process."""
    return crc32(name.encode()) - 2**31
