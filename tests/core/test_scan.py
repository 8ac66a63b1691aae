"""What a scan asks, and what a group's numbers may show to whoever looks long and hard."""

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.method import Group, Level
from bot.core.record import Membership
from bot.core.rhythm import Rating, weeks_through
from bot.core.scan import FEWEST, Side, batches, figures, next_in_scan, side_of

START = datetime(2026, 3, 2, tzinfo=UTC)
THEMES = ("matter.trust", "matter.nearness")
# Who gives a number when; a look at the figures comes after each.
histories = st.lists(st.tuples(st.sampled_from("abcdefg"), st.integers(1, 5)), max_size=25)


def ratings(*given: tuple[str, int]) -> list[Rating]:
    return [
        Rating(f"r{n:02d}", who, "c", THEMES[0], score, START + timedelta(hours=n), "2026-W10")
        for n, (who, score) in enumerate(given)
    ]


def asked(passed: list[str], rated: list[str]) -> str | None:
    return next_in_scan(passed, THEMES, rated)


def test_each_theme_is_rated_and_then_explained() -> None:
    assert asked([], []) == "rate:matter.trust"
    assert asked(["rate:matter.trust"], ["matter.trust"]) == "why:matter.trust"
    passed = ["rate:matter.trust", "why:matter.trust"]
    assert asked(passed, ["matter.trust"]) == "rate:matter.nearness"


def test_what_got_no_number_is_not_asked_why() -> None:
    assert asked(["rate:matter.trust"], []) == "rate:matter.nearness"
    assert asked(["rate:matter.trust", "rate:matter.nearness"], []) is None


@pytest.mark.parametrize(
    ("group", "level", "side"),
    [
        (None, None, Side.CLOSE),
        (Group.PROFESSIONAL, Level.EXECUTING, Side.CLOSE),
        (Group.PROFESSIONAL, Level.ORGANISING, Side.ABOVE),
        (Group.MANAGER, Level.ORGANISING, Side.ABOVE),
        (Group.BOARD, Level.GOVERNING, Side.ABOVE),
        (Group.FAMILY, Level.EXECUTING, Side.NEAR),
        (Group.NETWORK, None, Side.NEAR),
        (Group.YOUNG, Level.EXECUTING, Side.YOUNG),
    ],
)
def test_everybody_is_on_one_side(group: Group | None, level: Level | None, side: Side) -> None:
    assert side_of(Membership("m", "p", "c", START, group=group, level=level)) is side


@pytest.mark.parametrize("people", range(FEWEST))
def test_fewer_than_three_show_nothing_however_often_they_give_a_number(people: int) -> None:
    assert figures(ratings(*[("abc"[n % people], 3) for n in range(9) if people])) == []


def test_three_people_show_their_mean_and_their_spread() -> None:
    [figure] = figures(ratings(("a", 1), ("b", 3), ("c", 5)))
    assert (figure.mean, figure.low, figure.high) == (3, 1, 5)


def test_the_fourth_waits_for_two_more() -> None:
    three = [("a", 1), ("b", 3), ("c", 5)]
    for more in ([("d", 5)], [("d", 5), ("e", 5)], [("d", 5), ("d", 1), ("e", 5), ("d", 2)]):
        assert figures(ratings(*three, *more)) == figures(ratings(*three))
    later = figures(ratings(*three, ("d", 5), ("e", 5), ("f", 5)))
    assert [figure.mean for figure in later] == [3, 4]


def test_another_number_of_somebody_counts_when_two_others_give_one_too() -> None:
    three = [("a", 1), ("b", 1), ("c", 1)]
    assert len(figures(ratings(*three, ("a", 5), ("a", 4), ("b", 5)))) == 1
    assert figures(ratings(*three, ("a", 5), ("a", 4), ("b", 5), ("c", 3)))[-1].mean == 4


def test_a_number_that_stands_alone_counts_nowhere() -> None:
    given = ratings(("a", 1), ("b", 3), ("c", 5))
    alone = [Rating(**{**vars(each), "alone": True}) for each in given]
    assert figures(alone) == []
    assert figures([*alone, *given[:2]]) == []


@given(histories)
def test_each_figure_brings_the_numbers_of_three_people(history: list[tuple[str, int]]) -> None:
    came = batches(ratings(*history))
    assert all(len({each.membership for each in batch}) == FEWEST for batch in came)
    ids = [each.id for batch in came for each in batch]
    assert len(set(ids)) == len(ids)


@given(histories)
def test_what_was_shown_once_stays_as_it_was(history: list[tuple[str, int]]) -> None:
    whole = figures(ratings(*history))
    for seen in range(len(history)):
        before = figures(ratings(*history[:seen]))
        assert whole[: len(before)] == before


@given(histories, st.sampled_from("abcdefg"))
def test_nobody_works_out_what_one_other_person_gave(
    history: list[tuple[str, int]], reader: str
) -> None:
    """Whoever remembers every figure there ever was, knows how many people are in it, and knows
    their own numbers, can tell no number of anybody else from their sums."""
    given = ratings(*history)
    place = {each.id: n for n, each in enumerate(given)}
    sums, known = [], {}
    for batch in batches(given):
        known |= {each.membership: place[each.id] for each in batch}
        sums.append([float(n in known.values()) for n in range(len(given))])
    own = [list(np.eye(len(given))[place[e.id]]) for e in given if e.membership == reader]
    if not sums:
        return
    seen = np.array([*sums, *own])
    rank = np.linalg.matrix_rank(seen)
    for each in given:
        if each.membership != reader:
            guess = np.vstack([seen, np.eye(len(given))[place[each.id]]])
            assert np.linalg.matrix_rank(guess) == rank + 1


def test_weeks_are_named_through_a_change_of_year() -> None:
    assert weeks_through("2026-W52", "2027-W01") == ["2026-W52", "2026-W53", "2027-W01"]
    assert weeks_through("2027-W01", "2027-W01") == ["2027-W01"]
