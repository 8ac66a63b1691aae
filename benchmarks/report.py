"""What was measured, as one table, and what the targets say about it."""

import os
import platform
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median

import psutil

from benchmarks.measure import CROWD, Measured, percentile

MOST_MEMORY = 1.2e9  # bytes, of Zwaan's three processes together
BEGIN, END = "<!-- by hand: begin -->", "<!-- by hand: end -->"
EMPTY = f"{BEGIN}\n## What was tried\n\nNothing is written here yet.\n{END}"
NOT_REACHED = "not reached in the time given"


@dataclass(frozen=True)
class Target:
    """What was promised, what came out, and whether that is enough; None: not measured."""

    promise: str
    outcome: str
    reached: bool | None

    def line(self) -> str:
        verdict = {True: "reached", False: "**not reached**", None: "not measured"}[self.reached]
        return f"| {self.promise} | {self.outcome} | {verdict} |"


def targets(usual: Measured, zwaan: Measured) -> list[Target]:
    """The five targets, in the order in which they were set."""
    promises = [
        _share(usual, zwaan, 10, 0.40, "at most 40 %"),
        _share(usual, zwaan, 200, 0.10, "at most a tenth"),
        _steady(zwaan),
        _crowd(usual, zwaan),
    ]
    held = zwaan.memory.resident
    weight = Target("all processes together under 1.2 GB", _memory(zwaan), held < MOST_MEMORY)
    return [*promises, weight]


def write_report(path: Path, usual: Measured, zwaan: Measured, command: str) -> str:
    """Write the whole page, keeping what was written in it by hand; returns the tables."""
    old = path.read_text(encoding="utf-8") if path.exists() else ""
    by_hand = BEGIN + old.split(BEGIN)[1].split(END)[0] + END if BEGIN in old else EMPTY
    tables = "\n".join(_tables(usual, zwaan))
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join([*_head(command), tables, "", by_hand, ""]), encoding="utf-8")
    return tables


def _head(command: str) -> Iterator[str]:
    memory = psutil.virtual_memory().total / 1e9
    yield "# Zwaan beside the usual way of building it"
    yield ""
    yield f"Measured on {date.today().isoformat()} with `{command}`, on {os.cpu_count()} cores and"
    yield f"{memory:.0f} GB of memory, {platform.system()}, Python {platform.python_version()}."
    yield ""
    yield "The usual bot stands in `benchmarks/usual/`. A turn is the time that a person waits:"
    yield "from sending an answer until the next question is there, over HTTP, all steps included."
    yield ""


def _tables(usual: Measured, zwaan: Measured) -> Iterator[str]:
    many = f"{CROWD}: usual | {CROWD}: Zwaan | times"
    yield f"| answers in | one: usual | one: Zwaan | share | Zwaan, ten in | {many} |"
    yield "|---:|---:|---:|---:|---:|---:|---:|---:|"
    for depth in sorted({*usual.alone, *zwaan.alone}):
        yield _row(depth, usual, zwaan)
    yield ""
    yield "One: the median turn of one conversation (and its 95th percentile). Ten in: the same of"
    yield "somebody else, ten answers in, who speaks in turn with the one: a machine that is slow"
    yield f"for a minute is so for both. {CROWD}: turns a second of {CROWD} conversations at once."
    yield ""
    yield "| memory | usual | Zwaan |"
    yield "|---|---:|---:|"
    for name, what in _WEIGHTS.items():
        yield f"| {what} | {getattr(usual.memory, name) / 1e6:,.0f} MB | " + (
            f"{getattr(zwaan.memory, name) / 1e6:,.0f} MB |"
        )
    yield f"| processes | {usual.memory.processes} | {zwaan.memory.processes} |"
    yield ""
    yield f"Given and found again in its database: usual {usual.given} and {usual.kept} answers,"
    yield f"Zwaan {zwaan.given} and {zwaan.kept}. The usual bot said nothing at all"
    yield f"{usual.silences} times; the answer was then given again, and the wait counts as one."
    yield ""
    yield "| target | outcome | |"
    yield "|---|---|---|"
    yield from (target.line() for target in targets(usual, zwaan))


_WEIGHTS = {
    "resident": "resident (RSS), a shared page counted for each",
    "fair": "resident, shared pages shared out (PSS)",
    "own": "not shared with anything (USS)",
}


def _row(depth: int, usual: Measured, zwaan: Measured) -> str:
    one = [_turns(each.alone.get(depth)) for each in (usual, zwaan)]
    share, times = _shares(usual, zwaan).get(depth), _rates(usual, zwaan).get(depth)
    many = [f"{m.crowds[depth].rate:.1f}/s" if depth in m.crowds else "" for m in (usual, zwaan)]
    cells = [
        f"{depth:,}",
        *one,
        f"{share:.0%}" if share else "",
        _turns(zwaan.fresh.get(depth)),
        *many,
        f"{times:.1f} ×" if times else "",
    ]
    return "| " + " | ".join(cells) + " |"


def _turns(seconds: Sequence[float] | None) -> str:
    if not seconds:
        return NOT_REACHED
    return f"{median(seconds) * 1000:,.0f} ms ({percentile(seconds, 95) * 1000:,.0f})"


def _shares(usual: Measured, zwaan: Measured) -> Mapping[int, float]:
    both = usual.alone.keys() & zwaan.alone.keys()
    return {d: median(zwaan.alone[d]) / median(usual.alone[d]) for d in both}


def _rates(usual: Measured, zwaan: Measured) -> Mapping[int, float]:
    both = sorted(usual.crowds.keys() & zwaan.crowds.keys())
    return {d: zwaan.crowds[d].rate / usual.crowds[d].rate for d in both}


def _share(usual: Measured, zwaan: Measured, depth: int, most: float, words: str) -> Target:
    share = _shares(usual, zwaan).get(depth)
    promise = f"the median turn at {depth} answers: {words} of the usual one"
    return Target(
        promise, f"{share:.0%}" if share else "", None if share is None else share <= most
    )


def _steady(zwaan: Measured) -> Target:
    promise = "at 1,000 answers within 15 % of its own at 10"
    if not {10, 1000} <= zwaan.alone.keys():
        return Target(promise, "", None)
    deep, fresh = median(zwaan.alone[1000]), median(zwaan.fresh[1000])
    change, before = deep / fresh - 1, deep / median(zwaan.alone[10]) - 1
    outcome = f"{change:+.0%} at the same time ({before:+.0%} on that of minutes before)"
    return Target(promise, outcome, change <= 0.15)


def _crowd(usual: Measured, zwaan: Measured) -> Target:
    rates = _rates(usual, zwaan)
    promise = f"{CROWD} at once: at least 4 times the turns a second, at every depth"
    outcome = ", ".join(f"{rate:.1f} × at {depth:,}" for depth, rate in rates.items())
    return Target(promise, outcome, min(rates.values()) >= 4 if rates else None)


def _memory(measured: Measured) -> str:
    return f"{measured.memory.resident / 1e9:.2f} GB"
