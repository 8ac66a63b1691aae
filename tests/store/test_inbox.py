"""The inbox, on SQLite and on PostgreSQL."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from sqlalchemy import select

from bot.services.ports import Letter
from bot.store.mailbox import LEASE
from bot.store.tables import inbox
from tests.harness.memory import START as NOW
from tests.store.post import Post

SECOND = timedelta(seconds=1)


def test_a_message_is_taken_up_as_it_came_in(post: Post) -> None:
    post.receive("k1")
    letter = post.take()
    assert (letter.channel, letter.conversation, letter.payload) == ("web", "a", "words of k1")
    assert (letter.received_at, letter.attempts, letter.situation) == (NOW, 1, None)


def test_the_same_key_twice_is_one_message(post: Post) -> None:
    assert post.receive("k1")
    assert not post.receive("k1")
    assert post.counts() == {"waiting": 1}


def test_the_same_key_is_known_after_the_message_was_handled(post: Post) -> None:
    post.receive("k1")
    post.close(post.take(), "reply")
    assert not post.receive("k1")
    assert post.claim() is None


def test_the_same_key_of_somebody_else_is_another_message(post: Post) -> None:
    assert post.receive("k1", "a")
    assert post.receive("k1", "b")


def test_a_message_that_came_before_does_not_spoil_the_transaction(post: Post) -> None:
    post.receive("k1")
    with post.open() as box:
        assert not box.receive("web", "a", "k1", "again", NOW)
        assert box.receive("web", "a", "k2", "new", NOW)
    assert post.counts() == {"waiting": 2}


def test_what_zwaan_says_by_itself_waits_for_what_people_say(post: Post) -> None:
    with post.open() as box:
        for n in range(3):
            assert box.receive("web", f"own {n}", "n1", "words of n1", NOW, own=True)
        assert box.receive("web", "a", "n1", "words of n1", NOW, own=True)
    post.receive("k1", "a")
    post.receive("k2", "b")
    taken = [post.take() for _ in range(2)]
    assert [letter.payload for letter in taken] == ["words of k1", "words of k2"]
    assert post.take().conversation == "own 0"


def test_nobody_waits_for_what_zwaan_says_by_itself(post: Post) -> None:
    with post.open() as box:
        assert box.receive("web", "own", "n1", "words of n1", NOW, own=True)
    post.receive("k1", "a")
    with post.open() as box:
        assert box.conversations_waiting() == [("a", "web")]


def test_one_conversation_has_one_message_under_way_whatever_its_rank(post: Post) -> None:
    with post.open() as box:
        assert box.receive("web", "a", "n1", "words of n1", NOW, own=True)
    own = post.take()
    post.receive("k1", "a")
    assert post.claim() is None
    post.close(own, "reply")
    assert post.take().payload == "words of k1"


def test_an_empty_inbox_gives_nothing(post: Post) -> None:
    assert post.claim() is None


def test_messages_are_taken_up_oldest_first(post: Post) -> None:
    for key, who in (("k1", "a"), ("k2", "b"), ("k3", "a")):
        post.receive(key, who)
    assert [post.take().payload, post.take().payload] == ["words of k1", "words of k2"]


def test_of_one_conversation_one_message_is_taken_up_at_a_time(post: Post) -> None:
    post.receive("k1")
    post.receive("k2")
    first = post.take()
    assert post.claim() is None
    post.close(first)
    assert post.take().payload == "words of k2"


def test_a_message_that_waits_holds_back_the_later_ones_of_its_conversation(post: Post) -> None:
    for key, who in (("k1", "a"), ("k2", "a"), ("k3", "b")):
        post.receive(key, who)
    post.put_back(post.take(), 5 * SECOND)
    assert post.take().payload == "words of k3"
    assert post.claim() is None
    assert post.take(5 * SECOND).payload == "words of k1"


@pytest.mark.parametrize(("counts", "attempts"), [(True, 2), (False, 1)])
def test_a_try_counts_unless_the_engine_was_only_away(
    post: Post, counts: bool, attempts: int
) -> None:
    post.receive("k1")
    post.put_back(post.take(), SECOND, counts)
    assert post.take(SECOND).attempts == attempts


def test_a_message_of_a_gateway_that_died_is_taken_up_again_after_its_lease(post: Post) -> None:
    post.receive("k1")
    post.take()
    assert post.claim(LEASE - SECOND) is None
    assert post.take(LEASE).attempts == 2


def test_a_gateway_that_starts_alone_gives_back_every_claim(post: Post) -> None:
    post.receive("k1")
    post.take()
    with post.open() as box:
        box.release_all()
    assert post.take().payload == "words of k1"


def test_the_situation_stays_as_it_was_at_the_first_try(post: Post) -> None:
    post.receive("k1")
    first = post.take()
    with post.open() as box:
        box.note_situation(first.id, "at the first question")
    post.put_back(first, SECOND)
    assert post.take(SECOND).situation == "at the first question"


def test_closing_is_both_or_neither(post: Post) -> None:
    post.receive("k1")
    letter = post.take()
    with pytest.raises(RuntimeError, match="power cut"):
        close_and_die(post, letter)
    assert post.out() == []
    assert post.counts() == {"waiting": 1}


def close_and_die(post: Post, letter: Letter) -> None:
    with post.open() as box:
        box.close(letter, ["reply"], NOW)
        raise RuntimeError("power cut")


@pytest.mark.parametrize("end", ["close", "set_aside"])
def test_the_words_of_a_message_go_when_it_ends(post: Post, end: str) -> None:
    post.receive("k1")
    letter = post.take()
    with post.open() as box:
        box.note_situation(letter.id, "here")
        if end == "close":
            box.close(letter, [], NOW)
        else:
            box.set_aside(letter, "EngineFailed")
        row = box.conn.execute(select(inbox)).one()
    assert (row.payload, row.situation, row.claimed_until) == (None, None, None)


def test_a_message_that_cannot_be_handled_is_set_aside_and_the_next_goes_on(post: Post) -> None:
    post.receive("k1")
    post.receive("k2")
    with post.open() as box:
        letter = box.claim(NOW)
        assert letter
        box.set_aside(letter, "x" * 500)
        assert box.conn.scalar(select(inbox.c.error).where(inbox.c.id == letter.id)) == "x" * 200
    assert post.counts() == {"set_aside": 1, "waiting": 1}
    assert post.take().payload == "words of k2"


def test_an_id_of_the_inbox_is_never_given_twice_either(post: Post) -> None:
    post.receive("k1")
    first = post.take()
    post.close(first)
    with post.open() as box:
        box.sweep(NOW + SECOND)
    post.receive("k2")
    assert post.take().id > first.id


def test_it_is_known_who_waits(post: Post) -> None:
    for key, who in (("k1", "a"), ("k2", "a"), ("k3", "b")):
        post.receive(key, who)
    with post.open() as box:
        assert box.waiting("a") == 2
        assert sorted(box.conversations_waiting()) == [("a", "web"), ("b", "web")]


def test_who_got_a_reply_waits_no_longer(post: Post) -> None:
    post.receive("k1")
    post.close(post.take())
    with post.open() as box:
        assert box.waiting("a") == 0
        assert box.conversations_waiting() == []


def test_two_gateways_at_once_never_take_the_same_message(post: Post) -> None:
    conversations, gateways = 40, 4
    with post.open() as box:
        for n in range(conversations):
            for key in ("first", "second"):
                box.receive("web", f"c{n}", key, f"{key} of c{n}", NOW)
    start = Barrier(gateways)

    def work(_: int) -> list[Letter]:
        start.wait()
        return list(iter(post.claim, None))

    with ThreadPoolExecutor(gateways) as pool:
        taken = [letter for found in pool.map(work, range(gateways)) for letter in found]
    assert sorted(letter.payload for letter in taken) == sorted(
        f"first of c{n}" for n in range(conversations)
    )


def test_a_message_that_two_gateways_receive_at_once_is_one(post: Post) -> None:
    start = Barrier(4)

    def receive(_: int) -> bool:
        start.wait()
        return post.receive("k1")

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(receive, range(4))) == [False, False, False, True]
