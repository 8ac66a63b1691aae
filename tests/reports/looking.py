"""Looking at a picture: what is where, in dots."""

import io

from PIL import Image

from bot.reports.paper import MARGIN, WIDTH


def opened(png: bytes) -> Image.Image:
    assert png.startswith(b"\x89PNG")
    return Image.open(io.BytesIO(png)).convert("RGB")


def shades(image: Image.Image) -> list[int]:
    """The lightnesses that are in it, from 0 for black to 255 for white."""
    return [shade for shade, count in enumerate(image.convert("L").histogram()) if count]


def is_bare(image: Image.Image, left: int, right: int) -> bool:
    """Nothing is drawn between these two, from top to bottom."""
    strip = image.crop((left, 0, right, image.height))
    return len(strip.getcolors(strip.width * strip.height) or []) == 1


def keeps_its_margins(image: Image.Image) -> bool:
    return is_bare(image, 0, MARGIN) and is_bare(image, WIDTH - MARGIN, WIDTH)
