"""The letters in pictures: DejaVu Sans, which knows the accents of every name in Europe.

The font files come with matplotlib, which Rasa installs anyway; matplotlib itself is not loaded
(it would take 50 MB of the gateway's memory), its folder is only looked up.
"""

from bisect import bisect
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from PIL import ImageFont


@lru_cache
def typeface(size: int, bold: bool = False) -> ImageFont.FreeTypeFont:
    """The letters at a size in dots."""
    return ImageFont.truetype(_folder() / f"DejaVuSans{'-Bold' * bold}.ttf", size)


def cut(text: str, font: ImageFont.FreeTypeFont, room: float) -> str:
    """The text, or as much of its beginning as fits in ``room`` dots, with … behind it."""
    if font.getlength(text) <= room:
        return text
    fits = bisect(range(len(text)), room, key=lambda n: font.getlength(text[:n] + "…")) - 1
    return text[: max(fits, 0)].rstrip() + "…"


def wrap(text: str, font: ImageFont.FreeTypeFont, room: int, most: int) -> list[str]:
    """The text in at most ``most`` lines of ``room`` dots; what goes beyond ends in …

    The lines are about equally long: no single word is left for the last one.
    """
    words = text.split()
    lines = _lines(words, font, room)
    if len(lines) > most:
        lines[most - 1 :] = [" ".join(lines[most - 1 :])]
    elif len(lines) > 1:
        lines = _even(lines, words, font, room)
    return [cut(line, font, room) for line in lines]


def _even(lines: list[str], words: list[str], font: ImageFont.FreeTypeFont, room: int) -> list[str]:
    """In as little width as these lines need without becoming more."""
    for narrower in range(room, 0, -20):
        tried = _lines(words, font, narrower)
        if len(tried) > len(lines):
            break
        lines = tried
    return lines


def _lines(words: list[str], font: ImageFont.FreeTypeFont, room: int) -> list[str]:
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _folder() -> Path:
    matplotlib = find_spec("matplotlib")
    if matplotlib is None or matplotlib.origin is None:
        raise FileNotFoundError("matplotlib, whose fonts are used, is not installed")
    return Path(matplotlib.origin).parent / "mpl-data" / "fonts" / "ttf"
