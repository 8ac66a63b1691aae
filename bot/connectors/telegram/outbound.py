"""What goes out: bubbles as Telegram messages. Nothing here talks to anyone.

No markup language is used, so a text arrives as it was typed; what stands out does so by entities,
whose places count UTF-16 units, as Telegram's own lengths do.
"""

import base64
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, MessageEntity
from telegram.constants import MessageEntityType, MessageLimit

from bot.services.ports import Parcel

MOST, MOST_CAPTION = MessageLimit.MAX_TEXT_LENGTH, MessageLimit.CAPTION_LENGTH
SHORT_TITLE = 14  # characters; two buttons with such titles stand side by side
_ENDS = (r"\n\n", r"\n", r"(?<=[.!?…])\s", r"\s", r"")  # where a text is split, the best first


@dataclass(frozen=True)
class Outgoing:
    """One message. ``parcels`` are through when it is sent; the last may put a question."""

    text: str
    parcels: Sequence[Parcel] = ()
    entities: Sequence[MessageEntity] = ()
    keyboard: InlineKeyboardMarkup | None = None
    photo: bytes | None = None
    document: tuple[str, bytes] | None = None  # its name and what is in it


def compose(parcels: Sequence[Parcel]) -> list[Outgoing]:
    """The first message that is to be sent for these parcels, in as many parts as it needs.

    A small line goes along with the bubble after it: one message more is one second more.
    """
    together = _together(parcels)
    said: list[dict[str, Any]] = [json.loads(parcel.payload) for parcel in together]
    last = said[-1]
    keyboard = _keyboard([each["buttons"] for each in said])
    text = "\n\n".join(_text(each) for each in said)
    if last["pictures"]:
        [picture] = last["pictures"]
        whole = f"{text}\n\n{picture['alt']}"
        fits = length(whole) <= MOST_CAPTION
        photo = Outgoing(whole if fits else "", photo=base64.b64decode(picture["png"]))
        parts = [photo] if fits else [photo, *map(Outgoing, split(whole))]
    elif last["files"]:
        [file] = last["files"]
        fits = length(text) <= MOST_CAPTION
        content = (file["name"], file["text"].encode())
        document = Outgoing(text if fits else "", document=content)
        parts = [document] if fits else [*map(Outgoing, split(text)), document]
    else:
        parts = [Outgoing(part) for part in split(text)]
        parts[0] = Outgoing(parts[0].text, entities=list(_labels(said, parts[0].text)))
    end = parts[-1]
    parts[-1] = Outgoing(end.text, together, end.entities, keyboard, end.photo, end.document)
    return parts


def length(text: str) -> int:
    """How long Telegram says a text is: in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def split(text: str, most: int = MOST) -> list[str]:
    """A text in parts that fit, ended at the best place there is; nothing is lost but spaces."""
    parts = []
    while length(text) > most:
        part = _beginning(text, most)
        parts.append(part.rstrip())
        text = text[len(part) :].lstrip()
    return [*parts, text]


def chosen(keyboard: InlineKeyboardMarkup | None, data: str, mark: str) -> tuple[str, Any] | None:
    """The title of the button that was tapped, and the keyboard that shows it was chosen."""
    rows = keyboard.inline_keyboard if keyboard else ()
    titles = [button.text for row in rows for button in row if button.callback_data == data]
    if not titles:
        return None
    shown = InlineKeyboardButton(f"✓ {titles[0]}", callback_data=mark)
    return titles[0], InlineKeyboardMarkup([[shown]])


def _together(parcels: Sequence[Parcel]) -> list[Parcel]:
    found: list[Parcel] = []
    for parcel in parcels:
        said = json.loads(parcel.payload)
        found.append(parcel)
        if not said["quiet"] or said["pictures"] or said["files"] or said["ends"]:
            break
    return found


def _text(said: dict[str, Any]) -> str:
    return "\n".join(part for part in (said["label"], said["text"]) if part)


def _labels(said: Sequence[dict[str, Any]], text: str) -> Iterator[MessageEntity]:
    """A label stands in bold, wherever it came to stand."""
    at = 0
    for each in said:
        if each["label"]:
            at = text.find(each["label"], at)
            if at < 0:
                return
            yield MessageEntity(
                MessageEntityType.BOLD, offset=length(text[:at]), length=length(each["label"])
            )


def _keyboard(buttons: Sequence[Sequence[dict[str, Any]]]) -> InlineKeyboardMarkup | None:
    """The last bubble's buttons, and under them those of the small lines before it."""
    *earlier, last = buttons
    shown = [*last, *(button for each in earlier for button in each)]
    rows: list[list[InlineKeyboardButton]] = []
    for button in shown:
        made = InlineKeyboardButton(button["title"], callback_data=button["token"])
        beside = rows and len(rows[-1]) == 1 and len(rows[-1][0].text) <= SHORT_TITLE
        if beside and len(made.text) <= SHORT_TITLE:
            rows[-1].append(made)
        else:
            rows.append([made])
    return InlineKeyboardMarkup(rows) if rows else None


def _beginning(text: str, most: int) -> str:
    """As much of a text as fits, up to the best end in its last half."""
    room = text[:most]
    while length(room) > most:
        room = room[: len(room) - (length(room) - most + 1) // 2]
    for end in _ENDS:
        places = [found.end() for found in re.finditer(end, room)] if end else [len(room)]
        if places and places[-1] > len(room) // 2:
            return room[: places[-1]]
    return room
