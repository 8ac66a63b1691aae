"""Who someone is in a browser: a random token in a signed cookie, and nothing else."""

import secrets

from itsdangerous import BadSignature, Signer
from starlette.responses import Response

COOKIE = "zwaan"
LIFETIME = 400 * 24 * 3600  # seconds; the longest that browsers keep a cookie
TOKEN_BYTES = 24  # 192 bits


class CookieJar:
    """Gives a browser its token and knows it again. A cookie that was tampered with is none."""

    def __init__(self, secret: bytes) -> None:
        self._signer = Signer(secret, salt="zwaan.cookie")

    def give(self, response: Response, secure: bool) -> None:
        """A new token for a new browser. ``secure``: only to be sent over https."""
        signed = self._signer.sign(secrets.token_urlsafe(TOKEN_BYTES)).decode()
        response.set_cookie(
            COOKIE, signed, LIFETIME, httponly=True, samesite="strict", secure=secure
        )

    def token(self, cookie: str | None) -> str | None:
        """The token in a cookie that we gave; None for any other."""
        try:
            return self._signer.unsign(cookie).decode() if cookie else None
        except BadSignature:
            return None
