"""Whole conversations, as data under ``tests/conversations/``, through the real engine, actions
and record. One file is one person's conversation; folders name the kind of trouble."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.harness.chat import Chat
from tests.harness.stack import Stack

FOLDER = Path(__file__).parent / "conversations"
FILES = sorted(FOLDER.rglob("*.yml"))


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(FOLDER).as_posix()[:-4])
async def test_conversation(stack: Stack, path: Path) -> None:
    script = yaml.safe_load(path.read_text(encoding="utf-8"))
    chat = await Chat.begin(stack.url, script["language"])
    try:
        for number, turn in enumerate(script["turns"], start=1):
            try:
                await act(chat, turn)
            except AssertionError as error:
                raise AssertionError(f"turn {number}, {turn}: {error}") from None
    finally:
        await chat.close()


async def act(chat: Chat, turn: dict[str, Any]) -> None:
    """One turn: an act of the person, and what must be seen after it."""
    match turn:
        case {"open": _}:
            await chat.open()
        case {"say": text}:
            await chat.say(text)
        case {"tap": title}:
            await chat.tap(title)
        case {"switch": language}:
            await chat.switch(language)
        case {"use": name}:
            for step in yaml.safe_load((FOLDER / "shared" / f"{name}.yaml").read_text()):
                await act(chat, step)
    for wanted in _listed(turn, "see"):
        assert wanted in chat.text, f"“{wanted}” is not in:\n{chat.text}"
    for unwanted in _listed(turn, "see not"):
        assert unwanted not in chat.text, f"“{unwanted}” is in:\n{chat.text}"
    for title in _listed(turn, "buttons"):
        assert title in chat.buttons, f"no button “{title}” in {chat.buttons}"
    for kind in _listed(turn, "with"):
        assert any(said[kind] for said in chat.seen), f"no {kind} came with:\n{chat.text}"


def _listed(turn: dict[str, Any], key: str) -> list[str]:
    found = turn.get(key, [])
    return [found] if isinstance(found, str) else list(found)
