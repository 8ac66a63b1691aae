"""The parameters of one call, in whichever of the four ways they came.

The API takes a query string, application/x-www-form-urlencoded, multipart/form-data and
application/json (core.telegram.org/bots/api, "Making requests"). In the first three every value is
text, and lists and objects are JSON within that text.
"""

import json
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.bot_api.errors import bad_request

TRUE = frozenset({"true", "yes", "1"})


@dataclass(frozen=True)
class Upload:
    """A file as it was sent."""

    name: str
    data: bytes
    mime_type: str = "application/octet-stream"


@dataclass(frozen=True)
class Parameters:
    """Values by name, as they came; files apart."""

    values: dict[str, Any] = field(default_factory=dict)
    files: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """The text of this name; empty when there is none."""
        value = self.values.get(name)
        return "" if value is None else str(value)

    def integer(self, name: str, otherwise: int = 0) -> int:
        """A whole number; ``otherwise`` when there is none or it is something else."""
        try:
            return int(self.text(name))
        except ValueError:
            return otherwise

    def flag(self, name: str) -> bool:
        return self.text(name).lower() in TRUE

    def structure(self, name: str, refusal: str) -> Any:
        """A list or an object; None when there is none. ApiError 400 for broken JSON."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(refusal) from None

    def file(self, name: str) -> Upload | None:
        """The file sent in the field of this name, or attached to it by ``attach://``."""
        return self.files.get(self.text(name).removeprefix("attach://")) or self.files.get(name)


async def read_parameters(request: web.Request) -> Parameters:
    """All that a call brought. ApiError 400 for a body that is not what it says it is."""
    values: dict[str, Any] = dict(request.query)
    files: dict[str, Upload] = {}
    if request.content_type == "application/json":
        values |= await _read_json(request)
    elif request.can_read_body:
        for name, value in (await request.post()).items():
            if isinstance(value, web.FileField):
                with value.file as opened:
                    files[name] = Upload(value.filename, opened.read(), value.content_type)
            else:
                values[name] = value
    return Parameters(values, files)


async def _read_json(request: web.Request) -> dict[str, Any]:
    try:
        body = json.loads(await request.read() or b"{}")
    except ValueError:
        raise bad_request("can't parse JSON object") from None
    if not isinstance(body, dict):
        raise bad_request("can't parse JSON object")
    return body
