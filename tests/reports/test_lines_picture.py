"""Scores over the weeks, a strip for each theme."""

from collections.abc import Sequence
from itertools import pairwise
from math import dist
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageColor

from bot.reports.lines_picture import (
    MARK,
    NAME,
    NEXT,
    NUMBERED,
    STEP,
    STRIP,
    draw_lines,
    height_of,
    named_weeks,
    places,
)
from bot.reports.paper import TEAL, WHITE
from bot.reports.score_page import LETTERS, SIDE, WIDE, head_of, under
from bot.reports.typeface import typeface
from tests.reports.looking import is_bare, opened

Facts = dict[str, Any]
Scores = Sequence[float | None]

TITLE = "De vijf kwesties bij Vlinder"
LONG = "verantwoordelijkheidsgevoel voor het samenwerkingsverband passend onderwijs in de regio"
WEEKS = [f"wk {number}" for number in (*range(40, 53), *range(1, 14))]
MOST = len(WEEKS)


def facts(weeks: list[str], *scores: Scores, **other: Any) -> Facts:
    lines = [{"name": f"thema {number}", "scores": each} for number, each in enumerate(scores)]
    return {"title": TITLE, "weeks": weeks, "lines": lines, "empty": "nog geen cijfers", **other}


def drawn(weeks: list[str], *scores: Scores, **other: Any) -> Image.Image:
    return opened(draw_lines(facts(weeks, *scores, **other)))


def top_of(strip: int, title: str = TITLE) -> int:
    return under(head_of(title)) + strip * NEXT + NAME


def at(weeks: int, week: int, score: float, strip: int = 0) -> tuple[int, int]:
    return round(places(weeks)[week]), round(top_of(strip) + height_of(score))


def is_line(seen: Any) -> bool:
    """As near as the number of colours in the file allows."""
    return dist(seen, ImageColor.getrgb(TEAL)) < 12


def shows(image: Image.Image, strip: int, left: float = 0, right: float = WIDE) -> bool:
    """Something of a line is in that strip, between these two."""
    part = image.crop((round(left), top_of(strip), round(right), top_of(strip) + STRIP))
    colours = part.getcolors(part.width * part.height) or []
    return any(is_line(seen) for _, seen in colours)


# Where scores are


@pytest.mark.parametrize("weeks", [1, 2, 5, MOST])
@pytest.mark.parametrize("score", [1, 2, 3.4, 5])
def test_each_score_leaves_its_mark_in_its_own_strip(weeks: int, score: float) -> None:
    scores: Scores = [score] * weeks
    other: Scores = [6 - score] * weeks
    image = drawn(WEEKS[:weeks], scores, other)
    for week in range(weeks):
        assert is_line(image.getpixel(at(weeks, week, score, strip=0)))
        assert is_line(image.getpixel(at(weeks, week, 6 - score, strip=1)))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from([None, 1, 2, 3, 4, 5]), min_size=1, max_size=MOST))
def test_where_there_is_a_score_is_a_mark_and_nowhere_else(scores: Scores) -> None:
    weeks = len(scores)
    image = drawn(WEEKS[:weeks], scores)
    seen = [
        [n for n in range(1, 6) if is_line(image.getpixel(at(weeks, week, n)))]
        for week in range(weeks)
    ]
    assert seen == [[] if score is None else [score] for score in scores]


def test_a_higher_score_is_higher_by_the_same_step() -> None:
    heights = [height_of(score) for score in (1, 2, 3, 4, 5)]
    assert {a - b for a, b in pairwise(heights)} == {STEP}
    assert all(height_of(end) >= 2 * MARK for end in (1, 5))


def test_neighbouring_weeks_are_joined() -> None:
    image = drawn(WEEKS[:3], [2, 4, 4])
    (ax, ay), (bx, by), (cx, cy) = (at(3, week, score) for week, score in enumerate((2, 4, 4)))
    assert is_line(image.getpixel(((ax + bx) // 2, (ay + by) // 2)))
    assert is_line(image.getpixel(((bx + cx) // 2, (by + cy) // 2)))


@pytest.mark.parametrize("weeks", [3, 8, MOST])
def test_a_week_without_a_score_is_a_gap(weeks: int) -> None:
    """From mark to mark nothing is drawn: what was not said is not made up."""
    gap = weeks // 2
    scores: Scores = [None if week == gap else 4 for week in range(weeks)]
    whole: Scores = [4] * weeks
    where = places(weeks)
    between = where[gap - 1] + MARK + 2, where[gap + 1] - MARK - 2
    assert shows(drawn(WEEKS[:weeks], whole), 0, *between)
    assert not shows(drawn(WEEKS[:weeks], scores), 0, *between)


def test_a_score_between_two_gaps_is_seen() -> None:
    image = drawn(WEEKS[:5], [None, None, 3, None, None])
    assert is_line(image.getpixel(at(5, 2, 3)))


def test_one_theme_rated_leaves_the_other_strips_bare() -> None:
    nothing: Scores = [None] * 6
    image = drawn(WEEKS[:6], nothing, [1, 2, 3, 4, 5, 4], nothing)
    assert [shows(image, strip) for strip in range(3)] == [False, True, False]


def test_a_single_week_is_in_the_middle() -> None:
    (middle,) = places(1)
    assert middle == sum(places(2)) / 2


@pytest.mark.parametrize("scores", [[1] * MOST, [5] * MOST])
def test_lines_along_an_edge_stay_whole(scores: Scores) -> None:
    """The marks of 1 and 5 are round, and free of the edge of the strip."""
    image = drawn(WEEKS, scores)
    x, y = at(MOST, 3, scores[0] or 0)
    for up_or_down in (-MARK + 2, MARK - 2):
        assert is_line(image.getpixel((x, y + up_or_down)))
    for up_or_down in (-MARK - 3, MARK + 3):
        assert not is_line(image.getpixel((x, y + up_or_down)))


# What is written


def boxes(weeks: list[str]) -> list[tuple[float, float]]:
    """Left and right of each name that is written, from the first to the last."""
    half = {n: typeface(LETTERS).getlength(week) / 2 for n, week in enumerate(weeks)}
    return sorted((x - half[n], x + half[n]) for n, x in named_weeks(weeks).items())


NAMES = {
    "26 weeks": WEEKS,
    "26 long weeks": [f"2026-W{number}" for number in range(20, 46)],
    "a whole date": ["maandag 26 oktober 2026"] * 20,
    "one": ["2026-W45"],
    "two": ["2026-W45", "2026-W46"],
    "English": ["wk of 26 Oct", "wk of 2 Nov", "wk of 9 Nov"],
}
every_kind = pytest.mark.parametrize("weeks", NAMES.values(), ids=NAMES)


@every_kind
def test_names_of_weeks_do_not_touch_and_stay_inside(weeks: list[str]) -> None:
    assert all(a[1] + 10 < b[0] for a, b in pairwise(boxes(weeks)))
    assert boxes(weeks)[0][0] >= SIDE
    assert boxes(weeks)[-1][1] <= WIDE - SIDE


@every_kind
def test_the_last_week_is_always_named(weeks: list[str]) -> None:
    assert len(weeks) - 1 in named_weeks(weeks)


@every_kind
def test_named_weeks_are_equally_far_apart(weeks: list[str]) -> None:
    assert len({a - b for a, b in pairwise(named_weeks(weeks))}) <= 1


def test_few_weeks_are_all_named_and_of_many_some() -> None:
    assert len(named_weeks(WEEKS[:6])) == 6
    assert 4 <= len(named_weeks(WEEKS)) <= 9


def test_a_named_week_stands_under_its_scores() -> None:
    for week, middle in named_weeks(WEEKS).items():
        assert abs(middle - places(MOST)[week]) < 1


def test_letters_are_as_large_on_a_phone_as_in_a_chat() -> None:
    assert LETTERS * 360 / WIDE >= 11


def test_the_numbers_of_a_strip_do_not_touch() -> None:
    assert all(height_of(a) - height_of(b) > LETTERS for a, b in pairwise(NUMBERED))


@pytest.mark.parametrize(
    "told",
    [
        facts(WEEKS, [5] * MOST, title=LONG * 2),
        facts(WEEKS, [5] * MOST, lines=[{"name": LONG * 2, "scores": [1] * MOST}]),
        facts(WEEKS, [None] * MOST, empty=LONG * 2),
        facts([LONG * 2] * MOST, [5] * MOST),
        facts([LONG.replace(" ", "")], [5]),
    ],
)
def test_nothing_that_is_long_runs_out_of_the_picture(told: Facts) -> None:
    image = opened(draw_lines(told))
    assert image.width == WIDE
    assert is_bare(image, 0, SIDE)
    assert is_bare(image, WIDE - SIDE, WIDE)


def test_between_strips_only_names_are_written() -> None:
    """Nothing that belongs to a strip reaches into the next one."""
    image = drawn(WEEKS, [1] * MOST, [5] * MOST)
    free = image.crop((0, top_of(0) + STRIP + 1, WIDE, top_of(1) - NAME + 4))
    assert free.height > 10
    assert is_bare(free, 0, WIDE)


def test_only_a_strip_without_scores_says_so() -> None:
    nothing: Scores = [None] * 4
    weeks, other = WEEKS[:4], {"empty": "no scores yet"}
    assert drawn(weeks, nothing) != drawn(weeks, nothing, **other)
    assert drawn(weeks, [None, None, 2, None]) == drawn(weeks, [None, None, 2, None], **other)


# The whole


def test_seven_themes_over_half_a_year_fit_on_a_screen() -> None:
    assert drawn(WEEKS, *([3] * MOST for _ in range(7))).height < 1400


def test_each_line_makes_the_picture_one_strip_higher() -> None:
    one, two = (drawn(WEEKS, *([3] * MOST for _ in range(n))).height for n in (1, 2))
    assert two - one == NEXT


def test_without_lines_or_weeks_there_is_still_a_picture() -> None:
    assert drawn([]).width == drawn([], []).width == WIDE


def test_a_line_stands_out_from_its_strip() -> None:
    """At least three to one, as WCAG 2.2 asks of shapes (1.4.11); one colour, so none to mix up."""

    def light(colour: str) -> float:
        parts = [part / 255 for part in ImageColor.getrgb(colour)[:3]]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return sum(a * b for a, b in zip((0.2126, 0.7152, 0.0722), linear, strict=True)) + 0.05

    assert light(WHITE) / light(TEAL) > 3


@pytest.mark.parametrize("scores", [[3], [3] * 5, []])
def test_not_one_score_for_each_week_is_refused(scores: Scores) -> None:
    with pytest.raises(ValueError, match="argument"):
        drawn(WEEKS[:4], scores)


OTHER = [
    facts(WEEKS[:4], [1, 2, 3, 4]),
    facts(WEEKS[:4], [1, 2, 3, None]),
    facts(WEEKS[:4], [None, 2, 3, 4]),
    facts(WEEKS[:4], [1, 2, 3.5, 4]),
    facts(WEEKS[1:5], [1, 2, 3, 4]),
    facts(WEEKS[:4], [1, 2, 3, 4], [1, 2, 3, 4]),
    facts(WEEKS[:4], [1, 2, 3, 4], title="The five matters of Butterfly"),
    facts(WEEKS[:4], lines=[{"name": "trust", "scores": [1, 2, 3, 4]}]),
    facts(WEEKS[:4], [None] * 4),
]


def test_different_facts_give_different_pictures() -> None:
    assert len({draw_lines(each) for each in OTHER}) == len(OTHER)


def test_the_same_facts_give_the_same_picture() -> None:
    assert draw_lines(OTHER[0]) == draw_lines(OTHER[0])
