"""A conversation that stands in a file, replayed; and what holds for everything Zwaan says.

One turn is one act and what must be seen after it::

    - say: ik ben ib'er            # or: open, reopen, tap: <title>, switch: <language>, use: <file>
      see: "1 van 3"               # stands in what came back (a text, or a list of them)
      see not: Uitleg
      buttons: [Overslaan]         # these are there
      buttons not: [Ongedaan maken]
      with: [pictures]             # pictures or files came along

Beside ``turns`` a script may have ``answers`` and ``answers not`` (what stands in the record at the
end, read through the person's own download), and ``once`` and ``never`` (how often a text was said
in the whole conversation).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol, Self

import yaml

from tests.harness.chat import Chat, words_of
from tests.harness.stack import Stack

FOLDER = Path(__file__).parents[1] / "conversations"
FILES = sorted(FOLDER.rglob("*.yml"))
ACTS = ("open", "reopen", "say", "tap", "switch", "use", "come in", "wait")
LOOKS = ("see", "see not", "buttons", "buttons not", "with")
PARTS = ("language", "about", "turns", "answers", "answers not", "once", "never")

MOST_BUTTONS = 9  # the usual roles and a way out
ECHO = 4  # words from which saying an answer again is repeating it


class Talker(Protocol):
    """Somebody who does one thing after the other, and sees what came back to the last."""

    longest: int
    seen: list[dict[str, Any]]

    async def open(self) -> Self: ...
    async def reopen(self) -> Self: ...
    async def come_in(self, link: str) -> Self: ...
    async def wait(self) -> Self: ...
    async def say(self, text: str) -> Self: ...
    async def tap(self, title: str) -> Self: ...
    async def switch(self, language: str) -> Self: ...
    async def record(self) -> str: ...

    @property
    def text(self) -> str: ...
    @property
    def buttons(self) -> list[str]: ...


@dataclass
class Replay:
    """``shared``: the folder with openings. ``heard``: every bubble so far, as it reads."""

    chat: Talker
    shared: Path
    heard: list[str] = field(default_factory=list)
    braces: bool = False  # the person typed some, so a bubble may hold them as well

    async def play(self, script: Mapping[str, Any]) -> None:
        """The whole script. AssertionError says which turn, and what came instead."""
        _known(script, PARTS)
        for number, turn in enumerate(script["turns"], start=1):
            try:
                await self.act(turn)
            except AssertionError as error:
                raise AssertionError(f"turn {number}, {turn}: {error}") from None
        said = "\n".join(self.heard)
        for text in _listed(script, "once"):
            assert said.count(text) == 1, f"“{text}” was said {said.count(text)} times"
        for text in _listed(script, "never"):
            assert text not in said, f"“{text}” was said"
        await self._look_in_record(_listed(script, "answers"), _listed(script, "answers not"))

    async def act(self, turn: Mapping[str, Any]) -> None:
        _known(turn, ACTS + LOOKS)
        match turn:
            case {"use": name}:
                for step in yaml.safe_load((self.shared / f"{name}.yaml").read_text("utf-8")):
                    await self.act(step)
            case {"say": text}:
                await self.chat.say(text)
                self.braces = self.braces or "{" in text
                self._not_echoed(text)
            case {"tap": title}:
                await self.chat.tap(title)
            case {"switch": language}:
                await self.chat.switch(language)
            case {"reopen": _}:
                await self.chat.reopen()
            case {"come in": link}:
                await self.chat.come_in(link)
            case {"wait": _}:
                await self.chat.wait()
            case _:
                await self.chat.open()
        if "use" not in turn:
            self._look_at_bubbles()
        self.look(turn)

    def look(self, turn: Mapping[str, Any]) -> None:
        """What the last act brought is as a turn says."""
        chat = self.chat
        for wanted in _listed(turn, "see"):
            assert wanted in chat.text, f"“{wanted}” is not in:\n{chat.text}"
        for unwanted in _listed(turn, "see not"):
            assert unwanted not in chat.text, f"“{unwanted}” is in:\n{chat.text}"
        for title in _listed(turn, "buttons"):
            assert title in chat.buttons, f"no button “{title}” in {chat.buttons}"
        for title in _listed(turn, "buttons not"):
            assert title not in chat.buttons, f"a button “{title}” in {chat.buttons}"
        for kind in _listed(turn, "with"):
            assert any(said[kind] for said in chat.seen), f"no {kind} came with:\n{chat.text}"

    def _look_at_bubbles(self) -> None:
        """What holds for everything that Zwaan ever says."""
        seen = self.chat.seen
        self.heard += [words_of(said) for said in seen]
        texts = [said["text"] for said in seen]
        assert len(set(texts)) == len(texts), f"said twice in one turn:\n{self.chat.text}"
        for said in seen:
            assert said["text"].strip(), f"an empty bubble in:\n{self.chat.text}"
            assert self.braces or "{" not in said["text"], f"not filled in: {said['text']}"
            size = len(said["text"])
            assert size <= self.chat.longest, f"{size} characters: {said['text']}"
            assert len(said["buttons"]) <= MOST_BUTTONS, f"so many buttons: {self.chat.buttons}"

    def _not_echoed(self, text: str) -> None:
        """An acknowledgement never repeats the answer."""
        if len(text.split()) >= ECHO:
            for said in self.chat.seen:
                assert not (said["quiet"] and text in said["text"]), f"an echo: {said['text']}"

    async def _look_in_record(self, wanted: Sequence[str], unwanted: Sequence[str]) -> None:
        if not wanted and not unwanted:
            return
        kept = await self.chat.record()
        for text in wanted:
            assert text in kept, f"“{text}” is not kept in:\n{kept}"
        for text in unwanted:
            assert text not in kept, f"“{text}” is kept in:\n{kept}"


def _known(given: Mapping[str, Any], keys: Sequence[str]) -> None:
    """A misspelt word in a script must not pass for a check that holds."""
    strange = set(given) - set(keys)
    assert not strange, f"a script knows no {strange}"


def _listed(given: Mapping[str, Any], key: str) -> list[str]:
    found = given.get(key, [])
    listed = [found] if isinstance(found, str) else list(found)
    assert all(isinstance(text, str) for text in listed), f"put quotes around {listed}"
    return listed


async def play(stack: Stack, path: Path) -> None:
    """Have one conversation, and see that every reply is as written."""
    script = yaml.safe_load(path.read_text(encoding="utf-8"))
    chat = await Chat.begin(stack.url, script["language"])
    try:
        await Replay(chat, FOLDER / "shared").play(script)
    finally:
        await chat.close()
