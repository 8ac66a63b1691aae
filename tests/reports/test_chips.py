"""Names in rows."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.reports.chips import ROWS, Chip, rows_of_chips

ROOM = 640
MORE = "en nog {count}"
NAMES = st.lists(st.text("abcdefg ëï", min_size=1, max_size=70), max_size=25)


def in_rows(joined: list[str], named: list[str]) -> list[list[Chip]]:
    return rows_of_chips(joined, named, MORE, ROOM)


def test_nobody_gives_no_row() -> None:
    assert in_rows([], []) == []


def test_who_joined_comes_first() -> None:
    (row,) = in_rows(["moeder"], ["oma", "opa"])
    assert [(c.text, c.kind) for c in row] == [
        ("moeder", "joined"),
        ("oma", "named"),
        ("opa", "named"),
    ]


def test_nobody_is_left_out_while_there_is_room() -> None:
    names = ["leerkracht", "directeur van het samenwerkingsverband", "moeder", "vader", "oma"]
    shown = [chip.text for row in in_rows(names, []) for chip in row]
    assert sorted(shown) == sorted(names)


def test_a_short_name_takes_the_room_that_a_long_one_left() -> None:
    first, second = in_rows(["moeder", "directeur van het samenwerkingsverband", "vader"], [])
    assert [chip.text for chip in first] == ["moeder", "vader"]
    assert len(second) == 1


def test_a_name_that_is_too_long_is_shortened() -> None:
    ((chip,),) = in_rows(["een naam van een functie zonder einde " * 3], [])
    assert chip.text.endswith("…")
    assert chip.width <= ROOM


def test_the_last_chip_counts_who_does_not_fit() -> None:
    rows = in_rows(["leerkracht"] * 25, ["wethouder"] * 15)
    shown = sum(len(row) for row in rows) - 1
    assert rows[-1][-1].text == f"en nog {40 - shown}"
    assert rows[-1][-1].kind == "more"


@settings(max_examples=30, deadline=None)
@given(NAMES, NAMES)
def test_everybody_is_shown_or_counted_within_three_rows(
    joined: list[str], named: list[str]
) -> None:
    rows = in_rows(joined, named)
    chips = [chip for row in rows for chip in row]
    counted = sum(int(chip.text.split()[-1]) for chip in chips if chip.kind == "more")
    assert sum(chip.kind != "more" for chip in chips) + counted == len(joined) + len(named)
    assert len(rows) <= ROWS
    assert all(row[-1].right <= ROOM for row in rows)


@settings(max_examples=30, deadline=None)
@given(NAMES)
def test_chips_do_not_touch(names: list[str]) -> None:
    for row in in_rows(names, []):
        assert row[0].left == 0
        assert all(a.right < b.left for a, b in pairwise(row))
