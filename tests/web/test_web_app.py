"""The little API behind the page, over HTTP and without a browser."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from starlette.testclient import TestClient

from bot.connectors.front_door import Pulse, Verdict
from bot.connectors.web.app import MOST_BYTES, PAGE
from bot.connectors.web.cookie import COOKIE
from bot.core.inbound import Inbound, Kind
from bot.gateway.intake import MOST_CHARACTERS
from tests.harness.memory_door import MemoryDoor
from tests.harness.page_server import page_words, web_app, words

FINE: Mapping[str, Any] = {"key": "k-1", "kind": "text", "content": "hoi", "locale": "nl"}


@pytest.fixture
def door() -> MemoryDoor:
    return MemoryDoor(endless=False)


@pytest.fixture
def stranger(door: MemoryDoor) -> Iterator[TestClient]:
    """A browser without a cookie."""
    with TestClient(web_app(door)) as client:
        yield client


@pytest.fixture
def browser(stranger: TestClient) -> TestClient:
    """A browser that has opened the page."""
    stranger.get("/").raise_for_status()
    return stranger


def test_a_message_is_taken_as_it_was_sent(browser: TestClient, door: MemoryDoor) -> None:
    answer = browser.post("/messages", json=FINE)
    assert (answer.status_code, answer.json()) == (202, {})
    [taken] = door.knocks
    assert taken.conversation.startswith("web:")
    assert taken == Inbound(
        "web", taken.conversation, "k-1", Kind.TEXT, "hoi", "nl", origin=taken.origin
    )


def test_a_message_brings_a_hash_of_the_address_that_it_came_from(
    browser: TestClient, stranger: TestClient, door: MemoryDoor
) -> None:
    browser.post("/messages", json=FINE)
    stranger.cookies.clear()
    stranger.get("/")
    stranger.post("/messages", json=FINE)
    first, second = (knock.origin for knock in door.knocks)
    assert first == second
    assert str(first).startswith("address:")
    assert "testclient" not in str(first)


def test_one_browser_is_one_conversation_and_another_is_another(door: MemoryDoor) -> None:
    app = web_app(door)
    for _ in range(2):
        with TestClient(app) as browser:
            browser.get("/")
            browser.post("/messages", json=FINE)
            browser.get("/")  # coming back changes nothing
            browser.post("/messages", json=FINE)
    first, again, other, other_again = (knock.conversation for knock in door.knocks)
    assert first == again
    assert other == other_again
    assert first != other


@pytest.mark.parametrize(
    ("verdict", "status", "begins"),
    [
        (Verdict.EMPTY, 422, "Ik zie nog geen woorden."),
        (Verdict.TOO_LONG, 413, "Dit bericht is te lang"),
        (Verdict.TOO_MANY, 429, ""),
        (Verdict.FULL, 507, "Het opslaan lukt nu niet."),
    ],
)
def test_what_the_gateway_refuses_is_said_in_a_sentence(
    browser: TestClient, door: MemoryDoor, verdict: Verdict, status: int, begins: str
) -> None:
    door.verdict = verdict
    answer = browser.post("/messages", json=FINE)
    assert answer.status_code == status
    assert answer.json()["code"] == verdict
    assert answer.json()["error"].startswith(begins)
    assert "{" not in answer.json()["error"]
    english = browser.post("/messages", json={**FINE, "locale": "en-GB"}).json()["error"]
    assert english != answer.json()["error"]


def test_a_text_twice_too_long_is_called_too_long_with_what_may_be_sent(
    browser: TestClient, door: MemoryDoor
) -> None:
    answer = browser.post("/messages", json={**FINE, "content": "é" * 40_000})
    assert answer.status_code == 413
    assert str(MOST_CHARACTERS) in answer.json()["error"]
    assert door.taken == {}


def test_the_longest_text_fits_whatever_it_is_made_of(
    browser: TestClient, door: MemoryDoor
) -> None:
    widest = "\N{SWAN}" * MOST_CHARACTERS  # 12 bytes each, as JSON may escape it
    assert browser.post("/messages", json={**FINE, "content": widest}).status_code == 202
    assert [len(content) for content in door.said] == [MOST_CHARACTERS]


@pytest.mark.parametrize(
    "change",
    [
        {"key": ""}, {"key": None}, {"key": 7}, {"key": "k" * 129}, {"key": "a\nb"},
        {"kind": "shout"}, {"kind": None}, {"kind": 3},
        {"content": None}, {"content": ["hoi"]}, {"content": 0},
    ],
    ids=str,
)  # fmt: skip
def test_a_message_of_another_shape_is_refused(
    browser: TestClient, door: MemoryDoor, change: dict[str, Any]
) -> None:
    _is_refused(browser, door, json.dumps({**FINE, **change}).encode())


@pytest.mark.parametrize("kind", [[], {}], ids=str)
def test_a_kind_that_is_no_word_is_refused(
    browser: TestClient, door: MemoryDoor, kind: object
) -> None:
    _is_refused(browser, door, json.dumps({**FINE, "kind": kind}).encode())


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"null", b"[]", b'"hoi"', b"\xff\xfe", b"[" * 100_000, b"1" * 5_000],
    ids=lambda body: repr(body[:8]),
)
def test_what_is_no_json_object_is_refused(
    browser: TestClient, door: MemoryDoor, body: bytes
) -> None:
    _is_refused(browser, door, body)


def test_a_body_of_more_bytes_than_any_message_is_refused(
    browser: TestClient, door: MemoryDoor
) -> None:
    padded = json.dumps({**FINE, "more": "x" * MOST_BYTES}).encode()
    _is_refused(browser, door, padded)


def test_a_body_that_does_not_say_how_long_it_is_is_refused(
    browser: TestClient, door: MemoryDoor
) -> None:
    def drop_by_drop() -> Iterator[bytes]:
        yield json.dumps(FINE).encode()

    headers = {"content-type": "application/json"}
    answer = browser.post("/messages", content=drop_by_drop(), headers=headers)
    assert answer.status_code == 400
    assert door.knocks == []


@pytest.mark.parametrize(
    "headers",
    [
        {"content-type": "text/plain"},
        {"content-type": "application/x-www-form-urlencoded"},
        {"content-type": ""},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
    ids=str,
)
def test_what_another_site_could_send_is_refused(
    browser: TestClient, door: MemoryDoor, headers: dict[str, str]
) -> None:
    _is_refused(browser, door, json.dumps(FINE).encode(), headers)


def test_no_other_site_is_ever_let_in(browser: TestClient) -> None:
    asking = {"origin": "https://elsewhere.example", "access-control-request-method": "POST"}
    for path in ("/messages", "/seen", "/events", "/words", "/"):
        for answer in (browser.options(path, headers=asking), browser.get(path, headers=asking)):
            allowed = [name for name in answer.headers if name.startswith("access-control")]
            assert allowed == []


@pytest.mark.parametrize("cookie", [None, "", "x", "x.y", "a" * 4_000], ids=repr)
def test_without_a_cookie_of_ours_there_is_no_conversation(
    stranger: TestClient, door: MemoryDoor, cookie: str | None
) -> None:
    headers = {} if cookie is None else {"cookie": f"{COOKIE}={cookie}"}
    answers = [
        stranger.post("/messages", json=FINE, headers=headers),
        stranger.post("/seen", json={"id": 1}, headers=headers),
        stranger.get("/events", headers=headers),
    ]
    for answer in answers:
        assert (answer.status_code, answer.json()["code"]) == (401, "damaged_key")
        assert answer.json()["error"]
    assert (door.knocks, door.shown, door.followed) == ([], 0, [])


def test_a_cookie_with_one_letter_changed_is_none_and_the_page_gives_a_new_one(
    browser: TestClient, door: MemoryDoor
) -> None:
    ours = browser.cookies[COOKIE]
    swapped = ("b" if ours[0] == "a" else "a") + ours[1:]
    browser.cookies.clear()
    browser.cookies.set(COOKIE, swapped)
    assert browser.post("/messages", json=FINE).status_code == 401
    given = browser.get("/").cookies[COOKIE]
    assert given not in (ours, swapped)
    browser.cookies.clear()
    browser.cookies.set(COOKIE, given)
    assert browser.post("/messages", json=FINE).status_code == 202


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(stranger: TestClient) -> None:
    given = stranger.get("/").headers["set-cookie"].lower()
    assert "httponly" in given
    assert "samesite=strict" in given
    assert "secure" not in given
    assert "set-cookie" not in stranger.get("/").headers


def test_over_https_the_cookie_never_goes_in_the_clear(door: MemoryDoor) -> None:
    with TestClient(web_app(door), base_url="https://zwaan.example") as browser:
        assert "secure" in browser.get("/").headers["set-cookie"].lower()


@pytest.mark.parametrize(
    "body",
    [{}, {"id": "1"}, {"id": -1}, {"id": 1.5}, {"id": True}, {"id": None}, {"id": 2**62}, []],
    ids=str,
)
def test_seen_takes_a_number_and_nothing_else(
    browser: TestClient, door: MemoryDoor, body: Any
) -> None:
    answer = browser.post("/seen", json=body)
    assert (answer.status_code, answer.json()["code"]) == (400, "bad_request")
    assert door.shown == 0
    assert browser.post("/seen", json={"id": 3}).status_code == 200
    assert door.shown == 3


def test_events_come_with_their_ids_and_all_that_was_said(
    browser: TestClient, door: MemoryDoor
) -> None:
    door.say("Hoi\n“daar”", "Ja", label="Stap 1", quiet=True, clears=True,
             pictures=[(b"png", "kaart")], files=[("a.txt", "één")])  # fmt: skip
    answer = browser.get("/events")
    assert answer.headers["content-type"].startswith("text/event-stream")
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-accel-buffering"] == "no"
    id, name, data = answer.text.strip().split("\n")
    assert (id, name) == ("id: 1", "event: message")
    said = json.loads(data.removeprefix("data: "))
    assert said == {
        "id": 1, "text": "Hoi\n“daar”", "label": "Stap 1", "quiet": True, "clears": True,
        "ends": True, "language": "nl",
        "buttons": [{"title": "Ja", "token": "token of Ja", "stays": False}],
        "pictures": [{"data": "data:image/png;base64,cG5n", "alt": "kaart"}],
        "files": [{"name": "a.txt", "data": "data:text/plain;charset=utf-8;base64,w6nDqW4="}],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("last", "after"), [(None, 0), ("7", 7), ("", 0), ("-1", 0), ("zeven", 0), ("1.5", 0)]
)
def test_a_stream_goes_on_after_the_last_that_came(
    browser: TestClient, door: MemoryDoor, last: str | None, after: int
) -> None:
    browser.get("/events", headers={} if last is None else {"last-event-id": last})
    assert [place for _, place in door.followed] == [after]


@pytest.mark.parametrize("last", ["9" * 5_000, str(2**63)], ids=len)
def test_a_stream_from_an_id_that_cannot_be_begins_at_the_beginning(
    browser: TestClient, door: MemoryDoor, last: str
) -> None:
    browser.get("/events", headers={"last-event-id": last})
    assert [place for _, place in door.followed] == [0]


def test_typing_waking_and_signs_of_life_are_events(browser: TestClient, door: MemoryDoor) -> None:
    door.first = [Pulse(typing=True), Pulse(awake=False), Pulse()]
    events = browser.get("/events").text.strip().split("\n\n")
    assert events == [
        'event: typing\ndata: {"on": true}',
        'event: status\ndata: {"awake": false}',
        "event: ping\ndata: {}",
    ]


@pytest.mark.parametrize("path", ["/", "/words", "/events", "/page/app.js", "/nowhere"])
def test_every_answer_keeps_the_page_to_itself(browser: TestClient, path: str) -> None:
    headers = browser.get(path).headers
    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'self'"
    assert policy["frame-ancestors"] == "'none'"
    assert policy["form-action"] == "'none'"
    assert policy["base-uri"] == "'none'"
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cache-control"] in ("no-cache", "no-store")


@pytest.mark.parametrize("path", ["/messages", "/seen"])
def test_what_takes_something_in_gives_nothing_out(browser: TestClient, path: str) -> None:
    assert browser.get(path).status_code == 405


def test_the_page_names_nothing_from_elsewhere_and_all_that_it_names_is_there(
    browser: TestClient,
) -> None:
    for file in PAGE.iterdir():
        text = file.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert "//" not in re.sub(r"^\s*(//|\*|/\*).*|\s// .*", "", text, flags=re.M), file.name
    page = browser.get("/").text
    named = re.findall(r'(?:src|href)="(/[^"]*)"', page)
    imported = re.findall(r'from "\./(\w+\.js)"', "".join(f.read_text() for f in PAGE.glob("*.js")))
    assert len(named) >= 3
    for path in {*named, *(f"/page/{name}" for name in imported)}:
        assert browser.get(path).status_code == 200, path
    assert not re.search(r"<script(?![^>]*src=)|\sstyle=|\son\w+=", page)


def test_the_page_and_the_gateway_agree_on_the_longest_text() -> None:
    script = (PAGE / "composer.js").read_text(encoding="utf-8")
    [found] = re.findall(r"MOST_CHARACTERS = (\d+);", script)
    assert int(found) == MOST_CHARACTERS


def test_the_page_has_every_sentence_that_it_uses_and_uses_every_one(browser: TestClient) -> None:
    book = browser.get("/words").json()
    assert book == page_words()
    sources = "".join(file.read_text(encoding="utf-8") for file in PAGE.iterdir())
    marked = re.findall(r'data-word(?:-label|-placeholder)?="(\w+)"', sources)
    assert set(marked) <= set(book["nl"])
    unused = {key for key in book["nl"] if not re.search(rf'["`]{key}["`]', sources)}
    built = {"other_tab_new", "other_tab_old"}  # other_tab_${which}
    assert unused - built <= {"title"}


def test_the_sentences_of_refusals_exist_in_every_language() -> None:
    for language in ("nl", "en"):
        for key in (*(v for v in Verdict if v is not Verdict.TAKEN), "bad_request", "not_yours"):
            assert words().say(language, f"system.{key}", most=1)


def _is_refused(
    browser: TestClient, door: MemoryDoor, body: bytes, headers: Mapping[str, str] | None = None
) -> None:
    sent = {"content-type": "application/json", **(headers or {})}
    answer = browser.post("/messages", content=body, headers=sent)
    assert (answer.status_code, answer.json()["code"]) == (400, "bad_request")
    assert answer.json()["error"].startswith("Dit bericht kwam niet goed binnen.")
    assert door.knocks == []
