"""What goes with a day when it is taken out of a sentence: "op", "uiterlijk", a comma, a blank."""

from __future__ import annotations

from bot.language.date_words import pattern

_LONGEST_LEAD = 60  # characters
_OPEN, _CLOSE = "([“", ")]”"
_STOPS = ".!?"
_JOINS = " ,:;-"

_HOUR = r"(?:\d{1,2}|@number)"
_CLOCK = r"\d{1,2}(?:[:.]\d\d)?"
_TIME = (
    rf"(?:{_CLOCK} ?(?:-|@to) ?)?{_CLOCK} ?@oclock|\d{{1,2}}[:.]\d\d"
    rf"|@half_past {_HOUR}|@time_of_day"
)


def lead_start(text: str, start: int) -> int:
    """Where the words begin that lead up to the day at `start` ("uiterlijk op de")."""
    floor = max(0, start - _LONGEST_LEAD)
    lead = pattern(r"(?<![\w'-])(?:@lead:? )+(?:@article )?$|(?<![\w'-])(?:de|the) $")
    found = lead.search(text, floor, start)
    return found.start() if found else start


def tail_end(text: str, end: int) -> int:
    """Where the words end that come with the day that ends at `end` ("half 3", "uiterlijk")."""
    tails = pattern(
        rf"(?:,? (?:{_TIME})(?!\w))?(?:,? @tail(?!\w))?(?: @tail_at_end(?=\W*$))?"
        r"(?: @tail_unless_counted(?! @not_after_tail(?!\w))(?!\w))?"
    )
    found = tails.match(text, end)
    return found.end() if found else end


def only_time(text: str) -> bool:
    """Whether `text` holds nothing but a time of day and marks."""
    # Atomic: "1:11" can be read in two ways, and a row of them in more than can be tried.
    times = pattern(rf"(?>(?:{_TIME}|@around_time|@part|{_HOUR})(?!\w)|\W)*+")
    return times.fullmatch(text) is not None


def tidy(text: str, start: int, end: int) -> tuple[int, int]:
    """`start` and `end` moved so that what stays reads well: no blanks or marks doubled."""
    if start and end < len(text) and text[start - 1] in _OPEN and text[end] in _CLOSE:
        return tidy(text, start - 1, end + 1)
    left, right = text[:start], text[end:]
    if only_time(left) and only_time(right):
        return 0, len(text)
    if not left.rstrip(_JOINS):
        return 0, len(text) - len(right.lstrip(_JOINS + "."))
    if not right.strip(_JOINS + _STOPS):
        left = left.rstrip(_JOINS)
        return len(left), len(text) if left[-1] in _STOPS else end
    return _tidy_inside(text, start, end)


def _tidy_inside(text: str, start: int, end: int) -> tuple[int, int]:
    left, right = text[:start], text[end:]
    bare = left.rstrip(" ")
    if bare[-1] in _STOPS and right[0] in _STOPS:
        return len(bare), end + 1
    marks = right.lstrip(" ")
    if bare[-1] in ",:-" and marks[0] in ",-":  # nothing is left to set apart
        return len(bare[:-1].rstrip(" ")), len(text) - len(marks) + 1
    if bare[-1] in _OPEN or right[0] not in " " + _STOPS + ",:;" + _CLOSE:
        return len(left), end + len(right) - len(right.lstrip(" "))
    return len(bare), end
