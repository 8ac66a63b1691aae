"""What an update from Telegram says, in the gateway's own terms. Nothing here talks to anyone."""

from dataclasses import dataclass

from telegram import CallbackQuery, ChatMemberUpdated, Message, Update
from telegram.constants import ChatMemberStatus, ChatType

from bot.core.identity import conversation_id
from bot.core.inbound import Inbound, Kind

CHANNEL = "telegram"
UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")
CHOSEN = "\u00b7"  # what a button carries that was tapped already


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
    """``secret`` is this installation's: who someone is stands nowhere in the clear."""

    secret: bytes

    def meant(self, update: Update) -> Meant:
        """What an update says; None when it is nothing to Zwaan."""
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
        key = str(message.message_id)
        if message.forward_origin:
            return self._inbound(message, key, Kind.OTHER, "forwarded")
        if message.text is None:
            is_sent = message.effective_attachment or message.location or message.contact
            return self._inbound(message, key, Kind.OTHER, "attachment") if is_sent else None
        if message.text.split(maxsplit=1)[:1] == ["/start"]:
            code = message.text.partition(" ")[2].strip()
            return self._inbound(message, key, Kind.EVENT, f"open:{code}")
        ours = message.reply_to_message
        about = str(ours.message_id) if ours else None
        return self._inbound(message, key, Kind.TEXT, message.text, about)

    def _edit(self, message: Message) -> Inbound | None:
        if not _private(message) or not message.from_user or message.text is None:
            return None
        edited = int(message.edit_date.timestamp()) if message.edit_date else 0
        number = str(message.message_id)
        return self._inbound(message, f"{number}e{edited}", Kind.EDIT, message.text, number)

    def _tap(self, query: CallbackQuery) -> Inbound | None:
        if not query.message or query.message.chat.type != ChatType.PRIVATE or not query.data:
            return None
        return Inbound(
            CHANNEL,
            self._who(query.from_user.id),
            f"tap{query.id}",
            Kind.TAP,
            query.data,
            query.from_user.language_code,
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
        return Grouped(changed.chat.id, changed.from_user.language_code) if came and new else None

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
            content,
            person.language_code,
            about,
            str(person.id),
        )

    def _who(self, user: int) -> str:
        """A person is the user, never the chat."""
        return conversation_id(self.secret, CHANNEL, str(user))


def _private(message: Message) -> bool:
    return message.chat.type == ChatType.PRIVATE
