"""Where the key is kept: in a setting, or else in a file that is made at the first start."""

import os
from collections.abc import Callable
from pathlib import Path

from cryptography.fernet import Fernet


class NoKey(Exception):
    """There is no key that can be used; the message says what to do. Nothing was changed."""


def find_keys(setting: str | None, file: Path, is_new: Callable[[], bool]) -> str:
    """The keys, comma-separated, the newest first.

    A key is only made for a record that ``is_new``: a new key for an old record would lock it.
    NoKey when the key is missing, empty or malformed.
    """
    if setting:
        return _checked(setting, "ZWAAN_SECRET_KEY")
    if file.exists():
        return _checked(file.read_text(encoding="utf-8").strip(), str(file))
    if not is_new():
        raise NoKey(
            f"There is a case record, but its key is missing: put the file “{file}” back from "
            "your backup, or set ZWAAN_SECRET_KEY. Nothing was changed."
        )
    return _make(file)


def _make(file: Path) -> str:
    file.parent.mkdir(parents=True, exist_ok=True)
    key = Fernet.generate_key().decode()
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as opened:
        opened.write(key + "\n")
    return key


def _checked(keys: str, where: str) -> str:
    try:
        for key in keys.split(","):
            Fernet(key.strip())
    except ValueError:
        raise NoKey(
            f"The key in {where} is not a key: it must be 32 url-safe base64-encoded bytes, or "
            "several, comma-separated, the newest first. Nothing was changed."
        ) from None
    return keys
