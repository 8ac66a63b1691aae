"""Saying, tapping and being spoken to, on the page in Chromium."""

import pytest
from playwright.async_api import expect

from bot.core.inbound import Kind
from tests.harness.browser import DESK
from tests.harness.page_server import PageServer
from tests.harness.waiting import until
from tests.web.conftest import Visit

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_opening_the_page_says_so_once_also_after_a_reload(
    server: PageServer, visit: Visit
) -> None:
    anna = await visit(server.url)
    await until(lambda: server.door.said == ["open"])
    opened = server.door.knocks[0]
    assert (opened.kind, opened.locale) == (Kind.EVENT, "nl")
    await anna.page.reload()
    await anna.say("hoi")
    await until(lambda: "hoi" in server.door.said)
    # Reloaded before it was acknowledged it may be sent again, under the same key: one message.
    messages = {knock.key: knock.content for knock in server.door.knocks}
    assert list(messages.values()) == ["open", "hoi"]


async def test_the_code_in_a_link_is_handed_in_and_goes_from_the_address(
    server: PageServer, visit: Visit
) -> None:
    code = "aB3-_" * 6
    anna = await visit(f"{server.url}/#{code}")
    await until(lambda: server.door.said == [f"open:{code}"])
    await until(lambda: "#" not in anna.page.url)
    await anna.page.goto(f"{server.url}/#{code[::-1]}")  # another link, in the same tab
    await until(lambda: server.door.said[-1] == f"open:{code[::-1]}")


async def test_an_address_with_something_else_behind_it_only_opens_the_page(
    server: PageServer, visit: Visit
) -> None:
    await visit(f"{server.url}/#top")
    await until(lambda: server.door.said == ["open"])


async def test_what_is_said_is_text_and_never_html(server: PageServer, visit: Visit) -> None:
    said = "Kies <b>maar</b> <img src=x onerror=alert(1)> &amp; bel 112"
    server.door.say(said, "<i>Ja</i>", label="<u>Stap</u>")
    anna = await visit(server.url)
    await expect(anna.bubbles.last).to_have_text(said)
    await expect(anna.replies).to_have_text(["<i>Ja</i>"])
    assert await anna.page.locator("#log :is(b, i, u, img, script)").count() == 0
    await anna.say(said)
    await expect(anna.bubbles.last).to_have_text(said)
    assert await anna.page.locator("#log :is(b, i, u, img, script)").count() == 0


async def test_the_screen_can_be_cleared_for_who_uses_this_phone_next(
    server: PageServer, visit: Visit
) -> None:
    server.door.say("Hoe was het vandaag?")
    anna = await visit(server.url)
    await anna.say("soms gaat het niet")
    await expect(anna.bubbles).to_have_count(2)
    await anna.page.get_by_role("button", name="Maak dit scherm leeg").click()
    await expect(anna.bubbles).to_have_count(0)
    await expect(anna.page.locator("#notice")).to_contain_text("heeft Zwaan nog wel")
    await anna.page.reload()
    await expect(anna.bubbles).to_have_count(0)
    server.door.say("Hier waren we.")
    await expect(anna.bubbles).to_have_text(["Hier waren we."])


async def test_what_holds_a_link_can_be_copied(server: PageServer, visit: Visit) -> None:
    text = "Doe je mee? https://zwaan.example/#abc"
    server.door.say("Zonder link.")
    server.door.say(text)
    anna = await visit(server.url, permissions=["clipboard-read", "clipboard-write"])
    await anna.page.get_by_role("button", name="Kopieer").click()
    await expect(anna.page.get_by_role("button", name="Gekopieerd")).to_have_count(1)
    assert await anna.page.evaluate("navigator.clipboard.readText()") == text


async def test_what_was_shown_is_acknowledged(server: PageServer, visit: Visit) -> None:
    last = [server.door.say(text) for text in ("een", "twee", "drie")][-1]
    await visit(server.url)
    await until(lambda: server.door.shown == last)


async def test_a_message_that_comes_twice_is_shown_once(server: PageServer, visit: Visit) -> None:
    anna = await visit(server.url)
    first = server.door.say("een")
    await expect(anna.bubbles).to_have_text(["een"])
    server.door.say_again(first)
    server.door.say("twee")
    await expect(anna.bubbles).to_have_text(["een", "twee"])


async def test_a_double_tap_goes_once_and_becomes_a_bubble(
    server: PageServer, visit: Visit
) -> None:
    server.door.say("Mag het?", "Ja", "Nee", ("Pauze", True))
    anna = await visit(server.url)
    await anna.button("Ja").evaluate("button => { button.click(); button.click(); }")
    await expect(anna.bubbles).to_have_text(["Mag het?", "Ja"])
    await until(lambda: "token of Ja" in server.door.said)
    await anna.say("en toen")
    await until(lambda: "en toen" in server.door.said)
    knocks = [(knock.kind, knock.content) for knock in server.door.knocks[1:]]
    assert knocks == [(Kind.TAP, "token of Ja"), (Kind.TEXT, "en toen")]


@pytest.mark.parametrize("act", ["tap", "say"])
async def test_after_an_answer_only_buttons_that_stay_are_left(
    server: PageServer, visit: Visit, act: str
) -> None:
    server.door.say("eerder", "Oud")
    server.door.say("nu", "Ja", "Nee", ("Ongedaan maken", True))
    anna = await visit(server.url)
    await expect(anna.replies).to_have_count(4)
    await (anna.tap("Nee") if act == "tap" else anna.say("liever niet"))
    await expect(anna.replies).to_have_text(["Ongedaan maken"])


async def test_a_reload_keeps_what_was_said_and_what_was_half_typed(
    server: PageServer, visit: Visit
) -> None:
    server.door.say("Hoe gaat het?", "Goed", ("Pauze", True), label="Stap 1")
    anna = await visit(server.url)
    await anna.tap("Goed")
    await anna.box.fill("half af")
    await anna.page.reload()
    await expect(anna.bubbles).to_have_text(["Hoe gaat het?", "Goed"])
    await expect(anna.page.locator(".label")).to_have_text("Stap 1")
    await expect(anna.replies).to_have_text(["Pauze"])
    await expect(anna.box).to_have_value("half af")


async def test_after_everything_is_erased_the_tab_has_forgotten_it_too(
    server: PageServer, visit: Visit
) -> None:
    secret = "iets wat niemand mag lezen"
    first = server.door.say("Vertel.", files=[("gegevens.txt", secret)])
    anna = await visit(server.url)
    await anna.say(secret)
    await until(lambda: secret in server.door.said)
    await anna.page.locator(".state").wait_for(state="detached")
    server.door.say("Alles is gewist.", clears=True)
    await expect(anna.bubbles).to_have_text(["Alles is gewist."])
    kept = await anna.page.evaluate("JSON.stringify(sessionStorage)")
    assert "Alles is gewist." in kept
    assert "niemand" not in kept
    server.door.say_again(first)  # what was forgotten does not come back
    server.door.say("Hoi.")
    await expect(anna.bubbles).to_have_text(["Alles is gewist.", "Hoi."])
    await anna.page.reload()
    await expect(anna.bubbles).to_have_text(["Alles is gewist.", "Hoi."])


async def test_words_still_on_their_way_outlive_the_erasing(
    server: PageServer, visit: Visit
) -> None:
    anna = await visit(server.url)
    await until(lambda: server.door.said == ["open"])
    server.road.slow.add("/messages")
    await anna.say("ik wil toch nog iets kwijt")
    server.door.say("Alles is gewist.", clears=True)
    await expect(anna.bubbles).to_have_text(["ik wil toch nog iets kwijt", "Alles is gewist."])
    server.road.go.set()
    await until(lambda: server.door.said[-1] == "ik wil toch nog iets kwijt")


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("Is er nu gevaar? Bel 112.", {"112": "tel:112"}),
        ("Bel 113 of 0800-0113, dag en nacht.", {"113": "tel:113", "0800-0113": "tel:08000113"}),
        ("Veilig Thuis: 0800-2000\nKindertelefoon: 0800 0432",
         {"0800-2000": "tel:08002000", "0800 0432": "tel:08000432"}),
        ("(112) en 112\n112", {"112": "tel:112"}),
        ("Kijk op 113.nl, of app. Het kostte 1.112 of 112,50; 112% van 1112; 0800-12345", {}),
    ],
    ids=["112", "113", "lines", "thrice", "no numbers"],
)  # fmt: skip
async def test_numbers_of_help_lines_can_be_called_at_a_touch(
    server: PageServer, visit: Visit, text: str, links: dict[str, str]
) -> None:
    server.door.say(text)
    anna = await visit(server.url)
    await expect(anna.bubbles).to_have_text(text)
    found = anna.bubbles.locator("a")
    hrefs = await found.evaluate_all("all => all.map(a => [a.textContent, a.getAttribute('href')])")
    assert dict(hrefs) == links
    expected = 3 if text.startswith("(") else len(links)
    assert len(hrefs) == expected


async def test_numbers_that_a_person_types_are_no_links(server: PageServer, visit: Visit) -> None:
    anna = await visit(server.url)
    await anna.say("moet ik 112 bellen?")
    await expect(anna.bubbles).to_have_text("moet ik 112 bellen?")
    assert await anna.bubbles.locator("a").count() == 0


async def test_the_page_speaks_the_language_that_zwaan_speaks(
    server: PageServer, visit: Visit
) -> None:
    anna = await visit(server.url)
    root = anna.page.locator("html")
    await expect(root).to_have_attribute("lang", "nl")
    server.door.say("Sure.", language="en")
    await expect(root).to_have_attribute("lang", "en")
    await expect(anna.box).to_have_attribute("placeholder", "Type your message")
    await anna.page.get_by_role("button", name="NL, Nederlands").click()
    await expect(root).to_have_attribute("lang", "nl")
    await expect(anna.box).to_have_attribute("placeholder", "Typ je bericht")
    await expect(anna.page.locator("#languages [aria-pressed=true]")).to_have_text("NL")
    await until(lambda: server.door.said[-1] == "language:nl")
    assert server.door.knocks[-1].kind is Kind.EVENT


async def test_an_english_browser_is_met_in_english(server: PageServer, visit: Visit) -> None:
    anna = await visit(server.url, locale="en-GB")
    await expect(anna.page.locator("html")).to_have_attribute("lang", "en")
    await until(lambda: len(server.door.knocks) == 1)
    assert server.door.knocks[0].locale == "en"


async def test_the_page_tells_in_which_time_zone_the_device_is(
    server: PageServer, visit: Visit
) -> None:
    await visit(server.url, timezone_id="America/Curacao")
    await until(lambda: len(server.door.knocks) == 1)
    assert server.door.knocks[0].zone == "America/Curacao"


async def test_enter_sends_at_a_keyboard_and_shift_enter_makes_a_line(
    server: PageServer, visit: Visit
) -> None:
    anna = await visit(server.url, has_touch=False, is_mobile=False, **DESK)
    await expect(anna.box).to_be_focused()
    for keys in ("een", "Shift+Enter", "twee", "Enter"):
        is_key = "Enter" in keys
        await (anna.page.keyboard.press(keys) if is_key else anna.page.keyboard.type(keys))
    await until(lambda: server.door.said[-1] == "een\ntwee")
    await expect(anna.box).to_have_value("")


async def test_enter_makes_a_line_on_a_phone(server: PageServer, visit: Visit) -> None:
    anna = await visit(server.url)
    await anna.box.fill("een")
    await anna.box.press("Enter")
    await expect(anna.box).to_have_value("een\n")
    assert await anna.texts() == []


async def test_blanks_alone_are_not_sent(server: PageServer, visit: Visit) -> None:
    anna = await visit(server.url)
    send = anna.page.locator("#send")
    await anna.box.fill("  \n ")
    await expect(send).to_have_attribute("aria-disabled", "true")
    await send.dispatch_event("click")
    await anna.say("iets")
    await until(lambda: server.door.said == ["open", "iets"])


async def test_a_text_too_long_is_counted_and_not_sent_before_it_is_trimmed(
    server: PageServer, visit: Visit
) -> None:
    anna = await visit(server.url)
    limit = anna.page.locator("#limit")
    await anna.box.fill("a" * 19_799)
    await expect(limit).to_have_text("")
    await anna.box.fill("a" * 19_990)
    await expect(limit).to_have_text("Nog 10 tekens")
    await anna.box.fill("a" * 20_001)
    await expect(limit).to_contain_text("1 tekens te lang")
    await expect(anna.box).to_have_attribute("aria-invalid", "true")
    await anna.page.locator("#send").dispatch_event("click")
    await anna.say("b" * 20_000)
    await until(lambda: len(server.door.said) > 1)
    assert [len(content) for content in server.door.said] == [4, 20_000]


async def test_zwaan_is_seen_to_think_until_it_speaks(server: PageServer, visit: Visit) -> None:
    anna = await visit(server.url)
    typing = anna.page.locator("#typing")
    await until(lambda: server.door.lines == 1)
    await expect(typing).to_be_hidden()
    server.door.think(True)
    await expect(typing).to_be_visible()
    server.door.say("Dank je.")
    await expect(typing).to_be_hidden()
