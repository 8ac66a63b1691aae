"""The map of a case as a picture: five steps down, four viewpoints across."""

import io
from collections.abc import Mapping
from typing import Any

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyBboxPatch, Wedge

WIDTH, HEIGHT = (
    5.4,
    5.6,
)  # inches, at DPI dots each: 810 × 840, a phone's width at twice its points
DPI = 150
PAPER, INK, SOFT = "#f7f3ea", "#1f3438", "#5d7175"
# Blank, begun and done differ in lightness too, so that nobody needs to see colours.
FILL = {"blank": "#ffffff", "begun": "#b9d8d6", "done": "#1f6f78"}
EDGE = {"blank": "#c9c2b2", "begun": "#4e9aa0", "done": "#1f6f78"}
TEXT = {"blank": "#5d7175", "begun": "#1f3438", "done": "#ffffff"}


def draw_map(facts: Mapping[str, Any]) -> bytes:
    """A PNG of the map. ``facts`` come from ``bot.voice.map``."""
    figure = Figure(figsize=(WIDTH, HEIGHT), dpi=DPI, facecolor=PAPER)
    canvas = FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, 5.4)
    axes.set_ylim(5.6, 0)
    axes.axis("off")
    axes.text(
        0.25,
        0.38,
        facts["title"],
        color=INK,
        fontsize=15,
        fontweight="bold",
        va="center",
    )
    _heads(axes, facts)
    for row, step in enumerate(facts["steps"]):
        axes.text(0.25, 1.75 + row * 0.68, step, color=INK, fontsize=10.5, va="center")
        for column, state in enumerate(facts["states"][row]):
            _cell(axes, column, row, state, facts["shares"][row][column])
    _legend(axes, facts["legend"])
    out = io.BytesIO()
    canvas.print_png(out)
    return out.getvalue()


def _heads(axes: Axes, facts: Mapping[str, Any]) -> None:
    for column, name in enumerate(facts["viewpoints"]):
        axes.text(
            _x(column) + 0.41,
            1.2,
            name,
            color=INK,
            fontsize=8.5,
            ha="center",
            va="center",
        )
    for half, side in enumerate(facts["sides"]):
        left = _x(half * 2)
        axes.text(left + 0.87, 0.78, side, color=SOFT, fontsize=8, ha="center", va="center")
        axes.plot([left + 0.05, left + 1.69], [0.96, 0.96], color=SOFT, linewidth=0.8)


def _cell(axes: Axes, column: int, row: int, state: str, share: str) -> None:
    left, top = _x(column), 1.46 + row * 0.68
    axes.add_artist(
        FancyBboxPatch(
            (left + 0.06, top + 0.06), 0.70, 0.46, boxstyle="round,pad=0,rounding_size=0.1",
            facecolor=FILL[state], edgecolor=EDGE[state], linewidth=1.3,
        )
    )  # fmt: skip
    axes.text(
        left + 0.41,
        top + 0.295,
        share,
        color=TEXT[state],
        fontsize=10,
        ha="center",
        va="center",
    )


def _legend(axes: Axes, legend: Mapping[str, str]) -> None:
    left = 0.35
    for state, name in legend.items():
        axes.add_artist(Circle((left, 5.2), 0.1, facecolor=FILL["blank"], edgecolor=EDGE[state]))
        share = {"blank": 0, "begun": 180, "done": 360}[state]
        axes.add_artist(Wedge((left, 5.2), 0.1, 90, 90 + share, facecolor=FILL[state]))
        axes.text(left + 0.18, 5.2, name, color=SOFT, fontsize=9, va="center")
        left += 0.55 + 0.12 * len(name)


def _x(column: int) -> float:
    return 1.75 + column * 0.87
