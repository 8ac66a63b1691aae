"""The weekly check-in, as one member goes through it: part by part, any of which may be skipped."""

from dataclasses import dataclass, replace

from bot.core.access import begins_as
from bot.core.agreement import Agreement, AgreementStatus
from bot.core.method import Cell, Step, Viewpoint
from bot.core.record import Case, Doing, Note, Person
from bot.core.rhythm import (
    LATER_TODAY,
    Alarm,
    AlarmKind,
    CheckIn,
    CheckInStatus,
    Part,
    Rating,
    kind_of,
    next_part,
)
from bot.services.check_in_plan import Asked, asked_in, plan_of, theme_of
from bot.services.ports import Desk
from bot.services.progress import progress, say_need
from bot.services.refusals import Refusal
from bot.services.rhythm import set_alarm
from bot.services.round_up import close_week
from bot.services.standing import part_in

SCORES = range(1, 6)
LOOKED_BACK = Cell(Step.ACTIVATE, Viewpoint.PROCEDURE)  # where what is said in a check-in belongs


@dataclass(frozen=True)
class Went:
    """What became of an answer: the check-in as it goes on, and what was said."""

    asked: Asked
    agreement: Agreement | None = None  # of which it was said how it goes, or what it needs
    note: Note | None = None  # kept; the next small step may become an agreement


def open_check_in(desk: Desk, person: Person, id: str | None = None) -> CheckIn:
    """The check-in with this id, or the latest that is open. Refusal "no_check_in"."""
    parts = desk.record.memberships.find(person=person.id)
    mine = {part.id for part in parts if part.left_at is None}
    if id is not None:
        found = desk.record.check_ins.get(id)
        if found and found.membership in mine and found.open:
            return found
        raise Refusal("no_check_in")
    every = [c for part in mine for c in desk.record.check_ins.find(membership=part) if c.open]
    if not every:
        raise Refusal("no_check_in")
    return max(every, key=lambda check_in: check_in.asked_at)


def begin_check_in(desk: Desk, person: Person, id: str | None = None) -> Asked:
    """Begin a check-in, or go on with it where it was left. Refusals: "no_check_in", "no_case"."""
    check_in = open_check_in(desk, person, id)
    part = part_in(desk, person, check_in.case)
    if person.current_case != check_in.case:
        check_in = replace(check_in, came_from=person.current_case)
        desk.record.people.put(replace(person, current_case=check_in.case))
    desk.record.memberships.put(replace(part, doing=Doing.CHECKING_IN, about=check_in.id))
    return _go_on(desk, replace(check_in, status=CheckInStatus.UNDER_WAY))


def alias_of(desk: Desk, check_in: CheckIn) -> str:
    """The alias of the case that a check-in is about."""
    case = desk.record.cases.get(check_in.case)
    return (case and case.alias) or ""


def under_way(desk: Desk, person: Person) -> Asked:
    """What is asked now in the check-in that this member is in. Refusal "no_check_in"."""
    return asked_in(desk, _current(desk, person))


def say_how_it_goes(
    desk: Desk, person: Person, status: AgreementStatus, text: str | None = None
) -> Went:
    """How the agreement goes that is asked about, and what they said of it: for the professionals
    to read when it is one of them, else for nobody. Refusals: "no_check_in", "check_in_passed"."""
    check_in = _current(desk, person)
    kind, id = kind_of(check_in.part or Part.NEXT)
    if kind is not Part.AGREEMENT:
        raise Refusal("check_in_passed")
    part = desk.record.memberships.get(check_in.membership)
    told = text if part and part.team else None
    found = progress(desk, person, id, status, check_in.id, told)
    return Went(_passed(desk, check_in), agreement=found)


def rate(desk: Desk, person: Person, score: int) -> Went:
    """A number from 1 to 5. Refusals: "no_check_in", "check_in_passed", "which_score"."""
    check_in = _current(desk, person)
    if check_in.part != Part.RATE:
        raise Refusal("check_in_passed")
    if score not in SCORES:
        raise Refusal("which_score")
    rating = Rating(
        desk.new_id(),
        check_in.membership,
        check_in.case,
        theme_of(desk, check_in),
        score,
        desk.now(),
        check_in.week,
    )
    desk.record.ratings.put(rating)
    return Went(_passed(desk, check_in))


def say(desk: Desk, person: Person, text: str) -> Went:
    """Words in answer to what is asked now. Refusals: "no_check_in", "empty", "tap_how_it_goes" and
    "which_score" (words are kept for neither; nothing is lost, it is asked again)."""
    check_in = _current(desk, person)
    kind, id = kind_of(check_in.part or Part.NEXT)
    if not text.strip():
        raise Refusal("empty")
    match kind:
        case Part.AGREEMENT:
            raise Refusal("tap_how_it_goes")
        case Part.RATE:
            raise Refusal("which_score")
        case Part.NEED:
            found = say_need(desk, person, id, text, check_in.id)
            return Went(_passed(desk, check_in), agreement=found)
        case Part.WHY:
            _say_why(desk, check_in, text)
            return Went(_passed(desk, check_in))
    note = _keep(desk, check_in, text)
    return Went(_passed(desk, check_in), note=note)


def skip_part(desk: Desk, person: Person) -> Asked:
    """Leave what is asked now. Refusal "no_check_in"."""
    return _passed(desk, _current(desk, person))


def pause_check_in(desk: Desk, person: Person) -> Case:
    """Leave it for now; it goes on where it was. Refusal "no_check_in"."""
    check_in = _current(desk, person)
    leave_check_in(desk, check_in)
    case = desk.record.cases.get(check_in.case)
    assert case
    return case


def put_off(desk: Desk, person: Person, id: str, week: bool) -> CheckIn:
    """Not now: later today, or not this ``week`` at all. Refusal "no_check_in"."""
    check_in = open_check_in(desk, person, id)
    if week:
        return _end(desk, check_in, CheckInStatus.SKIPPED)
    later = Alarm(desk.new_id(), AlarmKind.REMINDER, check_in.id, desk.now() + LATER_TODAY)
    set_alarm(desk, later)
    return check_in


def _current(desk: Desk, person: Person) -> CheckIn:
    """The check-in that somebody is in; or the one that they left for a while, gone on with."""
    part = part_in(desk, person, None)
    if part.doing is not Doing.CHECKING_IN:
        left = desk.record.check_ins.first(membership=part.id, status=CheckInStatus.UNDER_WAY)
        if left is None or part.doing is not Doing.NOTHING:
            raise Refusal("no_check_in")
        desk.record.memberships.put(replace(part, doing=Doing.CHECKING_IN, about=left.id))
        return left
    check_in = desk.record.check_ins.get(part.about or "")
    if check_in is None or not check_in.open:
        raise Refusal("no_check_in")
    return check_in


def _passed(desk: Desk, check_in: CheckIn) -> Asked:
    """What was asked is answered or skipped; go on."""
    passed = (*check_in.passed, check_in.part or "")
    return _go_on(desk, replace(check_in, passed=passed))


def _go_on(desk: Desk, check_in: CheckIn) -> Asked:
    plan = plan_of(desk, check_in)
    following = next_part(check_in.passed, *plan)
    check_in = replace(check_in, part=following)
    if following is None:
        return asked_in(desk, _end(desk, check_in, CheckInStatus.DONE))
    desk.record.check_ins.put(check_in)
    return asked_in(desk, check_in)


def _say_why(desk: Desk, check_in: CheckIn, text: str) -> None:
    given = desk.record.ratings.find(membership=check_in.membership, week=check_in.week, scan=None)
    desk.record.ratings.put(replace(given[-1], why=text))


def _keep(desk: Desk, check_in: CheckIn, text: str) -> Note:
    part = desk.record.memberships.get(check_in.membership)
    assert part
    note = Note(desk.new_id(), part.id, text, begins_as(part), desk.now(), LOOKED_BACK)
    desk.record.notes.put(note)
    return note


def _end(desk: Desk, check_in: CheckIn, status: CheckInStatus) -> CheckIn:
    """It is over, for this week."""
    check_in = replace(check_in, status=status, part=None, finished_at=desk.now())
    desk.record.check_ins.put(check_in)
    desk.record.alarms.remove(kind=AlarmKind.REMINDER, subject=check_in.id)
    if schedule := desk.record.schedules.get(check_in.schedule):
        desk.record.schedules.put(replace(schedule, missed=0))
    leave_check_in(desk, check_in)
    close_week(desk, check_in.case, check_in.week)
    return check_in


def leave_check_in(desk: Desk, check_in: CheckIn) -> None:
    """Whoever is in it is so no more, and stands where they stood before."""
    part = desk.record.memberships.get(check_in.membership)
    if part is None or part.about != check_in.id:
        return
    desk.record.memberships.put(replace(part, doing=Doing.NOTHING, about=None))
    person = desk.record.people.get(part.person)
    if person and check_in.came_from and person.current_case == check_in.case:
        desk.record.people.put(replace(person, current_case=check_in.came_from))
