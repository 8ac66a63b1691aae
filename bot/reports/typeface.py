"""The letters in pictures: DejaVu Sans, which knows the accents of every name in Europe.

The font files come with matplotlib, which Rasa installs anyway; matplotlib itself is not loaded
(it would take 50 MB of the gateway's memory), its folder is only looked up.
"""

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from PIL import ImageFont


@lru_cache
def typeface(size: int, bold: bool = False) -> ImageFont.FreeTypeFont:
    """The letters at a size in dots."""
    return ImageFont.truetype(_folder() / f"DejaVuSans{'-Bold' * bold}.ttf", size)


def _folder() -> Path:
    matplotlib = find_spec("matplotlib")
    if matplotlib is None or matplotlib.origin is None:
        raise FileNotFoundError("matplotlib, whose fonts are used, is not installed")
    return Path(matplotlib.origin).parent / "mpl-data" / "fonts" / "ttf"
