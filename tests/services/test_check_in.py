"""The weekly rhythm, with the clock turned by hand."""

from datetime import date, datetime, timedelta

import pytest

from bot.core.agreement import AgreementStatus
from bot.core.record import Doing, Visibility
from bot.core.rhythm import AlarmKind, CheckInStatus, Part
from bot.services.cases import close_case, switch_case
from bot.services.check_in import (
    begin_check_in,
    pause_check_in,
    put_off,
    rate,
    say,
    say_how_it_goes,
    under_way,
)
from bot.services.clock import wind_up
from bot.services.danger import hold
from bot.services.leave import leave
from bot.services.look_back import look_back
from bot.services.refusals import Refusal
from bot.services.rhythm import pause_until, rhythm, set_time, switch_off, switch_on, take_days_off
from tests.services.team import Team
from tests.services.weeks import (
    AMSTERDAM,
    MONDAY,
    ZONE,
    agreement,
    begun,
    goes_through,
    jump,
    tick,
    to,
    told,
)

DUE = date(2027, 3, 4)


def test_each_is_asked_at_their_own_time(rhythmic: Team) -> None:
    mentor = rhythmic.members[0]
    set_time(rhythmic.desk, mentor.person, weekday=2, minute=15 * 60)
    to(rhythmic, MONDAY + timedelta(minutes=5))
    assert (begun(rhythmic, rhythmic.coordinator), begun(rhythmic, mentor)) == (["due"], [])
    to(rhythmic, MONDAY + timedelta(days=2, hours=7))
    assert begun(rhythmic, mentor) == ["due"]


def test_nobody_but_who_directs_sets_the_rhythm_of_others(rhythmic: Team) -> None:
    mentor = rhythmic.members[0]
    with pytest.raises(Refusal, match="not_allowed"):
        switch_on(rhythmic.desk, mentor.person, ZONE, rhythmic.coordinator.part.id)
    assert rhythm(rhythmic.desk, mentor.person).others == []
    assert len(rhythm(rhythmic.desk, rhythmic.coordinator.person).others) == 1


def test_who_switched_it_off_is_not_switched_on_by_another(rhythmic: Team) -> None:
    mentor = rhythmic.members[0]
    switch_off(rhythmic.desk, mentor.person)
    with pytest.raises(Refusal, match="rhythm_declined"):
        switch_on(rhythmic.desk, rhythmic.coordinator.person, ZONE, mentor.part.id)
    to(rhythmic, MONDAY + timedelta(days=30))
    assert begun(rhythmic, mentor) == []
    switch_on(rhythmic.desk, mentor.person, ZONE)
    assert rhythm(rhythmic.desk, mentor.person).on


def test_one_reminder_after_two_days_and_none_after_that(rhythmic: Team) -> None:
    to(rhythmic, MONDAY + timedelta(days=6))
    assert begun(rhythmic, rhythmic.coordinator) == ["due", "again"]


def test_who_did_it_is_not_reminded(rhythmic: Team) -> None:
    to(rhythmic, MONDAY + timedelta(hours=1))
    goes_through(rhythmic.coordinator)
    to(rhythmic, MONDAY + timedelta(days=6))
    assert begun(rhythmic, rhythmic.coordinator) == ["due"]


def test_a_check_in_asks_the_agreements_a_number_and_two_questions(rhythmic: Team) -> None:
    mentor = rhythmic.members[0]
    for what in ("Een.", "Twee."):
        agreement(rhythmic, mentor, what)
    agreement(rhythmic, rhythmic.coordinator)
    to(rhythmic, MONDAY + timedelta(hours=1))
    assert goes_through(mentor) == [
        Part.AGREEMENT,
        Part.AGREEMENT,
        Part.RATE,
        Part.WHY,
        Part.REFLECT,
        Part.NEXT,
    ]
    [rating] = rhythmic.desk.record.ratings.find(membership=mentor.part.id)
    assert (rating.score, rating.why, rating.week) == (4, "Iets.", "2026-W03")
    notes = rhythmic.desk.record.notes.find(membership=mentor.part.id)
    assert [note.visibility for note in notes] == [Visibility.TEAM] * 2


def test_all_matters_and_building_blocks_have_their_turn(rhythmic: Team) -> None:
    for week in range(13):
        to(rhythmic, MONDAY + timedelta(weeks=week, hours=30))
        goes_through(rhythmic.coordinator)
    rated = rhythmic.desk.record.ratings.pick("theme", membership=rhythmic.coordinator.part.id)
    assert rated[:12] == list(rhythmic.desk.method.themes)
    assert rated[12] == rated[0]


def test_any_part_can_be_skipped(rhythmic: Team) -> None:
    to(rhythmic, MONDAY + timedelta(hours=1))
    assert goes_through(rhythmic.coordinator, skip=True) == [Part.RATE, Part.REFLECT, Part.NEXT]
    [check_in] = rhythmic.desk.record.check_ins.find(membership=rhythmic.coordinator.part.id)
    assert check_in.status is CheckInStatus.DONE


def test_what_is_stuck_is_asked_what_it_needs(rhythmic: Team) -> None:
    made = agreement(rhythmic, rhythmic.coordinator)
    to(rhythmic, MONDAY + timedelta(hours=1))
    me = rhythmic.coordinator
    begin_check_in(me.desk, me.person)
    assert say_how_it_goes(me.desk, me.person, AgreementStatus.STUCK).asked.part is Part.NEED
    went = say(me.desk, me.person, "Een handtekening.")
    assert went.agreement
    assert (went.agreement.id, went.agreement.need) == (made, "Een handtekening.")


def test_it_goes_on_where_it_was_paused(rhythmic: Team) -> None:
    to(rhythmic, MONDAY + timedelta(hours=1))
    me = rhythmic.coordinator
    begin_check_in(me.desk, me.person)
    rate(me.desk, me.person, 3)
    pause_check_in(me.desk, me.person)
    assert me.part.doing is Doing.NOTHING
    assert begin_check_in(me.desk, me.person).part is Part.WHY


def test_the_open_question_is_there_again_afterwards(rhythmic: Team) -> None:
    me = rhythmic.coordinator
    before = me.open
    to(rhythmic, MONDAY + timedelta(hours=1))
    goes_through(me)
    assert me.open == before
    assert me.situation.loop == "reflection_form"


def test_who_was_in_another_case_is_there_again_afterwards(rhythmic: Team) -> None:
    me, case = rhythmic.coordinator, rhythmic.coordinator.case.id
    me.begin().fill("child", "Rups", "", "", "teacher")
    other = me.case.id
    to(rhythmic, MONDAY + timedelta(hours=1))
    begin_check_in(me.desk, me.person)
    assert me.case.id == case
    pause_check_in(me.desk, me.person)
    assert me.case.id == other
    goes_through(me)
    assert me.case.id == other


def test_later_today_comes_back_and_not_this_week_does_not(rhythmic: Team) -> None:
    mentor = rhythmic.members[0]
    to(rhythmic, MONDAY + timedelta(minutes=10))
    for who, week in ((rhythmic.coordinator, False), (mentor, True)):
        [check_in] = rhythmic.desk.record.check_ins.find(membership=who.part.id)
        put_off(rhythmic.desk, who.person, check_in.id, week=week)
    to(rhythmic, MONDAY + timedelta(hours=5))
    assert begun(rhythmic, rhythmic.coordinator) == ["due", "again"]
    to(rhythmic, MONDAY + timedelta(days=6))
    assert begun(rhythmic, mentor) == ["due"]


def test_what_was_put_off_in_the_evening_comes_back_in_the_morning(rhythmic: Team) -> None:
    me = rhythmic.coordinator
    set_time(me.desk, me.person, minute=19 * 60)
    to(rhythmic, MONDAY + timedelta(hours=10, minutes=10))
    [check_in] = rhythmic.desk.record.check_ins.find(membership=me.part.id)
    put_off(me.desk, me.person, check_in.id, week=False)
    to(rhythmic, MONDAY + timedelta(hours=22))
    assert begun(rhythmic, me) == ["due"]
    to(rhythmic, MONDAY + timedelta(hours=24))
    assert begun(rhythmic, me) == ["due", "again"]


def test_a_pause_asks_nothing_until_its_day(rhythmic: Team) -> None:
    pause_until(rhythmic.desk, rhythmic.coordinator.person, date(2026, 2, 2))
    to(rhythmic, datetime(2026, 2, 2, 8, tzinfo=AMSTERDAM))
    assert begun(rhythmic, rhythmic.coordinator) == []
    to(rhythmic, datetime(2026, 2, 2, 10, tzinfo=AMSTERDAM))
    assert begun(rhythmic, rhythmic.coordinator) == ["due"]


def test_a_holiday_of_ones_own_is_left_alone(rhythmic: Team) -> None:
    take_days_off(rhythmic.desk, rhythmic.coordinator.person, date(2026, 1, 12), date(2026, 1, 18))
    to(rhythmic, MONDAY + timedelta(days=6))
    assert begun(rhythmic, rhythmic.coordinator) == []
    to(rhythmic, MONDAY + timedelta(days=7, hours=1))
    assert begun(rhythmic, rhythmic.coordinator) == ["due"]


def test_an_answer_that_comes_late_belongs_to_the_week_that_it_was_asked_for(
    rhythmic: Team,
) -> None:
    made = agreement(rhythmic, rhythmic.coordinator)
    me = rhythmic.coordinator
    set_time(me.desk, me.person, weekday=4)
    to(rhythmic, MONDAY + timedelta(days=4, hours=1))
    to(rhythmic, MONDAY + timedelta(days=8))  # on Tuesday of the week after
    begin_check_in(me.desk, me.person)
    say_how_it_goes(me.desk, me.person, AgreementStatus.DONE)
    goes_through(me)
    week, after = (
        look_back(me.desk, me.case, me.part, name).done for name in ("2026-W03", "2026-W04")
    )
    assert [found.id for found in week] == [made]
    assert list(after) == []


def test_who_misses_three_in_a_row_is_asked_whether_the_rhythm_fits(rhythmic: Team) -> None:
    mentor = rhythmic.members[0]
    to(rhythmic, MONDAY + timedelta(weeks=3, hours=1))
    assert begun(rhythmic, mentor).count("due") == 3
    assert told(rhythmic, mentor) == ["rhythm_fits"]
    to(rhythmic, MONDAY + timedelta(weeks=4, hours=1))
    assert begun(rhythmic, mentor).count("due") == 4


def test_who_was_in_the_middle_of_one_that_is_over_stands_in_it_no_more(rhythmic: Team) -> None:
    to(rhythmic, MONDAY + timedelta(hours=1))
    me = rhythmic.coordinator
    begin_check_in(me.desk, me.person)
    to(rhythmic, MONDAY + timedelta(days=7, hours=1))
    assert (me.part.doing, me.situation.loop) == (Doing.NOTHING, "reflection_form")
    assert begin_check_in(me.desk, me.person).check_in.week == "2026-W04"


def test_after_an_outage_each_gets_one(rhythmic: Team) -> None:
    jump(rhythmic, MONDAY + timedelta(weeks=3, days=2))
    tick(rhythmic)
    assert begun(rhythmic, rhythmic.coordinator) == ["due"]
    [check_in] = rhythmic.desk.record.check_ins.find(membership=rhythmic.coordinator.part.id)
    assert check_in.week == "2026-W06"
    to(rhythmic, MONDAY + timedelta(weeks=4, hours=1))
    assert begun(rhythmic, rhythmic.coordinator).count("due") == 2


def test_what_comes_late_does_not_come_at_night(rhythmic: Team) -> None:
    night = MONDAY + timedelta(days=2, hours=17)  # two in the morning
    jump(rhythmic, night)
    assert begun(rhythmic, rhythmic.coordinator) == []
    to(rhythmic, night + timedelta(hours=6))
    assert begun(rhythmic, rhythmic.coordinator) == ["due"]


def test_nobody_is_asked_while_a_danger_stands_open(rhythmic: Team) -> None:
    hold(rhythmic.desk, rhythmic.coordinator.person, "…")
    to(rhythmic, MONDAY + timedelta(hours=3))
    assert begun(rhythmic, rhythmic.coordinator) == []


def test_in_a_closed_case_nobody_is_asked_and_in_a_reopened_one_they_are(rhythmic: Team) -> None:
    case = rhythmic.coordinator.case.id
    close_case(rhythmic.desk, rhythmic.coordinator.person)
    to(rhythmic, MONDAY + timedelta(days=3))
    assert begun(rhythmic, rhythmic.coordinator) == []
    switch_case(rhythmic.desk, rhythmic.coordinator.person, case, reopen=True)
    to(rhythmic, MONDAY + timedelta(days=8))
    assert begun(rhythmic, rhythmic.coordinator) == ["due"]


def test_who_left_is_asked_nothing(rhythmic: Team) -> None:
    mentor = rhythmic.members[0]
    leave(rhythmic.desk, mentor.person, stays=False)
    to(rhythmic, MONDAY + timedelta(days=8))
    assert begun(rhythmic, mentor) == []
    subjects = rhythmic.desk.record.alarms.pick("subject", kind=AlarmKind.CHECK_IN)
    assert len(subjects) == 1


def test_the_look_back_comes_when_all_are_in(rhythmic: Team) -> None:
    to(rhythmic, MONDAY + timedelta(hours=1))
    goes_through(rhythmic.coordinator)
    tick(rhythmic)
    assert told(rhythmic, rhythmic.coordinator) == []
    goes_through(rhythmic.members[0])
    tick(rhythmic)
    assert told(rhythmic, rhythmic.coordinator) == ["round_up"]
    assert told(rhythmic, rhythmic.members[0]) == ["round_up"]


def test_or_a_day_later_and_then_it_names_kindly_who_was_silent(rhythmic: Team) -> None:
    mentor, me = rhythmic.members[0], rhythmic.coordinator
    to(rhythmic, MONDAY + timedelta(hours=1))
    goes_through(me)
    to(rhythmic, MONDAY + timedelta(days=1, hours=2))
    assert told(rhythmic, me) == ["round_up"]
    assert told(rhythmic, mentor) == []
    week = look_back(me.desk, me.case, me.part, "2026-W03")
    assert [author.part.id for author in week.silent] == [mentor.part.id]
    assert look_back(me.desk, me.case, mentor.part, "2026-W03").silent == []


def test_what_is_stuck_for_three_weeks_is_named_as_such(rhythmic: Team) -> None:
    me, made = rhythmic.coordinator, agreement(rhythmic, rhythmic.coordinator)
    for week in range(5):
        to(rhythmic, MONDAY + timedelta(weeks=week, hours=1))
        begin_check_in(me.desk, me.person)
        say_how_it_goes(me.desk, me.person, AgreementStatus.STUCK)
        look = look_back(me.desk, me.case, me.part, f"2026-W{week + 3:02d}")
        assert [each.id for each in look.stuck] == [made]
        assert [each.id for each in look.long_stuck] == ([made] if week >= 3 else [])
        goes_through(me, skip=True)


def test_words_are_not_taken_for_how_it_goes_nor_for_a_number(rhythmic: Team) -> None:
    agreement(rhythmic, rhythmic.coordinator)
    me = rhythmic.coordinator
    to(rhythmic, MONDAY + timedelta(hours=1))
    begin_check_in(me.desk, me.person)
    with pytest.raises(Refusal, match="tap_how_it_goes"):
        say(me.desk, me.person, "tja")
    assert under_way(me.desk, me.person).part is Part.AGREEMENT


def test_the_sweep_comes_every_hour_and_there_is_one(team: Team) -> None:
    for _ in range(2):
        wind_up(team.desk)
    [alarm] = team.desk.record.alarms.find(kind=AlarmKind.SWEEP)
    tick(team)
    [later] = team.desk.record.alarms.find(kind=AlarmKind.SWEEP)
    assert later.at >= alarm.at + timedelta(hours=1)


def test_a_year_goes_by(rhythmic: Team) -> None:
    """Christmas and both changes of the clock in it, each week asked once."""
    for week in range(53):
        to(rhythmic, MONDAY + timedelta(weeks=week, days=4))
        goes_through(rhythmic.coordinator, skip=True)
    weeks = rhythmic.desk.record.check_ins.pick("week", membership=rhythmic.coordinator.part.id)
    assert len(weeks) == len(set(weeks)) == 53
