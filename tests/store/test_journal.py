"""The journal, on SQLite and on PostgreSQL."""

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from bot.store.database import Database
from bot.store.journal import Journal
from bot.store.tables import journal
from tests.harness.memory import START as NOW
from tests.store.post import Post


def test_what_an_action_did_is_read_back_in_the_same_turn_only(store: Database) -> None:
    with store.write() as conn:
        pages = Journal(conn, store.cipher)
        pages.write("1", "action_skip", "skipped")
        assert pages.outcome("1", "action_skip") == "skipped"
        assert pages.outcome("1", "action_undo") is None
        assert pages.outcome("2", "action_skip") is None


def test_an_action_of_one_turn_is_written_down_once(store: Database) -> None:
    with store.write() as conn:
        Journal(conn, store.cipher).write("1", "action_skip", "skipped")
        with pytest.raises(IntegrityError), conn.begin_nested():
            Journal(conn, store.cipher).write("1", "action_skip", "again")


@pytest.mark.parametrize("end", ["close", "set_aside"])
def test_the_pages_of_a_turn_go_when_it_ends(post: Post, end: str) -> None:
    post.receive("k1")
    letter = post.take()
    with post.open() as box:
        for turn in (str(letter.id), "another"):
            Journal(box.conn, box.cipher).write(turn, "action_skip", "…")
        if end == "close":
            box.close(letter, [], NOW)
        else:
            box.set_aside(letter, "EngineFailed")
        assert box.conn.scalars(select(journal.c.turn)).all() == ["another"]
