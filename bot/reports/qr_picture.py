"""A link as a QR code, to show to somebody who stands beside you."""

from collections.abc import Mapping
from typing import Any

import segno
from PIL import Image, ImageDraw

from bot.reports.paper import (
    FINER,
    MARGIN,
    PAPER,
    WHITE,
    WIDTH,
    larger,
    png,
    write_lines,
    write_title,
)
from bot.reports.typeface import typeface, wrap

CARD = WIDTH - 2 * MARGIN  # the white square around the code
TOP = 104
QUIET = 4  # modules that stay white around a code: ISO/IEC 18004
CORNER = 20
LETTERS, APART = 23, 36
LINES = 2  # for each line of the text under it


def draw_qr(facts: Mapping[str, Any]) -> bytes:
    """A PNG with the code of ``link``, its ``title`` above and, under it, what it is ``about``.

    Raises ``segno.DataOverflowError`` when the link has more than the 2,331 bytes that a code can
    hold; up to some 300 it is easily read from a phone.
    """
    font = typeface(LETTERS)
    lines = [line for part in facts["about"].splitlines() for line in wrap(part, font, CARD, LINES)]
    text = TOP + CARD + 48
    image = Image.new("RGB", (WIDTH, text + len(lines) * APART + 8), PAPER)
    draw = ImageDraw.Draw(image)
    write_title(draw, facts["title"])
    image.paste(_card(facts["link"]), (MARGIN, TOP))
    write_lines(draw, (MARGIN, text), lines, LETTERS, APART)
    return png(image)


def _card(link: str) -> Image.Image:
    """The code in the middle of a white card, each module a whole number of dots.

    Its quiet zone stays clear of the round corners.
    """
    card, draw = larger((CARD, CARD))
    draw.rounded_rectangle((0, 0, CARD * FINER - 1, CARD * FINER - 1), CORNER * FINER, WHITE)
    image = card.reduce(FINER)
    code = _code(link)
    dots = (CARD - CORNER) // (code.width + 2 * QUIET)
    code = code.resize((code.width * dots, code.height * dots), Image.Resampling.NEAREST)
    free = (CARD - code.width) // 2
    image.paste(code, (free, free))
    return image


def _code(link: str) -> Image.Image:
    """One dot a module. Up to 15% of the code may be unreadable: a fold, or light on a screen."""
    code = segno.make_qr(link, error="m")
    dots = bytes(0 if dark else 255 for row in code.matrix for dark in row)
    return Image.frombytes("L", (len(code.matrix), len(code.matrix)), dots)
