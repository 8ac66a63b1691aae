"""Going through a scan: one theme after the other is rated, and explained in a line."""

from dataclasses import dataclass, replace

from bot.core.access import Action
from bot.core.record import Case, Doing, Membership, Person
from bot.core.rhythm import Part, Rating, kind_of, week_of
from bot.core.scan import STALE_AFTER, Scan, ScanKind, next_in_scan, themes_in
from bot.services.check_in import SCORES
from bot.services.permission import of_the_team
from bot.services.ports import Desk
from bot.services.refusals import Refusal
from bot.services.standing import standing


@dataclass(frozen=True)
class Asked:
    """A scan with what is asked now; ``part`` None: it is finished. ``number`` of ``total``."""

    scan: Scan
    case: Case
    part: Part | None
    theme: str
    number: int  # of the theme
    total: int


def left_off(desk: Desk, person: Person) -> Scan | None:
    """The scan that was begun last and is not finished. Refusals: "no_case",
    "for_professionals"."""
    return _left_off(desk, of_the_team(desk, person, Action.SCAN).part, None)


def begin_scan(desk: Desk, person: Person, kind: ScanKind) -> Asked:
    """Begin a scan, or go on with it where it was left. Refusals: "no_case",
    "for_professionals"."""
    at = of_the_team(desk, person, Action.SCAN)
    scan = _left_off(desk, at.part, kind)
    scan = scan or Scan(desk.new_id(), at.part.id, at.case.id, kind, desk.now())
    now = replace(at.part, doing=Doing.SCANNING, about=scan.id, adding_to=None)
    desk.record.memberships.put(now)
    return _go_on(desk, scan)


def scanning(desk: Desk, person: Person) -> Asked:
    """What is asked now in the scan that this member is in. Refusal "no_scan"."""
    return _asked(desk, _current(desk, person))


def rate_theme(desk: Desk, person: Person, score: int) -> Asked:
    """A number from 1 to 5. Who goes back and gives another has given both: what was counted once
    is not changed. Refusals: "no_scan", "scan_passed", "which_score"."""
    scan = _current(desk, person)
    part, theme = kind_of(scan.part or "")
    if part is not Part.RATE:
        raise Refusal("scan_passed")
    if score not in SCORES:
        raise Refusal("which_score")
    rating = Rating(
        desk.new_id(),
        scan.membership,
        scan.case,
        theme,
        score,
        desk.now(),
        week_of(desk.now().date()),
        scan=scan.id,
    )
    desk.record.ratings.put(rating)
    return _passed(desk, scan)


def say_why(desk: Desk, person: Person, text: str) -> Asked:
    """Words to the number that was given. Refusals: "no_scan", "empty", and "which_score" while a
    number is asked: words are no number."""
    scan = _current(desk, person)
    part, theme = kind_of(scan.part or "")
    if not text.strip():
        raise Refusal("empty")
    if part is Part.RATE:
        raise Refusal("which_score")
    given = desk.record.ratings.find(scan=scan.id, theme=theme)
    desk.record.ratings.put(replace(given[-1], why=text))
    return _passed(desk, scan)


def skip_theme(desk: Desk, person: Person) -> Asked:
    """Leave what is asked now. Refusal "no_scan"."""
    return _passed(desk, _current(desk, person))


def step_back_in_scan(desk: Desk, person: Person) -> Asked:
    """Ask once more what was asked before. Refusals: "no_scan", "nothing_before"."""
    scan = _current(desk, person)
    if not scan.passed:
        raise Refusal("nothing_before")
    return _go_on(desk, replace(scan, passed=scan.passed[:-1]))


def pause_scan(desk: Desk, person: Person) -> Asked:
    """Leave it for now; it goes on where it was. Refusal "no_scan"."""
    asked = scanning(desk, person)
    _let_go(desk, asked.scan)
    return asked


def _left_off(desk: Desk, part: Membership, kind: ScanKind | None) -> Scan | None:
    found = [
        scan
        for scan in desk.record.scans.find(membership=part.id, finished_at=None)
        if kind in (None, scan.kind) and desk.now() - scan.begun_at < STALE_AFTER
    ]
    return found[-1] if found else None


def _current(desk: Desk, person: Person) -> Scan:
    part = standing(desk, person).part
    scan = desk.record.scans.get(part.about or "")
    if part.doing is not Doing.SCANNING or scan is None or scan.part is None:
        raise Refusal("no_scan")
    return scan


def _passed(desk: Desk, scan: Scan) -> Asked:
    """What was asked is answered or skipped; go on."""
    return _go_on(desk, replace(scan, passed=(*scan.passed, scan.part or "")))


def _go_on(desk: Desk, scan: Scan) -> Asked:
    rated = desk.record.ratings.pick("theme", scan=scan.id)
    following = next_in_scan(scan.passed, themes_in(scan.kind, desk.method.themes), rated)
    scan = replace(scan, part=following, finished_at=None if following else desk.now())
    desk.record.scans.put(scan)
    if following is None:
        _let_go(desk, scan)
    return _asked(desk, scan)


def _asked(desk: Desk, scan: Scan) -> Asked:
    case = desk.record.cases.get(scan.case)
    assert case
    themes = themes_in(scan.kind, desk.method.themes)
    if scan.part is None:
        return Asked(scan, case, None, themes[-1], len(themes), len(themes))
    part, theme = kind_of(scan.part or "")
    return Asked(scan, case, part, theme, themes.index(theme) + 1, len(themes))


def _let_go(desk: Desk, scan: Scan) -> None:
    """The member is in it no more, and stands where they stood before."""
    part = desk.record.memberships.get(scan.membership)
    if part and part.about == scan.id:
        desk.record.memberships.put(replace(part, doing=Doing.NOTHING, about=None))
