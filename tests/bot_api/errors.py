"""What the Bot API says when it refuses, word for word.

The words come from the sources of the Bot API server (tdlib/telegram-bot-api, Client.cpp) and from
answers of api.telegram.org that uburuntu/errorgram recorded on 16 September 2026.
"""

from typing import Any


class ApiError(Exception):
    """An answer with ``ok: false``. ``status`` is both the HTTP status and the ``error_code``."""

    def __init__(self, status: int, description: str, **parameters: int) -> None:
        super().__init__(f"{status} {description}")
        self.status = status
        self.description = description
        self.parameters = parameters

    def as_json(self) -> dict[str, Any]:
        body = {"ok": False, "error_code": self.status, "description": self.description}
        return body | ({"parameters": self.parameters} if self.parameters else {})


def bad_request(words: str) -> ApiError:
    return ApiError(400, f"Bad Request: {words}")


def forbidden(words: str) -> ApiError:
    return ApiError(403, f"Forbidden: {words}")


def conflict(words: str) -> ApiError:
    return ApiError(409, f"Conflict: {words}")


def cannot_parse(words: str) -> ApiError:
    return bad_request(f"can't parse entities: {words}")


def too_many(seconds: int) -> ApiError:
    """``seconds``: whole ones, at least one, as the API gives them."""
    return ApiError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)


NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
QUERY_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
OTHER_POLLER = (
    "terminated by other getUpdates request; make sure that only one bot instance is running"
)
OTHER_WEBHOOK = "terminated by setWebhook request"
WEBHOOK_ACTIVE = (
    "can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)
