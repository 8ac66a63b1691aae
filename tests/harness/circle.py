"""One case with many voices, replayed: each turn says who does it.

A script has ``people`` (name → "web" or "telegram"), ``turns`` (each with ``who`` beside what
``tests.harness.replay`` knows, and ``follow: <name>``, which opens the link that this person was
given last, or ``await: <texts>``, which waits until they came in one message; or ``clock: <date and
time>``, which turns the clock, or ``gateway: <running|away>``). Per person it has ``heard`` and
``never``: what they must have seen, and may never see.
"""

import asyncio
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol, runtime_checkable

from bot.core.rhythm import week_of
from tests.harness.effort import Effort
from tests.harness.replay import Replay
from tests.harness.turned_clock import TurnedClock

PARTS = {"about", "language", "people", "turns", "heard", "never", "weeks"}
LINKS = {"web": re.compile(r"http\S+#[\w-]{20,}"), "telegram": re.compile(r"https://t\.me/\S+")}


@runtime_checkable
class Hearer(Protocol):
    """Whoever can wait for one message, and then sees that one."""

    async def hears(self, texts: list[str]) -> None: ...


@dataclass
class Circle:
    """``replays``: by name; ``channels``: where each talks."""

    replays: Mapping[str, Replay]
    channels: Mapping[str, str]
    clock: TurnedClock | None = None
    power: Callable[[bool], None] | None = None  # lets the gateway run, or kills it
    efforts: dict[tuple[str, str], Effort] = field(default_factory=dict)  # by person and week
    _week: str = ""

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
        if when := turn.pop("clock", None):
            assert self.clock, "this circle has no clock to turn"
            moment = datetime.fromisoformat(when)
            self.clock.to(moment)
            self._week = week_of(moment.date())
            return
        if state := turn.pop("gateway", None):
            assert self.power, "this circle has no gateway of its own"
            await asyncio.to_thread(self.power, state == "running")
            return
        who = turn.pop("who")
        if inviter := turn.pop("follow", None):
            turn["come in"] = self._link(inviter, self.channels[who])
        awaited = turn.pop("await", ())
        try:
            if awaited:
                await self._hears(self.replays[who], awaited, turn)
            else:
                await self.replays[who].act(turn)
        except TimeoutError:
            raise AssertionError(f"nothing came to {who}") from None
        effort = self.efforts.setdefault((who, self._week), Effort())
        effort.add(turn, self.replays[who].chat.text)

    async def _hears(self, replay: Replay, texts: str | list[str], turn: dict[str, Any]) -> None:
        """What comes by itself, whenever it comes; an answer to something else may come before."""
        assert isinstance(replay.chat, Hearer), "only a person on Telegram is waited for so"
        await replay.chat.hears([texts] if isinstance(texts, str) else texts)
        replay.look(turn)

    def _link(self, inviter: str, channel: str) -> str:
        found = LINKS[channel].findall(self.replays[inviter].chat.text)
        assert found, f"{inviter} was given no link for {channel}"
        return str(found[-1])

    def _all_of(self, name: str) -> str:
        return "\n".join(self.replays[name].heard)
