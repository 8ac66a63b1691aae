"""A gateway of one conversation that keeps everything in memory: what the web connector sees."""

import asyncio
import json
from base64 import b64encode
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field

from bot.connectors.front_door import Pulse, Verdict
from bot.core.inbound import Inbound, Kind
from bot.gateway.intake import MOST_CHARACTERS
from bot.services.ports import Parcel

Button = tuple[str, bool]  # a title, and whether the button stays


@dataclass
class MemoryDoor:
    """``knocks`` is all that came, repeats too; ``taken`` is every message once.

    ``verdict`` is what is said to a message that has nothing wrong with it. With ``endless``
    False a stream ends after what is ready, as a test without a browser needs it.
    """

    verdict: Verdict = Verdict.TAKEN
    endless: bool = True
    first: list[Pulse] = field(default_factory=list)  # what every stream begins with
    knocks: list[Inbound] = field(default_factory=list)
    taken: dict[str, Inbound] = field(default_factory=dict)
    shown: int = 0
    followed: list[tuple[str, int]] = field(default_factory=list)
    _parcels: list[Parcel] = field(default_factory=list)
    _lines: set["asyncio.Queue[Pulse | None]"] = field(default_factory=set)

    async def take(self, inbound: Inbound) -> Verdict:
        self.knocks.append(inbound)
        if inbound.kind is Kind.TEXT and not inbound.content.strip():
            return Verdict.EMPTY
        if len(inbound.content) > MOST_CHARACTERS:
            return Verdict.TOO_LONG
        if self.verdict is Verdict.TAKEN:
            self.taken.setdefault(inbound.key, inbound)
        return self.verdict

    async def follow(self, conversation: str, after: int) -> AsyncIterator[Pulse]:
        self.followed.append((conversation, after))
        line: asyncio.Queue[Pulse | None] = asyncio.Queue()
        self._lines.add(line)
        try:
            for pulse in self.first:
                yield pulse
            for parcel in self._parcels:
                if parcel.id > max(after, self.shown):
                    yield Pulse(parcel=parcel)
            while self.endless and (news := await line.get()) is not None:
                yield news
        finally:
            self._lines.discard(line)

    async def seen(self, conversation: str, up_to: int) -> None:
        self.shown = max(self.shown, up_to)

    @property
    def said(self) -> list[str]:
        """The content of every message that was taken, in order."""
        return [inbound.content for inbound in self.taken.values()]

    @property
    def lines(self) -> int:
        """How many streams are open."""
        return len(self._lines)

    def say(
        self,
        text: str,
        *buttons: str | Button,
        language: str = "nl",
        label: str = "",
        quiet: bool = False,
        clears: bool = False,
        pictures: Sequence[tuple[bytes, str]] = (),
        files: Sequence[tuple[str, str]] = (),
    ) -> int:
        """Say something to everyone who follows; gives the id of the message."""
        pairs = [(b, False) if isinstance(b, str) else b for b in buttons]
        payload = {
            "text": text, "label": label, "quiet": quiet, "clears": clears, "ends": True,
            "language": language,
            "buttons": [{"title": t, "token": f"token of {t}", "stays": s} for t, s in pairs],
            "pictures": [{"png": b64encode(png).decode(), "alt": alt} for png, alt in pictures],
            "files": [{"name": name, "text": text} for name, text in files],
        }  # fmt: skip
        parcel = Parcel(len(self._parcels) + 1, json.dumps(payload))
        self._parcels.append(parcel)
        self.pulse(Pulse(parcel=parcel))
        return parcel.id

    def say_again(self, id: int) -> None:
        """Repeat a message, as after a crash between sending and noting it."""
        self.pulse(Pulse(parcel=self._parcels[id - 1]))

    def think(self, typing: bool) -> None:
        self.pulse(Pulse(typing=typing))

    def doze(self, awake: bool) -> None:
        self.pulse(Pulse(awake=awake))

    def pulse(self, pulse: Pulse) -> None:
        """To everyone who follows now; an empty one is a ping."""
        for line in self._lines:
            line.put_nowait(pulse)

    def hang_up(self) -> None:
        """End every stream that is open."""
        for line in self._lines:
            line.put_nowait(None)
