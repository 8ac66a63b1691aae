"""Examples of danger told: read as they stand, or refused with the place."""

from pathlib import Path

import pytest

from bot.core.safety.told import SAFE, Told, ToldDataError, read_told


def read(folder: Path, text: str) -> list[Told]:
    (folder / "nl_young.tsv").write_text(text, encoding="utf-8")
    return list(read_told(folder))


def test_examples_are_read_with_their_kind(tmp_path: Path) -> None:
    read_back = read(tmp_path, "abuse\thij komt 's nachts binnen\nsafe\tik ga naar bed\n")
    assert read_back == [Told("abuse", "hij komt 's nachts binnen"), Told(SAFE, "ik ga naar bed")]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("safe\teen\nik ga naar bed\n", "nl_young.tsv:2: a line is a kind, one tab and a text"),
        ("safe\t \n", "nl_young.tsv:1: a line is"),
        ("safe\teen\ttwee\n", "nl_young.tsv:1: a line is"),
        ("worry\tik ga naar bed\n", "nl_young.tsv:1: 'worry' is none of suicide"),
        ("safe\tIk ga\nabuse\tik ga\n", "nl_young.tsv:2: this stands in nl_young.tsv:1 already"),
    ],
)
def test_a_wrong_line_is_refused_with_its_place(tmp_path: Path, text: str, why: str) -> None:
    with pytest.raises(ToldDataError, match=why):
        read(tmp_path, text)


def test_no_examples_are_no_examples(tmp_path: Path) -> None:
    with pytest.raises(ToldDataError, match="there are no examples"):
        list(read_told(tmp_path))
