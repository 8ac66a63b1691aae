"""Everything that Telegram keeps for one bot: chats, taps, files, and the updates that wait."""

import itertools
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from tests.bot_api.limits import Limits
from tests.bot_api.messages import Chat, Content, Message, Standing, User
from tests.bot_api.parameters import Upload
from tests.bot_api.updates import Update, UpdateQueue

BOT: User = {
    "id": 7_000_000_001, "is_bot": True, "first_name": "Zwaan", "username": "zwaan_test_bot",
}  # fmt: skip


@dataclass(frozen=True)
class Toast:
    """An answer to a tap: what showed over the chat, or in a box when it is an alert."""

    text: str
    alert: bool


@dataclass(eq=False)
class Tap:
    """A button that was pressed ("CallbackQuery"). ``at``: monotonic seconds."""

    query_id: str
    sender: User
    message: Message
    data: str
    at: float
    expired: bool = False
    answers: list[Toast] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        return {
            "id": self.query_id,
            "from": self.sender,
            "message": self.message.as_json(),
            "chat_instance": str(-4_000_000_000_000_000_000 - self.message.chat.chat_id),
            "data": self.data,
        }


@dataclass(repr=False)
class Telegram:
    """``clock``: seconds since 1970, for the dates in messages. ``tap_life``: seconds in which a
    tap can be answered."""

    limits: Limits
    tap_life: float
    clock: Callable[[], float] = time.time
    updates: UpdateQueue = field(default_factory=UpdateQueue)
    chats: dict[int, Chat] = field(default_factory=dict)
    taps: dict[str, Tap] = field(default_factory=dict)
    files: dict[str, Upload] = field(default_factory=dict)
    _numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    @property
    def date(self) -> int:
        return int(self.clock())

    def add_chat(self, chat_id: int, kind: str, names: dict[str, str], standing: Standing) -> Chat:
        assert chat_id not in self.chats, f"there is a chat {chat_id} already"
        self.chats[chat_id] = Chat(chat_id, kind, names, standing)
        return self.chats[chat_id]

    def bot_writes(self, chat: Chat, content: Content) -> Message:
        """A message of the bot. ApiError 429 when it is one too many."""
        self.limits.spend(chat.chat_id)
        return chat.add(BOT, content, self.date)

    def person_writes(self, chat: Chat, sender: User, content: Content) -> Message:
        """A message to the bot, and its update."""
        message = chat.add(sender, content, self.date)
        self.updates.add("message", message.as_json(), chat.chat_id)
        return message

    def person_taps(self, sender: User, message: Message, data: str) -> Tap:
        """Press a button. Taps have lanes of their own, so one may overtake a message."""
        tap = Tap(f"{self.number():019}", sender, message, data, time.monotonic())
        self.taps[tap.query_id] = tap
        self.updates.add("callback_query", tap.as_json(), ("taps of", sender["id"]))
        return tap

    def member_changes(self, chat: Chat, by: User, old: str, new: str) -> Update:
        """The bot is let in, sent away, blocked or unblocked ("ChatMemberUpdated")."""
        gone = {"until_date": 0}
        payload = {
            "chat": chat.as_json(),
            "from": by,
            "date": self.date,
            "old_chat_member": {"user": BOT, "status": old} | (gone if old == "kicked" else {}),
            "new_chat_member": {"user": BOT, "status": new} | (gone if new == "kicked" else {}),
        }
        return self.updates.add("my_chat_member", payload, ("members of", chat.chat_id))

    def keep(self, upload: Upload) -> dict[str, Any]:
        """Store a file; the fields that every kind of file has in the API."""
        number = self.number()
        file_id = f"BQACAgQAAxkDAAM{number:020}"
        self.files[file_id] = upload
        unique = f"AgAD{number:012}"
        return {"file_id": file_id, "file_unique_id": unique, "file_size": len(upload.data)}

    def number(self) -> int:
        """A number that was not given out before."""
        return next(self._numbers)
