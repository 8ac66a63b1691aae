"""Texts with HTML, and inline keyboards: what the API takes, and how it stores them.

Offsets and lengths are in UTF-16 code units, as the API counts ("MessageEntity"). The rules and
the words of refusals follow TDLib (MessageEntity.cpp, ReplyMarkup.cpp).
"""

import re
from dataclasses import dataclass, field
from typing import Any

from tests.bot_api.errors import ApiError, bad_request, cannot_parse
from tests.bot_api.parameters import Parameters

Entity = dict[str, Any]
Keyboard = list[list[dict[str, Any]]]

KINDS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline",
    "ins": "underline", "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough",
    "tg-spoiler": "spoiler", "span": "spoiler", "a": "text_link", "code": "code", "pre": "pre",
    "blockquote": "blockquote", "tg-emoji": "custom_emoji",
}  # fmt: skip
PIECE = re.compile(r"<[^>]*>?|&(?:lt|gt|amp|quot|#\d+|#x[0-9a-fA-F]+);|[^<&]+|&")
CHARACTERS = {"&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"'}
LINK = re.compile(r"""href\s*=\s*["']?([^"'>\s]*)""")
COMMAND = re.compile(r"(?<![\w/@])/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?(?![\w/])")
CALLBACK_BYTES = range(1, 65)
ACTIONS = frozenset({
    "callback_data", "url", "web_app", "login_url", "switch_inline_query", "copy_text", "pay",
    "switch_inline_query_current_chat", "switch_inline_query_chosen_chat", "callback_game",
})  # fmt: skip


def utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@dataclass(frozen=True)
class Formatted:
    """A text as it is shown, with its entities."""

    text: str
    entities: list[Entity] = field(default_factory=list)


def read_formatted(call: Parameters, text: str, entities: str) -> Formatted:
    """The text in the parameter ``text``, by ``parse_mode`` or with the parameter ``entities``.

    White space at its ends is gone. ApiError 400 for markup that can't be parsed.
    NotImplementedError for both kinds of Markdown: the fake reads HTML only.
    """
    mode, raw = call.text("parse_mode").lower(), call.text(text)
    if mode in ("markdown", "markdownv2"):
        raise NotImplementedError(f"the fake Bot API reads no {mode}, only HTML")
    if mode not in ("", "none", "html"):
        raise bad_request("unsupported parse_mode")
    if mode == "html":
        formatted = _Html(raw).parse()
    else:
        given = call.structure(entities, "can't parse entities JSON object") or []
        formatted = Formatted(raw, given)
    return with_commands(_trimmed(formatted))


def with_commands(formatted: Formatted) -> Formatted:
    """The API marks every ``/command`` in a text by itself, unless it has a mark already."""
    if formatted.entities:
        return formatted
    found = [
        {
            "type": "bot_command",
            "offset": utf16_length(formatted.text[: match.start()]),
            "length": utf16_length(match.group()),
        }
        for match in COMMAND.finditer(formatted.text)
    ]
    return Formatted(formatted.text, found)


def _trimmed(formatted: Formatted) -> Formatted:
    text = formatted.text.strip()
    before = utf16_length(formatted.text) - utf16_length(formatted.text.lstrip())
    kept = []
    for entity in formatted.entities:
        start = max(entity["offset"] - before, 0)
        end = min(entity["offset"] - before + entity["length"], utf16_length(text))
        if end > start:
            kept.append(entity | {"offset": start, "length": end - start})
    return Formatted(text, kept)


class _Html:
    """One pass over a text in Telegram's HTML."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.text = ""
        self.entities: list[Entity] = []
        self.open: list[tuple[str, Entity]] = []

    def parse(self) -> Formatted:
        for match in PIECE.finditer(self.source):
            piece = match.group()
            if piece.startswith("<"):
                place = len(self.source[: match.start()].encode())
                (self._end if piece.startswith("</") else self._start)(piece, place)
            else:
                self.text += _character(piece)
        if self.open:
            name = self.open[-1][0]
            raise cannot_parse(f'Can\'t find end tag corresponding to start tag "{name}"')
        order = sorted(self.entities, key=lambda each: (each["offset"], -each["length"]))
        return Formatted(self.text, order)

    def _start(self, piece: str, place: int) -> None:
        name = re.split(r"[\s>]", piece[1:], maxsplit=1)[0].lower()
        if not piece.endswith(">"):
            raise cannot_parse(f"Unclosed start tag at byte offset {place}")
        if name not in KINDS or (name == "span" and "tg-spoiler" not in piece):
            raise cannot_parse(f'Unsupported start tag "{name}" at byte offset {place}')
        entity: Entity = {"type": KINDS[name], "offset": utf16_length(self.text)}
        if name == "a" and (link := LINK.search(piece)):
            entity["url"] = "".join(map(_character, PIECE.findall(link.group(1))))
        self.open.append((name, entity))

    def _end(self, piece: str, place: int) -> None:
        name = piece[2:].rstrip(">").strip().lower()
        if not self.open:
            raise cannot_parse(f"Unexpected end tag at byte offset {place}")
        expected, entity = self.open.pop()
        if name != expected:
            words = f'expected "</{expected}>", found "</{name}>"'
            raise cannot_parse(f"Unmatched end tag at byte offset {place}, {words}")
        length = utf16_length(self.text) - entity["offset"]
        if length and (entity["type"] != "text_link" or "url" in entity):
            self.entities.append(entity | {"length": length})


def _character(piece: str) -> str:
    if piece.startswith("&#"):
        digits = piece[2:-1]
        return chr(int(digits[1:], 16) if digits[0] == "x" else int(digits))
    return CHARACTERS.get(piece, piece)


def read_keyboard(call: Parameters) -> Keyboard:
    """The inline keyboard in ``reply_markup``; empty when there is none, or another kind of markup.

    ApiError 400 for one that the API would refuse.
    """
    markup = call.structure("reply_markup", "can't parse reply keyboard markup JSON object")
    if markup is None:
        return []
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    rows = markup.get("inline_keyboard", [])
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request(
            'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays'
        )
    for button in (button for row in rows for button in row):
        if refusal := _refusal(button):
            raise refusal
    return [row for row in rows if row]


def _refusal(button: Any) -> ApiError | None:
    """Why the API would not take this button."""
    broken = "can't parse inline keyboard button: "
    if not isinstance(button, dict):
        return bad_request(broken + "InlineKeyboardButton must be an Object")
    if "text" not in button:
        return bad_request(broken + 'Can\'t find field "text"')
    if not str(button["text"]).strip():
        return bad_request("inline keyboard button text must be non-empty")
    if not ACTIONS & set(button):
        return bad_request(broken + "Text buttons are unallowed in the inline keyboard")
    data = button.get("callback_data")
    if data is not None and len(str(data).encode()) not in CALLBACK_BYTES:
        return bad_request("BUTTON_DATA_INVALID")
    return None
