"""Chromium, and a person in it who sees the page and uses it."""

import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, ConsoleMessage, Error, Locator, Page, Playwright

NO_BROWSER = "no Chromium on this machine; install chromium or set CHROMIUM"
NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--no-first-run",
    "--no-proxy-server",
)
HOME = "Europe/Amsterdam"  # the time zone of the device
PHONE: dict[str, Any] = {
    "viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True,
}  # fmt: skip
DESK: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}}


def find_chromium(playwright: Playwright) -> Path | None:
    """CHROMIUM from the environment, a browser on the PATH, or Playwright's own download.

    FileNotFoundError when CHROMIUM is set and is no file: that is a mistake, not a lack.
    """
    if named := os.environ.get("CHROMIUM"):
        if not Path(named).is_file():
            raise FileNotFoundError(f"CHROMIUM is set to {named}, and that is no file")
        return Path(named)
    own = Path(playwright.chromium.executable_path)
    found = [Path(path) for name in NAMES if (path := shutil.which(name))]
    return next(iter([*found, *([own] if own.is_file() else [])]), None)


async def launch(playwright: Playwright, chromium: Path) -> Browser:
    """A headless browser that talks to nobody of its own accord."""
    sandbox = [] if os.geteuid() else ["--no-sandbox"]  # Chromium refuses root with a sandbox
    return await playwright.chromium.launch(executable_path=chromium, args=[*FLAGS, *sandbox])


@dataclass
class Visitor:
    """One person in one tab. ``complaints``: errors of the page, and what its policy forbade."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    @classmethod
    async def arrive(
        cls, browser: Browser, url: str, *, clock: bool = False, **settings: Any
    ) -> "Visitor":
        """Open the page in a browser of one's own: on a phone, in Dutch, in light, unless said.

        ``clock``: the page's clock can be put forward, with ``page.clock``.
        """
        context = await browser.new_context(
            **{**PHONE, "locale": "nl-NL", "timezone_id": HOME, **settings}
        )
        context.set_default_timeout(15_000)
        visitor = cls(await context.new_page())
        visitor.watch()
        if clock:
            await visitor.page.clock.install()
        await visitor.page.goto(url)
        return visitor

    def watch(self) -> None:
        self.page.on("pageerror", self._error)
        self.page.on("console", self._console)
        self.page.on("request", lambda request: self.requests.append(request.url))

    def _error(self, error: Error) -> None:
        self.complaints.append(str(error))

    def _console(self, message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            self.complaints.append(message.text)

    @property
    def box(self) -> Locator:
        return self.page.locator("#box")

    @property
    def bubbles(self) -> Locator:
        """The words of every bubble, of both sides, in order."""
        return self.page.locator("#log .turn:not([hidden]) .text")

    @property
    def replies(self) -> Locator:
        """The quick replies that can be tapped now."""
        return self.page.locator(".replies .pill")

    @property
    def focus(self) -> Locator:
        return self.page.locator(":focus")

    def button(self, title: str) -> Locator:
        """The newest button with this title."""
        return self.page.get_by_role("button", name=title, exact=True).last

    async def say(self, text: str) -> None:
        await self.box.fill(text)
        await self.page.locator("#send").click()

    async def tap(self, *titles: str) -> None:
        """Tap these, each as soon as it is there."""
        for title in titles:
            await self.button(title).click()

    async def texts(self) -> Sequence[str]:
        return await self.bubbles.all_inner_texts()

    async def close(self) -> None:
        await self.page.context.close()
