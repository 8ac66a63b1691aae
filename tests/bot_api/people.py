"""People on Telegram, and groups: what they do, and what they get to see of the bot."""

import asyncio
import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from tests.bot_api.attachments import photo_fields
from tests.bot_api.markup import Formatted, with_commands
from tests.bot_api.messages import Chat, ChatAction, Content, Message, Standing, User
from tests.bot_api.parameters import Upload
from tests.bot_api.telegram import BOT, Tap, Telegram, Toast

PATIENCE = 10.0  # seconds
PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")
# The smallest picture there is: one grey point.
POINT = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a49444154789c636800000082008177cd72b60000000049454e44ae426082"
)


class NoButton(AssertionError):
    """There is no such button now."""


@dataclass(eq=False)
class TelegramGroup:
    """A group. The bot reads all that is said in it, as it does without privacy mode."""

    telegram: Telegram = field(repr=False)
    chat: Chat

    def add_bot(self, by: "TelegramPerson") -> Message:
        """Somebody lets the bot in: an update about its membership, and one with the message."""
        self.chat.standing = Standing.OPEN
        self.telegram.member_changes(self.chat, by.user, "left", "member")
        fields = {"new_chat_members": [BOT]}
        return self.telegram.person_writes(self.chat, by.user, Content(fields=fields))

    def see(self) -> list[Message]:
        """The messages of the bot, in order, as they are now."""
        return [message for message in self.chat.messages.values() if message.from_bot]


@dataclass(eq=False)
class TelegramPerson:
    """Somebody with a conversation with the bot, or without one yet.

    What a person does returns at once; the bot hears of it in its own time.
    """

    telegram: Telegram = field(repr=False)
    user: User
    chat: Chat
    _read: set[int] = field(default_factory=set)

    @property
    def user_id(self) -> int:
        return int(self.user["id"])

    def say(self, text: str, reply_to: Message | None = None) -> Message:
        body = with_commands(Formatted(text.strip()))
        return self._send(Content(body, reply_to=reply_to))

    def start(self, payload: str | None = None) -> Message:
        """Press Start, or open a link t.me/bot?start=payload. Unblocks the bot first."""
        assert payload is None or PAYLOAD.fullmatch(payload), f"no link can carry “{payload}”"
        if self.chat.standing is Standing.BLOCKED:
            self.unblock()
        return self.say("/start" if payload is None else f"/start {payload}")

    def reply(self, to: Message, text: str) -> Message:
        """Answer a message with Telegram's reply function."""
        return self.say(text, reply_to=to)

    def edit(self, message: Message | str, text: str) -> Message:
        """Change a message of one's own: this one, or the newest that reads like this."""
        if isinstance(message, str):
            message = self._own(message)
        assert message.sender == self.user, "people can edit their own messages only"
        body = with_commands(Formatted(text.strip()))
        message.content = replace(message.content, body=body)
        message.edit_date = self.telegram.date
        self.telegram.updates.add("edited_message", message.as_json(), message.chat.chat_id)
        return message

    def tap(self, title: str) -> Tap:
        """Press the newest button whose title begins like this, in any case."""
        for message in reversed(self.see()):
            for button in (button for row in message.keyboard for button in row):
                if "callback_data" in button and _begins(button["text"], title):
                    return self.press(message, button["callback_data"])
        raise NoButton(f"no button “{title}” in: {self.buttons}")

    def press(self, message: Message, data: str) -> Tap:
        """Send this data as of a button under this message, whether it stands there or not."""
        return self.telegram.person_taps(self.user, message, data)

    def send_photo(self, data: bytes = POINT, caption: str = "") -> Message:
        upload = Upload("photo.png", data, "image/png")
        return self.send(photo_fields(self.telegram, upload), caption)

    def send_voice(self, data: bytes = b"OggS") -> Message:
        kept = self.telegram.keep(Upload("voice.ogg", data, "audio/ogg"))
        return self.send({"voice": {**kept, "duration": 3, "mime_type": "audio/ogg"}})

    def send_sticker(self, emoji: str = "🦢") -> Message:
        kept = self.telegram.keep(Upload("sticker.webp", b"RIFF"))
        size = {"width": 512, "height": 512, "is_animated": False, "is_video": False}
        return self.send({"sticker": {**kept, **size, "type": "regular", "emoji": emoji}})

    def send_location(self, latitude: float = 52.37, longitude: float = 4.9) -> Message:
        return self.send({"location": {"latitude": latitude, "longitude": longitude}})

    def send_contact(self, phone_number: str = "31612345678", name: str = "Bo") -> Message:
        return self.send({"contact": {"phone_number": phone_number, "first_name": name}})

    def send_forwarded(self, text: str, written_by: str = "Bo") -> Message:
        """Pass on what somebody else wrote, who hides who they are."""
        origin = {"type": "hidden_user", "sender_user_name": written_by}
        return self.send({"forward_origin": {**origin, "date": self.telegram.date - 60}}, text)

    def send(self, fields: dict[str, Any], words: str = "") -> Message:
        """A message of any kind. ``fields``: those of "Message"; ``words``: its text or caption."""
        return self._send(Content(with_commands(Formatted(words)), fields=fields))

    def say_in_group(self, group: TelegramGroup, text: str) -> Message:
        if self.chat.standing is Standing.UNKNOWN:
            self.chat.standing = Standing.NEVER_STARTED
        assert group.chat.standing is Standing.OPEN, "the bot is not in this group"
        body = with_commands(Formatted(text))
        return self.telegram.person_writes(group.chat, self.user, Content(body))

    def block(self) -> None:
        self.chat.standing = Standing.BLOCKED
        self.telegram.member_changes(self.chat, self.user, "member", "kicked")

    def unblock(self) -> None:
        self.chat.standing = Standing.OPEN
        self.telegram.member_changes(self.chat, self.user, "kicked", "member")

    def vanish(self) -> None:
        """Delete the account."""
        self.chat.standing = Standing.DEACTIVATED

    def see(self) -> list[Message]:
        """The messages of the bot, in order, as they are now."""
        return [message for message in self.chat.messages.values() if message.from_bot]

    @property
    def buttons(self) -> list[str]:
        """The titles of all buttons that can be seen now."""
        return [title for message in self.see() for title in message.buttons]

    @property
    def toasts(self) -> list[Toast]:
        """Every answer to a tap of this person, also those without words."""
        mine = (tap for tap in self.telegram.taps.values() if tap.sender == self.user)
        return [toast for tap in mine for toast in tap.answers]

    @property
    def actions(self) -> Sequence[ChatAction]:
        """ "typing" and the like, in order."""
        return self.chat.actions

    async def until(self, holds: Callable[[], Any], seconds: float = PATIENCE) -> None:
        """Return as soon as it holds. AssertionError, with what is seen, when it doesn't."""
        deadline = time.monotonic() + seconds
        while not holds():
            seen = [message.text or message.content.fields for message in self.see()]
            assert time.monotonic() < deadline, f"not within {seconds} s; seen: {seen}"
            await asyncio.sleep(0.005)

    async def next_message(self, seconds: float = PATIENCE) -> Message:
        """The oldest message of the bot that was not returned here before."""
        await self.until(self._unread, seconds)
        message = self._unread()[0]
        self._read.add(message.message_id)
        return message

    def _own(self, text: str) -> Message:
        said = [each for each in self.chat.messages.values() if each.sender == self.user]
        found = [message for message in said if message.text == text]
        assert found, f"“{text}” was never said, but: {[message.text for message in said]}"
        return found[-1]

    def _unread(self) -> list[Message]:
        return [message for message in self.see() if message.message_id not in self._read]

    def _send(self, content: Content) -> Message:
        standing = self.chat.standing
        assert standing is not Standing.DEACTIVATED, "this account is gone"
        assert standing is not Standing.BLOCKED, "unblock the bot before writing to it"
        self.chat.standing = Standing.OPEN
        return self.telegram.person_writes(self.chat, self.user, content)


def _begins(title: str, wanted: str) -> bool:
    return title.lower().startswith(wanted.lower())
