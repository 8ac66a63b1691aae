"""Settings, from the environment. Nothing else reads it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

PROJECT = Path(__file__).resolve().parent.parent


class WrongSetting(Exception):
    """Which setting, what is wrong with it, and what to put."""

    def __init__(self, name: str, value: str, remedy: str) -> None:
        super().__init__(f"{name} is “{value}”: {remedy}")


@dataclass(frozen=True)
class Telegram:
    """A bot on Telegram. ``webhook_url``: None to ask for messages instead of being sent them."""

    token: str = field(repr=False)
    api_url: str
    webhook_url: str | None
    webhook_secret: str | None = field(repr=False)


@dataclass(frozen=True)
class Settings:
    """Every setting with its default; see the README for what each is for."""

    home: Path
    database_url: str
    secret_key: str | None
    host: str
    port: int
    timezone: ZoneInfo
    engine_url: str
    actions_url: str
    engine_secret: str | None
    public_url: str  # where people find the page
    telegram: "Telegram | None"

    @classmethod
    def read(cls, environ: Mapping[str, str]) -> "Settings":
        """WrongSetting when a value cannot be used."""
        home = Path(environ.get("ZWAAN_HOME") or PROJECT / "var").expanduser().absolute()
        return cls(
            home=home,
            database_url=_database(environ, f"sqlite:///{home / 'zwaan.db'}"),
            secret_key=environ.get("ZWAAN_SECRET_KEY") or None,
            host=environ.get("ZWAAN_HOST") or "127.0.0.1",
            port=_port(environ),
            timezone=_zone(environ),
            engine_url=_url(environ, "ZWAAN_ENGINE_URL", "http://127.0.0.1:5005"),
            actions_url=_url(environ, "ZWAAN_ACTIONS_URL", "http://127.0.0.1:5055"),
            engine_secret=environ.get("ZWAAN_ENGINE_SECRET") or None,
            public_url=_public(environ),
            telegram=_telegram(environ),
        )

    @property
    def key_file(self) -> Path:
        return self.home / "key"


def _port(environ: Mapping[str, str]) -> int:
    value = environ.get("ZWAAN_PORT") or "8080"
    if not value.isdecimal() or not 0 < int(value) < 65536:
        raise WrongSetting("ZWAAN_PORT", value, "put a port number from 1 to 65535, such as 8080")
    return int(value)


def _public(environ: Mapping[str, str]) -> str:
    host = environ.get("ZWAAN_HOST") or "127.0.0.1"
    value = environ.get("ZWAAN_PUBLIC_URL") or f"http://{host}:{_port(environ)}"
    try:
        parts = urlsplit(value)
        fine = parts.scheme in ("http", "https") and parts.hostname and not parts.fragment
    except ValueError:
        fine = False
    if not fine or "{" in value:
        remedy = "put the address of the page as people type it, such as https://zwaan.example.nl"
        raise WrongSetting("ZWAAN_PUBLIC_URL", value, remedy)
    return value.rstrip("/")


def _zone(environ: Mapping[str, str]) -> ZoneInfo:
    value = environ.get("ZWAAN_TIMEZONE") or "Europe/Amsterdam"
    try:
        return ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError):
        remedy = "put the name of a time zone, such as Europe/Amsterdam"
        raise WrongSetting("ZWAAN_TIMEZONE", value, remedy) from None


def _url(environ: Mapping[str, str], name: str, usual: str) -> str:
    value = environ.get(name) or usual
    try:
        parts = urlsplit(value)
        fine = parts.scheme in ("http", "https") and parts.hostname and parts.port
    except ValueError:
        fine = False
    if not fine:
        raise WrongSetting(name, value, f"put a web address with a port, such as {usual}")
    return value.rstrip("/")


def _telegram(environ: Mapping[str, str]) -> Telegram | None:
    token = environ.get("TELEGRAM_TOKEN") or ""
    if not token:
        return None
    if not re.fullmatch(r"\d+:[\w-]{20,}", token, re.ASCII):
        remedy = "put the token that @BotFather gave, such as 123456789:AAF…"
        raise WrongSetting("TELEGRAM_TOKEN", "…", remedy)
    webhook = environ.get("TELEGRAM_WEBHOOK_URL") or None
    if webhook and not (urlsplit(webhook).scheme in ("http", "https") and urlsplit(webhook).path):
        remedy = "put an address with a path, such as https://zwaan.example.nl/telegram"
        raise WrongSetting("TELEGRAM_WEBHOOK_URL", webhook, remedy)
    secret = environ.get("TELEGRAM_WEBHOOK_SECRET") or None
    if secret and not re.fullmatch(r"[\w-]{1,256}", secret, re.ASCII):
        remedy = "put 1 to 256 letters, digits, _ or -"
        raise WrongSetting("TELEGRAM_WEBHOOK_SECRET", "…", remedy)
    api = (environ.get("TELEGRAM_API_URL") or "https://api.telegram.org").rstrip("/")
    if urlsplit(api).scheme not in ("http", "https") or not urlsplit(api).hostname:
        raise WrongSetting("TELEGRAM_API_URL", api, "put https://api.telegram.org, or your own")
    return Telegram(token, api, webhook, secret)


def _database(environ: Mapping[str, str], usual: str) -> str:
    value = environ.get("ZWAAN_DATABASE_URL") or usual
    remedy = "put sqlite:////path/to/zwaan.db or postgresql+psycopg://user:password@host/name"
    try:
        backend = make_url(value).get_backend_name()
    except (ArgumentError, ValueError):
        backend = ""
    if backend not in ("sqlite", "postgresql"):
        shown = value if "@" not in value else "…"  # an address may hold a password
        raise WrongSetting("ZWAAN_DATABASE_URL", shown, remedy)
    return value
