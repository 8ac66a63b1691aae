"""Who is who: a keyed hash of the channel and its name for a person, which itself is not kept."""

import hashlib
import hmac


def conversation_id(secret: bytes, channel: str, name: str) -> str:
    """The conversation of someone on a channel: "web:…", 40 hexadecimal digits."""
    digest = hmac.digest(secret, f"{channel}\n{name}".encode(), hashlib.sha256)
    return f"{channel}:{digest.hex()[:40]}"
