"""The page before the whole of Zwaan: gateway, engine, actions and record."""

import asyncio
import re
import urllib.parse
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.async_api import expect

from bot.connectors.web.cookie import COOKIE, CookieJar
from bot.core.command import ButtonSealer
from bot.core.identity import conversation_id
from bot.core.reply import Reply
from bot.gateway.presenter import Presenter
from bot.wiring import build_workshop
from tests.harness.browser import DESK, Visitor
from tests.harness.stack import Stack
from tests.web.conftest import Visit

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest.fixture(autouse=True)
def patience() -> None:
    """A turn takes longer than a page, and the engine may be busy with other tests."""
    expect.set_options(timeout=20_000)


async def test_a_parent_comes_from_the_link_to_the_first_shared_sentence_in_two_taps(
    stack: Stack, visit: Visit
) -> None:
    anna = await visit(stack.url)
    await _reach_the_first_question(anna)
    await anna.say("/uitnodigen")
    await anna.tap("Ouder")
    await expect(anna.page.locator("#log img").last).to_be_visible()
    [link] = re.findall(r"http\S+#[\w-]{32}", " ".join(await anna.texts()))

    mother = await visit(link.replace(link.partition("/#")[0], stack.url))
    await expect(mother.bubbles.last).to_contain_text("Mag ik bewaren wat je vertelt?")
    await mother.tap("Ja, ik doe mee")
    await expect(mother.bubbles.last).to_contain_text("Vertel maar")
    await mother.say("op maandag wil ze niet uit bed")
    await expect(mother.bubbles.last).to_contain_text("Dit is alleen voor jou")
    await mother.tap("Deel met professionals")
    await expect(mother.bubbles.last).to_contain_text("kunnen dit lezen")

    await anna.say("wat is er nieuw")
    await expect(anna.bubbles.last).to_contain_text("op maandag wil ze niet uit bed")


async def test_the_check_in_comes_on_the_clock_of_the_device(stack: Stack, visit: Visit) -> None:
    anna = await visit(stack.url, timezone_id="America/Curacao")
    await _reach_the_first_question(anna)
    await anna.say("zet de weekcheck aan")
    await expect(anna.bubbles.last).to_contain_text("elke maandag om 9:00 (tijd van Curaçao)")


async def test_a_case_is_begun_by_tapping_and_its_first_question_answered(
    stack: Stack, visit: Visit
) -> None:
    anna = await visit(stack.url)
    await expect(anna.bubbles.first).to_contain_text("Ik ben een chatbot, geen mens.")
    await _reach_the_first_question(anna)
    label = anna.page.locator(".label").last
    await expect(label).to_contain_text("1 van 3")
    question = (await anna.texts())[-1]
    await anna.say("Hij komt alleen nog op dinsdag.")
    await expect(label).to_contain_text("2 van 3")
    assert (await anna.texts())[-1] != question

    said = await anna.texts()
    await anna.page.reload()
    await expect(anna.bubbles).to_have_text(list(said))
    await expect(anna.button("Overslaan")).to_be_visible()

    await anna.say("overzicht")
    picture = anna.page.locator("#log img")
    await expect(picture).to_have_attribute("alt", re.compile("Verkennen: inhoudelijk begonnen"))
    assert await picture.evaluate("i => i.decode().then(() => i.naturalWidth)") > 500

    await anna.say("mijn gegevens")
    async with anna.page.expect_download() as saving:
        await anna.page.get_by_role("link", name="Bewaar mijn-gegevens.txt").click()
    kept = Path(await (await saving.value).path()).read_text(encoding="utf-8")
    assert "Hij komt alleen nog op dinsdag." in kept
    assert "Vlinder" in kept

    await anna.page.get_by_role("button", name="EN, English").click()
    await expect(anna.page.locator("html")).to_have_attribute("lang", "en")
    await expect(anna.button("Skip")).to_be_visible()
    await expect(anna.box).to_have_attribute("placeholder", "Type your message")

    await anna.say("erase everything")
    await anna.tap("Yes, erase everything")
    await expect(anna.bubbles).to_have_count(1)
    stored = await anna.page.evaluate("JSON.stringify(sessionStorage)")
    assert "dinsdag" not in stored
    await _kept_to_itself(anna, stack)


async def test_all_of_it_goes_by_keyboard_alone(stack: Stack, visit: Visit) -> None:
    anna = await visit(stack.url, has_touch=False, is_mobile=False, **DESK)
    for title in ("Ja, dat is goed", "Eén kind of jongere"):
        await expect(anna.button(title)).to_be_visible()
        await _press(anna, title)
    await expect(anna.bubbles.last).to_contain_text("Hoe noemen we het kind")
    await anna.page.keyboard.type("Vlinder")
    await anna.page.keyboard.press("Enter")
    await expect(anna.bubbles.last).to_contain_text("Wat wil Vlinder zelf?")
    await expect(anna.box).to_be_focused()


async def test_two_browsers_see_nothing_of_each_other(stack: Stack, visit: Visit) -> None:
    anna, bram = await visit(stack.url), await visit(stack.url)
    for person in (anna, bram):
        await expect(person.button("Ja, dat is goed")).to_be_visible()
    await anna.tap("Ja, dat is goed", "Eén kind of jongere")
    await anna.say("Kikker")
    await expect(anna.bubbles.last).to_contain_text("Wat wil Kikker zelf?")
    await bram.tap("Vertel me meer")
    await expect(bram.bubbles.last).to_contain_text("Mag ik bewaren")
    assert "Kikker" not in await bram.page.locator("body").inner_text()


async def test_a_tampered_cookie_is_told_and_a_fresh_start_made(stack: Stack, visit: Visit) -> None:
    anna = await visit(stack.url)
    await expect(anna.button("Ja, dat is goed")).to_be_visible()
    [ours] = [c for c in await anna.page.context.cookies() if c["name"] == COOKIE]
    forged = ("A" if ours["value"][0] != "A" else "B") + ours["value"][1:]
    await anna.page.context.add_cookies([{"name": COOKIE, "value": forged, "url": stack.url}])
    await anna.tap("Ja, dat is goed")
    await expect(anna.page.locator("#notice")).to_contain_text("niet meer open")
    await anna.tap("Begin opnieuw")
    await expect(anna.button("Ja, dat is goed")).to_be_visible()
    await expect(anna.bubbles).to_have_count(3)


async def test_a_small_dark_screen_needs_no_sideways_scrolling(stack: Stack, visit: Visit) -> None:
    small = {"width": 320, "height": 568}
    anna = await visit(stack.url, viewport=small, color_scheme="dark")
    await _reach_the_first_question(anna)
    await anna.say("overzicht")
    await expect(anna.page.locator("#log img")).to_be_visible()
    assert await anna.page.evaluate("document.getElementById('scroll').scrollWidth") <= 320


async def test_what_zwaan_says_of_its_own_accord_appears_by_itself(
    stack: Stack, visit: Visit
) -> None:
    anna = await visit(stack.url)
    await expect(anna.button("Ja, dat is goed")).to_be_visible()
    [cookie] = [c for c in await anna.page.context.cookies() if c["name"] == COOKIE]
    await asyncio.to_thread(_post, stack, cookie["value"], "Het is weer tijd voor de weekcheck.")
    await expect(anna.bubbles.last).to_have_text("Het is weer tijd voor de weekcheck.")


async def test_a_word_of_danger_brings_numbers_that_can_be_called(
    stack: Stack, visit: Visit
) -> None:
    anna = await visit(stack.url)
    await expect(anna.button("Ja, dat is goed")).to_be_visible()
    await anna.say("ik wil niet meer leven")
    links = anna.page.locator("#log .text a[href^='tel:']")
    await expect(links.filter(has_text=re.compile("^113|0113$")).last).to_be_visible()


async def _reach_the_first_question(visitor: Visitor) -> None:
    await visitor.tap("Ja, dat is goed", "Eén kind of jongere")
    for ask, answer in (
        ("Hoe noemen we het kind", "Vlinder"),
        ("Wat wil Vlinder zelf?", "Weer met vrienden naar school"),
        ("Waar moet het naartoe?", "Elke dag een beetje"),
    ):
        await expect(visitor.bubbles.last).to_contain_text(ask)
        await visitor.say(answer)
    await expect(visitor.bubbles.last).to_contain_text("Wat is jouw rol hierin?")
    await visitor.replies.first.click()
    await expect(visitor.button("Overslaan")).to_be_visible()


async def _press(visitor: Visitor, title: str) -> None:
    """Go back with Shift+Tab until the focus is on this button, and press Enter."""
    for _ in range(12):
        await visitor.page.keyboard.press("Shift+Tab")
        if await visitor.focus.evaluate("e => e.textContent") == title:
            await visitor.page.keyboard.press("Enter")
            return
    raise AssertionError(f"the keyboard does not reach “{title}”")


async def _kept_to_itself(visitor: Visitor, stack: Stack) -> None:
    """No request went anywhere but to Zwaan; and if the page tried, its policy would stop it."""
    hosts = {urllib.parse.urlsplit(url).netloc for url in visitor.requests if url[:4] == "http"}
    assert hosts == {urllib.parse.urlsplit(stack.url).netloc}
    blocked = await visitor.page.evaluate(
        """() => new Promise((done) => {
          document.addEventListener("securitypolicyviolation", (e) => done(e.effectiveDirective));
          fetch("http://127.0.0.1:9/").catch(() => {});
        })"""
    )
    assert blocked == "connect-src"
    visitor.complaints.clear()  # of this try


def _post(stack: Stack, cookie: str, text: str) -> None:
    """Put something in the outbox, as the clock does."""
    shop = build_workshop(stack.settings)
    try:
        secret = shop.database.secret()
        token = CookieJar(secret).token(cookie)
        assert token
        conversation = conversation_id(secret, "web", token)
        payload = Presenter(ButtonSealer(secret), {}).present(Reply(text, "nl"), conversation)
        with shop.mail() as (_, mailbox):
            mailbox.post("web", conversation, payload, datetime.now(UTC))
    finally:
        shop.database.close()
