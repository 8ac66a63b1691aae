"""The shapes on a board: pieces, the boxes they stand in, and the board itself.

All are drawn ``FINER`` times as large, on an image from ``paper.larger``; positions and sizes are
in dots. Who takes part is filled and round, who is only named is outlined and has corners: they
differ in lightness and in shape, so that nobody needs to see colours.
"""

from PIL import ImageDraw

from bot.reports.paper import FINER, PAPER, SAND, SEA, SOFT, TEAL, WHITE

Draw = ImageDraw.ImageDraw
Box = tuple[float, float, float, float]  # left, top, right, bottom

CORNER, LINE = 20, 3  # of a board
SQUARE = 23  # about as wide and as high as a square of the chess board
STRIP = LINE + 2 * SQUARE
DASH, OPEN = 15, 11  # of the edge of a board where nobody is
SHADE, DASHES = "#efe9dc", "#a8a08d"  # of the dark squares, and of that edge

FILL = {"joined": TEAL, "named": WHITE, "more": PAPER}
EDGE = {"joined": TEAL, "named": SEA, "more": PAPER}
ROUND = {"joined": 23, "named": 11, "more": 23}
PIECE = {"joined": WHITE, "named": SOFT}


def draw_box(draw: Draw, box: Box, kind: str) -> None:
    """The box of a chip."""
    draw.rounded_rectangle(_finer(box), ROUND[kind] * FINER, FILL[kind], EDGE[kind], LINE * FINER)


def draw_piece(draw: Draw, middle: tuple[float, float], kind: str) -> None:
    """A piece, 19 wide and 26 high: filled, or only its outline."""
    _silhouette(draw, middle, 0, PIECE[kind])
    if kind == "named":
        _silhouette(draw, middle, -2.2, FILL[kind])


def _silhouette(draw: Draw, middle: tuple[float, float], more: float, colour: str) -> None:
    """Head, body and foot, each side ``more`` dots further out."""
    x, y = middle
    head, neck, hip, foot = 6 + more, 2.8 + more, 6 + more, 9.5 + more
    draw.ellipse(_finer((x - head, y - 7 - head, x + head, y - 7 + head)), colour)
    body = [(x - neck, y - 5), (x + neck, y - 5), (x + hip, y + 10), (x - hip, y + 10)]
    draw.polygon([(left * FINER, top * FINER) for left, top in body], colour)
    base = _finer((x - foot, y + 7 - more, x + foot, y + 13 + more))
    draw.rounded_rectangle(base, 2 * FINER, colour)


def draw_full(draw: Draw, width: int, height: int) -> None:
    """A board where somebody is, with the first squares of a chess board at its left."""
    edge = _finer((0, 0, width, height))
    draw.rounded_rectangle(edge, CORNER * FINER, WHITE, SAND, LINE * FINER)
    _squares(draw, height)


def draw_empty(draw: Draw, width: int, height: int) -> None:
    """A board where nobody is: its squares, and a dashed edge."""
    edge = _finer((0, 0, width, height))
    draw.rounded_rectangle(edge, CORNER * FINER, None, DASHES, LINE * FINER)
    for left in _gaps(width):
        draw.rectangle(_finer((left, 0, left + OPEN, LINE)), PAPER)
        draw.rectangle(_finer((left, height - LINE, left + OPEN, height)), PAPER)
    for top in _gaps(height):
        draw.rectangle(_finer((0, top, LINE, top + OPEN)), PAPER)
        draw.rectangle(_finer((width - LINE, top, width, top + OPEN)), PAPER)
    _squares(draw, height)


def _squares(draw: Draw, height: int) -> None:
    """An odd number of rows, so that the round corners are on light squares."""
    inside = height - 2 * LINE
    rows = round((inside / SQUARE - 1) / 2) * 2 + 1
    for row in range(rows):
        left = LINE + (row + 1) % 2 * SQUARE
        top, bottom = (LINE + round(n * inside / rows) for n in (row, row + 1))
        draw.rectangle(_finer((left, top, left + SQUARE, bottom)), SHADE)


def _gaps(length: int) -> list[float]:
    """Where the gaps in a side begin, evenly between its two corners."""
    straight = length - 2 * CORNER
    number = max(round(straight / (DASH + OPEN)), 1)
    return [CORNER + (n + 0.5) * straight / number - OPEN / 2 for n in range(number)]


def _finer(box: Box) -> Box:
    left, top, right, bottom = (round(side * FINER) for side in box)
    return left, top, right - 1, bottom - 1
