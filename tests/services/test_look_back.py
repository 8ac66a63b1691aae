"""The look back on a week: when it comes, to whom, and what it says, with the clock turned by
hand."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

import actions.look_back
from bot.core.agreement import AgreementStatus, Consent
from bot.core.method import Level
from bot.core.record import Doing
from bot.core.reply import Reply
from bot.services.agenda import agenda
from bot.services.agree import Said, begin_agreement, settle_agreement
from bot.services.check_in import begin_check_in, pause_check_in, rate
from bot.services.confirm import confirm
from bot.services.leave import leave
from bot.services.look_back import Look, look_back, look_back_now
from bot.services.obstacles import standing_obstacles
from bot.services.progress import progress
from bot.services.rhythm import pause_until, set_time, switch_off, switch_on
from bot.services.tick import begin_check, tick
from bot.voice.agenda import listed
from bot.voice.round_up import no_rhythm, round_up
from bot.voice.speech import Speech
from tests.harness.memory import the_method, the_words
from tests.services.someone import Someone
from tests.services.team import Team
from tests.services.weeks import MONDAY, ZONE, goes_through, to, told

DUTCH = Speech(the_words(), the_method(), "nl")
TUESDAY, WEDNESDAY, THURSDAY = (MONDAY + timedelta(days=n) for n in (1, 2, 3))
HOUR = timedelta(hours=1)
WEEK = "2026-W03"


@pytest.fixture
def spread(team: Team) -> Team:
    """Three who have their check-in on Monday, Tuesday and Wednesday at nine."""
    team.add("mentor")
    team.add("youth_care_worker")
    to(team, MONDAY - 12 * HOUR)
    for day, who in enumerate((team.coordinator, *team.members)):
        switch_on(team.desk, who.person, ZONE)
        set_time(team.desk, who.person, weekday=day)
    return team


def agreed(team: Team, who: Someone, what: str, due: date) -> str:
    me = team.coordinator
    made = begin_agreement(me.desk, me.person, Said(what, who=who.part.id, due=due)).agreement.id
    settle_agreement(me.desk, me.person, made)
    return made


def seen(team: Team, who: Someone, week: str = WEEK) -> Look:
    return look_back(team.desk, who.case, who.part, week)


def said(team: Team, who: Someone, week: str = WEEK) -> str:
    return round_up(DUTCH, seen(team, who, week)).text


def names(team: Team, who: Someone) -> list[str]:
    return [author.part.id for author in seen(team, who).silent]


# --- when it comes ---


def test_it_waits_for_who_is_asked_later_that_week(spread: Team) -> None:
    me = spread.coordinator
    to(spread, MONDAY + HOUR)
    goes_through(me)
    to(spread, TUESDAY + 8 * HOUR)
    goes_through(spread.members[0])
    to(spread, WEDNESDAY + 23 * HOUR)
    assert told(spread, me) == []
    to(spread, THURSDAY + HOUR)
    assert told(spread, me) == ["round_up"]


def test_it_comes_at_once_when_the_last_of_the_week_has_answered(spread: Team) -> None:
    me = spread.coordinator
    for who, day in ((me, MONDAY), *zip(spread.members, (TUESDAY, WEDNESDAY), strict=True)):
        assert told(spread, me) == []
        to(spread, day + HOUR)
        goes_through(who)
    to(spread, WEDNESDAY + 2 * HOUR)
    assert told(spread, me) == ["round_up"]


def test_there_is_one_a_week(spread: Team) -> None:
    for week in range(4):
        to(spread, MONDAY + timedelta(weeks=week) + HOUR)
        goes_through(spread.coordinator)
    to(spread, MONDAY + timedelta(weeks=4) - HOUR)
    assert told(spread, spread.coordinator) == ["round_up"] * 4


def test_it_waits_for_nobody_who_rests_is_off_or_has_left(spread: Team) -> None:
    me, (mentor, care) = spread.coordinator, spread.members
    to(spread, MONDAY + HOUR)
    goes_through(me)
    pause_until(spread.desk, mentor.person, date(2026, 1, 26))
    to(spread, MONDAY + 2 * HOUR)
    assert told(spread, me) == []
    switch_off(spread.desk, care.person)
    to(spread, MONDAY + 3 * HOUR)
    assert told(spread, me) == ["round_up"]


def test_it_waits_for_nobody_who_has_left(spread: Team) -> None:
    me, (mentor, care) = spread.coordinator, spread.members
    switch_off(spread.desk, mentor.person)
    to(spread, MONDAY + HOUR)
    goes_through(me)
    leave(spread.desk, care.person, stays=False)
    to(spread, MONDAY + 2 * HOUR)
    assert told(spread, me) == ["round_up"]


def test_it_waits_for_whoever_chooses_a_later_day(spread: Team) -> None:
    me, (mentor, care) = spread.coordinator, spread.members
    switch_off(spread.desk, mentor.person)
    set_time(spread.desk, care.person, weekday=4)
    to(spread, MONDAY + HOUR)
    goes_through(me)
    to(spread, MONDAY + timedelta(days=4, hours=23))
    assert told(spread, me) == []
    to(spread, MONDAY + timedelta(days=5, hours=1))
    assert told(spread, me) == ["round_up"]


def test_after_an_outage_it_waits_for_who_is_asked_then(spread: Team) -> None:
    me = spread.coordinator
    to(spread, MONDAY + HOUR)
    goes_through(me)
    spread.desk.now.at = THURSDAY  # type: ignore[attr-defined]
    to(spread, THURSDAY + 23 * HOUR)
    assert told(spread, me) == []
    to(spread, THURSDAY + 26 * HOUR)
    assert told(spread, me) == ["round_up"]


# --- who said nothing yet ---


def test_only_who_had_a_day_is_named_as_silent(spread: Team) -> None:
    me, (mentor, care) = spread.coordinator, spread.members
    to(spread, MONDAY + HOUR)
    goes_through(me)
    to(spread, TUESDAY + HOUR)
    assert names(spread, me) == []
    to(spread, WEDNESDAY + HOUR)
    assert names(spread, me) == [mentor.part.id]
    to(spread, THURSDAY + HOUR)
    assert names(spread, me) == [mentor.part.id, care.part.id]
    assert names(spread, mentor) == []


def test_who_answered_a_part_of_it_is_not_silent(spread: Team) -> None:
    me, (mentor, care) = spread.coordinator, spread.members
    to(spread, TUESDAY + HOUR)
    begin_check_in(spread.desk, mentor.person)
    rate(spread.desk, mentor.person, 3)
    pause_check_in(spread.desk, mentor.person)
    to(spread, THURSDAY + HOUR)
    assert names(spread, me) == [care.part.id]


def test_who_has_left_is_not_named(spread: Team) -> None:
    me, (mentor, care) = spread.coordinator, spread.members
    agreed(spread, me, "Van de mentor.", date(2026, 2, 2))
    to(spread, THURSDAY + HOUR)
    leave(spread.desk, care.person, stays=True)
    assert names(spread, me) == [mentor.part.id]


def test_the_reader_is_spoken_to_and_not_named(spread: Team) -> None:
    me, (mentor, _) = spread.coordinator, spread.members
    to(spread, THURSDAY + HOUR)
    assert me.part.id not in names(spread, me)
    text = said(spread, me)
    assert "Jouw eigen weekcheck staat nog open" in text
    assert "Nog niets gehoord van: mentor, jeugdhulpverlener." in text
    goes_through(me)
    assert "Jouw eigen weekcheck" not in said(spread, me)
    assert "Nog niets gehoord" not in said(spread, mentor)


def test_who_took_part_is_named_to_who_directs_the_case(spread: Team) -> None:
    me, (mentor, care) = spread.coordinator, spread.members
    to(spread, WEDNESDAY + HOUR)
    goes_through(mentor)
    assert "Deden de weekcheck: mentor." in said(spread, me)
    assert "Deden de weekcheck" not in said(spread, care)


def test_people_are_named_with_their_role_behind_them(spread: Team) -> None:
    me, (mentor, _) = spread.coordinator, spread.members
    spread.desk.record.cases.put(replace(me.case, names_shown=True))
    spread.desk.record.memberships.put(replace(mentor.part, name="jan"))
    to(spread, THURSDAY + HOUR)
    assert "Nog niets gehoord van: Jan (mentor), jeugdhulpverlener." in said(spread, me)


# --- what is stuck, past its day, or waits ---


def test_each_is_said_for_how_long_it_is_stuck(spread: Team) -> None:
    me = spread.coordinator
    for weeks, what in ((4, "Bellen."), (3, "Schrijven."), (1, "Lopen.")):
        made = agreed(spread, me, what, date(2026, 6, 1))
        progress(spread.desk, me.person, made, AgreementStatus.STUCK)
        found = spread.desk.record.agreements.get(made)
        assert found
        since = MONDAY - timedelta(weeks=weeks, days=2)
        spread.desk.record.agreements.put(replace(found, stuck_since=since))
    to(spread, MONDAY)
    text = said(spread, me)
    assert "• Bellen.: al 4 weken" in text
    assert "• Schrijven.: al 3 weken" in text
    assert "Lopen.: al" not in text


def test_what_is_past_its_day_is_named_with_its_day(spread: Team) -> None:
    me, (mentor, care) = spread.coordinator, spread.members
    late, kept = date(2026, 1, 12), date(2026, 1, 20)
    agreed(spread, mentor, "Belt de huisarts.", late)
    agreed(spread, mentor, "Komt langs.", kept)
    stuck = agreed(spread, care, "Vraagt het na.", late)
    progress(spread.desk, care.person, stuck, AgreementStatus.STUCK)
    to(spread, MONDAY + HOUR)
    assert "De dag is voorbij" not in said(spread, me)
    to(spread, TUESDAY + HOUR)
    text = said(spread, me)
    assert "De dag is voorbij:\n• Belt de huisarts. — mentor, dag was 12 januari" in text
    assert "• Vraagt het na. — jeugdhulpverlener, uitvoerend, dag was 12 januari" in text
    assert text.count("Vraagt het na.") == 1  # once, where it is stuck
    assert "Komt langs." not in text


def test_the_list_of_agreements_marks_what_is_past_its_day(spread: Team) -> None:
    me = spread.coordinator
    agreed(spread, me, "Bellen.", date(2026, 1, 12))
    agreed(spread, me, "Lopen.", date(2026, 1, 20))
    to(spread, TUESDAY)
    text = listed(DUTCH, agenda(me.desk, me.person)).text
    assert "maandag 12 januari 2026 (dag voorbij)" in text
    assert text.count("(dag voorbij)") == 1


def test_which_day_it_is_depends_on_where_the_reader_is(spread: Team) -> None:
    me = spread.coordinator
    agreed(spread, me, "Bellen.", date(2026, 1, 12))
    to(spread, datetime(2026, 1, 13, 0, 30, tzinfo=ZoneInfo(ZONE)))
    assert "dag was 12 januari" in said(spread, me)
    me.put(zone="America/Curacao")
    assert "dag was 12 januari" not in said(spread, me)


def test_what_waits_for_a_talk_is_named_with_since_when(spread: Team) -> None:
    me, (mentor, _) = spread.coordinator, spread.members
    made = agreed(spread, mentor, "Belt.", date(2026, 1, 30))
    to(spread, MONDAY)
    confirm(spread.desk, mentor.person, made, Consent.TALK)
    to(spread, TUESDAY)
    assert "Wacht op overleg:\n• Belt. — mentor, sinds 12 januari" in said(spread, me)
    confirm(spread.desk, mentor.person, made, Consent.IN)
    assert "Wacht op overleg" not in said(spread, me)


@pytest.mark.parametrize(
    ("level", "words", "role"),
    [
        (Level.EXECUTING, "iemand die aanstuurt of regelt", "school_leader"),
        (Level.ORGANISING, "iemand van bestuur of beleid", "alderman"),
        (Level.GOVERNING, None, None),
    ],
)
def test_a_level_higher_is_proposed_where_there_is_one(
    spread: Team, level: Level, words: str | None, role: str | None
) -> None:
    me = spread.coordinator
    made = agreed(spread, me, "Bellen.", date(2026, 6, 1))
    progress(spread.desk, me.person, made, AgreementStatus.STUCK)
    found = spread.desk.record.agreements.get(made)
    assert found
    long_ago = MONDAY - timedelta(weeks=9)
    spread.desk.record.agreements.put(replace(found, level=level, stuck_since=long_ago))
    shown = round_up(DUTCH, seen(spread, me))
    invites = [b.command.args["level"] for b in shown.buttons if b.command.intent == "invite"]
    assert invites == ([the_method().roles[role].level] if role else [])
    if words:
        assert words in shown.text
    else:
        assert "samen voor" not in shown.text


# --- on request ---


def asked_for(who: Someone, week: str | None = None) -> Reply:
    look = look_back_now(who.desk, who.person, week)
    if look is None:
        return no_rhythm(DUTCH, agenda(who.desk, who.person))
    return round_up(DUTCH, look, asked=True)


def test_it_can_be_asked_for_before_it_was_sent(spread: Team) -> None:
    me, (mentor, _) = spread.coordinator, spread.members
    made = agreed(spread, mentor, "Belt.", date(2026, 2, 2))
    to(spread, TUESDAY + HOUR)
    begin_check_in(spread.desk, mentor.person)
    progress(spread.desk, mentor.person, made, AgreementStatus.DOING)
    assert told(spread, me) == []
    assert "Mee bezig:\n• Belt. — mentor" in asked_for(me).text


def test_it_is_the_newest_week_and_the_one_before_is_a_tap_away(spread: Team) -> None:
    me = spread.coordinator
    to(spread, MONDAY + timedelta(days=7, hours=1))
    newest = asked_for(me)
    assert "vanaf 19 januari" in newest.text
    [before] = [b.command for b in newest.buttons if b.command.intent == "look_back"]
    assert before.args["week"] == WEEK
    assert "vanaf 12 januari" in asked_for(me, WEEK).text
    assert "vanaf 19 januari" in asked_for(me, "2020-W01").text


def test_before_anybody_was_asked_it_is_this_week(spread: Team) -> None:
    assert "vanaf 5 januari" in asked_for(spread.coordinator).text  # it is Sunday


def test_a_parent_sees_no_more_of_it_than_is_theirs(spread: Team) -> None:
    mother = spread.add("parent")
    agreed(spread, spread.members[0], "Belt de gemeente.", date(2026, 1, 12))
    agreed(spread, mother, "Brengt het boek mee.", date(2026, 1, 12))
    begin_check(spread.desk, spread.coordinator.person)
    tick(spread.desk, spread.coordinator.person, so=True)
    assert standing_obstacles(spread.desk, spread.coordinator.part)
    to(spread, THURSDAY + HOUR)
    text = asked_for(mother).text
    assert "Brengt het boek mee." in text
    assert "Belt de gemeente." not in text
    assert "gehoord van" not in text
    assert "in de weg" not in text


def test_without_a_rhythm_it_is_what_stands_open(team: Team) -> None:
    me = team.coordinator
    assert "nog niets om op terug te kijken" in asked_for(me).text
    agreed(team, me, "Bellen.", date(2027, 3, 4))
    assert "1. Bellen." in asked_for(me).text
    assert "staat nu niet aan" in asked_for(me).text


def test_a_check_in_that_is_under_way_stays_so(spread: Team) -> None:
    me = spread.coordinator
    to(spread, MONDAY + HOUR)
    begin_check_in(spread.desk, me.person)
    asked_for(me)
    assert me.part.doing is Doing.CHECKING_IN


def test_there_is_an_action_for_it() -> None:
    assert actions.look_back.LookBack().name() == "action_look_back"
