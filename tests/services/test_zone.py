"""Where somebody is, and what time their check-in comes there."""

from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from bot.core.record import Person
from bot.core.rhythm import AlarmKind
from bot.services.rhythm import switch_off, switch_on
from bot.services.whereabouts import today_for
from bot.services.zone import note_zone, tell_zone
from tests.services.someone import Someone
from tests.services.team import Team

HERE = "Europe/Amsterdam"
BONAIRE = "America/Kralendijk"


def rings_at(someone: Someone, zone: str) -> str:
    """The time of day there at which the check-in comes next."""
    alarm = someone.desk.record.alarms.first(kind=AlarmKind.CHECK_IN)
    assert alarm
    return alarm.at.astimezone(ZoneInfo(zone)).strftime("%A %H:%M")


def test_today_is_the_day_where_somebody_is_and_else_that_of_the_installation(
    someone: Someone,
) -> None:
    late = datetime(2026, 3, 2, 2, tzinfo=UTC)  # in Bonaire it is still the evening before
    there = replace(someone.desk, now=lambda: late, zone=ZoneInfo(BONAIRE))
    assert today_for(there, someone.person) == date(2026, 3, 1)
    assert today_for(there, replace(someone.person, zone=HERE)) == date(2026, 3, 2)


def test_without_more_it_is_the_time_of_the_installation(someone: Someone) -> None:
    assert switch_on(someone.desk, someone.person, HERE).zone == HERE
    assert rings_at(someone, HERE) == "Monday 09:00"


def test_the_device_says_where_one_is_and_the_check_in_moves_along(someone: Someone) -> None:
    switch_on(someone.desk, someone.person, HERE)
    note_zone(someone.desk, someone.person, BONAIRE)
    assert rings_at(someone, BONAIRE) == "Monday 09:00"
    assert rings_at(someone, HERE) != "Monday 09:00"


def test_what_they_told_counts_more_than_their_device(someone: Someone) -> None:
    tell_zone(someone.desk, someone.person, BONAIRE)
    note_zone(someone.desk, someone.person, HERE)
    assert someone.person.zone == BONAIRE
    assert switch_on(someone.desk, someone.person, HERE).zone == BONAIRE


def test_one_that_is_off_stays_off(someone: Someone) -> None:
    switch_on(someone.desk, someone.person, HERE)
    switch_off(someone.desk, someone.person)
    tell_zone(someone.desk, someone.person, BONAIRE)
    assert someone.desk.record.alarms.first(kind=AlarmKind.CHECK_IN) is None


def test_another_is_asked_on_their_own_clock(team: Team) -> None:
    mentor = team.add("mentor")
    tell_zone(team.desk, mentor.person, BONAIRE)
    made = switch_on(team.desk, team.coordinator.person, HERE, mentor.part.id)
    assert made.zone == BONAIRE


def test_summer_time_changes_nothing_on_their_clock(someone: Someone) -> None:
    switch_on(someone.desk, someone.person, HERE)
    someone.desk.now.at = datetime(2026, 3, 28, tzinfo=UTC)  # type: ignore[attr-defined]
    tell_zone(someone.desk, someone.person, "Europe/London")
    assert rings_at(someone, "Europe/London") == "Monday 09:00"


def test_nobody_has_a_zone_that_they_did_not_give(someone: Someone) -> None:
    person: Person = someone.person
    assert (person.zone, person.zone_told) == (None, False)
