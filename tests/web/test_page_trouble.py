"""When the line is slow, gone or refused, nothing that somebody typed gets lost."""

import base64
import json

import pytest
from playwright.async_api import Dialog, expect

from bot.connectors.front_door import Pulse, Verdict
from bot.connectors.web.cookie import COOKIE
from tests.harness.browser import DESK, Visitor
from tests.harness.page_server import PageServer
from tests.harness.waiting import until
from tests.web.conftest import Visit

pytestmark = pytest.mark.asyncio(loop_scope="session")

COUNT_PINGS = """
  const Plain = window.EventSource;
  window.pings = 0;
  window.EventSource = class extends Plain {
    constructor(url) {
      super(url);
      this.addEventListener("ping", () => { window.pings += 1; });
    }
  };
"""


async def test_a_message_that_takes_long_is_marked_until_it_has_arrived(
    server: PageServer, visit: Visit
) -> None:
    anna = await visit(server.url)
    await until(lambda: server.door.said == ["open"])
    server.road.slow.add("/messages")
    await anna.say("in de tunnel")
    mark = anna.page.locator(".state")
    await expect(mark).to_have_text("wordt verstuurd…")
    server.road.go.set()
    await expect(mark).to_have_count(0)
    assert server.door.said == ["open", "in de tunnel"]


async def test_what_waits_outlives_a_reload_and_goes_by_itself_in_order(
    server: PageServer, visit: Visit
) -> None:
    anna = await visit(server.url)
    await until(lambda: server.door.said == ["open"])
    server.road.blocked.add("/messages")
    for text in ("een", "twee"):
        await anna.say(text)
    anna.page.on("dialog", lambda dialog: dialog.accept())  # "leave the page?": yes
    await anna.page.reload()
    await expect(anna.bubbles).to_have_text(["een", "twee"])
    server.road.blocked.clear()
    await until(lambda: server.door.said == ["open", "een", "twee"])
    await expect(anna.page.locator(".state")).to_have_count(0)


async def test_a_lost_answer_makes_no_second_message(server: PageServer, visit: Visit) -> None:
    anna = await visit(server.url, clock=True)
    await until(lambda: server.door.said == ["open"])
    server.road.forgetful.add("/messages")
    await anna.say("één keer")
    await until(lambda: len(server.door.knocks) == 2)
    server.road.forgetful.clear()
    await _settled(anna)
    await anna.page.clock.run_for(1_500)
    await until(lambda: len(server.door.knocks) == 3)
    assert server.door.said == ["open", "één keer"]


async def test_tries_come_after_one_two_and_four_seconds(server: PageServer, visit: Visit) -> None:
    anna = await visit(server.url, clock=True)
    await until(lambda: server.door.said == ["open"])
    server.road.blocked.add("/messages")
    await anna.page.clock.pause_at(await anna.page.evaluate("Date.now() + 1000"))
    tries = server.road.served("/messages")
    await anna.say("hallo")
    for number, seconds in enumerate((1, 2, 4), start=1):
        await until(lambda n=number: server.road.served("/messages") == tries + n)  # type: ignore[misc]
        await _settled(anna)
        await anna.page.clock.run_for(seconds * 1000 - 100)
        await _settled(anna)
        assert server.road.served("/messages") == tries + number
        await anna.page.clock.run_for(100)
    await until(lambda: server.road.served("/messages") == tries + 4)


async def test_back_online_nobody_waits_for_the_next_try(server: PageServer, visit: Visit) -> None:
    anna = await visit(server.url, clock=True)
    await until(lambda: server.door.said == ["open"])
    await anna.page.clock.pause_at(await anna.page.evaluate("Date.now() + 1000"))
    await anna.page.context.set_offline(True)
    async with anna.page.expect_event("requestfailed"):
        for text in ("een", "twee"):
            await anna.say(text)
    await expect(anna.bubbles).to_have_text(["een", "twee"])
    await anna.page.context.set_offline(False)  # the clock stands still: no pause ever ends
    await until(lambda: server.door.said == ["open", "een", "twee"])


async def test_a_refusal_says_why_and_a_new_try_keeps_its_key(
    server: PageServer, visit: Visit
) -> None:
    anna = await visit(server.url)
    await until(lambda: server.door.said == ["open"])
    server.door.verdict = Verdict.FULL
    await anna.say("bewaar dit")
    await expect(anna.page.locator(".why")).to_contain_text("Het opslaan lukt nu niet.")
    await anna.page.reload()
    await expect(anna.bubbles).to_have_text("bewaar dit")
    server.door.verdict = Verdict.TAKEN
    await anna.tap("Probeer opnieuw")
    await until(lambda: server.door.said == ["open", "bewaar dit"])
    await expect(anna.page.locator(".why")).to_have_count(0)
    refused, taken = server.door.knocks[1:]
    assert refused.key == taken.key


async def test_a_refused_message_can_be_changed(server: PageServer, visit: Visit) -> None:
    anna = await visit(server.url)
    await until(lambda: server.door.said == ["open"])
    server.door.verdict = Verdict.FULL
    await anna.say("wat te veel")
    await anna.tap("Pas aan")
    await expect(anna.box).to_have_value("wat te veel")
    await expect(anna.bubbles).to_have_count(0)


async def test_a_lost_line_is_told_after_five_seconds_and_no_sooner(
    server: PageServer, visit: Visit
) -> None:
    server.road.blocked.update({"/events", "/seen"})
    anna = await visit(server.url, clock=True)
    line = anna.page.locator("#line")
    await until(lambda: server.road.served("/events") == 1)
    await anna.page.clock.run_for(4_000)
    await expect(line).to_have_text("")
    await anna.page.clock.run_for(1_500)
    await expect(line).to_contain_text("Even geen verbinding.")
    server.road.blocked.clear()
    server.door.say("Daar ben ik weer.")
    await anna.page.clock.run_for(30_000)
    await expect(line).to_have_text("")
    await expect(anna.bubbles).to_have_text("Daar ben ik weer.")


async def test_a_restart_of_the_server_costs_nothing(server: PageServer, visit: Visit) -> None:
    anna = await visit(server.url, clock=True)
    server.door.say("Voor.")
    await expect(anna.bubbles).to_have_text(["Voor."])
    await until(lambda: server.door.shown == 1)
    await server.stop()
    await anna.say("onderweg")
    await server.start()
    server.door.say("Na.")
    await anna.page.clock.run_for(30_000)
    await expect(anna.bubbles).to_have_text(["Voor.", "onderweg", "Na."])
    await until(lambda: server.door.said == ["open", "onderweg"])


async def test_a_line_that_went_silent_is_replaced(server: PageServer, visit: Visit) -> None:
    anna = await visit(server.url, clock=True)
    await anna.page.add_init_script(COUNT_PINGS)
    await anna.page.reload()
    await until(lambda: server.door.lines == 1)
    lines = len(server.door.followed)
    await anna.page.clock.run_for(45_000)
    server.door.pulse(Pulse())
    await anna.page.wait_for_function("window.pings === 1")
    await anna.page.clock.run_for(45_000)
    await _settled(anna)
    assert len(server.door.followed) == lines
    await anna.page.clock.run_for(6_000)
    await until(lambda: len(server.door.followed) == lines + 1)


async def test_waking_up_is_told_and_over_when_the_line_is_new(
    server: PageServer, visit: Visit
) -> None:
    anna = await visit(server.url)
    line = anna.page.locator("#line")
    await until(lambda: server.door.lines == 1)
    server.door.doze(False)
    await expect(line).to_contain_text("wordt wakker")
    server.door.doze(True)
    await expect(line).to_have_text("")
    server.door.doze(False)
    await expect(line).to_contain_text("wordt wakker")
    server.door.hang_up()  # it woke while nobody was on the line
    await expect(line).to_have_text("", timeout=10_000)


async def test_a_tampered_cookie_is_told_and_what_was_typed_goes_along_to_the_new_beginning(
    server: PageServer, visit: Visit
) -> None:
    anna = await visit(server.url)
    server.door.say("Hoi.")
    await expect(anna.bubbles).to_have_text(["Hoi."])
    await until(lambda: server.door.shown == 1)
    await anna.page.context.add_cookies([{"name": COOKIE, "value": "x.y", "url": server.url}])
    await anna.say("niet kwijt")
    notice = anna.page.locator("#notice")
    await expect(notice).to_contain_text("gaat in deze browser niet meer open")
    assert server.door.said == ["open"]
    await anna.tap("Begin opnieuw")
    await until(lambda: server.door.said == ["open", "open"])
    await expect(anna.box).to_have_value("niet kwijt")
    await expect(anna.bubbles).to_have_count(0)
    old, new = (knock.conversation for knock in server.door.taken.values())
    assert old != new


async def test_two_tabs_know_of_each_other(server: PageServer, visit: Visit) -> None:
    anna = await visit(server.url)
    second = Visitor(await anna.page.context.new_page())
    await second.page.goto(server.url)
    await expect(second.page.locator("#notice")).to_contain_text("Je had Zwaan al open")
    await expect(anna.page.locator("#notice")).to_contain_text("net in een ander tabblad")
    await anna.tap("Oké")
    await expect(anna.page.locator("#notice")).to_have_text("")


async def test_closing_is_only_questioned_while_words_wait(
    server: PageServer, visit: Visit
) -> None:
    anna = await visit(server.url, has_touch=False, is_mobile=False, **DESK)
    await until(lambda: server.door.said == ["open"])
    asked: list[str] = []

    async def leave(dialog: Dialog) -> None:
        asked.append(dialog.type)
        await dialog.accept()

    anna.page.on("dialog", leave)
    await anna.say("staat")
    await until(lambda: server.door.said[-1] == "staat")
    await anna.page.reload()
    assert asked == []
    server.road.blocked.add("/messages")
    await anna.say("staat nog niet")
    await until(lambda: server.road.served("/messages") == 3)
    await _settled(anna)
    await anna.page.reload()
    assert asked == ["beforeunload"]


async def test_a_damaged_file_is_told_and_the_rest_is_shown(
    server: PageServer, visit: Visit
) -> None:
    anna = await visit(server.url)
    said = {
        "id": 1, "text": "Kijk.", "buttons": [], "pictures": [], "language": "nl",
        "files": [{"name": "kapot.txt", "data": "data:text/plain;base64,%%%"}],
    }  # fmt: skip
    events = f"id: 1\nevent: message\ndata: {json.dumps(said)}\n\n"
    await anna.page.route("**/events", lambda route: route.fulfill(
        body=events, content_type="text/event-stream"
    ))  # fmt: skip
    await anna.page.reload()
    await expect(anna.bubbles).to_have_text(["Kijk."])
    await expect(anna.page.locator(".gone")).to_contain_text("kapot.txt")


async def test_a_full_tab_drops_old_pictures_and_keeps_every_word(
    server: PageServer, visit: Visit
) -> None:
    anna = await visit(server.url)
    big = base64.b64decode(b"A" * 900_000)
    for number in ("een", "twee"):
        server.door.say(number, pictures=[(big, f"plaatje {number}")])
    await expect(anna.bubbles).to_have_text(["een", "twee"])
    size = await anna.page.evaluate("sessionStorage['zwaan.transcript'].length")
    assert 900_000 < size <= 1_500_000
    await anna.page.reload()
    await expect(anna.bubbles).to_have_text(["een", "twee"])
    await expect(anna.page.locator(".gone")).to_have_count(1)
    await expect(anna.page.locator("#log img")).to_have_attribute("alt", "plaatje twee")


async def test_without_its_words_the_page_works_and_asks_for_them_again(
    server: PageServer, visit: Visit
) -> None:
    server.road.blocked.add("/words")
    anna = await visit(server.url, clock=True)
    await anna.say("hoi")
    await until(lambda: server.door.said == ["open", "hoi"])
    server.road.blocked.clear()
    await anna.page.clock.run_for(4_000)
    await expect(anna.box).to_have_attribute("placeholder", "Typ je bericht")


async def _settled(visitor: Visitor) -> None:
    """Everything that came in has been handled: two rounds of the page's own event loop."""
    for _ in range(2):
        await visitor.page.evaluate("fetch('/words').then(answer => answer.text()).then(() => 0)")
