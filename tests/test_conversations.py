"""Whole conversations, as data under ``tests/conversations/``, through the real engine, actions
and record. One file is one person's conversation; folders name the kind of trouble. What a file
may hold is told in ``tests/harness/replay.py``."""

from pathlib import Path

import pytest

from tests.harness.replay import FILES, FOLDER, play
from tests.harness.stack import Stack


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(FOLDER).as_posix()[:-4])
async def test_conversation(stack: Stack, path: Path) -> None:
    await play(stack, path)
