"""What a connector needs of the gateway behind it."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from bot.core.inbound import Inbound
from bot.services.ports import Parcel


class Verdict(StrEnum):
    """What became of a message at the door."""

    TAKEN = "taken"  # it stands in the inbox, or stood there already
    EMPTY = "empty"
    TOO_LONG = "too_long"
    TOO_MANY = "too_many"  # too many of this conversation wait already
    FULL = "full"  # nothing can be stored now


@dataclass(frozen=True)
class Pulse:
    """Something to show at once: a parcel, or a change in whether Zwaan is typing or awake."""

    parcel: Parcel | None = None
    typing: bool | None = None
    awake: bool | None = None


class FrontDoor(Protocol):
    """The gateway, as its connectors see it."""

    async def take(self, inbound: Inbound) -> Verdict:
        """Put a message in the inbox; it is safe when this returns TAKEN."""
        ...

    def follow(self, conversation: str, after: int) -> AsyncIterator[Pulse]:
        """What a conversation gets to see, from after a parcel's id on, without end.

        A pulse with nothing in it says only that the line still lives.
        """
        ...

    async def seen(self, conversation: str, up_to: int) -> None:
        """Everything up to this parcel has been shown."""
        ...
