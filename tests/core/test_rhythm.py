"""When somebody is asked, and what a check-in goes through."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.rhythm import SATURDAY, Part, Schedule, next_moment, next_part, week_of
from bot.language.holidays import is_public_holiday

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
START = datetime(2026, 1, 1, tzinfo=UTC)


def schedule(**changes: object) -> Schedule:
    return Schedule("s", "m", "c", START, **changes)  # type: ignore[arg-type]


def local(*when: int, zone: ZoneInfo = AMSTERDAM) -> datetime:
    return datetime(*when, tzinfo=zone)  # type: ignore[arg-type]


def asked(schedule: Schedule, after: datetime, times: int) -> list[str]:
    """The next moments, on the clock where they are."""
    found = []
    for _ in range(times):
        after = next_moment(schedule, after, is_public_holiday)
        found.append(f"{after.astimezone(ZoneInfo(schedule.zone)):%Y-%m-%d %H:%M}")
    return found


def test_somebody_is_asked_every_week_at_their_time() -> None:
    assert asked(schedule(), local(2026, 11, 22), 3) == [
        "2026-11-23 09:00",
        "2026-11-30 09:00",
        "2026-12-07 09:00",
    ]


def test_the_time_stays_the_same_on_the_clock_over_both_changes_of_it() -> None:
    assert {t[11:] for t in asked(schedule(), local(2026, 1, 1), 60)} == {"09:00"}
    spring = asked(schedule(weekday=6, minute=150), local(2025, 3, 29), 2)
    assert spring == ["2025-03-30 03:30", "2025-04-06 02:30"]  # there was no 2:30 that night


@pytest.mark.parametrize(
    ("weekday", "after", "next_day"),
    [
        (0, local(2026, 4, 5), "2026-04-07"),  # Easter Monday
        (3, local(2026, 5, 11), "2026-05-15"),  # Ascension Day
        (0, local(2026, 4, 26), "2026-04-28"),  # King's Day
        (4, local(2026, 12, 24), "2026-12-28"),  # Christmas on a Friday: after the weekend
        (4, local(2026, 12, 31), "2027-01-04"),  # New Year's Day on a Friday
    ],
)
def test_a_public_holiday_moves_it_to_the_next_working_day(
    weekday: int, after: datetime, next_day: str
) -> None:
    assert asked(schedule(weekday=weekday), after, 1)[0][:10] == next_day


def test_a_moved_day_does_not_move_the_ones_after_it() -> None:
    assert [t[:10] for t in asked(schedule(), local(2026, 4, 5), 2)] == ["2026-04-07", "2026-04-13"]


def test_who_chose_a_saturday_gets_it() -> None:
    assert asked(schedule(weekday=5), local(2026, 11, 22), 1) == ["2026-11-28 09:00"]


def test_a_holiday_of_ones_own_moves_it_to_the_day_after() -> None:
    away = schedule(days_off=("2026-12-07/2026-12-16",))
    assert [t[:10] for t in asked(away, local(2026, 12, 1), 2)] == ["2026-12-17", "2026-12-21"]


def test_a_pause_asks_nothing_before_its_end() -> None:
    paused = schedule(paused_until=date(2027, 1, 4))
    assert asked(paused, local(2026, 11, 22), 1) == ["2027-01-04 09:00"]
    midweek = schedule(paused_until=date(2027, 1, 6))
    assert asked(midweek, local(2026, 11, 22), 1) == ["2027-01-11 09:00"]


def test_a_leap_day_is_a_day() -> None:
    assert asked(schedule(weekday=1), local(2028, 2, 28), 1) == ["2028-02-29 09:00"]


@given(
    weekday=st.integers(0, 6),
    minute=st.integers(0, 24 * 60 - 1),
    zone=st.sampled_from(["Europe/Amsterdam", "America/New_York", "Asia/Kolkata"]),
    after=st.datetimes(datetime(2025, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)),
)
def test_it_is_always_later_and_never_on_a_holiday(
    weekday: int, minute: int, zone: str, after: datetime
) -> None:
    mine = schedule(weekday=weekday, minute=minute, zone=zone)
    at = next_moment(mine, after, is_public_holiday)
    assert after < at < after + timedelta(days=16)
    day = at.astimezone(ZoneInfo(zone)).date()
    assert not is_public_holiday(day)
    assert day.weekday() in {weekday, *range(SATURDAY)}


def test_a_year_asks_each_week_once() -> None:
    after, weeks = datetime(2026, 1, 1, tzinfo=UTC), []
    while after.year == 2026:
        after = next_moment(schedule(weekday=2), after, is_public_holiday)
        weeks.append(week_of(after.astimezone(AMSTERDAM).date()))
    assert len(weeks) == len(set(weeks)) == 53


def through(agreements: list[str], stuck: list[str], rates: bool = True) -> list[str]:
    """All parts of a check-in, one after the other."""
    passed: list[str] = []
    while part := next_part(passed, agreements, stuck, rates, rated=Part.RATE in passed):
        passed.append(part)
    return passed


def test_a_check_in_asks_each_agreement_and_what_is_stuck_one_thing_more() -> None:
    assert through(["a", "b"], ["b"]) == [
        "agreement:a",
        "agreement:b",
        "need:b",
        "rate",
        "why",
        "reflect",
        "next",
    ]


def test_who_skips_the_number_is_not_asked_why() -> None:
    passed = [Part.RATE]
    assert next_part(passed, [], [], rates=True, rated=False) == Part.REFLECT


def test_those_near_the_child_are_asked_for_no_number() -> None:
    assert through([], [], rates=False) == ["reflect", "next"]
