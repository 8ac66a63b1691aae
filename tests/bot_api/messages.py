"""Chats and their messages, and how the API writes them down ("Chat", "Message")."""

import itertools
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from tests.bot_api.errors import ApiError, bad_request, forbidden
from tests.bot_api.markup import Entity, Formatted, Keyboard
from tests.bot_api.parameters import Upload

User = dict[str, Any]


class Standing(Enum):
    """How a chat stands to the bot."""

    UNKNOWN = "the bot never met this person"
    NEVER_STARTED = "known from a group, but never began a conversation"
    OPEN = "the bot may write"
    BLOCKED = "blocked by the person"
    DEACTIVATED = "the account is gone"
    LEFT = "the bot is no member of this group"

    @property
    def refusal(self) -> ApiError | None:
        """What the bot gets for writing here."""
        return {
            Standing.UNKNOWN: bad_request("chat not found"),
            Standing.NEVER_STARTED: forbidden("bot can't initiate conversation with a user"),
            Standing.BLOCKED: forbidden("bot was blocked by the user"),
            Standing.DEACTIVATED: forbidden("user is deactivated"),
            Standing.LEFT: forbidden("bot is not a member of the group chat"),
        }.get(self)


@dataclass(frozen=True)
class ChatAction:
    """``action``: "typing" and the like; ``at``: monotonic seconds."""

    action: str
    at: float


@dataclass(eq=False)
class Chat:
    """One chat with the bot. ``names``: its fields in the API's JSON, besides id and type."""

    chat_id: int
    kind: str  # private or group
    names: dict[str, str]
    standing: Standing
    messages: "dict[int, Message]" = field(default_factory=dict, repr=False)
    actions: list[ChatAction] = field(default_factory=list, repr=False)
    _ids: Iterator[int] = field(default_factory=lambda: itertools.count(1), repr=False)

    def as_json(self) -> dict[str, Any]:
        return {"id": self.chat_id, "type": self.kind, **self.names}

    def add(self, sender: User, content: "Content", date: int) -> "Message":
        """A new message, with the next id of this chat; ``date``: seconds since 1970."""
        message = Message(self, next(self._ids), sender, content, date)
        self.messages[message.message_id] = message
        return message


@dataclass(frozen=True)
class Content:
    """What stands in a message.

    ``body`` is its text, or the caption under a picture or file. ``fields``: anything else, as the
    API names it: "photo", "document", "voice", "forward_origin".
    """

    body: Formatted = field(default_factory=lambda: Formatted(""))
    keyboard: Keyboard = field(default_factory=list)
    fields: dict[str, Any] = field(default_factory=dict)
    upload: Upload | None = None
    reply_to: "Message | None" = None


@dataclass(eq=False)
class Message:
    """A message as it is now, after all edits. ``at``: when it was sent, monotonic seconds."""

    chat: Chat = field(repr=False)
    message_id: int
    sender: User
    content: Content
    date: int
    edit_date: int | None = None
    at: float = field(default_factory=time.monotonic)

    @property
    def text(self) -> str:
        """Its words: the text, or the caption under a picture or file."""
        return self.content.body.text

    @property
    def entities(self) -> list[Entity]:
        return self.content.body.entities

    @property
    def keyboard(self) -> Keyboard:
        return self.content.keyboard

    @property
    def buttons(self) -> list[str]:
        """The titles of the buttons that it has now."""
        return [button["text"] for row in self.keyboard for button in row]

    @property
    def photo(self) -> bytes | None:
        """The picture itself, when this is one."""
        return self.content.upload.data if self._has("photo") and self.content.upload else None

    @property
    def document(self) -> Upload | None:
        """The file, with its name, when this is one."""
        return self.content.upload if self._has("document") else None

    @property
    def has_text(self) -> bool:
        """A message of words only; false when the words are a caption."""
        return not self._has(
            "photo", "document", "voice", "sticker", "location", "contact", "new_chat_members"
        )

    @property
    def from_bot(self) -> bool:
        return bool(self.sender["is_bot"])

    def as_json(self, with_reply: bool = True) -> dict[str, Any]:
        """The "Message" object of the API. A reply within a reply is left out, as there."""
        content = self.content
        written: dict[str, Any] = {
            "message_id": self.message_id,
            "from": self.sender,
            "chat": self.chat.as_json(),
            "date": self.date,
        }
        if self.edit_date:
            written["edit_date"] = self.edit_date
        if content.reply_to and with_reply:
            written["reply_to_message"] = content.reply_to.as_json(with_reply=False)
        return written | content.fields | self._words() | self._markup()

    def _words(self) -> dict[str, Any]:
        name = "text" if self.has_text else "caption"
        marks = "entities" if self.has_text else "caption_entities"
        return ({name: self.text} if self.text else {}) | (
            {marks: self.entities} if self.entities else {}
        )

    def _markup(self) -> dict[str, Any]:
        return {"reply_markup": {"inline_keyboard": self.keyboard}} if self.keyboard else {}

    def _has(self, *fields: str) -> bool:
        return any(name in self.content.fields for name in fields)
