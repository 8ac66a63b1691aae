"""A web of scores: whose they are, where they are, and what is said around it."""

from collections.abc import Sequence
from colorsys import rgb_to_hsv
from functools import lru_cache
from itertools import combinations, pairwise
from math import dist, hypot
from pathlib import Path
from typing import Any

import pytest
import yaml
from PIL import Image, ImageColor

from bot.reports.marks import CORNER, HALO, MARK
from bot.reports.radar_picture import GROUPS, MINE, ROW, asides, draw_radar
from bot.reports.radar_web import EDGE, Web
from bot.reports.score_page import LETTERS, SIDE, WIDE, head_of, under
from tests.reports.looking import is_bare, opened

Facts = dict[str, Any]
Box = tuple[float, float, float, float]
Colour = tuple[float, ...]

METHOD = Path(__file__).parents[2] / "data" / "method"
SCANS = {
    f"{scan} {language}": [theme[language]["name"] for theme in yaml.safe_load(text)]
    for scan in ("matters", "building_blocks")
    for text in [(METHOD / f"{scan}.yml").read_text()]
    for language in ("nl", "en")
}
FIVE, SEVEN = SCANS["matters nl"], SCANS["building_blocks nl"]
LONG = "verantwoordelijkheidsgevoel voor het samenwerkingsverband passend onderwijs"
VERY_LONG = [LONG, LONG.replace(" ", ""), *[LONG] * 5]
EVERY = {**SCANS, "long": VERY_LONG, "long five": VERY_LONG[:5], "short": list("abcdefg")}
every_scan = pytest.mark.parametrize("themes", EVERY.values(), ids=EVERY)
LOOKS = (MINE, *GROUPS)
DIGIT = 16  # dots high, and not as wide
TITLE = "De bouwstenen van Vlinder"

# How colours look to who lacks one kind of cone, in linear light: Machado, Oliveira and Fernandes
# (2009), "A physiologically-based model for simulation of color vision deficiency", severity 1.
SEEN = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
XYZ = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))


def group(name: str, mean: Sequence[float | None], spread: float = 0) -> Facts:
    low = [None if score is None else max(score - spread, 1) for score in mean]
    high = [None if score is None else min(score + spread, 5) for score in mean]
    return {"name": name, "mean": mean, "low": low, "high": high}


def facts(
    themes: list[str], mine: Sequence[float | None] | None = None, *groups: Facts, **other: Any
) -> Facts:
    return {
        "title": TITLE,
        "themes": themes,
        "mine": mine or [None] * len(themes),
        "groups": groups,
        "legend": {"mine": "jij", "spread": "van laagste tot hoogste cijfer"},
        "empty": "Er zijn nog geen cijfers.",
        **other,
    }


def four(themes: list[str], *scores: float | None, spread: float = 0) -> Facts:
    """Oneself and three groups, each giving its own score to all themes."""
    mine, *groups = ([score] * len(themes) for score in scores)
    named = zip("abc", groups, strict=True)
    return facts(themes, mine, *(group(name, mean, spread) for name, mean in named))


def drawn(*args: Any, **other: Any) -> Image.Image:
    return opened(draw_radar(facts(*args, **other)))


@lru_cache
def web_of(*themes: str) -> Web:
    return Web.of(themes)


def middle_of(facts: Facts) -> tuple[float, float]:
    """Of the web, in the picture."""
    return WIDE / 2, under(head_of(facts["title"])) - round(web_of(*facts["themes"]).top)


def at(facts: Facts, axis: int, score: float, aside: float = 0) -> tuple[int, int]:
    x, y = web_of(*facts["themes"]).at(axis, score, aside)
    across, down = middle_of(facts)
    return round(across + x), round(down + y)


def around(point: tuple[float, float], half: float) -> Box:
    return point[0] - half, point[1] - half, point[0] + half, point[1] + half


def touch(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def is_like(seen: Any, colour: str) -> bool:
    """As near as the number of colours in the file allows."""
    return dist(seen, ImageColor.getrgb(colour)) < 12


def part_of(image: Image.Image, box: Box) -> Image.Image:
    left, top, right, bottom = box
    return image.crop((round(left), round(top), round(right), round(bottom)))


def has(image: Image.Image, colour: str, box: Box) -> bool:
    part = part_of(image, box)
    colours = part.getcolors(part.width * part.height) or []
    return any(is_like(seen, colour) for _, seen in colours)


def clear(image: Image.Image, box: Box) -> None:
    """Make it bare there, and a dot further: letters are smooth."""
    paper = image.getpixel((0, 0))
    assert isinstance(paper, tuple)
    left, top, right, bottom = box
    image.paste(paper, (int(left) - 1, int(top) - 1, int(right) + 2, int(bottom) + 2))


def clear_names(image: Image.Image, facts: Facts) -> None:
    x, y = middle_of(facts)
    clear(image, (SIDE, 20, WIDE - SIDE, under(head_of(facts["title"]))))
    for name in web_of(*facts["themes"]).names:
        left, top, right, bottom = name.box
        clear(image, (x + left, y + top, x + right, y + bottom))


# Names


@pytest.mark.parametrize("themes", SCANS.values(), ids=SCANS)
def test_no_name_of_the_method_is_cut(themes: list[str]) -> None:
    assert [" ".join(name.lines) for name in web_of(*themes).names] == themes


@pytest.mark.parametrize("themes", SCANS.values(), ids=SCANS)
def test_nearly_all_names_of_the_method_take_two_lines_at_most(themes: list[str]) -> None:
    assert sum(len(name.lines) > 2 for name in web_of(*themes).names) <= 1


def test_letters_are_as_large_on_a_phone_as_in_a_chat() -> None:
    assert LETTERS * 360 / WIDE >= 11


@every_scan
def test_no_two_names_or_numbers_touch(themes: list[str]) -> None:
    web = web_of(*themes)
    boxes = [name.box for name in web.names]
    boxes += [around(web.number_at(score), DIGIT / 2) for score in range(1, 6)]
    assert not [pair for pair in combinations(boxes, 2) if touch(*pair)]


@every_scan
def test_no_name_touches_a_mark_at_five(themes: list[str]) -> None:
    web = web_of(*themes)
    for aside in asides(len(LOOKS)):
        for axis in range(web.axes):
            mark = around(web.at(axis, 5, aside), MARK + HALO)
            assert not [name for name in web.names if touch(mark, name.box)]


@every_scan
def test_all_that_is_written_is_in_the_place_that_is_kept_for_it(themes: list[str]) -> None:
    """Where neither the title, nor a name, nor the web is, the paper is bare."""
    told = facts(themes)
    image = opened(draw_radar(told))
    clear_names(image, told)
    clear(image, around(middle_of(told), web_of(*themes).outer + 2))
    assert is_bare(image, 0, WIDE)


@pytest.mark.parametrize(
    "told",
    [
        four(VERY_LONG, 5, 5, 5, 5, spread=4),
        four(VERY_LONG[:5], 5, 5, 5, 5, spread=4),
        facts(FIVE, title=LONG * 3),
        facts(FIVE, empty=LONG * 3),
        facts(FIVE, [3] * 5, group(LONG * 3, [3] * 5, 1), legend={"mine": LONG, "spread": LONG}),
    ],
)
def test_nothing_that_is_long_runs_out_of_the_picture(told: Facts) -> None:
    image = opened(draw_radar(told))
    assert image.width == WIDE
    assert is_bare(image, 0, EDGE)
    assert is_bare(image, WIDE - EDGE, WIDE)


def test_who_sees_the_web_sees_all_of_it_on_one_screen() -> None:
    assert opened(draw_radar(four(SEVEN, 1, 2, 3, 4, spread=1))).height < 900


def test_the_name_of_a_theme_that_nobody_rated_is_softer() -> None:
    told = facts(FIVE, [3, None, 3, 3, 3])
    image, (x, y) = opened(draw_radar(told)), middle_of(told)
    left, top, right, bottom = web_of(*FIVE).names[1].box
    name = x + left, y + top, x + right, y + bottom
    assert not has(image, MINE.colour, name)
    assert has(drawn(FIVE, [3] * 5), MINE.colour, name)


# Where scores are


def test_a_higher_score_is_further_out_and_one_is_not_in_the_middle() -> None:
    web = web_of(*SEVEN)
    far = [hypot(*web.at(3, score)) for score in (1, 1.5, 2, 3, 4, 5)]
    assert far == sorted(far)
    assert far[0] > 4 * MARK


def test_the_first_axis_goes_up_and_the_others_follow_clockwise() -> None:
    web = web_of(*FIVE)
    assert web.at(0, 5) == pytest.approx((0, -web.outer))
    assert web.at(1, 5)[0] > 0 > web.at(4, 5)[0]


@pytest.mark.parametrize("themes", [FIVE, SEVEN], ids=["five", "seven"])
@pytest.mark.parametrize(
    "scores", [(1, 1, 1, 1), (5, 5, 5, 5), (3, 3, 3, 3), (1, 2.5, 3.2, 5), (5, 4.6, 1.7, 1)]
)
@pytest.mark.parametrize("spread", [0, 4])
def test_each_series_leaves_its_colour_where_its_score_is(
    themes: list[str], scores: tuple[float, ...], spread: float
) -> None:
    told = four(themes, *scores, spread=spread)
    image = opened(draw_radar(told))
    for look, score, aside in zip(LOOKS, scores, asides(4), strict=True):
        for axis in range(len(themes)):
            assert is_like(image.getpixel(at(told, axis, score, aside)), look.colour)


def test_a_single_rated_theme_is_a_single_mark() -> None:
    told = facts(FIVE, [None, 3, None, None, None])
    image = opened(draw_radar(told))
    clear_names(image, told)
    inside = part_of(image, around(middle_of(told), web_of(*FIVE).outer + MARK))
    dark = inside.convert("L").point([255] * 70 + [0] * 186).getbbox()
    assert dark
    assert max(dark[2] - dark[0], dark[3] - dark[1]) <= 2 * MARK + 1


GAP_AT = 2
GAPPED = [None if axis == GAP_AT else 4.0 for axis in range(7)]


def all_four_but(number: int | None) -> Facts:
    """The series with that number gave no score to one theme."""
    scores = [GAPPED if each == number else [4.0] * 7 for each in range(4)]
    groups = zip("abc", scores[1:], strict=True)
    return facts(SEVEN, scores[0], *(group(name, mean) for name, mean in groups))


@pytest.mark.parametrize("number", range(4))
def test_where_there_is_no_score_is_a_gap(number: int) -> None:
    """No mark on that axis, and no line to it from either side, whoever it is."""
    whole, gapped = all_four_but(None), all_four_but(number)
    aside, colour = asides(4)[number], LOOKS[number].colour
    before, there, after = (at(whole, GAP_AT + n, 4, aside) for n in (-1, 0, 1))
    way = [
        (round(a[0] + (b[0] - a[0]) * part / 60), round(a[1] + (b[1] - a[1]) * part / 60))
        for a, b in ((before, there), (there, after))
        for part in range(61)
    ]
    way = [point for point in way if dist(point, before) > 14 and dist(point, after) > 14]
    seen = [
        sum(is_like(image.getpixel(point), colour) for point in way)
        for image in (opened(draw_radar(whole)), opened(draw_radar(gapped)))
    ]
    assert seen[0] > 20
    assert seen[1] == 0


@pytest.mark.parametrize("axis", range(7))
def test_neighbouring_themes_are_joined(axis: int) -> None:
    """The last with the first too. One's own line is unbroken."""
    scores: list[float | None] = [None] * 7
    scores[axis] = scores[(axis + 1) % 7] = 4
    told = facts(SEVEN, scores)
    (ax, ay), (bx, by) = at(told, axis, 4), at(told, (axis + 1) % 7, 4)
    part = 0.25 if axis == 6 else 0.5  # halfway the last and the first there are numbers
    between = round(ax + (bx - ax) * part), round(ay + (by - ay) * part)
    assert is_like(opened(draw_radar(told)).getpixel(between), MINE.colour)


def test_the_spread_is_a_bar_from_the_lowest_to_the_highest() -> None:
    told = facts(FIVE, None, {**group("a", [3] * 5), "low": [2] * 5, "high": [4.5] * 5})
    image = opened(draw_radar(told))
    tint = GROUPS[0].tint
    for axis in range(1, 5):
        for score in (2, 2.2, 3.7, 4, 4.5):
            assert is_like(image.getpixel(at(told, axis, score)), tint)
        for score in (1.5, 4.9):
            assert not is_like(image.getpixel(at(told, axis, score)), tint)


def test_without_a_lowest_and_a_highest_there_is_no_bar() -> None:
    nothing = [None] * 5
    told = facts(FIVE, None, {**group("a", [3] * 5), "low": nothing, "high": nothing})
    assert opened(draw_radar(told)) == drawn(FIVE, None, group("a", [3] * 5))


# Whose they are


def linear(colour: str) -> Colour:
    parts = [part / 255 for part in ImageColor.getrgb(colour)[:3]]
    return tuple(p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)


def times(matrix: Any, colour: Colour) -> Colour:
    return tuple(sum(a * b for a, b in zip(row, colour, strict=True)) for row in matrix)


def lab(light: Colour) -> Colour:
    """CIELAB, in which equal distances look about equally large."""
    white = times(XYZ, (1, 1, 1))
    parts = times(XYZ, tuple(min(max(part, 0), 1) for part in light))
    x, y, z = (
        t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116
        for t in (part / of for part, of in zip(parts, white, strict=True))
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("eyes", SEEN)
def test_any_two_series_differ_in_colour_whoever_looks(eyes: str) -> None:
    """Two colours are told apart from about 2.3 on. The rarest kind has fewest left."""
    least = 15 if eyes == "tritanopia" else 35
    seen = [lab(times(SEEN[eyes], linear(look.colour))) for look in LOOKS]
    assert min(dist(a, b) for a, b in combinations(seen, 2)) > least


def test_without_colours_they_differ_in_mark_and_in_line() -> None:
    assert len({(look.corners, look.turn) for look in LOOKS}) == len(LOOKS)
    assert len({look.dashes for look in LOOKS}) == len(LOOKS)
    assert all(look.corners in CORNER for look in LOOKS)


def test_the_marks_in_the_picture_differ_in_shape() -> None:
    """Each one by itself, in the same place, seen as a silhouette."""
    shapes = set()
    for number in range(3):
        groups = [group(name, [None] * 5) for name in "abc"]
        groups[number] = group("x", [None, 3, None, None, None])
        told = facts(FIVE, None, *groups)
        image = opened(draw_radar(told))
        x, y = at(told, 1, 3)
        part = image.crop((x - 14, y - 14, x + 15, y + 15))
        colour = GROUPS[number].colour
        shapes.add(bytes(is_like(seen, colour) for seen in part.get_flattened_data()))
    assert len(shapes) == 3


def test_no_colour_is_red() -> None:
    """Red reads as wrong, or as bad: nobody is."""
    for look in LOOKS:
        hue, _, _ = rgb_to_hsv(*(part / 255 for part in ImageColor.getrgb(look.colour)))
        assert 30 < hue * 360 < 330


def test_the_bars_of_three_groups_keep_their_own_tints_in_the_file() -> None:
    image = opened(draw_radar(four(FIVE, None, 3, 3, 3, spread=2)))
    assert all(has(image, look.tint, (0, 0, *image.size)) for look in GROUPS)
    tints = [ImageColor.getrgb(look.tint) for look in GROUPS]
    assert min(dist(a, b) for a, b in combinations(tints, 2)) > 2 * 12


def test_equal_scores_stand_beside_each_other() -> None:
    for series in range(1, 5):
        places = asides(series)
        assert sum(places) == 0
        assert all(b - a >= MARK for a, b in pairwise(places))


# What is said below


def test_the_legend_has_a_row_for_each_who_gave_a_score_and_one_for_bars() -> None:
    def height(*args: Any) -> int:
        return drawn(FIVE, *args).height

    none, nobody = height(), group("b", [None] * 5)
    assert height([3] * 5) == none + ROW
    assert height([3] * 5, group("a", [3] * 5)) == none + 2 * ROW
    assert height([3] * 5, group("a", [3] * 5), nobody) == none + 2 * ROW
    assert height([3] * 5, group("a", [3] * 5, 1)) == none + 3 * ROW
    assert height(None, nobody) == none


def test_a_group_keeps_its_look_when_another_gave_no_scores() -> None:
    told = facts(FIVE, None, group("a", [None] * 5), group("b", [3] * 5))
    assert is_like(opened(draw_radar(told)).getpixel(at(told, 1, 3)), GROUPS[1].colour)


def test_the_legend_shows_the_colour_of_each() -> None:
    image = opened(draw_radar(four(FIVE, 3, 3, 3, 3)))
    bottom = image.height - SIDE - 4 * ROW
    for row, look in enumerate(LOOKS):
        middle = SIDE + 28, bottom + row * ROW + ROW // 2
        assert is_like(image.getpixel(middle), look.colour)


def test_only_where_there_are_no_scores_at_all_it_says_so() -> None:
    other = {"empty": "There are no scores yet."}
    assert drawn(FIVE) != drawn(FIVE, **other)
    one: list[float | None] = [None, None, 1, None, None]
    assert drawn(FIVE, one) == drawn(FIVE, one, **other)
    assert drawn(FIVE, None, group("a", one)) == drawn(FIVE, None, group("a", one), **other)


# What goes in


@pytest.mark.parametrize(
    "told",
    [
        facts(FIVE, [3] * 4),
        facts(FIVE, [3] * 7),
        facts(FIVE, None, group("a", [3] * 4)),
        facts(FIVE, None, {**group("a", [3] * 5), "low": [3]}),
        facts(FIVE, None, *(group(name, [3] * 5) for name in "abcd")),
    ],
)
def test_not_one_score_for_each_theme_or_four_groups_are_refused(told: Facts) -> None:
    with pytest.raises(ValueError, match=r"score|argument"):
        draw_radar(told)


OTHER = [
    facts(FIVE),
    facts(SEVEN),
    facts(SCANS["matters en"]),
    facts(FIVE, title="Een andere titel"),
    facts(FIVE, [1] * 5),
    facts(FIVE, [5] * 5),
    facts(FIVE, [1, 2, 3, 4, 5]),
    facts(FIVE, [1, 2, None, 4, 5]),
    facts(FIVE, None, group("a", [1] * 5)),
    facts(FIVE, None, group("b", [1] * 5)),
    facts(FIVE, None, group("a", [1] * 5, 1)),
    facts(FIVE, [1] * 5, group("a", [1] * 5)),
    facts(FIVE, [1] * 5, legend={"mine": "you", "spread": "from lowest to highest"}),
]


def test_different_facts_give_different_pictures() -> None:
    assert len({draw_radar(each) for each in OTHER}) == len(OTHER)


def test_the_same_facts_give_the_same_picture() -> None:
    assert draw_radar(OTHER[-1]) == draw_radar(OTHER[-1])
