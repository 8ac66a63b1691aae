"""The same store on SQLite and on PostgreSQL."""

import itertools
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from bot.store.cipher import Cipher
from bot.store.database import Database
from tests.harness.databases import new_database, postgres_server
from tests.store.post import Post

KEY = Fernet.generate_key().decode()
NUMBERS = itertools.count()


def database(url: str, keys: str = KEY) -> Database:
    return Database(url, Cipher(keys))


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite database with all tables and nothing in them."""
    file = tmp_path_factory.mktemp("sqlite") / "zwaan.db"
    made = database(f"sqlite:///{file}")
    made.migrate()
    made.close()
    return file


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    with postgres_server() as address:
        yield address


@pytest.fixture(scope="session")
def migrated_template(server: str) -> str:
    """The name of a PostgreSQL database with all tables and nothing in them."""
    made = database(new_database(server, "migrated"))
    made.migrate()
    made.close()
    return "migrated"


@pytest.fixture(scope="session")
def shared_sqlite(migrated_file: Path) -> Iterator[Database]:
    """For tests that roll back all that they do."""
    made = database(f"sqlite:///{migrated_file}")
    yield made
    made.close()


@pytest.fixture(scope="session")
def shared_postgres(server: str, migrated_template: str) -> Iterator[Database]:
    """For tests that roll back all that they do."""
    made = database(new_database(server, "shared", migrated_template))
    yield made
    made.close()


@pytest.fixture
def sqlite(migrated_file: Path, tmp_path: Path) -> Iterator[Database]:
    """A migrated SQLite database; its file is ``tmp_path``/zwaan.db."""
    shutil.copy(migrated_file, tmp_path / "zwaan.db")
    made = database(f"sqlite:///{tmp_path / 'zwaan.db'}")
    yield made
    made.close()


@pytest.fixture
def postgres(server: str, migrated_template: str) -> Iterator[Database]:
    """A migrated PostgreSQL database."""
    made = database(new_database(server, f"test{next(NUMBERS)}", migrated_template))
    yield made
    made.close()


@pytest.fixture(params=["sqlite", "postgres"])
def store(request: pytest.FixtureRequest) -> Database:
    """A migrated database, on each of both."""
    made: Database = request.getfixturevalue(request.param)
    return made


@pytest.fixture(params=["sqlite", "postgres"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A database in which nothing was ever kept, on each of both."""
    if request.param == "sqlite":
        made = database(f"sqlite:///{tmp_path / 'zwaan.db'}")
    else:
        address = request.getfixturevalue("server")
        made = database(new_database(address, f"empty{next(NUMBERS)}"))
    yield made
    made.close()


@pytest.fixture
def post(store: Database) -> Post:
    return Post(store)
