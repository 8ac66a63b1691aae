"""What it costs somebody to talk with Zwaan: taps, and an estimate of the time."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

READS = 200  # words a minute, of a text on a phone
TYPES = 25  # words a minute, with two thumbs
TAPS = 2.0  # seconds for each, with the thinking before it


@dataclass
class Effort:
    taps: int = 0
    read: int = 0  # words
    typed: int = 0  # words

    def add(self, turn: Mapping[str, Any], seen: str) -> None:
        """One turn, and all that was said to it."""
        self.taps += "tap" in turn
        self.typed += len(str(turn.get("say", "")).split())
        self.read += len(seen.split())

    @property
    def minutes(self) -> float:
        return self.read / READS + self.typed / TYPES + self.taps * TAPS / 60
