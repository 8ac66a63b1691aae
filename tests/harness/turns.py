"""Messages as an action sees them, for tests without an engine."""

from collections.abc import Mapping
from datetime import UTC, datetime

from actions.turn import Turn
from bot.services.standing import situation_of
from tests.services.someone import Someone

RECEIVED = datetime(2026, 3, 2, tzinfo=UTC)
DOORS = {"web": "https://zwaan.example/#{code}"}


def turn_of(someone: Someone, text: str = "", args: Mapping[str, str] | None = None) -> Turn:
    """What somebody typed, or tapped, where they stand now."""
    conversation = someone.person.conversation
    return Turn(
        id="7",
        key="m7",
        received_at=RECEIVED,
        about={},
        doors=DOORS,
        conversation=conversation,
        channel="web",
        secret="",
        text=text,
        masked=True,
        args=args or {},
        parties=["mentor"],
        doubt=None,
        concern=None,
        situation=situation_of(someone.desk.record, conversation, "nl"),
    )
