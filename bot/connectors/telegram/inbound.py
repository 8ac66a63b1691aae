"""What an update from Telegram says, in the gateway's own terms. Nothing here talks to anyone."""

import re
from dataclasses import dataclass

from telegram import CallbackQuery, ChatMemberUpdated, Message, Update, User
from telegram.constants import ChatMemberStatus, ChatType

from bot.core.identity import conversation_id
from bot.core.inbound import Inbound, Kind

CHANNEL = "telegram"
UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")
_CODE = re.compile(r"[\w-]{1,64}", re.ASCII)  # what a link can carry
CHOSEN = "\u00b7"  # what a button carries that was tapped already


class Strange(Exception):
    """An update that is not as the API's documentation has it."""


@dataclass(frozen=True)
class Left:
    """Someone blocked the bot: nothing may be sent any more."""

    conversation: str


@dataclass(frozen=True)
class Grouped:
    """The bot was put into a group, where it has nothing to do."""

    chat: int
    locale: str | None


Meant = Inbound | Left | Grouped | None  # None: nothing that concerns us


@dataclass(frozen=True)
class Translator:
    """``secret`` is this installation's: who someone is stands nowhere in the clear.

    ``bot`` is the bot's own number. Messages are numbered in each chat with each bot, so it goes
    into their keys: a record may have had another bot before.
    """

    secret: bytes
    bot: int

    def key(self, message: object) -> str:
        """The name by which the record knows a message with this number."""
        return f"{self.bot}.{_number(message)}"

    def meant(self, update: Update) -> Meant:
        """What an update says; None when it is nothing to Zwaan.

        Strange when it is not as the API's documentation has it: whoever sent it, it is no
        message of a person.
        """
        if update.callback_query:
            return self._tap(update.callback_query)
        if update.my_chat_member:
            return self._membership(update.my_chat_member)
        if update.edited_message:
            return self._edit(update.edited_message)
        return self._message(update.message) if update.message else None

    def _message(self, message: Message) -> Inbound | None:
        if not _private(message) or not message.from_user:
            return None
        key = self.key(message.message_id)
        if message.forward_origin:
            return self._inbound(message, key, Kind.OTHER, "forwarded")
        if message.text is None:
            is_sent = message.effective_attachment or message.location or message.contact
            return self._inbound(message, key, Kind.OTHER, "attachment") if is_sent else None
        if message.text.split(maxsplit=1)[:1] == ["/start"]:
            code = message.text.partition(" ")[2].strip()
            code = code if _CODE.fullmatch(code) else ""
            return self._inbound(message, key, Kind.EVENT, f"open:{code}")
        ours = message.reply_to_message
        about = self.key(ours.message_id) if ours else None
        return self._inbound(message, key, Kind.TEXT, message.text, about)

    def _edit(self, message: Message) -> Inbound | None:
        if not _private(message) or not message.from_user or message.text is None:
            return None
        edited = int(message.edit_date.timestamp()) if message.edit_date else 0
        key = self.key(message.message_id)
        return self._inbound(message, f"{key}e{edited}", Kind.EDIT, message.text, key)

    def _tap(self, query: CallbackQuery) -> Inbound | None:
        if not query.message or query.message.chat.type != ChatType.PRIVATE or not query.data:
            return None
        return Inbound(
            CHANNEL,
            self._who(query.from_user.id),
            f"tap{_token(query.id)}",
            Kind.TAP,
            _token(query.data),
            _locale(query.from_user),
            address=str(query.from_user.id),
        )

    def _membership(self, changed: ChatMemberUpdated) -> Left | Grouped | None:
        status = changed.new_chat_member.status
        if changed.chat.type == ChatType.PRIVATE:
            left = status == ChatMemberStatus.BANNED
            return Left(self._who(changed.from_user.id)) if left else None
        came = status in (ChatMemberStatus.MEMBER, ChatMemberStatus.ADMINISTRATOR)
        was = changed.old_chat_member.status
        new = was in (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED)
        return Grouped(changed.chat.id, _locale(changed.from_user)) if came and new else None

    def _inbound(
        self, message: Message, key: str, kind: Kind, content: str, about: str | None = None
    ) -> Inbound | None:
        person = message.from_user
        if person is None:
            return None
        return Inbound(
            CHANNEL,
            self._who(person.id),
            key,
            kind,
            _text(content),
            _locale(person),
            about,
            str(person.id),
        )

    def _who(self, user: int) -> str:
        """A person is the user, never the chat."""
        return conversation_id(self.secret, CHANNEL, str(_number(user)))


def _number(value: object) -> int:
    """The number of a person or a message, which has at most 52 bits."""
    if not isinstance(value, int) or isinstance(value, bool) or not 0 < value < 2**52:
        raise Strange(f"no number: {type(value).__name__}")
    return value


def _locale(person: User) -> str | None:
    return person.language_code if isinstance(person.language_code, str) else None


def _token(value: object) -> str:
    """What a program made, and no person typed."""
    token = _text(value)
    if not token.isprintable():
        raise Strange("no token")
    return token


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise Strange(f"no text: {type(value).__name__}")
    return value


def _private(message: Message) -> bool:
    return message.chat.type == ChatType.PRIVATE
