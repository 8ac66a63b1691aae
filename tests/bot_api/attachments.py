"""Pictures and files: what the API takes, and what it says of them ("PhotoSize", "Document")."""

import struct
from typing import Any

from tests.bot_api.errors import bad_request
from tests.bot_api.parameters import Parameters, Upload
from tests.bot_api.telegram import Telegram

PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8\xff"
UNKNOWN_SIZE = (320, 240)  # of a picture that is no PNG: the fake reads no other heads
MOST_PIXELS = 10_000  # width and height together ("sendPhoto")
MOST_STRETCHED = 20  # width to height, or height to width


def read_upload(telegram: Telegram, call: Parameters, name: str) -> Upload:
    """The file in this parameter, sent along or known by its file_id. ApiError 400 for others."""
    upload = call.file(name) or telegram.files.get(call.text(name))
    if upload is None and call.text(name).startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    if upload is None and call.text(name):
        raise bad_request("wrong remote file identifier specified: Wrong string length")
    if upload is None:
        raise bad_request(f"there is no {name} in the request")
    if not upload.data:
        raise bad_request("file must be non-empty")
    return upload


def photo_fields(telegram: Telegram, upload: Upload) -> dict[str, Any]:
    """The message field "photo": the same picture in two sizes. ApiError 400 for no picture."""
    width, height = _size(upload.data)
    small = (max(1, width // 4), max(1, height // 4))
    return {
        "photo": [
            {**telegram.keep(upload), "width": wide, "height": high}
            for wide, high in (small, (width, height))
        ]
    }


def document_fields(telegram: Telegram, upload: Upload) -> dict[str, Any]:
    described = {"file_name": upload.name, "mime_type": upload.mime_type}
    return {"document": {**described, **telegram.keep(upload)}}


def _size(data: bytes) -> tuple[int, int]:
    if not data.startswith((PNG, JPEG)):
        raise bad_request("IMAGE_PROCESS_FAILED")
    if not data.startswith(PNG):
        return UNKNOWN_SIZE
    width, height = struct.unpack(">II", data[16:24])
    stretched = max(width, height) > MOST_STRETCHED * min(width, height)
    if width + height > MOST_PIXELS or stretched:
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return width, height
