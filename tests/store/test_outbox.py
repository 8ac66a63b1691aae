"""The outbox, and what is forgotten, on SQLite and on PostgreSQL."""

from datetime import timedelta

from sqlalchemy import select

from bot.store.tables import outbox
from tests.harness.memory import START as NOW
from tests.store.post import Post

SECOND = timedelta(seconds=1)


def test_closing_puts_the_replies_out_in_order_and_ends_the_message(post: Post) -> None:
    post.receive("k1")
    post.close(post.take(), "one", "two")
    assert post.out() == ["one", "two"]
    assert post.counts() == {"done": 1}


def test_replies_are_seen_by_their_own_conversation_only(post: Post) -> None:
    post.post("for a", "a")
    post.post("for b", "b")
    assert (post.out("a"), post.out("b")) == (["for a"], ["for b"])


def test_only_what_comes_after_the_last_one_shown_is_given(post: Post) -> None:
    post.post("one")
    first = post.last_id()
    post.post("two")
    assert post.out(after=first) == ["two"]


def test_what_was_seen_is_gone_and_what_came_after_is_not(post: Post) -> None:
    post.post("one")
    first = post.last_id()
    post.post("two")
    post.post("of b", "b")
    with post.open() as box:
        box.seen("a", first)
    assert (post.out("a"), post.out("b")) == (["two"], ["of b"])


def test_an_id_is_never_given_twice_also_when_all_is_gone(post: Post) -> None:
    post.post("one")
    first = post.last_id()
    with post.open() as box:
        box.seen("a", first)
    post.post("two")
    assert post.last_id() > first


def test_sweeping_forgets_what_was_handled_and_nothing_that_waits(post: Post) -> None:
    post.receive("k1")
    post.receive("k2")
    post.close(post.take(), "reply")
    with post.open() as box:
        assert box.sweep(NOW) == 0
        assert box.sweep(NOW + SECOND) == 1
    assert post.counts() == {"waiting": 1}
    assert post.out() == []


def test_forgetting_a_conversation_takes_its_replies_and_nobody_elses(post: Post) -> None:
    post.post("for a", "a")
    post.post("for b", "b")
    with post.open() as box:
        box.forget("a")
    assert (post.out("a"), post.out("b")) == ([], ["for b"])


def test_forgetting_a_conversation_leaves_only_what_is_still_under_way(post: Post) -> None:
    post.receive("k1")
    post.receive("k2")
    post.close(post.take())
    with post.open() as box:
        box.forget("a")
    assert post.counts() == {"waiting": 1}
    assert post.receive("k1")


def test_closing_leaves_nothing_of_the_reply_that_can_be_read(post: Post) -> None:
    post.receive("k1")
    post.close(post.take(), "reply")
    with post.open() as box:
        assert b"reply" not in box.conn.execute(select(outbox.c.payload)).scalar_one()
