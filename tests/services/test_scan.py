"""Scans: going through one, and what is shown of the numbers to whom."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

import pytest

from bot.core.record import Doing
from bot.core.rhythm import Alarm, AlarmKind, Part, Rating
from bot.core.scan import STALE_AFTER, ScanKind, Side
from bot.services.cases import close_case, switch_case
from bot.services.check_in import begin_check_in, say
from bot.services.check_in import rate as rate_in_check_in
from bot.services.clock import ring
from bot.services.erase import erase
from bot.services.invite import begin_inviting
from bot.services.leave import leave
from bot.services.my_data import my_data
from bot.services.rhythm import switch_on
from bot.services.scan import (
    begin_scan,
    left_off,
    pause_scan,
    rate_theme,
    say_why,
    scanning,
    skip_theme,
    step_back_in_scan,
)
from bot.services.scans import scans
from tests.harness.memory import Clock
from tests.services.someone import Someone
from tests.services.team import Team, tells

MATTERS, BLOCKS = ScanKind
TRUST = "matter.trust"
CLOSE = ("mentor", "psychologist", "family_doctor", "teacher")
ABOVE = ("school_leader", "alderman", "policy_maker")


def gives(someone: Someone, *scores: int | None, kind: ScanKind = MATTERS) -> None:
    """A whole scan, with these numbers over and over; None is skipped."""
    asked = begin_scan(someone.desk, someone.person, kind)
    while asked.part:
        score = scores[(asked.number - 1) % len(scores)]
        if asked.part is Part.WHY:
            asked = say_why(someone.desk, someone.person, f"Om {score}.")
        elif score is None:
            asked = skip_theme(someone.desk, someone.person)
        else:
            asked = rate_theme(someone.desk, someone.person, score)


def shown(someone: Someone, theme: str = TRUST) -> dict[Side, tuple[float, int, int]]:
    """What somebody sees of groups on one theme now."""
    seen = scans(someone.desk, someone.person, ScanKind(theme.partition(".")[0]))
    return {
        group.side: (figure.mean, figure.low, figure.high)
        for group in seen.groups
        for figure in group.figures[theme][-1:]
    }


@pytest.fixture
def close(team: Team) -> Team:
    """A team of four who work close to the child; the first directs the case."""
    for role in CLOSE[:3]:
        team.add(role)
    return team


def everyone(team: Team) -> Iterator[Someone]:
    return iter((team.coordinator, *team.members))


# --- going through it ---


@pytest.mark.parametrize(("kind", "count"), [(MATTERS, 5), (BLOCKS, 7)])
def test_a_scan_asks_a_number_and_why_of_each_theme(
    someone: Someone, kind: ScanKind, count: int
) -> None:
    gives(someone, 4, kind=kind)
    ratings = someone.desk.record.ratings.find(membership=someone.part.id)
    assert [each.theme for each in ratings] == [
        theme for theme in someone.desk.method.themes if theme.startswith(kind)
    ]
    assert len(ratings) == count
    assert {(each.score, each.why) for each in ratings} == {(4, "Om 4.")}


def test_a_theme_that_is_skipped_is_not_asked_why(someone: Someone) -> None:
    asked = begin_scan(someone.desk, someone.person, MATTERS)
    asked = skip_theme(someone.desk, someone.person)
    assert (asked.part, asked.number, asked.total) == (Part.RATE, 2, 5)


def test_it_goes_on_where_it_was_paused(someone: Someone) -> None:
    begin_scan(someone.desk, someone.person, BLOCKS)
    rate_theme(someone.desk, someone.person, 2)
    pause_scan(someone.desk, someone.person)
    assert someone.part.doing is Doing.NOTHING
    asked = begin_scan(someone.desk, someone.person, BLOCKS)
    assert (asked.part, asked.number) == (Part.WHY, 1)
    assert len(someone.desk.record.scans.find()) == 1


def test_the_one_that_was_left_off_last_goes_on_by_itself(someone: Someone) -> None:
    for kind in (MATTERS, BLOCKS):
        begin_scan(someone.desk, someone.person, kind)
        pause_scan(someone.desk, someone.person)
    found = left_off(someone.desk, someone.person)
    assert found
    assert found.kind is BLOCKS
    gives(someone, 3, kind=BLOCKS)
    found = left_off(someone.desk, someone.person)
    assert found
    assert found.kind is MATTERS


def test_one_that_was_left_for_weeks_is_begun_anew(someone: Someone) -> None:
    begin_scan(someone.desk, someone.person, MATTERS)
    rate_theme(someone.desk, someone.person, 2)
    clock = someone.desk.now
    assert isinstance(clock, Clock)
    clock.at += STALE_AFTER
    assert left_off(someone.desk, someone.person) is None
    assert begin_scan(someone.desk, someone.person, MATTERS).number == 1


def test_the_open_question_is_there_again_afterwards(someone: Someone) -> None:
    before = someone.open
    begin_scan(someone.desk, someone.person, MATTERS)
    assert someone.situation.loop == "scan_form"
    gives(someone, 3)
    assert someone.open == before
    assert someone.situation.loop == "reflection_form"


def test_going_back_asks_the_same_again_and_the_last_number_stands(someone: Someone) -> None:
    begin_scan(someone.desk, someone.person, MATTERS)
    rate_theme(someone.desk, someone.person, 1)
    asked = step_back_in_scan(someone.desk, someone.person)
    assert (asked.part, asked.number) == (Part.RATE, 1)
    rate_theme(someone.desk, someone.person, 5)
    assert scanning(someone.desk, someone.person).part is Part.WHY
    say_why(someone.desk, someone.person, "Toch wel.")
    seen = scans(someone.desk, someone.person, MATTERS)
    assert [(r.score, r.why) for r in seen.mine["matter.necessity"]] == [
        (1, None),
        (5, "Toch wel."),
    ]


def test_a_check_in_and_a_scan_of_the_same_week_leave_each_other_alone(someone: Someone) -> None:
    schedule = switch_on(someone.desk, someone.person, "UTC")
    gives(someone, 2)
    ring(someone.desk, Alarm("x", AlarmKind.CHECK_IN, schedule.id, someone.desk.now()))
    asked = begin_check_in(someone.desk, someone.person)
    assert asked.part is Part.RATE
    rate_in_check_in(someone.desk, someone.person, 5)
    begin_scan(someone.desk, someone.person, BLOCKS)  # in the middle of it
    rate_theme(someone.desk, someone.person, 3)
    begin_check_in(someone.desk, someone.person)
    say(someone.desk, someone.person, "Het loopt.")
    given = {(r.score, r.why) for r in someone.desk.record.ratings.find(theme=asked.theme)}
    assert given == {(2, "Om 2."), (5, "Het loopt.")}


def test_a_number_of_a_check_in_counts_beside_those_of_scans(close: Team) -> None:
    first, *others = everyone(close)
    schedule = switch_on(close.desk, first.person, "UTC")
    ring(close.desk, Alarm("x", AlarmKind.CHECK_IN, schedule.id, close.desk.now()))
    theme = begin_check_in(close.desk, first.person).theme
    rate_in_check_in(close.desk, first.person, 5)
    for other in others[:2]:
        gives(other, 2)
    assert shown(first, theme) == {Side.CLOSE: (3, 2, 5)}


# --- three or more ---


def test_of_a_group_nothing_is_shown_until_three_gave_a_number(close: Team) -> None:
    for number, who in enumerate(everyone(close), start=1):
        if number > 3:
            break
        assert shown(who) == {}
        gives(who, number)
    assert shown(close.coordinator) == {Side.CLOSE: (2, 1, 3)}


def test_one_who_scans_three_times_is_one_person(close: Team) -> None:
    for score in (1, 2, 3):
        gives(close.coordinator, score)
    gives(close.members[0], 4)
    assert shown(close.coordinator) == {}


def test_three_who_did_not_rate_the_same_theme_show_nothing(close: Team) -> None:
    one, two, three, _ = everyone(close)
    gives(one, 3, None)
    gives(two, 3, None)
    gives(three, None, 3)
    assert shown(one, "matter.necessity") == {}
    assert shown(one, "matter.whom_with") == {}


def test_what_a_fourth_gave_is_not_to_be_had_by_subtraction(close: Team) -> None:
    *three, fourth = everyone(close)
    for who in three:
        gives(who, 3)
    before = shown(three[0])
    gives(fourth, 1)
    assert shown(three[0]) == before
    gives(fourth, 5)
    assert shown(three[0]) == before


def test_nor_what_one_changed(close: Team) -> None:
    *three, _ = everyone(close)
    for who in three:
        gives(who, 3)
    gives(three[0], 5)
    assert shown(three[1]) == {Side.CLOSE: (3, 3, 3)}
    gives(three[1], 5)
    gives(three[2], 2)
    assert shown(three[1]) == {Side.CLOSE: (4, 2, 5)}


def test_groups_are_never_added_up_nor_mixed(close: Team) -> None:
    above = [close.add(role) for role in ABOVE]
    for who in list(everyone(close))[:2] + above[:2]:
        gives(who, 2)
    assert shown(close.coordinator) == {}  # four people, and no three of one group
    gives(above[2], 5)
    assert shown(close.coordinator) == {Side.ABOVE: (3, 2, 5)}
    gives(close.members[1], 4)
    assert set(shown(close.coordinator)) == {Side.ABOVE, Side.CLOSE}


@pytest.mark.parametrize("side", [Side.NEAR, Side.YOUNG])
def test_the_same_holds_for_those_around_the_child(close: Team, side: Side) -> None:
    role = "parent" if side is Side.NEAR else "young_person"
    for number in range(3):
        assert shown(close.coordinator) == {}
        part = close.add(role).part
        rating = Rating(f"r{number}", part.id, part.case, TRUST, 4, close.desk.now(), "2025-W09")
        close.desk.record.ratings.put(rating)
    assert shown(close.coordinator) == {side: (4, 4, 4)}


def goes(who: Someone, how: str) -> None:
    if how == "erases":
        erase(who.desk, who.person)
    else:
        leave(who.desk, who.person, stays=how == "leaves")


@pytest.mark.parametrize("how", ["leaves", "takes all away", "erases"])
def test_who_goes_takes_the_figure_along_so_that_no_one_can_subtract(close: Team, how: str) -> None:
    close.add(CLOSE[3])
    close.add(CLOSE[0])
    people = list(everyone(close))
    for who in people:
        tells(who, "Iets dat blijft.")  # so that leaving may leave something
        gives(who, 3)
    assert len(scans(close.desk, people[0].person, MATTERS).groups[0].figures[TRUST]) == 2
    goes(people[2], how)
    assert shown(people[0]) == {}  # though five are left
    for theme, given in scans(close.desk, people[0].person, MATTERS).mine.items():
        assert [each.score for each in given] == [3], f"one's own number for {theme} stays"
    for who in people[3:5]:
        gives(who, 5)
        assert shown(people[0]) == {}
    gives(people[5], 2)
    assert shown(people[0]) == {Side.CLOSE: (4, 2, 5)}


@pytest.mark.parametrize("how", ["leaves", "takes all away", "erases"])
def test_who_goes_without_having_been_counted_changes_nothing(close: Team, how: str) -> None:
    *three, fourth = everyone(close)
    for who in three:
        gives(who, 4)
    tells(fourth, "Iets dat blijft.")
    gives(fourth, 1)
    goes(fourth, how)
    assert shown(three[0]) == {Side.CLOSE: (4, 4, 4)}
    late = [close.add(role) for role in CLOSE[:3]]
    for who in late[:2]:
        gives(who, 1)
    assert shown(three[0]) == {Side.CLOSE: (4, 4, 4)}


def test_who_goes_leaves_the_figures_of_other_groups_and_themes_alone(close: Team) -> None:
    above = [close.add(role) for role in ABOVE]
    one, two, three, four = list(everyone(close))[:4]
    for who in above:
        gives(who, 2)
    for who in (two, three, four):
        gives(who, 4)
        gives(who, 5, kind=BLOCKS)
    goes(above[0], "erases")
    assert shown(one) == {Side.CLOSE: (4, 4, 4)}
    gives(one, 1)
    goes(one, "erases")  # the one who directs, who rated only the matters and was not counted
    assert shown(two) == {Side.CLOSE: (4, 4, 4)}
    assert shown(two, "block.learning") == {Side.CLOSE: (5, 5, 5)}


def test_who_comes_back_counts_as_somebody_new(close: Team) -> None:
    *three, _ = everyone(close)
    for who in three:
        gives(who, 3)
    goes(three[2], "takes all away")
    again = close.add(CLOSE[1])
    gives(again, 1)
    assert shown(three[0]) == {}


def test_everybody_of_the_team_sees_the_same_of_groups_and_only_their_own_numbers(
    close: Team,
) -> None:
    director = close.add("school_leader")
    for score, who in enumerate(list(everyone(close))[:3], start=1):
        gives(who, score)
    gives(director, 5)
    for score, who in ((1, close.coordinator), (2, close.members[0]), (5, director)):
        assert shown(who) == {Side.CLOSE: (2, 1, 3)}
        seen = scans(who.desk, who.person, None)
        assert [r.score for r in seen.mine[TRUST]] == [score]
        assert {r.membership for given in seen.mine.values() for r in given} == {who.part.id}


# --- around it ---


def test_numbers_come_by_week_and_the_kind_that_was_rated_last_comes_first(
    someone: Someone,
) -> None:
    clock = someone.desk.now
    assert isinstance(clock, Clock)
    gives(someone, 2)
    clock.at += timedelta(weeks=2)
    gives(someone, 4)
    gives(someone, 5, kind=BLOCKS)
    assert scans(someone.desk, someone.person, None).kind is BLOCKS
    mine = scans(someone.desk, someone.person, MATTERS).mine[TRUST]
    assert [(r.week, r.score) for r in mine] == [("2025-W09", 2), ("2025-W11", 4)]


def test_without_any_number_there_is_nothing_to_show(someone: Someone) -> None:
    seen = scans(someone.desk, someone.person, None)
    assert seen.empty
    assert seen.kind is MATTERS


def test_my_data_holds_the_numbers_and_the_scans(someone: Someone) -> None:
    gives(someone, 3)
    [case] = my_data(someone.desk, someone.person).cases
    assert [len(found) for found in (case.ratings, case.scans)] == [5, 1]


def test_erasing_takes_the_scans_and_their_numbers(close: Team) -> None:
    gives(close.members[0], 3)
    begin_scan(close.desk, close.members[0].person, BLOCKS)
    erase(close.desk, close.members[0].person)
    assert close.desk.record.scans.find() == []
    assert close.desk.record.ratings.find() == []


def test_a_case_that_closes_and_opens_again_keeps_the_scan(someone: Someone) -> None:
    begin_scan(someone.desk, someone.person, MATTERS)
    rate_theme(someone.desk, someone.person, 4)
    case = someone.case.id
    close_case(someone.desk, someone.person)
    switch_case(someone.desk, someone.person, case, reopen=True)
    assert begin_scan(someone.desk, someone.person, MATTERS).part is Part.WHY


def test_something_else_that_is_begun_leaves_the_scan_where_it_was(someone: Someone) -> None:
    begin_scan(someone.desk, someone.person, MATTERS)
    begin_inviting(someone.desk, someone.person)
    assert someone.situation.loop == "invite_form"
    assert begin_scan(someone.desk, someone.person, MATTERS).number == 1


def test_a_scan_of_somebody_else_is_nobody_elses(close: Team) -> None:
    gives(close.coordinator, 4)
    pages: Sequence[object] = [
        my_data(close.desk, close.members[0].person).cases,
        scans(close.desk, close.members[0].person, MATTERS),
    ]
    assert "Om 4." not in str(pages)
