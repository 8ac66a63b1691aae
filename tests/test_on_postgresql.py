"""Whole conversations with the record on PostgreSQL: one of each kind, and the real processes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.harness.databases import new_database, postgres_server
from tests.harness.replay import FILES, FOLDER, play
from tests.harness.stack import Stack

ONE_OF_EACH = list({path.parent: path for path in FILES}.values())


@pytest.fixture(scope="module")
def on_postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    home = tmp_path_factory.mktemp("on-postgresql")
    with postgres_server() as server:
        running = Stack(home, new_database(server, "zwaan")).start()
        try:
            yield running.wait()
        finally:
            running.stop()


@pytest.mark.parametrize("path", ONE_OF_EACH, ids=lambda p: p.relative_to(FOLDER).as_posix()[:-4])
async def test_conversation_on_postgresql(on_postgresql: Stack, path: Path) -> None:
    await play(on_postgresql, path)


def test_nothing_was_kept_in_a_file(on_postgresql: Stack) -> None:
    assert list(on_postgresql.home.glob("*.db*")) == []
