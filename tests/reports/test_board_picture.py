"""Three boards, with who takes part and who is only named."""

from itertools import pairwise
from typing import Any

import pytest
from PIL import Image, ImageStat

from bot.reports.board_picture import RIGHT, TOP, draw_board
from bot.reports.chips import HEIGHT
from bot.reports.paper import FINER, MARGIN, WHITE, WIDTH, larger
from bot.reports.pieces import draw_box
from tests.reports.looking import is_bare, keeps_its_margins, opened

Facts = dict[str, Any]
EDGE = 3  # dots of a board's own edge
LONG = "directeur van het regionale samenwerkingsverband voor passend onderwijs en jeugdhulp " * 3


def level(*joined: str, named: tuple[str, ...] = (), **other: str) -> Facts:
    facts = {"name": "Bestuurlijk", "short": "wie over regels, geld en beleid gaat", "note": ""}
    return {**facts, "joined": list(joined), "named": list(named), **other}


def facts(*levels: Facts, **other: Any) -> Facts:
    return {
        "title": "Het bord van Vlinder",
        "levels": levels,
        "empty": "Hier is nog niemand.",
        "more": "en nog {count}",
        "legend": {"joined": "doet mee", "named": "alleen genoemd"},
        **other,
    }


def drawn(*levels: Facts, **other: Any) -> Image.Image:
    return opened(draw_board(facts(*levels, **other)))


def lightness(image: Image.Image) -> float:
    return ImageStat.Stat(image.convert("L")).mean[0]


def pieces_of_edge(image: Image.Image) -> int:
    """In how many pieces the upper edge of the first board is, from left to right."""
    row = [image.getpixel((x, TOP + 1)) for x in range(MARGIN + 30, WIDTH - MARGIN - 30)]
    paper = image.getpixel((0, 0))
    return sum(a != b == paper for a, b in pairwise(row)) + 1


def test_the_picture_is_as_wide_as_the_map() -> None:
    assert drawn(level("moeder")).width == WIDTH


def test_a_level_where_nobody_is_says_so() -> None:
    nobody = level()
    assert drawn(nobody) != drawn(nobody, empty="Nobody is here yet.")


def test_a_level_where_somebody_is_does_not_say_that_it_is_empty() -> None:
    for somebody in (level("moeder"), level(named=("moeder",))):
        assert drawn(somebody) == drawn(somebody, empty="Nobody is here yet.")


def test_only_a_level_where_nobody_is_has_a_dashed_edge() -> None:
    assert pieces_of_edge(drawn(level())) > 10
    assert pieces_of_edge(drawn(level("moeder"))) == 1


def test_who_takes_part_differs_in_lightness_from_who_is_only_named() -> None:
    joined, named = drawn(level("moeder")), drawn(level(named=("moeder",)))
    assert lightness(joined) < lightness(named) - 1


def test_who_takes_part_differs_in_shape_from_who_is_only_named() -> None:
    """A round box leaves its corner bare, the other does not."""
    corner = {}
    for kind in ("joined", "named"):
        image, draw = larger((100, HEIGHT), WHITE)
        draw_box(draw, (0, 0, 100, HEIGHT), kind)
        corner[kind] = image.reduce(FINER).crop((0, 0, 6, 6))
    assert is_bare(corner["joined"], 0, 6)
    assert not is_bare(corner["named"], 0, 6)


@pytest.mark.parametrize(
    "facts",
    [
        facts(level(LONG, named=(LONG, LONG))),
        facts(level(LONG.replace(" ", ""), note=LONG)),
        facts(level("moeder", name=LONG, short=LONG, note=LONG.replace(" ", ""))),
        facts(level(), empty=LONG),
        facts(level(*["moeder"] * 40), more=LONG),
        facts(level("moeder"), title=LONG),
        facts(level("moeder"), legend={"joined": LONG, "named": LONG}),
    ],
)
def test_nothing_that_is_long_runs_out_of_its_board(facts: Facts) -> None:
    image = opened(draw_board(facts))
    assert keeps_its_margins(image)
    board = image.crop((0, TOP + 30, WIDTH, TOP + 120))
    assert is_bare(board, WIDTH - MARGIN - RIGHT + 1, WIDTH - MARGIN - EDGE)


def test_forty_names_at_each_level_still_fit_on_a_screen() -> None:
    names = [f"medewerker {number}" for number in range(20)]
    crowd = level(*names, named=tuple(names), note=LONG)
    assert drawn(crowd, crowd, crowd).height < 2000


def test_a_board_is_as_high_as_what_is_on_it() -> None:
    low = drawn(level("moeder")).height
    assert drawn(level("moeder", note="Zij belde.")).height > low
    assert drawn(level(*["leerkracht"] * 6)).height > low


OTHER = [
    facts(level("moeder")),
    facts(level("vader")),
    facts(level(named=("moeder",))),
    facts(level("moeder", named=("vader",))),
    facts(level("moeder", "vader")),
    facts(level("vader", "moeder")),
    facts(level("moeder", name="Uitvoerend")),
    facts(level("moeder", short="van dag tot dag")),
    facts(level("moeder", note="Zij belde.")),
    facts(level("moeder"), level()),
    facts(level(), level("moeder")),
    facts(level("moeder"), title="Het bord van Bever"),
    facts(level("moeder"), legend={"joined": "takes part", "named": "mentioned"}),
]


def test_different_facts_give_different_pictures() -> None:
    assert len({draw_board(each) for each in OTHER}) == len(OTHER)


def test_the_same_facts_give_the_same_picture() -> None:
    assert draw_board(OTHER[0]) == draw_board(OTHER[0])
