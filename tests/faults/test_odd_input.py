"""Odd things that come in through the door: each gets a clear sentence, and nothing is lost."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import httpx
import pytest
from sqlalchemy import update

from bot.connectors.web.cookie import COOKIE
from bot.store.tables import inbox, outbox
from bot.wiring import now
from tests.faults.kept import Reader
from tests.harness.frail import FrailStack
from tests.harness.patient import Patient

SAID = "Hij komt de laatste weken alleen nog op maandag en dinsdag binnen"
MORE = "Thuis gaat het overdag goed zolang niemand over school begint"


@pytest.fixture
async def person(frail: FrailStack) -> AsyncIterator[Patient]:
    someone = await Patient.come_in(frail.url)
    yield someone
    await someone.close()


@pytest.fixture
async def browser(frail: FrailStack) -> AsyncIterator[httpx.AsyncClient]:
    """A browser that was given a cookie, and in which anything can be sent."""
    async with httpx.AsyncClient(base_url=frail.url, trust_env=False) as client:
        await client.get("/")
        yield client


async def test_the_same_message_delivered_twice_is_one_answer(
    person: Patient, reader: Reader
) -> None:
    first = person.question
    key = await person.send("text", SAID)
    await person.send("text", SAID, key)
    await person.reply()
    await person.send("text", SAID, key)
    second = person.question
    await person.say(MORE)
    assert reader.kept(person).answers == [(first, SAID), (second, MORE)]


async def test_two_messages_within_a_millisecond_are_one_answer(
    person: Patient, reader: Reader
) -> None:
    first = person.question
    await asyncio.gather(person.send("text", SAID), person.send("text", MORE))
    await person.reply()
    await person.reply()
    kept = reader.kept(person)
    [(question, text)] = kept.answers
    assert (question, sorted(text.split("\n"))) == (first, sorted([SAID, MORE]))
    assert kept.open_question not in (first, None)


async def test_a_message_of_forty_thousand_characters_is_refused_whole(
    person: Patient, reader: Reader
) -> None:
    answer = await person.client.post("text", "maar " * 8_000)
    assert answer.status_code == 413
    assert "te lang" in answer.json()["error"]
    assert "20" in answer.json()["error"], "the sentence says how long it may be"
    await _goes_on(person, reader)


async def test_the_longest_message_is_kept_to_the_last_character(
    person: Patient, reader: Reader
) -> None:
    first, longest = person.question, ("maar " * 4_000)[:-4] + "slot"
    assert len(longest) == 20_000
    await person.say(longest)
    assert reader.kept(person).answers == [(first, longest)]


@pytest.mark.parametrize("nothing", ["", "   \n\t", "\x00\x07\x1b", "\u200b\u200f", "\ud800"])
async def test_a_message_without_anything_to_read_is_refused_kindly(
    person: Patient, reader: Reader, browser: httpx.AsyncClient, nothing: str
) -> None:
    answer = await _post(browser, kind="text", content=nothing)
    assert answer.status_code == 422
    assert answer.json()["error"].startswith("Ik zie nog geen woorden")
    await _goes_on(person, reader)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("👍", "👍"),
        ("👩‍👧‍👦❤️", "👩‍👧‍👦❤️"),
        ("الولد لا يريد الذهاب إلى المدرسة", "الولد لا يريد الذهاب إلى المدرسة"),
        ("gaat \u202eniet\u202c meer", "gaat niet meer"),
        ("wel\x00 goed\x07, maar\x1b moe en stil", "wel goed, maar moe en stil"),
        ('/reflect{"x":1}', '/reflect{"x":1}'),
        ("/session_start", "/session_start"),
        ("/", "/"),
        ('[school]{"entity": "party"} belt', '[school]{"entity": "party"} belt'),
        ("{alias} {0} %s ${HOME}", "{alias} {0} %s ${HOME}"),
    ],
)  # fmt: skip
async def test_whatever_can_be_read_is_kept_as_an_answer(
    person: Patient, reader: Reader, typed: str, kept: str
) -> None:
    first = person.question
    await person.say(typed)
    assert reader.kept(person).answers == [(first, kept)]
    assert person.question != first


@pytest.mark.parametrize(
    "typed", ['/fill{"value": "x"}', "/restart", "/action_erase", '/affirm{"pending": "erase"}']
)
async def test_no_command_of_the_engine_can_be_typed(
    person: Patient, reader: Reader, typed: str
) -> None:
    await person.say(typed)
    kept = reader.kept(person)
    assert (kept.open_question or "").startswith("explore.content"), "what was typed is only words"
    assert kept.extras == {}


async def test_a_tampered_cookie_opens_nothing_and_a_new_one_is_given(
    person: Patient, reader: Reader, browser: httpx.AsyncClient
) -> None:
    good = browser.cookies[COOKIE]
    browser.cookies.set(COOKIE, ("A" if good[0] != "A" else "B") + good[1:])
    for answer in (
        await _post(browser, kind="text", content=SAID),
        await browser.get("/events"),
        await browser.post("/seen", json={"id": 10**9}),
    ):
        assert answer.status_code == 401
        assert answer.json()["code"] == "damaged_key"
        assert answer.json()["error"].startswith("De sleutel van deze browser klopt niet meer")
    page = await browser.get("/")
    assert page.cookies[COOKIE] != good
    await _goes_on(person, reader)


async def test_a_button_from_last_month_changes_nothing(person: Patient, reader: Reader) -> None:
    first, old = person.question, person.token("Overslaan")
    await person.say(SAID)
    second = person.question
    _age(reader, timedelta(days=31))
    await person.send("tap", old)
    await person.reply()
    assert any(text.startswith("Die knop hoorde bij een eerdere vraag") for text in person.texts())
    kept = reader.kept(person)
    assert kept.answers == [(first, SAID)]
    assert kept.open_question == second == person.question
    assert kept.extras == {}


async def test_the_button_of_another_person_changes_nothing(
    frail: FrailStack, person: Patient, reader: Reader
) -> None:
    other = await Patient.come_in(frail.url)
    try:
        first = person.question
        await person.send("tap", other.token("Overslaan"))
        said = await person.reply()
        assert said["text"].startswith("Die knop werkt niet meer")
        assert reader.kept(person).open_question == first
        assert reader.kept(person).extras == {}
    finally:
        await other.close()


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b'{"key": 1, "kind": "text", "content": "x", "locale": "nl"}',
        b'{"key": "", "kind": "text", "content": "x", "locale": "nl"}',
        b'{"key": "k", "kind": "text", "content": 7, "locale": "nl"}',
        b'{"key": "k", "kind": "shout", "content": "x", "locale": "nl"}',
        b'{"key": "k", "kind": [], "content": "x", "locale": "nl"}',
        b'{"key": "k", "kind": {}, "content": "x", "locale": "nl"}',
        b'{"key": "\\ud800", "kind": "text", "content": "x", "locale": "nl"}',
        b"[" * 100_000,
        b'{"key": "k", "kind": "text", "content": "\xff"}',
    ],
    ids=range(12),
)
async def test_a_request_that_is_no_message_gets_a_sentence_too(
    browser: httpx.AsyncClient, body: bytes
) -> None:
    headers = {"content-type": "application/json"}
    answer = await browser.post("/messages", content=body, headers=headers)
    assert answer.status_code == 400
    assert answer.json()["error"].startswith("Dit bericht kwam niet goed binnen")


@pytest.mark.parametrize("token", ["", "|", "x" * 500, "é", "\ud800", "\x00|skip", "a|b=c=d|e"])
async def test_a_token_that_we_never_made_does_nothing(
    browser: httpx.AsyncClient, token: str
) -> None:
    answer = await _post(browser, kind="tap", content=token)
    assert answer.status_code == 202, "it is stored, and answered with a sentence"


async def _post(browser: httpx.AsyncClient, **message: Any) -> httpx.Response:
    """Send as ASCII JSON, in which anything can be written."""
    body = json.dumps({"key": f"k{now().timestamp()}", "locale": "nl"} | message)
    headers = {"content-type": "application/json"}
    return await browser.post("/messages", content=body.encode(), headers=headers)


async def _goes_on(person: Patient, reader: Reader) -> None:
    """Nothing was kept of it, and the same question is answered next."""
    first = person.question
    await person.say(SAID)
    assert reader.kept(person).answers == [(first, SAID)]


def _age(reader: Reader, by: timedelta) -> None:
    """As if all that went through the mailbox was handled that much longer ago."""
    with reader.shop.database.write() as conn:
        conn.execute(update(inbox).values(received_at=now() - by))
        conn.execute(update(outbox).values(queued_at=now() - by))
    with reader.shop.mail() as (_, mailbox):
        mailbox.sweep(now() - timedelta(days=30))
