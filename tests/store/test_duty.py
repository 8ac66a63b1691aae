"""What one process at a time does, of all that share a database."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Event

import pytest
from sqlalchemy import create_engine, text

from bot.gateway import shift
from bot.gateway.shift import Shift
from bot.store.database import Database
from bot.store.duty import Duty, one_at_a_time
from tests.harness.databases import new_database
from tests.harness.waiting import until
from tests.store.conftest import database


def test_on_sqlite_it_is_always_ours(sqlite: Database) -> None:
    duty = sqlite.duty("telegram")
    assert duty.take()
    assert duty.is_ours()
    duty.leave()
    assert duty.take()


def test_one_has_it_until_it_leaves(postgres: Database) -> None:
    ours, theirs = postgres.duty("telegram"), postgres.duty("telegram")
    assert ours.take()
    assert not theirs.take()
    assert postgres.duty("another").take()
    ours.leave()
    assert not ours.is_ours()
    assert theirs.take()


def test_whose_line_breaks_has_it_no_more(postgres: Database) -> None:
    ours, theirs = postgres.duty("telegram"), postgres.duty("telegram")
    assert ours.take()
    assert ours.is_ours()
    _cut_lines(postgres)
    assert not ours.is_ours()
    assert theirs.take()
    ours.leave()
    assert theirs.is_ours()


def test_nobody_has_it_while_the_database_is_away() -> None:
    away = create_engine("postgresql+psycopg://nobody@127.0.0.1:1/none")
    assert not Duty(away, "telegram").take()


def test_a_transaction_waits_for_another_that_does_the_same(postgres: Database) -> None:
    entered, order = Event(), []

    def second() -> None:
        with postgres.write() as conn:
            entered.set()
            one_at_a_time(conn, "claim")
            order.append("second")

    with ThreadPoolExecutor() as beside:
        with postgres.write() as conn:
            one_at_a_time(conn, "claim")
            waiting = beside.submit(second)
            assert entered.wait(5)
            with suppress(TimeoutError):
                waiting.result(0.3)
            order.append("first")
        waiting.result(5)
    assert order == ["first", "second"]


def test_two_that_start_at_once_make_the_tables_once(server: str) -> None:
    address = new_database(server, "two-at-once")
    both = [database(address) for _ in range(2)]
    with ThreadPoolExecutor() as beside:
        list(beside.map(Database.migrate, both))
    assert both[0].secret() == both[1].secret() != b""
    for each in both:
        each.close()


async def test_work_goes_over_to_another(
    postgres: Database, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(shift, "LOOK_EVERY", 0.05)
    at_work: list[str] = []

    def work(name: str) -> Callable[[], "asyncio.Future[None]"]:
        async def one() -> None:
            at_work.append(name)
            try:
                await asyncio.Event().wait()
            finally:
                at_work.remove(name)

        return lambda: asyncio.ensure_future(one())

    shifts = {name: Shift(postgres.duty("telegram"), name) for name in ("first", "second")}
    tasks = {}
    for name, each in shifts.items():
        tasks[name] = asyncio.create_task(each.run(work(name)))
        await until(lambda: bool(at_work))
    assert at_work == ["first"]
    _cut_lines(postgres)
    await until(lambda: "another gateway may take first now" in caplog.text)
    await until(lambda: len(at_work) == 1)
    holder = at_work[0]
    tasks[holder].cancel()
    other = "second" if holder == "first" else "first"
    await until(lambda: at_work == [other])
    tasks[other].cancel()
    async with asyncio.timeout(10):
        await asyncio.gather(*tasks.values(), return_exceptions=True)
    assert at_work == []


async def test_work_that_ends_by_itself_is_not_begun_again(sqlite: Database) -> None:
    begun: list[int] = []

    async def work() -> None:
        begun.append(1)

    await asyncio.wait_for(Shift(sqlite.duty("telegram"), "Telegram").run(work), 5)
    assert begun == [1]


def _cut_lines(postgres: Database) -> None:
    """As when the server restarts: every line to this database but the one that asks."""
    with postgres.engine.connect() as conn, suppress(Exception):
        conn.execute(
            text(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        )
