"""A message as it comes in from any channel."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    TEXT = "text"  # typed words
    TAP = "tap"  # a button's token
    EVENT = "event"  # something the channel noticed: "open", "language:en"


@dataclass(frozen=True)
class Inbound:
    """``key`` is the channel's own name for the message: the same key is the same message."""

    channel: str
    conversation: str
    key: str
    kind: Kind
    content: str
    locale: str | None
