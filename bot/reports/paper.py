"""What all pictures share: paper and colours, a title, and the PNG at the end."""

import io
from collections.abc import Iterable

from PIL import Image, ImageDraw

from bot.reports.typeface import cut, typeface

WIDTH = 810  # dots: a phone's width at twice its points
MARGIN = 38
FINER = 4  # shapes are drawn this much larger and then made smaller, for smooth edges
PAPER, INK, SOFT = "#f7f3ea", "#1f3438", "#5d7175"
WHITE, SAND, SEA, TEAL = "#ffffff", "#c9c2b2", "#4e9aa0", "#1f6f78"


def write_title(draw: ImageDraw.ImageDraw, title: str) -> None:
    """As large as it fits in the width: an alias may be long."""
    room = WIDTH - 2 * MARGIN
    fonts = [typeface(size, bold=True) for size in range(31, 14, -2)]
    font = next((font for font in fonts if font.getlength(title) <= room), fonts[-1])
    draw.text((MARGIN, 57), cut(title, font, room), INK, font, "lm")


def write_lines(
    draw: ImageDraw.ImageDraw, at: tuple[int, int], lines: Iterable[str], size: int, apart: int
) -> None:
    """Soft lines under each other; ``at`` is the left of the first one's middle."""
    for number, line in enumerate(lines):
        draw.text((at[0], at[1] + number * apart), line, SOFT, typeface(size), "lm")


def larger(size: tuple[int, int], paper: str = PAPER) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    """An image to draw shapes in, ``FINER`` times as large; ``reduce(FINER)`` makes it smooth."""
    image = Image.new("RGB", (size[0] * FINER, size[1] * FINER), paper)
    return image, ImageDraw.Draw(image)


def png(image: Image.Image, colours: int = 32) -> bytes:
    """In few colours, which nobody sees: a third of the size, and quicker."""
    out = io.BytesIO()
    few = image.quantize(colours, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.save(out, "PNG", compress_level=3)
    return out.getvalue()
