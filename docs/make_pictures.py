"""The pictures in the README and the guide, made by the program itself: ``make pictures``.

Starts Zwaan in a temporary folder, talks with it in a phone-sized browser, and saves what is seen.
For the weekly check-in the clock is turned on to a Monday.
"""

import asyncio
import base64
import tempfile
from datetime import datetime, timedelta
from pathlib import Path

from playwright.async_api import Page, async_playwright

from tests.harness.browser import NO_BROWSER, find_chromium, launch
from tests.harness.stack import Stack
from tests.harness.turned_clock import TurnedClock

PICTURES = Path(__file__).parent / "pictures"
FRIDAY, MONDAY = datetime(2027, 3, 5, 14), datetime(2027, 3, 8, 9)
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


AGREEING = [
    ("say", "afspraak: ik bel volgende week dinsdag met de jeugdarts"),
]
SWITCHING_ON = [
    ("tap", "Klopt, leg vast"),
    ("say", "/ritme"),
    ("tap", "Zet de weekcheck aan"),
]
CHECKING_IN = [
    ("tap", "Zit vast"),
    ("say", "een terugbelmoment, van de praktijk"),
    ("tap", "3"),
    ("say", "we willen allemaal, maar niemand heeft tijd"),
    ("say", "dat haar oma meedacht"),
    ("tap", "Overslaan"),
]
# What is given for the five matters, and three weeks later.
SCANS = ("42313", "43435")
LATER = timedelta(weeks=3)


async def main() -> None:
    """Make all pictures anew."""
    with tempfile.TemporaryDirectory() as home:
        clock = TurnedClock(Path(home) / "ahead")
        clock.to(FRIDAY)
        stack = Stack(Path(home), extra_environ=clock.environ).start()
        try:
            await make_pictures(stack.wait().url, clock)
        finally:
            stack.stop()


async def make_pictures(url: str, clock: TurnedClock) -> None:
    async with async_playwright() as playwright:
        chromium = find_chromium(playwright)
        if chromium is None:
            raise SystemExit(NO_BROWSER)
        browser = await launch(playwright, chromium)
        page = await browser.new_page(
            viewport=PHONE, device_scale_factor=2, locale="nl-NL", timezone_id="Europe/Amsterdam"
        )
        await page.goto(url)
        await page.get_by_role("button", name="Ja, dat is goed").wait_for()
        await page.wait_for_timeout(1000)  # the bubbles come up slowly
        await page.screenshot(path=PICTURES / "hello.png")
        for act in OPENING + TALK:
            await do(page, *act)
        await page.screenshot(path=PICTURES / "conversation.png")
        await do(page, "say", "overzicht")
        await save(page, "map.png")
        await make_week(page, clock)
        await make_scan(page, clock)
        await browser.close()


async def make_week(page: Page, clock: TurnedClock) -> None:
    """An agreement, the check-in of the Monday after, and the look back on that week."""
    for act in AGREEING:
        await do(page, *act)
    await page.screenshot(path=PICTURES / "agreement.png")
    for act in SWITCHING_ON:
        await do(page, *act)
    clock.to(MONDAY)
    await page.get_by_role("button", name="Later vandaag").wait_for()
    await do(page, "tap", "Nu")
    await page.screenshot(path=PICTURES / "check_in.png")
    for act in CHECKING_IN:
        await do(page, *act)
    await page.get_by_text("De week van Vlinder").wait_for()
    await page.wait_for_timeout(1000)
    await page.screenshot(path=PICTURES / "look_back.png")


async def make_scan(page: Page, clock: TurnedClock) -> None:
    """The five matters, twice, and how they went in between."""
    for number, scores in enumerate(SCANS):
        clock.to(MONDAY + timedelta(days=1) + number * LATER)
        await do(page, "say", "scan")
        await do(page, "tap", "Doe de vijf kwesties")
        for score in scores:
            await do(page, "tap", score)
            await do(page, "tap", "Overslaan")
    await save(page, "scan.png")
    await do(page, "tap", "Week na week")
    await save(page, "weeks.png")


async def save(page: Page, name: str) -> None:
    """The picture that came last."""
    source = await page.locator("img[src^='data:image/png']").last.get_attribute("src")
    assert source
    (PICTURES / name).write_bytes(base64.b64decode(source.split(",", 1)[1]))


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
