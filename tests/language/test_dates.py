"""The day that an agreement names is found, and nothing else is taken for one."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.language.date_sums import christmas_holiday, easter
from bot.language.date_words import LANGUAGES, read_words
from bot.language.dates import Found, Language, Trouble, find_day

WEDNESDAY = date(2026, 10, 14)
DUTCH_DAYS = "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag".split()
ENGLISH_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()


def read(text: str, today: date = WEDNESDAY, language: Language = "nl") -> str | None:
    """What is found: a day as 2026-12-03, the trouble there is, or None."""
    found = find_day(text, today, language)
    return str(found.day or found.trouble) if found else None


def without(text: str, today: date = WEDNESDAY) -> str:
    """What stays of `text` when the words about time are taken out."""
    found = find_day(text, today, "nl")
    assert found
    return text[: found.start] + text[found.end :]


Table = list[tuple[str, str]]


def table(written: str) -> Table:
    """Lines of `expression | outcome`."""
    rows = (line.rsplit("|", 1) for line in written.strip().splitlines())
    return [(text.strip(), outcome.strip()) for text, outcome in rows]


# --- weekdays, seen from Wednesday 14 October 2026

WEEKDAYS = table("""
    dinsdag | 2026-10-20
    op dinsdag | 2026-10-20
    DINSDAG! | 2026-10-20
    aanstaande dinsdag | 2026-10-20
    a.s. dinsdag | 2026-10-20
    as dinsdag | 2026-10-20
    as. dinsdag | 2026-10-20
    dinsdag a.s. | 2026-10-20
    komende dinsdag | 2026-10-20
    deze vrijdag | 2026-10-16
    dinsdagmiddag | 2026-10-20
    dinsdag middag | 2026-10-20
    vrijdagmiddag half 3 | 2026-10-16
    dinsdag om 10 uur | 2026-10-20
    volgende dinsdag | 2026-10-20
    volgende vrijdag | 2026-10-23
    volgende week dinsdag | 2026-10-20
    volgende week op vrijdag | 2026-10-23
    vrijdag volgende week | 2026-10-23
    deze week vrijdag | 2026-10-16
    deze week maandag | past
    dinsdag over een week | 2026-10-27
    dinsdag over twee weken | 2026-11-03
    over twee weken op dinsdag | 2026-10-27
    dinsdag in week 44 | 2026-10-27
    vanaf maandag | 2026-10-19
    dinsdag 3 | 2026-11-03
    dinsdag de 20e | 2026-10-20
    eerste maandag van de maand | 2026-11-02
    de laatste vrijdag van november | 2026-11-27
    maandag na de kerstvakantie | 2027-01-04
    op ma | 2026-10-19
    op do | 2026-10-15
    op zo | 2026-10-18
    uiterlijk vr | 2026-10-16
    a.s. za | 2026-10-17
    volgende week wo | 2026-10-21
    op ma of di | 2026-10-19
    tuesday | 2026-10-20
    on Friday | 2026-10-16
    next tuesday | 2026-10-20
    next friday | 2026-10-23
    this friday | 2026-10-16
    coming tuesday | 2026-10-20
    tuesday next week | 2026-10-20
    friday of next week | 2026-10-23
    tuesday week | 2026-10-27
    a week from tuesday | 2026-10-27
    monday in two weeks | 2026-10-26
    two weeks on monday | 2026-11-02
    the monday after next | 2026-10-26
    op vrijdag de 16e | 2026-10-16
    friday afternoon at 3 | 2026-10-16
    by Friday at the latest | 2026-10-16
    tuesday the 20th | 2026-10-20
    the first monday in november | 2026-11-02
    on sat | 2026-10-17
    next wed | 2026-10-21
    this fri | 2026-10-16
""")

# --- seen from today

FROM_TODAY = table("""
    vandaag | 2026-10-14
    vanavond | 2026-10-14
    liefst vandaag nog | 2026-10-14
    morgen | 2026-10-15
    morgenochtend | 2026-10-15
    morgen vroeg | 2026-10-15
    morgen over een week | 2026-10-22
    overmorgen | 2026-10-16
    over 10 dagen | 2026-10-24
    over een week | 2026-10-21
    over één week | 2026-10-21
    over twee weken | 2026-10-28
    over 2 weekjes | 2026-10-28
    over twee à drie weken | 2026-10-28
    over anderhalve week | 2026-10-25
    over 1,5 week | 2026-10-25
    over een dag of tien | 2026-10-24
    over een maand | 2026-11-14
    over een kwartaal | 2027-01-14
    over een half jaar | 2027-04-14
    over een jaar | 2027-10-14
    over anderhalf jaar | 2028-04-14
    binnen een week | 2026-10-21
    binnen drie weken | 2026-11-04
    binnen nu en drie weken | 2026-11-04
    binnen de komende twee weken | 2026-10-28
    binnen 48 uur | 2026-10-16
    na zes weken | 2026-11-25
    deze week | 2026-10-16
    nog deze week | 2026-10-16
    eind van de week | 2026-10-16
    volgende week | 2026-10-23
    komende week | 2026-10-23
    begin volgende week | 2026-10-20
    eind volgende week | 2026-10-23
    voor het weekend | 2026-10-16
    in het weekend | 2026-10-17
    dit weekend | 2026-10-17
    na het weekend | 2026-10-19
    volgend weekend | 2026-10-24
    deze maand | 2026-10-31
    eind deze maand | 2026-10-31
    volgende maand | 2026-11-30
    begin volgende maand | 2026-11-07
    eind van het jaar | 2026-12-31
    dit jaar nog | 2026-12-31
    today | 2026-10-14
    tonight | 2026-10-14
    tomorrow | 2026-10-15
    tomorrow morning | 2026-10-15
    the day after tomorrow | 2026-10-16
    in two weeks | 2026-10-28
    in two weeks' time | 2026-10-28
    in 2-3 weeks | 2026-10-28
    in a fortnight | 2026-10-28
    in a month | 2026-11-14
    within 3 days | 2026-10-17
    over 3 wkn | 2026-11-04
    over 10 dgn | 2026-10-24
    within the next two weeks | 2026-10-28
    a week from now | 2026-10-21
    two weeks today | 2026-10-28
    in a week or two | 2026-10-28
    half a year from now | 2027-04-14
    this week | 2026-10-16
    next week | 2026-10-23
    the week after next | 2026-10-30
    by the end of next week | 2026-10-23
    before the weekend | 2026-10-16
    at the weekend | 2026-10-17
    after the weekend | 2026-10-19
    by the end of the month | 2026-10-31
    next month | 2026-11-30
    by the end of the year | 2026-12-31
""")

# --- by number and month

NUMBERED = table("""
    1 maart | 2027-03-01
    voor 1 maart | 2027-03-01
    vóór 1 maart | 2027-03-01
    uiterlijk 3-12 | 2026-12-03
    3/12 | 2026-12-03
    1/3 | 2027-03-01
    1-3 | 2027-03-01
    3-12-2026 | 2026-12-03
    03-12-26 | 2026-12-03
    3.12.2026 | 2026-12-03
    2026-12-03 | 2026-12-03
    3 dec | 2026-12-03
    3 dec. | 2026-12-03
    3dec | 2026-12-03
    3-dec-2026 | 2026-12-03
    3 december 2026 | 2026-12-03
    3 december '26 | 2026-12-03
    drie december | 2026-12-03
    di 3 nov | 2026-11-03
    za 3/12 | 2026-12-03
    dinsdag 3 november | 2026-11-03
    3 maart volgend jaar | 2027-03-03
    1 of 2 maart | 2027-03-01
    van 1 t/m 5 maart | 2027-03-01
    met ingang van 1 november | 2026-11-01
    in de week van 2 november | 2026-11-02
    14 oktober | 2026-10-14
    13 oktober | 2027-10-13
    de 3e | 2026-11-03
    op de 15de | 2026-10-15
    voor de 20ste | 2026-10-20
    de 16e om 9 uur | 2026-10-16
    volgende maand op de 15e | 2026-11-15
    de 15e van volgende maand | 2026-11-15
    op de eerste van de maand | 2026-11-01
    eind januari | 2027-01-31
    eind feb | 2027-02-28
    begin maart | 2027-03-07
    half maart | 2027-03-15
    medio maart | 2027-03-15
    in maart | 2027-03-31
    voor maart | 2027-03-01
    vanaf mei | 2027-05-01
    na maart | 2027-04-01
    maart volgend jaar | 2027-03-31
    volgend jaar in maart | 2027-03-31
    maart | 2027-03-31
    in de eerste week van november | 2026-11-07
    eind 2026 | 2026-12-31
    week 5 | 2027-02-05
    in week 44 | 2026-10-30
    week 42 | 2026-10-16
    March 1st | 2027-03-01
    1st of March | 2027-03-01
    the first of March | 2027-03-01
    on the 5th of March | 2027-03-05
    Dec 3 | 2026-12-03
    Dec 3, 2026 | 2026-12-03
    Tuesday, October 20th, 2026 | 2026-10-20
    between 3 and 5 March | 2027-03-03
    3/4 | 2027-04-03
    by the 20th | 2026-10-20
    the 31st | 2026-10-31
    end of January | 2027-01-31
    mid March | 2027-03-15
    mid-March | 2027-03-15
    early november | 2026-11-07
    in May | 2027-05-31
    by March | 2027-03-01
""")

# --- feasts and the Christmas holiday

FEASTS = table("""
    voor sinterklaas | 2026-12-05
    voor kerst | 2026-12-24
    nog voor de kerst | 2026-12-24
    met kerst | 2026-12-25
    na kerst | 2026-12-27
    eerste kerstdag | 2026-12-25
    voor de kerstvakantie | 2026-12-18
    in de kerstvakantie | 2027-01-01
    na de kerstvakantie | 2027-01-04
    voor de kerstvakantie begint | 2026-12-18
    de week na de kerstvakantie | 2027-01-08
    eerste week na de kerstvakantie | 2027-01-08
    voor de jaarwisseling | 2026-12-31
    na de jaarwisseling | 2027-01-04
    in het nieuwe jaar | 2027-01-04
    met pasen | 2027-03-28
    na pasen | 2027-03-30
    tweede paasdag | 2027-03-29
    goede vrijdag | 2027-03-26
    met hemelvaart | 2027-05-06
    na pinksteren | 2027-05-18
    op koningsdag | 2027-04-27
    before christmas | 2026-12-24
    after the christmas holidays | 2027-01-04
    in the new year | 2027-01-04
    new year's eve | 2026-12-31
    after Easter | 2027-03-30
""")

# --- words about time that give no day

TROUBLES = table("""
    gisteren | past
    gisteravond | past
    afgelopen dinsdag | past
    vorige week | past
    vorige week dinsdag | past
    vorig jaar | past
    sinds dinsdag | past
    twee weken geleden | past
    3 december 2020 | past
    1-1-2020 | past
    yesterday | past
    last week | past
    last tuesday | past
    a month ago | past
    31 februari | impossible
    30-2 | impossible
    45 maart | impossible
    31 april | impossible
    3-13 | impossible
    3-13-2026 | impossible
    feb 30 | impossible
    29 februari | impossible
    snel | vague
    we bellen snel met moeder | vague
    zo snel mogelijk | vague
    z.s.m. | vague
    binnenkort | vague
    asap | vague
    soon | vague
    as soon as possible | vague
    over een paar weken | vague
    de komende weken | vague
    in a few weeks | vague
    na de zomervakantie | vague
    voor de herfstvakantie | vague
    in de meivakantie | vague
    na de voorjaarsvakantie | vague
    maandag na de zomervakantie | vague
    na de vakantie | vague
    voor de zomer | vague
    na het rapport | vague
    volgend jaar | vague
    volgend schooljaar | vague
    eind van het schooljaar | vague
    after the summer holidays | vague
    before summer | vague
    next year | vague
""")

# --- typing errors

TYPOS = table("""
    dinsdga | 2026-10-20
    dinsag | 2026-10-20
    woendag | 2026-10-21
    wensdag | 2026-10-21
    dondrdag | 2026-10-15
    vridag | 2026-10-16
    vrijdga | 2026-10-16
    zaterdga | 2026-10-17
    dinsdgamiddag | 2026-10-20
    volgende week dinsdga | 2026-10-20
    volgende wek | 2026-10-23
    3 decmber | 2026-12-03
    eind janauri | 2027-01-31
    thurday | 2026-10-15
    wendesday | 2026-10-21
    tommorow | 2026-10-15
    3 febuary | 2027-02-03
""")

ALL_TABLES = {
    "weekdays": WEEKDAYS,
    "from today": FROM_TODAY,
    "numbered": NUMBERED,
    "feasts": FEASTS,
    "troubles": TROUBLES,
    "typos": TYPOS,
}
EXPRESSIONS = [row for rows in ALL_TABLES.values() for row in rows]


@pytest.mark.parametrize(("text", "outcome"), EXPRESSIONS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_expression_says_the_same_in_both_languages(
    text: str, outcome: str, language: Language
) -> None:
    assert read(text, language=language) == outcome


@pytest.mark.parametrize(("text", "outcome"), EXPRESSIONS)
def test_nothing_is_left_of_a_text_that_only_says_when(text: str, outcome: str) -> None:
    assert outcome == "vague" or without(text) == ""


def test_the_tables_are_large_and_without_doubles() -> None:
    texts = [text for text, _ in EXPRESSIONS]
    assert len(texts) >= 250
    assert len(texts) == len(set(texts))


# --- rules for every day of the week

WEEK = [WEDNESDAY + timedelta(days=ahead) for ahead in range(-2, 5)]  # Monday to Sunday


@pytest.mark.parametrize("today", WEEK, ids=ENGLISH_DAYS)
@pytest.mark.parametrize("names", [DUTCH_DAYS, ENGLISH_DAYS], ids=LANGUAGES)
def test_a_bare_weekday_is_the_coming_one_and_todays_is_a_week_from_now(
    today: date, names: list[str]
) -> None:
    for weekday, name in enumerate(names):
        day = date.fromisoformat(read(name, today) or "")
        assert day.weekday() == weekday
        assert timedelta(days=1) <= day - today <= timedelta(days=7)


@pytest.mark.parametrize("today", WEEK, ids=ENGLISH_DAYS)
@pytest.mark.parametrize(
    "say",
    [
        lambda weekday: f"volgende {DUTCH_DAYS[weekday]}",
        lambda weekday: f"volgende week {DUTCH_DAYS[weekday]}",
        lambda weekday: f"next {ENGLISH_DAYS[weekday]}",
        lambda weekday: f"{ENGLISH_DAYS[weekday]} next week",
    ],
)
def test_the_next_weekday_is_in_the_next_calendar_week(
    today: date, say: Callable[[int], str]
) -> None:
    for weekday in range(7):
        assert read(say(weekday), today) == str(date(2026, 10, 19 + weekday))


@pytest.mark.parametrize("today", WEEK, ids=ENGLISH_DAYS)
def test_a_day_of_this_week_that_has_been_is_past(today: date) -> None:
    for weekday, name in enumerate(DUTCH_DAYS):
        day = WEEK[weekday]
        assert read(f"deze week {name}", today) == ("past" if day < today else str(day))


@pytest.mark.parametrize(
    ("text", "from_monday_to_sunday"),
    [
        ("deze week", [16, 16, 16, 16, 16, 18, 18]),
        ("eind van de week", [16, 16, 16, 16, 16, 18, 18]),
        ("volgende week", [23, 23, 23, 23, 23, 23, 23]),
        ("voor het weekend", [16, 16, 16, 16, 16, 23, 23]),
        ("in het weekend", [17, 17, 17, 17, 17, 17, 18]),
        ("na het weekend", [19, 19, 19, 19, 19, 19, 19]),
        ("week 42", [16, 16, 16, 16, 16, 18, 18]),
    ],
)
def test_a_week_ends_on_friday_until_that_has_been(
    text: str, from_monday_to_sunday: list[int]
) -> None:
    assert [read(text, today) for today in WEEK] == [
        str(date(2026, 10, day)) for day in from_monday_to_sunday
    ]


# --- around the end of a year and a leap day

LEAP_DAY = date(2028, 2, 29)


@pytest.mark.parametrize(
    ("today", "text", "outcome"),
    [
        (date(2026, 12, 31), "morgen", "2027-01-01"),
        (date(2026, 12, 31), "31 december", "2026-12-31"),
        (date(2026, 12, 31), "30 december", "2027-12-30"),
        (date(2026, 12, 31), "volgende maand", "2027-01-31"),
        (date(2026, 12, 31), "eind van de maand", "2026-12-31"),
        (date(2026, 12, 31), "eind van het jaar", "2026-12-31"),
        (date(2026, 12, 31), "de 1e", "2027-01-01"),
        (date(2026, 12, 31), "deze week", "2027-01-01"),
        (date(2026, 12, 31), "week 53", "2027-01-01"),
        (date(2026, 12, 31), "week 1", "2027-01-08"),
        (date(2026, 12, 31), "in het nieuwe jaar", "2027-01-04"),
        (date(2026, 12, 28), "na de kerstvakantie", "2027-01-04"),
        (date(2026, 12, 28), "na kerst", "2027-12-27"),
        (date(2027, 1, 2), "na de kerstvakantie", "2027-01-04"),
        (date(2027, 1, 5), "na de kerstvakantie", "2028-01-10"),
        (date(2027, 1, 5), "in het nieuwe jaar", "2028-01-03"),
        (date(2025, 12, 20), "in het nieuwe jaar", "2026-01-02"),
        (date(2027, 1, 1), "week 53", "2027-01-01"),
        (date(2027, 6, 1), "week 53", "impossible"),
        (date(2027, 1, 1), "dec 31", "2027-12-31"),
        (date(2027, 1, 31), "over een maand", "2027-02-28"),
        (date(2027, 1, 31), "volgende maand", "2027-02-28"),
        (date(2027, 4, 1), "de 31e", "2027-05-31"),
        (date(2027, 3, 28), "met pasen", "2027-03-28"),
        (date(2027, 3, 29), "met pasen", "2028-04-16"),
        (date(2031, 4, 1), "op koningsdag", "2031-04-26"),
        (LEAP_DAY, "vandaag", "2028-02-29"),
        (LEAP_DAY, "29 februari", "2028-02-29"),
        (LEAP_DAY, "over een jaar", "2029-02-28"),
        (LEAP_DAY, "eind februari", "2028-02-29"),
        (LEAP_DAY, "28 februari", "2029-02-28"),
        (LEAP_DAY, "overmorgen", "2028-03-02"),
        (LEAP_DAY, "eind van de maand", "2028-02-29"),
        (LEAP_DAY, "29-2-2028", "2028-02-29"),
        (LEAP_DAY, "29-2-2029", "impossible"),
        (date(2028, 2, 28), "29 februari", "2028-02-29"),
        (date(2028, 3, 1), "29 februari", "impossible"),
    ],
)
def test_a_day_is_the_next_that_comes(today: date, text: str, outcome: str) -> None:
    assert read(text, today) == outcome


@pytest.mark.parametrize(
    "day",
    "2024-03-31 2025-04-20 2026-04-05 2027-03-28 2028-04-16 2035-03-25 2038-04-25".split(),
)
def test_easter_is_when_it_is(day: str) -> None:
    assert str(easter(int(day[:4]))) == day


@pytest.mark.parametrize(
    ("year", "first", "last"),
    [
        (2022, "2022-12-24", "2023-01-08"),
        (2024, "2024-12-21", "2025-01-05"),
        (2025, "2025-12-20", "2026-01-04"),
        (2026, "2026-12-19", "2027-01-03"),
        (2027, "2027-12-25", "2028-01-09"),
    ],
)
def test_the_christmas_holiday_is_when_the_ministry_says(year: int, first: str, last: str) -> None:
    assert tuple(map(str, christmas_holiday(year))) == (first, last)


# --- several days

SEVERAL = table("""
    dinsdag of woensdag | 2026-10-20
    dinsdag, woensdag of donderdag | 2026-10-20
    dinsdag/woensdag | 2026-10-20
    tussen dinsdag en donderdag | 2026-10-20
    from Tuesday to Thursday | 2026-10-20
    niet dinsdag maar donderdag | 2026-10-15
    niet op dinsdag maar op donderdag | 2026-10-15
    not tuesday but thursday | 2026-10-15
    dinsdag niet, woensdag wel | 2026-10-21
    dinsdag, nee woensdag | 2026-10-21
    dinsdag, oh nee, woensdag | 2026-10-21
    dinsdag. Nee, toch woensdag. | 2026-10-21
    dinsdag, ik bedoel woensdag | 2026-10-21
    dinsdag of liever woensdag | 2026-10-21
    friday no wait monday | 2026-10-19
    friday, I mean monday | 2026-10-19
    morgen of anders vrijdag | 2026-10-15
    zo snel mogelijk, uiterlijk vrijdag | 2026-10-16
    31 februari of 1 maart | 2027-03-01
""")


@pytest.mark.parametrize(("text", "outcome"), SEVERAL)
def test_of_several_days_the_first_counts_unless_it_is_taken_back(text: str, outcome: str) -> None:
    assert read(text) == outcome
    assert without(text) == ""


def test_a_day_to_come_counts_before_one_that_has_been() -> None:
    assert read("gisteren spraken we af dat de mentor vrijdag belt") == "2026-10-16"


def test_a_day_that_is_only_refused_is_no_day() -> None:
    assert read("niet op dinsdag") is None


# --- the sentence without the words of time


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("De mentor belt dinsdag met moeder.", "De mentor belt met moeder."),
        ("De mentor belt moeder op dinsdag 3 november.", "De mentor belt moeder."),
        ("De mentor belt moeder voor 1 maart", "De mentor belt moeder"),
        ("De mentor belt, uiterlijk dinsdag, met moeder.", "De mentor belt met moeder."),
        ("De mentor belt – uiterlijk 3 dec – met moeder", "De mentor belt met moeder"),
        ("De mentor belt (voor 1 maart) met moeder", "De mentor belt met moeder"),
        ("De mentor belt met moeder (voor 1 maart).", "De mentor belt met moeder."),
        ("Moeder zei “voor dinsdag” tegen vader", "Moeder zei tegen vader"),
        ("Voor 1 maart: de mentor belt moeder", "de mentor belt moeder"),
        ("Uiterlijk op vrijdag, mailt vader", "mailt vader"),
        ("Mentor belt. Voor dinsdag. Moeder mailt.", "Mentor belt. Moeder mailt."),
        ("De mentor belt moeder. Deadline: 3 dec.", "De mentor belt moeder."),
        ("Vader  mailt\nmorgen   de school", "Vader  mailt   de school"),
        ("Vader mailt de school, uiterlijk eind van de maand", "Vader mailt de school"),
        ("de juf maakt binnen twee weken een plan", "de juf maakt een plan"),
        ("de juf maakt aan het eind van de maand een plan", "de juf maakt een plan"),
        ("de mentor belt vader dinsdag of woensdag op", "de mentor belt vader op"),
        ("we bellen moeder niet dinsdag maar donderdag", "we bellen moeder"),
        ("de mentor belt dinsdag, nee woensdag met moeder", "de mentor belt met moeder"),
        ("we beginnen maandag, en dan elke dag lezen", "we beginnen, en dan elke dag lezen"),
        ("vanaf maandag elke dag lezen", "elke dag lezen"),
        ("ik wil het volgende week proberen", "ik wil het proberen"),
        ("I'll call her mother by Friday at the latest", "I'll call her mother"),
        ("the coach will visit the class in two weeks.", "the coach will visit the class."),
        ("By the end of the month, the plan is ready", "the plan is ready"),
        ("call mum tomorrow!", "call mum!"),
    ],
)
def test_the_sentence_without_the_day_reads_well(text: str, rest: str) -> None:
    assert without(text) == rest


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("de mentor belt vrijdagmiddag half 3 met moeder", "de mentor belt met moeder"),
        ("call mum on friday 3pm", "call mum"),
        ("we praten 20 oktober 's middags met vader", "we praten met vader"),
        ("de mentor belt dinsdag om 10 uur met moeder", "de mentor belt om 10 uur met moeder"),
        ("I'll call her on Friday at 3", "I'll call her at 3"),
    ],
)
def test_a_time_of_day_goes_along_unless_it_can_stand_alone(text: str, rest: str) -> None:
    assert without(text) == rest


def test_the_first_of_two_agreements_is_taken_and_the_other_stays() -> None:
    text = "moeder belt morgen de huisarts, overmorgen mailt ze de school"
    assert without(text) == "moeder belt de huisarts, overmorgen mailt ze de school"


def test_letters_that_grow_in_lower_case_do_not_shift_the_place() -> None:
    assert without("İİİ belt dinsdag met ß") == "İİİ belt met ß"


# --- words that are no day

HARMLESS_NL = """
    de mentor praat met moeder over de week
    we meten elke dag hoe het gaat
    elke dinsdag belt de mentor met moeder
    iedere maandag en woensdag is er begeleiding
    elke week op vrijdag een gesprek
    op dinsdagen is hij bij vader
    's maandags begint hij later
    twee keer per week op dinsdag en donderdag lezen
    van maandag tot vrijdag slaapt hij bij pa
    drie keer in een week is te veel
    op een gewone dinsdag eet hij brood
    hij komt in de middag
    vandaag de dag zit iedereen op zijn telefoon
    elke morgen een kwartiertje lezen
    goede morgen zeggen tegen elkaar
    ma belt met de juf
    ma en pa praten samen met de mentor
    van ma mag het niet
    voor ma is het zwaar
    boos op ma
    wachten op ma
    hij rekent op ma
    de juf zorgt dat hij zo rustig kan werken
    zo is het goed
    op zo'n moment gaat hij naar buiten
    op zo een dag blijft hij thuis
    zo 3 keer per week lukt wel
    hij doet wo en zij doet hbo
    op wo-niveau
    mei praat met haar mentor
    Mei en April spelen samen
    een boek voor April
    Jan krijgt 2 boeken van de mentor
    de mentor geeft Jan 2 boeken
    we praten in Jan zijn klas
    Maarten belt de mentor
    Augusta belt de mentor
    Julia en Juna praten met Augustijn
    de kaart komt op de muur
    de maartse buien
    hij voelt zich zondig
    hij zit in groep 7/8
    klas 3-4 krijgt een andere mentor
    schooljaar 26/27
    schooljaar 2026-2027
    hij oefent 3-4 keer per week
    hij zit 3/4 van de tijd op de gang
    10-15 minuten rust
    10-12 leerlingen in een groepje
    we praten van 10-12 uur
    24/7 bereikbaar zijn
    hij krijgt 1-1 begeleiding
    kamer 12 is vrij
    bel 06-12345678 of 0800-2000
    op de derde verdieping is een rustige kamer
    de 2e keer praten we met de directeur
    in de eerste week gaat het altijd mis
    de eerste stap is praten
    hij leest snel
    hij is snel boos
    te snel van school sturen helpt niet
    door de week slaapt hij bij moeder
    een week lang geen straf
    twee dagen per week
    na 10 minuten mag hij even lopen
    na elke les noteert de juf één ding
    over één ding zijn we het eens
    binnen in de klas is het te druk
    hij gaat op vakantie met zijn oma
    cijfers voor het rapport
    het weekend was fijn
    kerst vieren we samen
    aan het eind van de dag is hij moe
    het duurt een half jaar lang
    eind goed al goed
    in het begin helpt de juf
    tot nu toe werkt het goed
    de volgende keer lukt het
    een blauwe maandag op die school gezeten
    dagbesteding zoeken
    er komt een extra stoel in de klas
    de ambulant begeleider kijkt mee in de les
"""

HARMLESS_EN = """
    may I call the school
    she may call her mother
    two may play and one may watch
    the mentor may 2 parents invite
    maybe he likes it
    they march to school together
    she might march out of the room
    he sat down with the mentor
    the sun helps him to wake up
    sun cream for the trip
    he wed her
    do what the mentor says
    do 3 things at once
    what does this do to people
    one second is enough for her
    second, we call the school
    a second chance for everyone
    on the second floor there is a quiet room
    the fourth step is hers
    first of all we listen
    every tuesday the mentor calls
    every other friday he stays home
    every third Thursday we meet
    on Tuesdays he sees the coach
    she works monday to friday
    once a week on tuesday the coach comes by
    weekly talks with the mentor
    monthly talks with the family
    three times in a week is too much
    an ordinary tuesday at home
    the boss of a Saturday job
    sunday school helps him
    for two weeks he comes half days
    a week of rest
    he reads for ten minutes a day
    she sleeps eight hours a night
    as soon as he comes in he gets a task
    she left too soon
    his sister June helps her
    August and June are her friends
    a letter from April
    sundry tasks for him
    ice cream sundae for the class
    the funday at school was loud
    in a day centre he feels safe
    he is in a year 7 class
    he is in year 7
    2/3 of the class is loud
    one in 3 children
    the mentor talks with his mother
    he gets a quiet place in the class
    she can leave the room when it is too much
    the coach visits the class
    we talk about the week together
    at the end of the day it is her choice
    the end of the lesson is hard
    start of the lesson
    he was late again
    the weekend was nice
    in the spring he was happy
    one day he will like school
    the last time it went well
    next time we try again
    today's youth
    now and then a compliment
    half the class knows it
"""


def sentences(written: str) -> list[str]:
    return [line.strip() for line in written.strip().splitlines()]


@pytest.mark.parametrize("text", sentences(HARMLESS_NL))
def test_a_dutch_agreement_without_a_day_has_none(text: str) -> None:
    assert find_day(text, WEDNESDAY, "nl") is None


@pytest.mark.parametrize("text", sentences(HARMLESS_EN))
def test_an_english_agreement_without_a_day_has_none(text: str) -> None:
    assert find_day(text, WEDNESDAY, "en") is None


def test_there_are_enough_sentences_without_a_day() -> None:
    assert min(len(sentences(HARMLESS_NL)), len(sentences(HARMLESS_EN))) >= 60


def test_jan_is_a_month_in_english_and_a_man_in_dutch() -> None:
    assert read("by Jan", language="en") == "2027-01-01"
    assert read("voor Jan", language="nl") is None
    assert read("eind jan", language="nl") == "2027-01-31"


def test_a_typing_error_that_could_be_two_days_is_none() -> None:
    assert read("zonday") is None  # zondag or monday


# --- for any date and any text

WAYS: list[Callable[[date], str]] = [
    lambda day: f"{day.day} {_DUTCH[day.month - 1]}",
    lambda day: f"{day.day} {_SHORT[day.month - 1]}",
    lambda day: f"uiterlijk {DUTCH_DAYS[day.weekday()]} {day.day} {_DUTCH[day.month - 1]}",
    lambda day: f"{day.day} {_DUTCH[day.month - 1]} {day.year}",
    lambda day: f"{day:%b} {day.day}",
    lambda day: f"{day:%B} {day.day}th",
    lambda day: f"the {day.day}th of {day:%B}",
    lambda day: f"{day:%A}, {day.day} {day:%B} {day.year}",
    lambda day: f"{day.day}-{day.month}",
    lambda day: f"{day.day}/{day.month}",
    lambda day: f"{day.day}-{day.month}-{day.year}",
    lambda day: f"{day:%d-%m-%y}",
    lambda day: f"{day:%d.%m.%Y}",
    lambda day: day.isoformat(),
]
_DUTCH = (
    "januari februari maart april mei juni juli augustus september oktober november december"
).split()
_SHORT = "jan feb mrt apr mei jun jul aug sep okt nov dec".split()
_TODAYS = st.dates(date(2024, 1, 1), date(2040, 1, 1))


@settings(max_examples=300, deadline=None)
@given(today=_TODAYS, ahead=st.integers(0, 300), way=st.sampled_from(WAYS))
@example(today=date(2024, 1, 1), ahead=0, way=WAYS[8])  # "1-1" is also said of two people
def test_a_date_is_read_back_however_it_is_written(
    today: date, ahead: int, way: Callable[[date], str]
) -> None:
    day = today + timedelta(days=ahead)
    text = way(day)
    for language in ("nl", "en"):
        assert read(text, today, language) == str(day), text


_PIECES = sorted({word for text, _ in EXPRESSIONS + SEVERAL for word in text.split()})
_MARKS = ["", ".", ",", "(", ")", "-", "…", "1", "99", "İ", "\n", "3-4", "10:00", "€"]
_TEXTS = st.lists(st.sampled_from(_PIECES + _MARKS) | st.text(max_size=5), max_size=40).map(
    " ".join
) | st.text(max_size=200)


@settings(max_examples=400, deadline=None)
@given(text=_TEXTS, today=_TODAYS, language=st.sampled_from(LANGUAGES))
def test_any_text_is_read_and_the_span_lies_within_it(
    text: str, today: date, language: Language
) -> None:
    found = find_day(text, today, language)
    if found:
        assert isinstance(found, Found)
        assert 0 <= found.start < found.end <= len(text)
        assert (found.day is None) != (found.trouble is None)
        assert found.day is None or found.day >= today
        assert found.trouble is None or found.trouble in Trouble


@pytest.mark.parametrize(
    "piece",
    sentences("""
        dinsdag
        over een
        1-
        elke
        (
        3 maart,
        dinsdga
        nee,
        1:11
        en dan
        tot aan
        ..
        10:00 - 11:00
        vrijdag niet
        a.s.
    """),
)
@pytest.mark.parametrize("gap", ["", " "])
def test_time_grows_no_faster_than_the_text(piece: str, gap: str) -> None:
    find_day("dinsdag", WEDNESDAY, "nl")  # the patterns are made at first use
    for length in (500, 20_000):
        text = "dinsdag " + ((piece + gap) * length)[:length] + " x dinsdag"
        start = time.process_time()
        find_day(text, WEDNESDAY, "nl")
        assert time.process_time() - start < 0.5


# --- the word lists


def test_both_languages_have_the_same_kinds_of_words() -> None:
    dutch, english = (set(read_words(language)) for language in LANGUAGES)
    assert dutch == english
