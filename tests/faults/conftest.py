"""One stack for all fault tests, on a disk of its own where that can be had."""

import os
from collections.abc import Iterator

import pytest

from tests.conftest import MODEL
from tests.faults.kept import Reader
from tests.harness.disk import Disk
from tests.harness.frail import BUSY, FrailStack


@pytest.fixture(scope="session")
def disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Disk]:
    found = Disk.at(tmp_path_factory.mktemp("frail") / "home")
    yield found
    found.close()


@pytest.fixture(scope="session")
def frail(disk: Disk) -> Iterator[FrailStack]:
    assert MODEL.exists(), "train first: make train"
    stack = FrailStack(disk.folder).start()
    try:
        yield stack.wait(BUSY)
    finally:
        stack.stop()


@pytest.fixture(scope="session")
def reader(frail: FrailStack) -> Iterator[Reader]:
    found = Reader.of(frail.settings)
    yield found
    found.close()


def thorough() -> bool:
    """Whether there is time for the slow steps too: ``ZWAAN_KILLS`` of 200 or more."""
    return int(os.environ.get("ZWAAN_KILLS", "0")) >= 200
