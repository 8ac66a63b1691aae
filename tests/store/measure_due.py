"""Finding what is due among a million alarms: ``python -m tests.store.measure_due``.

On SQLite and on PostgreSQL, through the very shelf that the clock uses; prints the plan as well.
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography.fernet import Fernet
from sqlalchemy import insert, text

from bot.core.rhythm import AlarmKind
from bot.gateway.clock import AT_ONCE
from bot.store.cipher import Cipher
from bot.store.database import Database
from bot.store.record import SqlRecord
from bot.store.tables import alarms
from tests.harness.databases import new_database, postgres_server

NOW = datetime(2027, 3, 8, 9, tzinfo=UTC)
ROUNDS, ASKED_MS = 200, 50
PLAN = {
    "sqlite": "EXPLAIN QUERY PLAN SELECT * FROM alarms WHERE at <= :now ORDER BY at, id LIMIT 50",
    "postgresql": "EXPLAIN SELECT * FROM alarms WHERE at <= :now ORDER BY at, id LIMIT 50"
    " FOR UPDATE SKIP LOCKED",
}


def main() -> int:
    """0 when both found them in time."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--alarms", type=int, default=1_000_000)
    parser.add_argument("--due", type=int, default=10_000, help="of them, at this minute")
    asked = parser.parse_args()
    slow = False
    for database in _databases():
        _fill(database, asked.alarms, asked.due)
        times = sorted(_look(database) for _ in range(ROUNDS))
        name = database.engine.dialect.name
        median, most = statistics.median(times), times[-1]
        print(f"{name}: {asked.alarms:,} alarms, {asked.due:,} due; the next {AT_ONCE} of them in")
        print(f"  {median:.2f} ms (median of {ROUNDS}; slowest {most:.2f})")
        print("  " + "\n  ".join(_plan(database)))
        slow = slow or most > ASKED_MS
    return int(slow)


def _databases() -> Iterator[Database]:
    """A new one of each kind, one after the other."""
    with tempfile.TemporaryDirectory() as folder:
        yield from _open(f"sqlite:///{Path(folder) / 'zwaan.db'}")
    with postgres_server() as server:
        yield from _open(new_database(server, "due"))


def _open(url: str) -> Iterator[Database]:
    database = Database(url, Cipher(Fernet.generate_key().decode()))
    database.migrate()
    yield database
    database.close()


def _fill(database: Database, count: int, due: int) -> None:
    rows = (
        {
            "id": f"{n:016d}",
            "kind": AlarmKind.CHECK_IN,
            "subject": f"s{n:015d}",
            "at": NOW if n < due else NOW + timedelta(minutes=n * 7 % 500_000 + 1),
        }
        for n in range(count)
    )
    with database.write() as conn:
        while batch := [row for row, _ in zip(rows, range(20_000), strict=False)]:
            conn.execute(insert(alarms), batch)
    with database.write() as conn:
        conn.execute(text("ANALYZE"))


def _look(database: Database) -> float:
    """How long it takes to find what is due, in milliseconds."""
    with _record(database) as record:
        began = time.perf_counter()
        found = record.alarms.due(NOW, AT_ONCE)
        took = time.perf_counter() - began
    assert len(found) == AT_ONCE
    return took * 1000


@contextmanager
def _record(database: Database) -> Iterator[SqlRecord]:
    with database.write(lasting=False) as conn:
        yield SqlRecord(conn, database.cipher)


def _plan(database: Database) -> list[str]:
    with database.read() as conn:
        rows = conn.execute(text(PLAN[database.engine.dialect.name]), {"now": NOW})
        return [str(row[-1]) for row in rows]


if __name__ == "__main__":
    sys.exit(main())
