"""A link as a QR code."""

import pytest
import segno
from PIL import Image

from bot.reports.paper import WIDTH
from bot.reports.qr_picture import QUIET, draw_qr
from tests.reports.looking import keeps_its_margins, opened, shades

LINK = "https://t.me/ZwaanBot?start=c_8fK2hQx1LmZp"
WHITE = 254  # what is left of 255 among 32 colours
LINKS = ["https://zwaan.nl/a", LINK, f"{LINK}{'-k7Q' * 60}"]


def drawn(link: str = LINK, title: str = "Doe mee", about: str = "Scan de code.") -> Image.Image:
    return opened(draw_qr({"link": link, "title": title, "about": about}))


def code_in(image: Image.Image) -> tuple[int, int, int, int]:
    """Where the code is: only there is it black, letters are lighter."""
    box = image.convert("L").point([255] * 20 + [0] * 236).getbbox()
    assert box
    return box


@pytest.mark.parametrize("link", LINKS, ids=["short", "usual", "long"])
def test_every_module_is_as_the_standard_says(link: str) -> None:
    matrix = segno.make_qr(link, error="m").matrix
    image = drawn(link)
    left, top, right, _ = code_in(image)
    dots = (right - left) // len(matrix)
    for row, modules in enumerate(matrix):
        for column, dark in enumerate(modules):
            at = (left + column * dots, top + row * dots)
            seen = shades(image.crop((*at, at[0] + dots, at[1] + dots)))
            assert seen == [0] if dark else min(seen) >= WHITE


@pytest.mark.parametrize("link", LINKS, ids=["short", "usual", "long"])
def test_a_code_is_a_large_square_of_whole_modules(link: str) -> None:
    left, top, right, bottom = code_in(drawn(link))
    assert right - left == bottom - top
    assert (right - left) % len(segno.make_qr(link, error="m").matrix) == 0
    assert right - left > WIDTH * 0.6


@pytest.mark.parametrize("link", LINKS, ids=["short", "usual", "long"])
def test_a_code_has_four_white_modules_around_it(link: str) -> None:
    image = drawn(link)
    left, top, right, bottom = code_in(image)
    quiet = QUIET * (right - left) // len(segno.make_qr(link, error="m").matrix)
    around = image.crop((left - quiet, top - quiet, right + quiet, bottom + quiet))
    around.paste("white", (quiet, quiet, around.width - quiet, around.height - quiet))
    assert min(shades(around)) >= WHITE


def test_what_is_long_keeps_its_margins() -> None:
    assert keeps_its_margins(drawn(title="Doe mee met Vlinder " * 9, about="Scan de code. " * 30))


def test_each_line_of_the_text_is_a_line_in_the_picture() -> None:
    none, one, two = (drawn(about=text).height for text in ("", "Scan.", "Scan.\nEén keer."))
    assert two - one == one - none > 0


def test_another_link_is_another_picture() -> None:
    assert drawn() != drawn(LINKS[0])


def test_title_and_text_are_in_the_picture() -> None:
    assert drawn() != drawn(title="Kom erbij")
    assert drawn() != drawn(about="Eén keer.")


def test_a_link_that_no_code_can_hold_is_refused() -> None:
    with pytest.raises(segno.DataOverflowError):
        drawn("a" * 2332)
