"""A message as it comes in from any channel."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    TEXT = "text"  # typed words
    TAP = "tap"  # a button's token
    EDIT = "edit"  # an earlier message, ``about`` its key, with its new words
    OTHER = "other"  # no words: a photo, a voice message; ``content`` says what
    EVENT = "event"  # something the channel noticed: "open", "language:en"


@dataclass(frozen=True)
class Inbound:
    """``key`` is the channel's own name for the message: the same key is the same message.

    ``about``: the key of the message that is edited, or the number of ours that is replied to.
    ``address``: where replies go, on a channel that must be told. ``origin``: a keyed hash of the
    network address that it came from, where there is one. ``zone``: the time zone of the device, a
    name of the tz database.
    """

    channel: str
    conversation: str
    key: str
    kind: Kind
    content: str
    locale: str | None
    about: str | None = None
    address: str | None = None
    origin: str | None = None
    zone: str | None = None
