"""What pictures of scores from 1 to 5 share: a narrow page with its title at the top."""

from collections.abc import Sequence

from PIL import ImageDraw

from bot.reports.paper import INK
from bot.reports.typeface import typeface, wrap

WIDE = 720  # dots: twice the width at which a phone shows it
SIDE = 20  # what stays free at the sides
ROOM = WIDE - 2 * SIDE
LETTERS, APART = 22, 28  # of all but the title, and from line to line
TITLE, TITLE_APART, TITLE_AT = 30, 40, 42
LOWEST, HIGHEST = 1, 5


def head_of(title: str) -> list[str]:
    """The lines of a title, two at most."""
    return wrap(title, typeface(TITLE, bold=True), ROOM, most=2)


def under(head: Sequence[str]) -> int:
    """Where a picture goes on, below its title."""
    return TITLE_AT + len(head) * TITLE_APART - 8


def write_head(draw: ImageDraw.ImageDraw, head: Sequence[str]) -> None:
    """At the top of a picture."""
    for number, line in enumerate(head):
        at = (SIDE, TITLE_AT + number * TITLE_APART)
        draw.text(at, line, INK, typeface(TITLE, bold=True), "lm")
