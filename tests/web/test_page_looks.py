"""The page for every eye, hand and screen: small, dark, by keyboard, by ear."""

import struct
import zlib
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Locator, expect

from bot.connectors.front_door import Verdict
from tests.harness.browser import DESK, Visitor
from tests.harness.page_server import PageServer
from tests.harness.waiting import until
from tests.web.conftest import Visit

pytestmark = pytest.mark.asyncio(loop_scope="session")


def _chunk(kind: bytes, data: bytes) -> bytes:
    check = zlib.crc32(kind + data)
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)


def _grey_png(width: int, height: int) -> bytes:
    """A picture of one colour (PNG specification, chapters 5 and 11)."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x80" * width) * height)
    return (
        b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")
    )


MAP = _grey_png(810, 840)

# What of all that is seen has too little contrast with what lies behind it, by WCAG 2.2 (1.4.3).
PALE = """() => {
  const light = (rgb) => {
    const [r, g, b] = rgb.map((c) => c / 255)
      .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const colour = (css) => css.match(/[\\d.]+/g).map(Number);
  const ground = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const [r, g, b, a = 1] = colour(getComputedStyle(e).backgroundColor);
      if (a > 0) return [r, g, b];
    }
  };
  const speaks = (e) => e.tagName === "TEXTAREA"
    || [...e.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  const all = [...document.querySelectorAll("body *")].filter((e) => e.offsetParent && speaks(e));
  const found = {};
  for (const element of all) {
    const ink = colour(getComputedStyle(element).color).slice(0, 3);
    const [low, high] = [light(ink), light(ground(element))].sort((a, b) => a - b);
    const ratio = (high + 0.05) / (low + 0.05);
    const name = `${element.tagName}.${element.className}`;
    found[name] = Math.min(found[name] ?? 99, ratio);
  }
  return found;
}"""

# Everything to touch that is smaller than 44 by 44 pixels; links within a sentence may be.
SMALL = """[...document.querySelectorAll("button, a.pill, textarea")]
  .filter((e) => e.offsetParent && (e.offsetWidth < 44 || e.offsetHeight < 44))
  .map((e) => `${e.className} ${e.textContent} ${e.offsetWidth}x${e.offsetHeight}`)"""

WIDTHS = """[document.documentElement.scrollWidth, document.getElementById("scroll").scrollWidth]"""
UP = """scroller => new Promise((done) => {
  scroller.addEventListener("scroll", done, { once: true });
  scroller.scrollTop = 0;
})"""
GAP = "(s => s.scrollHeight - s.scrollTop - s.clientHeight)(document.getElementById('scroll'))"


@pytest.mark.parametrize("size", [(320, 568), (320, 256), (640, 400)], ids=str)
async def test_nothing_needs_sideways_scrolling(
    server: PageServer, visit: Visit, size: tuple[int, int]
) -> None:
    width, height = size
    _say_everything(server)
    anna = await visit(server.url, viewport={"width": width, "height": height})
    await expect(anna.page.locator("a.file")).to_be_visible()
    await anna.say("Donaudampfschifffahrtsgesellschaft" * 8)
    await expect(anna.bubbles).to_have_count(4)
    assert max(await anna.page.evaluate(WIDTHS)) <= width
    assert await anna.page.evaluate(SMALL) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_all_that_is_written_stands_out(
    server: PageServer, visit: Visit, scheme: str
) -> None:
    _say_everything(server)
    anna = await visit(server.url, color_scheme=scheme)
    await anna.say("Dat is goed.")
    server.door.verdict = Verdict.FULL
    await anna.say("Nog iets.")
    await expect(anna.page.locator(".why")).to_be_visible()
    server.door.say("Kies maar.", "Ja", "Nee")
    server.door.doze(False)
    await expect(anna.page.locator("#line")).not_to_have_text("")
    await anna.box.fill("a" * 20_001)
    ratios = await anna.page.evaluate(PALE)
    assert {"P.text", "P.label", "P.why", "P.limit", "P.line", "BUTTON.pill"} <= set(ratios)
    assert {name: ratio for name, ratio in ratios.items() if ratio < 4.5} == {}
    ground = await anna.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (sum(int(part) for part in ground[4:-1].split(",")) < 200) == (scheme == "dark")


async def test_all_can_be_done_by_keyboard_and_the_focus_shows(
    server: PageServer, visit: Visit
) -> None:
    server.door.say("Kies.", "Eén", "Twee")
    anna = await visit(server.url, has_touch=False, is_mobile=False, **DESK)
    await expect(anna.replies).to_have_count(2)
    skip = anna.page.get_by_role("link", name="Ga naar het invoerveld")
    await skip.focus()
    stops = [await _tab(anna) for _ in range(8)]
    assert stops == ["NL", "EN", "log", "Eén", "Twee", "box", "send", "112"]
    await skip.press("Enter")
    await expect(anna.box).to_be_focused()
    await anna.page.keyboard.press("Shift+Tab")
    await expect(anna.focus).to_have_text("Twee")
    outline = await anna.focus.evaluate("e => getComputedStyle(e).outlineStyle")
    assert outline == "solid"
    await anna.page.keyboard.press("Enter")
    await until(lambda: server.door.said[-1] == "token of Twee")
    await expect(anna.box).to_be_focused()


async def test_after_a_tap_on_a_phone_the_keyboard_stays_down(
    server: PageServer, visit: Visit
) -> None:
    server.door.say("Kies.", "Ja")
    anna = await visit(server.url)
    await anna.tap("Ja")
    await expect(anna.page.locator("#log")).to_be_focused()


async def test_a_screen_reader_hears_who_speaks_and_what_can_be_chosen(
    server: PageServer, visit: Visit
) -> None:
    server.door.say("Mag het?", "Ja")
    anna = await visit(server.url)
    await anna.say("wacht even")
    server.door.say("Zeg het maar.", "Goed")
    await expect(anna.replies).to_have_text(["Goed"])
    await expect(anna.page.locator("main")).to_match_aria_snapshot(
        """
        - main:
          - log "Gesprek met Zwaan":
            - text: "Zwaan:"
            - paragraph: Mag het?
            - text: "Jij:"
            - paragraph: wacht even
            - text: "Zwaan:"
            - paragraph: Zeg het maar.
            - group "Kies een antwoord":
              - button "Goed"
        """
    )
    await expect(anna.page.get_by_role("log")).to_have_attribute("aria-live", "polite")
    await expect(anna.page.get_by_role("textbox", name="Je bericht")).to_be_visible()


async def test_who_reads_back_is_not_moved_and_is_told_of_what_is_new(
    server: PageServer, visit: Visit
) -> None:
    for number in range(12):
        server.door.say(f"Regel {number}\n" * 3)
    anna = await visit(server.url)
    await expect(anna.bubbles).to_have_count(12)
    scroller, newer = anna.page.locator("#scroll"), anna.page.locator("#newer")
    await anna.page.reload()  # what is restored is no burst of news
    await expect(anna.bubbles).to_have_count(12)
    await anna.page.locator("#log:not([aria-busy])").wait_for()
    await scroller.evaluate(UP)
    server.door.say("nieuw")
    await expect(newer).to_have_text("Nieuw bericht")
    assert await scroller.evaluate("s => s.scrollTop") == 0
    await newer.click()
    await expect(newer).to_be_hidden()
    assert await anna.page.evaluate(GAP) < 2
    await anna.box.fill("\n".join("abcdefgh"))
    await anna.page.wait_for_function(f"{GAP} < 2")


async def test_a_picture_has_its_words_opens_large_and_can_be_saved(
    server: PageServer, visit: Visit
) -> None:
    server.door.say("Kijk.", pictures=[(MAP, "Verkennen: inhoudelijk begonnen.")])
    anna = await visit(server.url)
    picture = anna.page.locator("#log img")
    await expect(picture).to_have_attribute("alt", "Verkennen: inhoudelijk begonnen.")
    await _has_loaded(picture)
    await anna.page.locator("button.picture").click()
    large = anna.page.locator("#closer")
    await expect(large).to_be_visible()
    async with anna.page.expect_download() as saving:
        await large.locator("a").click()
    saved = Path(await (await saving.value).path())
    assert saved.read_bytes() == MAP
    await anna.page.keyboard.press("Escape")
    await expect(large).to_be_hidden()


async def test_a_file_is_saved_as_it_was_given(server: PageServer, visit: Visit) -> None:
    text = "Antwoord: “één” — ja\n" * 3
    server.door.say("Alsjeblieft.", files=[("mijn-gegevens.txt", text)])
    anna = await visit(server.url)
    async with anna.page.expect_download() as saving:
        await anna.page.get_by_role("link", name="Bewaar mijn-gegevens.txt").click()
    download = await saving.value
    assert download.suggested_filename == "mijn-gegevens.txt"
    assert Path(await download.path()).read_text(encoding="utf-8") == text


def _say_everything(server: PageServer) -> None:
    """A bubble of every kind, with the longest that each has to bear."""
    server.door.say("Casus Vlinder · 12 van 58 vragen", quiet=True)
    titles = [f"Een knop met {'heel ' * n}veel woorden" for n in range(1, 15)]
    server.door.say(
        "Bel 112 als er nu gevaar is.\nWat heeft deze jongere al geprobeerd?",
        *titles,
        ("Pauze", True),
        label="Stap 1 · Verkennen — inhoudelijk · 2 van 3",
    )
    server.door.say("Zo staat het.", pictures=[(MAP, "kaart")], files=[("gegevens.txt", "x")])


async def _tab(visitor: Visitor) -> Any:
    await visitor.page.keyboard.press("Tab")
    return await visitor.focus.evaluate("e => e.id || e.textContent")


async def _has_loaded(picture: Locator) -> None:
    assert await picture.evaluate("i => i.decode().then(() => i.naturalWidth)") > 0
