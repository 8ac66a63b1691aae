"""The map of a case as a picture: five steps down, four viewpoints across."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from PIL import Image, ImageDraw

from bot.reports.paper import (
    FINER,
    INK,
    MARGIN,
    PAPER,
    SAND,
    SEA,
    SOFT,
    TEAL,
    WHITE,
    WIDTH,
    larger,
    png,
    write_title,
)
from bot.reports.typeface import typeface

HEIGHT = 840
COLUMNS, COLUMN = 264, 131  # where the first viewpoint begins, and how wide each is
ROWS, ROW = 219, 102  # where the first step begins, and how high each is
CELL, CORNER, LINE = (107, 71), 16, 3
DOT = 31
LEGEND = 780
# Blank, begun and done differ in lightness too, so that nobody needs to see colours.
FILL = {"blank": WHITE, "begun": "#b9d8d6", "done": TEAL}
EDGE = {"blank": SAND, "begun": SEA, "done": TEAL}
TEXT = {"blank": SOFT, "begun": INK, "done": WHITE}
FULL = {"blank": 0, "begun": 180, "done": 360}  # degrees of a dot that are filled


def draw_map(facts: Mapping[str, Any]) -> bytes:
    """A PNG of the map. ``facts`` come from ``bot.voice.map``."""
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    draw = ImageDraw.Draw(image)
    write_title(draw, facts["title"])
    _heads(draw, facts)
    for row, step in enumerate(facts["steps"]):
        middle = ROWS + row * ROW + ROW // 2 - 8
        draw.text((MARGIN, middle), step, INK, typeface(21), "lm")
        for column, state in enumerate(facts["states"][row]):
            left = COLUMNS + column * COLUMN
            image.paste(_cell(state), (left + 7, middle - CELL[1] // 2))
            share = facts["shares"][row][column]
            centre = (left + 7 + CELL[0] // 2, middle)
            draw.text(centre, share, TEXT[state], typeface(20), "mm")
    _legend(image, draw, facts["legend"])
    return png(image)


def _heads(draw: ImageDraw.ImageDraw, facts: Mapping[str, Any]) -> None:
    for column, name in enumerate(facts["viewpoints"]):
        middle = COLUMNS + column * COLUMN + 60
        draw.text((middle, 180), name, INK, typeface(18), "mm")
    for half, side in enumerate(facts["sides"]):
        left = COLUMNS + half * 2 * COLUMN + 6
        right = left + 2 * COLUMN - 15
        draw.text(((left + right) // 2, 117), side, SOFT, typeface(17), "mm")
        draw.line([(left, 143), (right, 143)], SOFT, 2)


def _legend(image: Image.Image, draw: ImageDraw.ImageDraw, legend: Mapping[str, str]) -> None:
    left = MARGIN
    for state, name in legend.items():
        image.paste(_dot(state), (left, LEGEND - DOT // 2))
        draw.text((left + DOT + 12, LEGEND), name, SOFT, typeface(19), "lm")
        left += DOT + 12 + int(typeface(19).getlength(name)) + 45


@lru_cache
def _cell(state: str) -> Image.Image:
    image, draw = larger(CELL)
    draw.rounded_rectangle(
        (0, 0, CELL[0] * FINER - 1, CELL[1] * FINER - 1),
        CORNER * FINER, FILL[state], EDGE[state], LINE * FINER,
    )  # fmt: skip
    return image.reduce(FINER)


@lru_cache
def _dot(state: str) -> Image.Image:
    image, draw = larger((DOT, DOT))
    box = (0, 0, DOT * FINER - 1, DOT * FINER - 1)
    draw.ellipse(box, FILL["blank"])
    draw.pieslice(box, 90, 90 + FULL[state], FILL[state])
    draw.ellipse(box, None, EDGE[state], 2 * FINER)
    return image.reduce(FINER)
