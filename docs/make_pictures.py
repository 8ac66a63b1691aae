"""The pictures in the README and the guide, made by the program itself: ``make pictures``.

Starts Zwaan in a temporary folder, talks with it in a phone-sized browser, and saves what is seen.
"""

import asyncio
import base64
import tempfile
from pathlib import Path

from playwright.async_api import Page, async_playwright

from tests.harness.browser import NO_BROWSER, find_chromium, launch
from tests.harness.stack import Stack

PICTURES = Path(__file__).parent / "pictures"
PHONE = {"width": 390, "height": 844}
OPENING = [
    ("tap", "Ja, dat is goed"),
    ("tap", "Eén kind of jongere"),
    ("say", "Vlinder"),
    ("say", "Weer naar school durven, en met vriendinnen in de pauze."),
    ("say", "Dat ze uitgerust wakker wordt en zin heeft in de dag."),
    ("tap", "Intern begeleider"),
]
TALK = [
    ("say", "Vlinder zit al zes weken thuis. Iedereen doet iets, niemand weet wat de ander doet."),
    ("say", "De mentor, de leerplichtambtenaar, de jeugdarts, haar ouders en oma."),
    ("say", "School moet passend onderwijs bieden, de jeugdarts let op haar gezondheid."),
    ("say", "Rondvragen bij haar ouders: wie zien jullie in een gewone week?"),
]


async def main() -> None:
    """Make all pictures anew."""
    with tempfile.TemporaryDirectory() as home:
        stack = Stack(Path(home)).start()
        try:
            await make_pictures(stack.wait().url)
        finally:
            stack.stop()


async def make_pictures(url: str) -> None:
    async with async_playwright() as playwright:
        chromium = find_chromium(playwright)
        if chromium is None:
            raise SystemExit(NO_BROWSER)
        browser = await launch(playwright, chromium)
        page = await browser.new_page(viewport=PHONE, device_scale_factor=2, locale="nl-NL")
        await page.goto(url)
        await page.get_by_role("button", name="Ja, dat is goed").wait_for()
        await page.screenshot(path=PICTURES / "hello.png")
        for act in OPENING + TALK:
            await do(page, *act)
        await page.screenshot(path=PICTURES / "conversation.png")
        await do(page, "say", "overzicht")
        source = await page.locator("img[src^='data:image/png']").last.get_attribute("src")
        assert source
        (PICTURES / "map.png").write_bytes(base64.b64decode(source.split(",", 1)[1]))
        await browser.close()


async def do(page: Page, kind: str, content: str) -> None:
    """One act of a person, and the wait until Zwaan has answered it."""
    async with page.expect_response(lambda answer: answer.url.endswith("/seen")):
        if kind == "tap":
            await page.get_by_role("button", name=content).last.click()
        else:
            await page.locator("#box").fill(content)
            await page.get_by_role("button", name="Verstuur").click()
    await page.wait_for_timeout(1000)  # the bubbles come one after the other


if __name__ == "__main__":
    asyncio.run(main())
