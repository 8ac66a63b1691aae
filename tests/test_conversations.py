"""Whole conversations, as data under ``tests/conversations/``, through the real engine, actions
and record. One file is one person's conversation; folders name the kind of trouble. What a file
may hold is told in ``tests/harness/replay.py``."""

from pathlib import Path

import pytest
import yaml

from tests.harness.chat import Chat
from tests.harness.replay import Replay
from tests.harness.stack import Stack

FOLDER = Path(__file__).parent / "conversations"
FILES = sorted(FOLDER.rglob("*.yml"))


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(FOLDER).as_posix()[:-4])
async def test_conversation(stack: Stack, path: Path) -> None:
    await play(stack, path)


async def play(stack: Stack, path: Path) -> None:
    """Have one conversation, and see that every reply is as written."""
    script = yaml.safe_load(path.read_text(encoding="utf-8"))
    chat = await Chat.begin(stack.url, script["language"])
    try:
        await Replay(chat, FOLDER / "shared").play(script)
    finally:
        await chat.close()
