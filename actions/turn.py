"""A message as an action sees it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeVar

from bot.core.reading.intents import TYPED
from bot.core.situation import Situation

T = TypeVar("T", bound=StrEnum)
PARTY = "party"
DOUBT = "doubt"
CONCERN = "concern"


@dataclass(frozen=True)
class Turn:
    """``args`` come from a button or from what was heard; ``parties`` are words for roles."""

    id: str
    key: str  # the channel's name for the message
    received_at: datetime  # when it came in
    about: Mapping[str, str]  # "edits": an earlier message; "answers": a question replied to
    doors: Mapping[str, str]  # by channel, the address through which one comes in with a {code}
    conversation: str
    channel: str
    secret: str
    text: str
    masked: bool
    args: Mapping[str, str]
    parties: Sequence[str]
    doubt: str | None
    concern: str | None  # the kind of danger that there may be in what was typed
    situation: Situation

    @classmethod
    def read(cls, conversation: str, message: Mapping[str, Any]) -> "Turn":
        """From Rasa's latest message; KeyError when it did not come through our channel."""
        metadata = message["metadata"]
        heard = [(found["entity"], str(found["value"])) for found in message["entities"]]
        return cls(
            id=metadata["turn"],
            key=metadata["key"],
            received_at=datetime.fromisoformat(metadata["received"]),
            about=metadata["about"],
            doors=metadata["doors"],
            conversation=conversation,
            channel=metadata["channel"],
            secret=metadata["secret"],
            text=(message.get("text") or "").removeprefix(TYPED),
            masked=bool(metadata.get("masked")),
            args={name: value for name, value in heard if name not in (PARTY, DOUBT, CONCERN)},
            parties=[value for name, value in heard if name == PARTY],
            doubt=next((value for name, value in heard if name == DOUBT), None),
            concern=next((value for name, value in heard if name == CONCERN), None),
            situation=Situation.from_dict(metadata["situation"]),
        )

    def choice(self, kind: type[T], name: str) -> T | None:
        """The argument ``name`` as one of a closed set; None when it is none of it."""
        value = self.args.get(name)
        return kind(value) if value in set(kind) else None

    def whole(self, name: str) -> int | None:
        """The argument ``name`` as a number from 0 on; None when it is none."""
        value = self.args.get(name, "")
        return int(value) if value.isdecimal() else None

    @property
    def number(self) -> int:
        """Which of several variants of a sentence to say now: round and round."""
        return sum(self.id.encode())
