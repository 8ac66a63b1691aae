"""The database: one engine, transactions, migrations, and a secret that proves the key."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import (
    Connection,
    Engine,
    create_engine,
    event,
    insert,
    inspect,
    make_url,
    select,
)

from bot.store import tables
from bot.store.cipher import Cipher
from bot.store.duty import Duty, one_at_a_time
from bot.store.one_writer import OneWriter

MIGRATIONS = Path(__file__).parent / "migrations"
BUSY_SECONDS = 15  # how long one process waits for another's write on SQLite


class BrokenRecord(Exception):
    """Something in the record points at something that isn't there."""


class Database:
    """Opens transactions on SQLite or PostgreSQL. Nothing is touched before the first one."""

    def __init__(self, url: str, cipher: Cipher) -> None:
        """``url``: an SQLAlchemy URL, "sqlite:///…" or "postgresql+psycopg://…"."""
        self.cipher = cipher
        self.engine = _engine(url)
        self._turns = _turns(self.engine)

    @contextmanager
    def write(self, lasting: bool = True) -> Iterator[Connection]:
        """A transaction that is committed at the end of the block, or wholly undone.

        ``lasting``: it outlives a power cut from the moment that it is committed, for which the
        disk must be waited for. Otherwise from the next lasting one on: for what can be done
        again from what lasts. Both outlive the end of any process.
        """
        with self._turns or nullcontext(), self.engine.connect() as conn:
            conn = conn.execution_options(zwaan_writes=True, zwaan_lasting=lasting)
            with conn.begin():
                yield conn

    @contextmanager
    def reshape(self) -> Iterator[Connection]:
        """A lasting transaction in which tables may be made anew.

        To change a column SQLite makes the whole table again, and would call everything that
        points at its rows broken meanwhile; so that is looked at once, at the end. BrokenRecord
        when something then points at nothing: all is undone.
        """
        with self._turns or nullcontext(), self.engine.connect() as conn:
            raw = conn.connection.driver_connection if self._turns else None
            conn = conn.execution_options(zwaan_writes=True, zwaan_lasting=True)
            try:
                _check_foreign_keys(raw, False)
                with conn.begin():
                    yield conn
                    if raw and conn.exec_driver_sql("PRAGMA foreign_key_check").first():
                        raise BrokenRecord("after migrating, something points at nothing")
            finally:
                _check_foreign_keys(raw, True)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction that only reads."""
        with self.engine.connect() as conn, conn.begin():
            yield conn

    def is_empty(self) -> bool:
        """Whether nothing was ever kept here."""
        return not inspect(self.engine).has_table(tables.seal.name)

    def migrate(self) -> None:
        """Bring the tables up to date and check the key. WrongKey changes nothing."""
        if not self.is_empty():
            self.secret()
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        with self.reshape() as conn:
            one_at_a_time(conn, "migrate")
            config.attributes["connection"] = conn
            command.upgrade(config, "head")
            if conn.scalar(select(tables.seal.c.id)) is None:
                proof = self.cipher.seal(secrets.token_urlsafe(32))
                conn.execute(insert(tables.seal).values(id=1, proof=proof))

    def secret(self) -> bytes:
        """This installation's secret, made once: for cookies, buttons and hashes.

        It outlives a change of keys. WrongKey when this database was sealed with another key.
        """
        with self.read() as conn:
            proof = conn.scalar(select(tables.seal.c.proof))
        return self.cipher.open(proof).encode() if proof is not None else b""

    def duty(self, name: str) -> Duty:
        """What one process at a time does, of all that share this database."""
        return Duty(self.engine, name)

    def close(self) -> None:
        self.engine.dispose()
        if self._turns:
            self._turns.close()


def _turns(engine: Engine) -> OneWriter | None:
    """What makes writers wait for each other where the database has one at a time."""
    file = engine.url.database
    if engine.dialect.name != "sqlite" or not file:
        return None
    return OneWriter(Path(f"{file}.lock"))


def _engine(url: str) -> Engine:
    if make_url(url).get_backend_name() != "sqlite":
        engine = create_engine(url, pool_pre_ping=True)
        event.listen(engine, "begin", _begin_postgresql)
        return engine
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False})
    event.listen(engine, "connect", _set_up_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _check_foreign_keys(sqlite: Any, on: bool) -> None:
    if sqlite:  # only heard outside a transaction
        sqlite.execute(f"PRAGMA foreign_keys={'ON' if on else 'OFF'}")


def _set_up_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # transactions are begun below, not by the driver
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "secure_delete=ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(conn: Connection) -> None:
    options = conn.get_execution_options()
    if not options.get("zwaan_writes"):
        conn.exec_driver_sql("BEGIN")
        return
    waits = "FULL" if options["zwaan_lasting"] else "NORMAL"
    if conn.info.get("synchronous", "FULL") != waits:
        conn.exec_driver_sql(f"PRAGMA synchronous={waits}")
        conn.info["synchronous"] = waits
    # A transaction that reads first and then writes would be refused when another process wrote
    # in between; BEGIN IMMEDIATE waits for its turn instead.
    conn.exec_driver_sql("BEGIN IMMEDIATE")


def _begin_postgresql(conn: Connection) -> None:
    if not conn.get_execution_options().get("zwaan_lasting", True):
        conn.exec_driver_sql("SET LOCAL synchronous_commit TO off")
