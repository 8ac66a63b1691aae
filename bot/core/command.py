"""Commands, and the sealed tokens by which a button carries one.

A button's token is opaque, at most 64 bytes (Telegram's limit for callback data), and bound to
the conversation it was made for: another person's token, or a forged one, opens as nothing.
"""

import hashlib
import hmac
import json
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field

MAX_TOKEN_BYTES = 64  # Bot API, InlineKeyboardButton.callback_data
_SEAL_BYTES = 9  # 72 bits, 12 characters; a guess is one request


@dataclass(frozen=True)
class Command:
    """What a tap or a slash command asks for: an intent of the engine, with its arguments."""

    intent: str
    args: Mapping[str, str] = field(default_factory=dict)

    def as_json(self) -> str:
        return json.dumps({"intent": self.intent, "args": dict(self.args)}, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> "Command":
        data = json.loads(text)
        return cls(data["intent"], data["args"])


class ButtonSealer:
    """Turns commands into tokens and back, with a secret of this installation."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def seal(self, command: Command, conversation: str) -> str:
        """The token for a command. ValueError when it does not fit in a button."""
        if any("|" in part or "=" in part for pair in command.args.items() for part in pair):
            raise ValueError("a button's arguments may not hold | or =")
        body = "|".join([command.intent, *(f"{k}={v}" for k, v in sorted(command.args.items()))])
        token = f"{self._mac(body, conversation)}|{body}"
        if len(token.encode()) > MAX_TOKEN_BYTES:
            raise ValueError(f"a button may carry {MAX_TOKEN_BYTES} bytes: {body}")
        return token

    def open(self, token: str, conversation: str) -> Command | None:
        """The command in a token, or None when it was not sealed for this conversation."""
        mac, _, body = token.partition("|")
        try:
            genuine = hmac.compare_digest(mac.encode(), self._mac(body, conversation).encode())
        except UnicodeEncodeError:  # half a character, which no token of ours holds
            return None
        if not genuine:
            return None
        intent, *pairs = body.split("|")
        return Command(intent, {key: value for key, _, value in (p.partition("=") for p in pairs)})

    def _mac(self, body: str, conversation: str) -> str:
        digest = hmac.digest(self._secret, f"{conversation}\n{body}".encode(), hashlib.sha256)
        return urlsafe_b64encode(digest[:_SEAL_BYTES]).decode()
