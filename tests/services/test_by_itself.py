"""What Zwaan says by itself: nothing at all when it is over, and a pause as others may see it."""

from datetime import UTC, date, datetime, timedelta

import pytest

from actions.check_in import CheckIn
from actions.move import Move
from actions.notice import Notice
from bot.core.reply import Reply
from bot.core.rhythm import AlarmKind
from bot.services.agree import Said, begin_agreement, settle_agreement
from bot.services.remove import remove_case
from bot.services.rhythm import (
    Rhythm,
    pause_until,
    rhythm,
    set_time,
    switch_off,
    switch_on,
    take_days_off,
)
from bot.voice.rhythm import card
from bot.voice.speech import Speech
from tests.harness.memory import the_method, the_words
from tests.harness.turns import turn_of
from tests.services.someone import Someone
from tests.services.team import Team
from tests.services.weeks import MONDAY, ZONE, goes_through, to

DUTCH = Speech(the_words(), the_method(), "nl")
SILENCE = [Reply.silence("nl")]
SEVENTH = date(2026, 2, 7)


def own_turn(who: Someone, move: Move, text: str = "", **args: str) -> list[Reply]:
    return list(move.act(who.desk, DUTCH, who.person, turn_of(who, text, args)))


def has_agreement(team: Team) -> str:
    me, mentor = team.coordinator, team.members[0]
    said = Said("Belt.", who=mentor.part.id, due=date(2027, 3, 4))
    made = begin_agreement(me.desk, me.person, said).agreement.id
    settle_agreement(me.desk, me.person, made)
    return made


def seen(who: Someone) -> str:
    return card(DUTCH, rhythm(who.desk, who.person)).text


# --- what is over ---


def test_a_reminder_of_what_was_done_meanwhile_says_nothing(rhythmic: Team) -> None:
    me = rhythmic.coordinator
    to(rhythmic, MONDAY + timedelta(hours=1))
    [check_in] = rhythmic.desk.record.check_ins.pick("id", membership=me.part.id)
    assert own_turn(me, CheckIn(), id=check_in, to="again") != SILENCE
    goes_through(me)
    assert own_turn(me, CheckIn(), id=check_in, to="again") == SILENCE
    assert own_turn(me, CheckIn(), id=check_in, to="due") == SILENCE


def test_a_notice_of_an_agreement_that_is_gone_says_nothing(team: Team) -> None:
    mentor = team.add("mentor")
    made, case = has_agreement(team), mentor.case.id
    told = {"what": "agreement", "case": case, "agreement": made}
    assert "Doe je dit?" in own_turn(mentor, Notice(), **told)[0].text
    team.desk.record.agreements.remove(id=made)
    assert own_turn(mentor, Notice(), **told) == SILENCE


def test_a_notice_of_a_case_that_is_gone_says_nothing(team: Team) -> None:
    me = team.coordinator
    case = me.case.id
    turn = {"what": "joined", "case": case, "role": "mentor"}
    assert "Er doet iemand nieuw mee" in own_turn(me, Notice(), **turn)[0].text
    remove_case(team.desk, case)
    assert own_turn(team.coordinator, Notice(), **turn) == SILENCE


def test_who_asks_about_a_notice_gets_an_answer(team: Team) -> None:
    [reply] = own_turn(team.coordinator, Notice(), text="waarom kreeg ik die melding")
    assert "laat ik uit mezelf iets weten" in reply.text


# --- a pause ---


def test_a_pause_of_another_stands_on_the_card_without_a_reason(rhythmic: Team) -> None:
    me, mentor = rhythmic.coordinator, rhythmic.members[0]
    assert "pauze" not in seen(me)
    pause_until(rhythmic.desk, mentor.person, SEVENTH)
    assert "• mentor: elke maandag om 9:00, pauze tot zaterdag 7 februari 2026" in seen(me)
    switch_on(rhythmic.desk, mentor.person, ZONE)
    take_days_off(rhythmic.desk, mentor.person, date(2026, 2, 2), SEVENTH)
    assert "pauze van maandag 2 februari 2026 tot en met zaterdag 7 februari 2026" in seen(me)
    assert "vakantie" not in seen(me)


def test_a_pause_is_shown_only_while_it_is_ahead(rhythmic: Team) -> None:
    me, mentor = rhythmic.coordinator, rhythmic.members[0]
    pause_until(rhythmic.desk, mentor.person, SEVENTH)
    take_days_off(rhythmic.desk, mentor.person, date(2026, 1, 26), date(2026, 1, 30))
    to(rhythmic, datetime(2026, 2, 6, 12, tzinfo=UTC))
    assert "Tot zaterdag 7 februari 2026 vraag ik niets." in seen(mentor)
    assert "Vrij van" not in seen(mentor)
    to(rhythmic, datetime(2026, 2, 7, 12, tzinfo=UTC))
    assert "vraag ik niets" not in seen(mentor)
    assert "pauze" not in seen(me)


@pytest.mark.parametrize("again", ["on", "off and on", "day", "time"])
def test_a_pause_ends_when_it_is_set_anew(rhythmic: Team, again: str) -> None:
    mentor = rhythmic.members[0]
    pause_until(rhythmic.desk, mentor.person, SEVENTH)
    assert at(rhythm(rhythmic.desk, mentor.person)) == SEVENTH
    if again == "off and on":
        switch_off(rhythmic.desk, mentor.person)
    if again in ("on", "off and on"):
        switch_on(rhythmic.desk, mentor.person, ZONE)
    elif again == "day":
        set_time(rhythmic.desk, mentor.person, weekday=1)
    else:
        set_time(rhythmic.desk, mentor.person, minute=600)
    assert at(rhythm(rhythmic.desk, mentor.person)) is None
    due = rhythmic.desk.record.alarms.first(kind=AlarmKind.CHECK_IN, subject=mine(mentor))
    assert due
    assert due.at < MONDAY + timedelta(days=2)


def test_switching_on_ends_the_holiday_in_which_one_is_and_no_other(rhythmic: Team) -> None:
    mentor = rhythmic.members[0]
    take_days_off(rhythmic.desk, mentor.person, date(2026, 1, 9), SEVENTH)
    take_days_off(rhythmic.desk, mentor.person, date(2026, 5, 1), date(2026, 5, 8))
    switch_on(rhythmic.desk, mentor.person, ZONE)
    found = rhythm(rhythmic.desk, mentor.person).mine
    assert found
    assert found.days_off == ("2026-05-01/2026-05-08",)


def test_who_directs_the_case_does_not_end_the_pause_of_another(rhythmic: Team) -> None:
    me, mentor = rhythmic.coordinator, rhythmic.members[0]
    pause_until(rhythmic.desk, mentor.person, SEVENTH)
    switch_on(rhythmic.desk, me.person, ZONE, mentor.part.id)
    assert at(rhythm(rhythmic.desk, mentor.person)) == SEVENTH


def at(seen: Rhythm) -> date | None:
    assert seen.mine
    return seen.mine.paused_until


def mine(who: Someone) -> str:
    found = who.desk.record.schedules.first(membership=who.part.id)
    assert found
    return found.id
