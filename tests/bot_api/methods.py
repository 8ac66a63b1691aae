"""The methods by which the bot writes, edits and answers.

Each takes what Telegram keeps and the parameters of the call, and returns the ``result`` of the
API's answer, or raises ApiError.
"""

import re
import time
from dataclasses import replace
from typing import Any

from tests.bot_api.attachments import document_fields, photo_fields, read_upload
from tests.bot_api.errors import NOT_MODIFIED, QUERY_TOO_OLD, bad_request
from tests.bot_api.markup import Formatted, read_formatted, read_keyboard, utf16_length
from tests.bot_api.messages import Chat, ChatAction, Content, Message, Standing
from tests.bot_api.parameters import Parameters
from tests.bot_api.telegram import BOT, Telegram, Toast

LONGEST_TEXT = 4096  # UTF-16 code units
LONGEST_CAPTION = 1024
LONGEST_TOAST = 200
ACTION = re.compile(
    r"typing|upload_(photo|video|voice|document|video_note)|record_(video|voice|video_note)"
    r"|choose_sticker|find_location"
)
GIFTS = (
    "unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription",
    "gifts_from_channels",
)  # fmt: skip


def get_me(telegram: Telegram, call: Parameters) -> dict[str, Any]:
    return BOT | {
        "can_join_groups": True,
        "can_read_all_group_messages": True,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def send_message(telegram: Telegram, call: Parameters) -> dict[str, Any]:
    chat = _writable(telegram, call)
    return _write(telegram, chat, call, Content(_text(call)))


def send_photo(telegram: Telegram, call: Parameters) -> dict[str, Any]:
    chat, upload = _writable(telegram, call), read_upload(telegram, call, "photo")
    fields = photo_fields(telegram, upload)
    return _write(telegram, chat, call, Content(_caption(call), fields=fields, upload=upload))


def send_document(telegram: Telegram, call: Parameters) -> dict[str, Any]:
    chat, upload = _writable(telegram, call), read_upload(telegram, call, "document")
    fields = document_fields(telegram, upload)
    return _write(telegram, chat, call, Content(_caption(call), fields=fields, upload=upload))


def edit_message_text(telegram: Telegram, call: Parameters) -> dict[str, Any]:
    """The keyboard goes too, unless it is given again."""
    message, body = _editable(telegram, call), _text(call)
    if not message.has_text:
        raise bad_request("there is no text in the message to edit")
    return _edit(
        telegram, message, replace(message.content, body=body, keyboard=read_keyboard(call))
    )


def edit_message_caption(telegram: Telegram, call: Parameters) -> dict[str, Any]:
    message, body = _editable(telegram, call), _caption(call)
    if message.has_text:
        raise bad_request("there is no caption in the message to edit")
    return _edit(
        telegram, message, replace(message.content, body=body, keyboard=read_keyboard(call))
    )


def edit_message_reply_markup(telegram: Telegram, call: Parameters) -> dict[str, Any]:
    message = _editable(telegram, call)
    return _edit(telegram, message, replace(message.content, keyboard=read_keyboard(call)))


def send_chat_action(telegram: Telegram, call: Parameters) -> bool:
    chat, action = _writable(telegram, call), call.text("action")
    if not ACTION.fullmatch(action):
        raise bad_request("wrong parameter action in request")
    chat.actions.append(ChatAction(action, time.monotonic()))
    return True


def answer_callback_query(telegram: Telegram, call: Parameters) -> bool:
    tap = telegram.taps.get(call.text("callback_query_id"))
    if tap is None or tap.expired or time.monotonic() - tap.at > telegram.tap_life:
        raise bad_request(QUERY_TOO_OLD)
    if utf16_length(call.text("text")) > LONGEST_TOAST:
        raise bad_request("MESSAGE_TOO_LONG")
    tap.answers.append(Toast(call.text("text"), call.flag("show_alert")))
    return True


def get_chat(telegram: Telegram, call: Parameters) -> dict[str, Any]:
    """ "ChatFullInfo", with the fields that it always has."""
    gifts = dict.fromkeys(GIFTS, True)
    full = {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": gifts}
    return _known(telegram, call).as_json() | full


def leave_chat(telegram: Telegram, call: Parameters) -> bool:
    chat = _writable(telegram, call)
    if chat.kind == "private":
        raise bad_request("chat member status can't be changed in private chats")
    chat.standing = Standing.LEFT
    return True


def _known(telegram: Telegram, call: Parameters) -> Chat:
    if not call.text("chat_id"):
        raise bad_request("chat_id is empty")
    chat = telegram.chats.get(call.integer("chat_id"))
    if chat is None or chat.standing is Standing.UNKNOWN:
        raise bad_request("chat not found")
    return chat


def _writable(telegram: Telegram, call: Parameters) -> Chat:
    chat = _known(telegram, call)
    if refusal := chat.standing.refusal:
        raise refusal
    return chat


def _text(call: Parameters) -> Formatted:
    body = read_formatted(call, "text", "entities")
    if not body.text:
        raise bad_request("message text is empty")
    if utf16_length(body.text) > LONGEST_TEXT:
        raise bad_request("message is too long")
    return body


def _caption(call: Parameters) -> Formatted:
    body = read_formatted(call, "caption", "caption_entities")
    if utf16_length(body.text) > LONGEST_CAPTION:
        raise bad_request("message caption is too long")
    return body


def _write(telegram: Telegram, chat: Chat, call: Parameters, content: Content) -> dict[str, Any]:
    whole = replace(content, keyboard=read_keyboard(call), reply_to=_replied(chat, call))
    return telegram.bot_writes(chat, whole).as_json()


def _replied(chat: Chat, call: Parameters) -> Message | None:
    """The message that this answers: "reply_parameters", or "reply_to_message_id" as of old."""
    given = call.structure("reply_parameters", "can't parse reply parameters JSON object") or {}
    message_id = given.get("message_id") or call.integer("reply_to_message_id")
    message = chat.messages.get(message_id)
    lenient = given.get("allow_sending_without_reply") or call.flag("allow_sending_without_reply")
    if message_id and message is None and not lenient:
        raise bad_request("message to be replied not found")
    return message


def _editable(telegram: Telegram, call: Parameters) -> Message:
    message = _writable(telegram, call).messages.get(call.integer("message_id"))
    if message is None:
        raise bad_request("message to edit not found")
    if not message.from_bot:
        raise bad_request("message can't be edited")
    return message


def _edit(telegram: Telegram, message: Message, content: Content) -> dict[str, Any]:
    if content == message.content:
        raise bad_request(NOT_MODIFIED)
    message.content = content
    message.edit_date = telegram.date
    return message.as_json()


METHODS = {
    "getMe": get_me,
    "sendMessage": send_message,
    "sendPhoto": send_photo,
    "sendDocument": send_document,
    "editMessageText": edit_message_text,
    "editMessageCaption": edit_message_caption,
    "editMessageReplyMarkup": edit_message_reply_markup,
    "sendChatAction": send_chat_action,
    "answerCallbackQuery": answer_callback_query,
    "getChat": get_chat,
    "leaveChat": leave_chat,
}
