"""The gateway as a running process: intake, turns, page and clock together."""

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass
from datetime import timedelta
from socket import socket
from typing import Any

from bot.connectors.telegram.connector import TelegramConnector, build_telegram
from bot.connectors.telegram.inbound import CHANNEL
from bot.connectors.web.app import WebConnector
from bot.content.wording_files import read_page_words
from bot.core.command import ButtonSealer
from bot.core.language import LANGUAGES
from bot.core.words import Words
from bot.engine.client import EngineClient
from bot.gateway.clock import Clock
from bot.gateway.door import Door
from bot.gateway.intake import MOST_CHARACTERS, Intake
from bot.gateway.post import Post
from bot.gateway.presenter import Presenter
from bot.gateway.receipts import Receipts
from bot.gateway.shift import Shift
from bot.gateway.signals import Signals
from bot.gateway.turns import Turns
from bot.gateway.web_server import WebServer, take_port
from bot.language.masking import Masker
from bot.reports.board_picture import draw_board
from bot.reports.lines_picture import draw_lines
from bot.reports.map_picture import draw_map
from bot.reports.qr_picture import draw_qr
from bot.reports.radar_picture import draw_radar
from bot.settings import PROJECT, Settings
from bot.wiring import Workshop, build_workshop, now

KEEP_KEYS = timedelta(days=30)  # how long a message that comes twice is known
SWEEP_EVERY = 3600.0  # seconds
PICTURES = {
    "map": draw_map,
    "board": draw_board,
    "qr": draw_qr,
    "radar": draw_radar,
    "lines": draw_lines,
}


@dataclass(frozen=True)
class Gateway:
    """Everything that faces people."""

    port: socket
    shop: Workshop
    door: Door
    turns: Turns
    web: WebConnector
    telegram: TelegramConnector | None

    async def serve(self, *beside: Coroutine[Any, Any, None]) -> None:
        """Serve until the web server is told to stop; end everything else with it."""
        routes = self.telegram.routes() if self.telegram else ()
        server = WebServer(self.web.app(*routes))
        clock = Clock(self.shop, self.turns.signals, now)
        own = [self.turns.run(), self.door.receipts.run(), clock.run(), self._sweep()]
        if self.telegram:
            own.append(self._be_on_telegram(self.telegram))
        tasks = [asyncio.create_task(each) for each in (*beside, *own)]
        try:
            await server.serve(sockets=[self.port])
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            await self.turns.engine.close()
            await self.door.receipts.write()
            self.shop.database.close()

    async def _be_on_telegram(self, telegram: TelegramConnector) -> None:
        if await telegram.come_in():
            await Shift(self.shop.database.duty("telegram"), "Telegram").run(telegram.run)

    async def _sweep(self) -> None:
        """Forget the keys of messages that were handled long ago."""
        while True:
            await asyncio.to_thread(self._sweep_once)
            await asyncio.sleep(SWEEP_EVERY)

    def _sweep_once(self) -> None:
        with self.shop.mail() as (_, mailbox):
            mailbox.sweep(now() - KEEP_KEYS)


def build_gateway(settings: Settings, secret: str) -> Gateway:
    """The gateway of these settings; the database is brought up to date.

    PortTaken when another program listens at our address, NoKey or WrongKey when the record
    cannot be read; nothing is changed then.
    """
    port = take_port(settings.host, settings.port)
    shop = build_workshop(settings)
    shop.database.migrate()
    with shop.mail() as (_, mailbox):
        if settings.database_url.startswith("sqlite"):
            mailbox.release_all()  # with SQLite there is one gateway, and it starts now
    sealer = ButtonSealer(shop.database.secret())
    signals = Signals()
    masker = Masker.build(PROJECT / "models" / "names")
    presenter = Presenter(sealer, PICTURES)
    doors = {"web": f"{settings.public_url}/#{{code}}"}
    turns = Turns(shop, EngineClient(settings.engine_url, secret, doors), presenter, signals, now)
    intake = Intake(shop, masker, sealer, slash_commands(shop.words), now)
    door = Door(shop, intake, turns, Receipts(shop), signals)
    web = WebConnector(
        door,
        shop.words,
        read_page_words(PROJECT),
        shop.database.secret(),
        MOST_CHARACTERS,
    )
    telegram = None
    if settings.telegram:
        post = Post(shop, signals, CHANNEL, now)
        ours = shop.database.secret()
        telegram = build_telegram(settings.telegram, door, post, shop.words, ours, doors)
    return Gateway(port, shop, door, turns, web, telegram)


def slash_commands(words: Words) -> dict[str, str]:
    """Every word after a slash that is a command, in any language."""
    return {
        word: intent
        for language in LANGUAGES
        for intent, listed in words.all_of(language, "slash").items()
        for word in listed.split(", ")
    }
