"""What several kinds of tests share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.harness.stack import Stack

MODEL = Path(__file__).parent.parent / "models" / "zwaan.tar.gz"


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """Zwaan, whole and running, for all tests that only talk with it."""
    assert MODEL.exists(), "train first: make train"
    running = Stack(tmp_path_factory.mktemp("zwaan")).start()
    try:
        yield running.wait()
    finally:
        running.stop()
