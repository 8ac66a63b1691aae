"""Encryption of free text and names, with a key that is not in the database."""

from cryptography.fernet import Fernet, InvalidToken, MultiFernet


class WrongKey(Exception):
    """What is in the database cannot be read with the key at hand."""


class Cipher:
    """Seals text with the first key and opens it with any of them, so that keys can be rotated."""

    def __init__(self, keys: str) -> None:
        """``keys``: one or more Fernet keys, comma-separated, the newest first.

        ValueError when one of them is no Fernet key.
        """
        self._fernet = MultiFernet([Fernet(key.strip()) for key in keys.split(",")])

    def seal(self, text: str) -> bytes:
        return self._fernet.encrypt(text.encode())

    def open(self, sealed: bytes) -> str:
        """The text again; WrongKey when it was sealed with a key that is not at hand."""
        try:
            return self._fernet.decrypt(bytes(sealed)).decode()
        except InvalidToken as error:
            raise WrongKey("this was sealed with another key") from error
