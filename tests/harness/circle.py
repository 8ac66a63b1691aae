"""One case with many voices, replayed: each turn says who does it.

A script has ``people`` (name → "web" or "telegram"), ``turns`` (each with ``who`` beside what
``tests.harness.replay`` knows, and ``follow: <name>``, which opens the link that this person was
given last), and per person ``heard`` and ``never``: what they must have seen, and may never see.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.harness.replay import Replay

PARTS = {"about", "language", "people", "turns", "heard", "never"}
LINKS = {"web": re.compile(r"http\S+#[\w-]{20,}"), "telegram": re.compile(r"https://t\.me/\S+")}


@dataclass
class Circle:
    """``replays``: by name; ``channels``: where each talks."""

    replays: Mapping[str, Replay]
    channels: Mapping[str, str]
    taps: dict[str, int] = field(default_factory=dict)

    async def play(self, script: Mapping[str, Any]) -> None:
        """The whole script. AssertionError says which turn, and what came instead."""
        assert set(script) <= PARTS, f"a script knows no {set(script) - PARTS}"
        for number, turn in enumerate(script["turns"], start=1):
            try:
                await self._act(dict(turn))
            except AssertionError as error:
                raise AssertionError(f"turn {number}, {turn}: {error}") from None
        for name, texts in script.get("heard", {}).items():
            for text in texts:
                assert text in self._all_of(name), f"{name} never saw “{text}”"
        for name, texts in script.get("never", {}).items():
            for text in texts:
                assert text not in self._all_of(name), f"{name} saw “{text}”"

    async def _act(self, turn: dict[str, Any]) -> None:
        who = turn.pop("who")
        if inviter := turn.pop("follow", None):
            turn["come in"] = self._link(inviter, self.channels[who])
        try:
            await self.replays[who].act(turn)
        except TimeoutError:
            raise AssertionError(f"nothing came to {who}") from None

    def _link(self, inviter: str, channel: str) -> str:
        found = LINKS[channel].findall(self.replays[inviter].chat.text)
        assert found, f"{inviter} was given no link for {channel}"
        return str(found[-1])

    def _all_of(self, name: str) -> str:
        return "\n".join(self.replays[name].heard)
