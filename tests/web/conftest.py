"""One browser for all tests; for each test a server of its own, and people with clean browsers."""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, async_playwright

from tests.harness.browser import NO_BROWSER, Visitor, find_chromium, launch
from tests.harness.page_server import PageServer

Visit = Callable[..., Awaitable[Visitor]]


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def chromium() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        found = find_chromium(playwright)
        if found is None:
            pytest.skip(NO_BROWSER)
        browser = await launch(playwright, found)
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="session")
async def server() -> AsyncIterator[PageServer]:
    """The page before a gateway in memory."""
    running = PageServer()
    await running.start()
    yield running
    await running.stop()


@pytest_asyncio.fixture(loop_scope="session")
async def visit(chromium: Browser) -> AsyncIterator[Visit]:
    """``await visit(url)``: somebody opens the page. At the end none may have had an error, or
    anything that the page's policy forbids."""
    visitors: list[Visitor] = []

    async def arrive(url: str, **settings: Any) -> Visitor:
        visitors.append(await Visitor.arrive(chromium, url, **settings))
        return visitors[-1]

    yield arrive
    for visitor in visitors:
        await visitor.close()
    assert [visitor.complaints for visitor in visitors if visitor.complaints] == []
