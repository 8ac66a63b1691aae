"""What a connector that sends by itself needs of the gateway's outbox."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.services.ports import Parcel


@dataclass(frozen=True)
class Bundle:
    """All that waits to be sent to one address, oldest first."""

    address: str
    parcels: Sequence[Parcel]


class PostOffice(Protocol):
    """The outbox of one channel."""

    def awaited(self) -> AsyncIterator[str]:
        """Conversations to which something must be sent, again and again, without end."""
        ...

    async def bundle(self, conversation: str) -> Bundle | None:
        """What waits for someone; None when nothing does, or they cannot be reached."""
        ...

    async def sent(self, conversation: str, parcel: Parcel, number: str) -> None:
        """A parcel was sent, as the message with this number."""
        ...

    async def give_up(self, conversation: str, parcel: Parcel, why: str) -> None:
        """A parcel can never be sent; the next one may."""
        ...

    async def unreachable(self, conversation: str, why: str) -> None:
        """Nothing arrives at this address any more."""
        ...
