"""The six obstacles: ticking, seeing and clearing them, and who goes away."""

import json
from dataclasses import replace

import pytest

from bot.core.record import Doing
from bot.services.clear import begin_clearing, clear
from bot.services.erase import erase
from bot.services.leave import leave
from bot.services.look_back import look_back
from bot.services.my_data import my_data
from bot.services.obstacles import obstacles, standing_obstacles, stop_checking
from bot.services.remove import remove_case
from bot.services.tick import (
    begin_check,
    obstacle_asked,
    skip_obstacle,
    step_back_in_check,
    tick,
)
from bot.voice.my_data import my_data as document
from bot.voice.speech import Speech
from tests.harness.memory import the_method, the_words
from tests.services.someone import Someone
from tests.services.team import Team, tells

SIX = list(the_method().obstacles)


def ticks(someone: Someone, *so: bool) -> None:
    """Begin a check, and say of so many whether they are so."""
    begin_check(someone.desk, someone.person)
    for each in so:
        tick(someone.desk, someone.person, each)


def clears(someone: Someone, obstacle: str, done: str | None) -> None:
    found = {each.obstacle: each.id for each in obstacles(someone.desk, someone.person).standing}
    begin_clearing(someone.desk, someone.person, found[obstacle])
    clear(someone.desk, someone.person, done)


def stands(someone: Someone) -> list[str]:
    return [each.obstacle for each in standing_obstacles(someone.desk, someone.part)]


def kept(someone: Someone) -> str:
    """All that somebody can take along of themselves, in words and as JSON."""
    speech = Speech(the_words(), the_method(), "nl")
    files = [said.file for said in document(speech, my_data(someone.desk, someone.person))]
    return "\n".join(file.text for file in files if file)


@pytest.fixture
def mentor(team: Team) -> Someone:
    return team.add("mentor")


def test_six_are_asked_one_by_one_and_those_that_are_so_stand(someone: Someone) -> None:
    checked = begin_check(someone.desk, someone.person)
    asked = []
    while checked.obstacle:
        asked.append(checked.obstacle)
        checked = tick(someone.desk, someone.person, so=len(asked) in (2, 6))
    assert asked == SIX
    assert [each.obstacle for each in checked.ticked] == stands(someone) == [SIX[1], SIX[5]]
    assert someone.part.doing is Doing.NOTHING


def test_one_can_be_skipped(someone: Someone) -> None:
    begin_check(someone.desk, someone.person)
    assert skip_obstacle(someone.desk, someone.person).number == 2
    assert stands(someone) == []


def test_what_is_ticked_stands_at_once_also_when_the_check_is_left(someone: Someone) -> None:
    ticks(someone, True, False)
    assert stands(someone) == [SIX[0]]
    stop_checking(someone.desk, someone.person)
    assert stands(someone) == [SIX[0]]
    assert someone.situation.loop == "reflection_form"


def test_what_stands_is_not_asked_again(team: Team, mentor: Someone) -> None:
    ticks(mentor, True, False, True)
    assert begin_check(team.desk, team.coordinator.person).obstacle == SIX[1]
    assert tick(team.desk, team.coordinator.person, so=True).obstacle == SIX[3]
    assert stands(mentor) == SIX[:3]


def test_when_all_six_stand_there_is_nothing_to_ask(team: Team, mentor: Someone) -> None:
    ticks(mentor, *[True] * 6)
    assert begin_check(team.desk, team.coordinator.person).obstacle is None
    assert team.coordinator.part.doing is Doing.NOTHING


def test_who_goes_back_may_think_better_of_their_own_tick(team: Team, mentor: Someone) -> None:
    ticks(mentor, True)
    me = team.coordinator
    ticks(me, True)  # the second one: the first stands
    assert step_back_in_check(me.desk, me.person).obstacle == SIX[1]
    assert tick(me.desk, me.person, so=False).obstacle == SIX[2]
    assert stands(me) == [SIX[0]]


def test_ticked_by_two_at_once_it_stands_once_and_goes_at_once(team: Team, mentor: Someone) -> None:
    for who in (team.coordinator, mentor):
        begin_check(who.desk, who.person)
    for who in (team.coordinator, mentor):
        tick(who.desk, who.person, so=True)
    [there] = team.desk.record.obstacles.find()
    team.desk.record.obstacles.put(replace(there, id="twin"))  # of another transaction
    assert stands(mentor) == [SIX[0]]
    clears(mentor, SIX[0], "Gebeld.")
    assert stands(mentor) == []
    assert len(obstacles(mentor.desk, mentor.person).cleared) == 1


def test_what_is_cleared_says_what_was_done_and_can_be_ticked_anew(
    team: Team, mentor: Someone
) -> None:
    ticks(mentor, True, True)
    clears(team.coordinator, SIX[0], "We belden elkaar.")
    clears(mentor, SIX[1], None)
    seen = obstacles(mentor.desk, mentor.person)
    assert [(each.obstacle, each.done) for each in seen.cleared] == [
        (SIX[1], None),
        (SIX[0], "We belden elkaar."),
    ]
    ticks(mentor, True)
    assert stands(mentor) == [SIX[0]]


def test_what_somebody_else_cleared_meanwhile_is_asked_no_more(team: Team, mentor: Someone) -> None:
    ticks(mentor, True)
    stop_checking(mentor.desk, mentor.person)
    [there] = team.desk.record.obstacles.pick("id")
    begin_clearing(mentor.desk, mentor.person, there)
    clears(team.coordinator, SIX[0], "Klaar.")
    assert obstacle_asked(mentor.desk, mentor.person) is None
    assert mentor.part.doing is Doing.NOTHING


@pytest.mark.parametrize("role", ["parent", "young_person", "grandparent"])
def test_only_professionals_see_them(team: Team, mentor: Someone, role: str) -> None:
    near = team.add(role)
    ticks(mentor, True)
    for who, seen in ((team.coordinator, [SIX[0]]), (mentor, [SIX[0]]), (near, [])):
        assert stands(who) == seen
        week = look_back(who.desk, who.case, who.part, "2025-W09")
        assert [each.obstacle for each in week.obstacles] == seen


@pytest.mark.parametrize("how", ["leaves", "takes all away", "erases"])
def test_who_goes_leaves_the_tick_without_their_name(team: Team, mentor: Someone, how: str) -> None:
    tells(mentor, "Iets dat blijft.")
    ticks(mentor, True, True)
    clears(mentor, SIX[1], "Kanarie gedaan.")
    if how == "erases":
        erase(mentor.desk, mentor.person)
    else:
        leave(mentor.desk, mentor.person, stays=how == "leaves")
    assert stands(team.coordinator) == [SIX[0]]
    found = team.desk.record.obstacles.find()
    assert [each.ticked_by for each in found] == [None, None]
    words = [each.done for each in found if each.done]
    assert words == (["Kanarie gedaan."] if how == "leaves" else [])


def test_who_left_and_erases_themselves_later_takes_their_words_along(
    team: Team, mentor: Someone
) -> None:
    tells(mentor, "Iets dat blijft.")
    ticks(mentor, True)
    clears(mentor, SIX[0], "Kanarie gedaan.")
    leave(mentor.desk, mentor.person, stays=True)
    erase(mentor.desk, mentor.person)
    [left] = team.desk.record.obstacles.find()
    assert (left.ticked_by, left.cleared_by, left.done) == (None, None, None)
    assert left.cleared_at


def test_who_goes_leaves_the_words_of_others(team: Team, mentor: Someone) -> None:
    ticks(mentor, True)
    clears(team.coordinator, SIX[0], "Kanarie gedaan.")
    erase(mentor.desk, mentor.person)
    [left] = team.desk.record.obstacles.find()
    assert (left.cleared_by, left.done) == (team.coordinator.part.id, "Kanarie gedaan.")


def test_a_case_that_is_erased_takes_them_all(team: Team, mentor: Someone) -> None:
    ticks(mentor, True, True)
    clears(mentor, SIX[1], "Gebeld.")
    remove_case(team.desk, mentor.case.id)
    assert team.desk.record.obstacles.find() == []


def test_my_data_holds_what_one_did_and_said_and_nothing_of_others(
    team: Team, mentor: Someone
) -> None:
    ticks(mentor, True, True)
    ticks(team.coordinator, True)
    clears(mentor, SIX[2], "Woorden van de mentor.")
    clears(team.coordinator, SIX[0], "Woorden van wie regelt.")
    mine, theirs = kept(mentor), kept(team.coordinator)
    assert "Woorden van de mentor." in mine
    assert "Woorden van wie regelt." not in mine
    assert "Woorden van wie regelt." in theirs
    assert "Woorden van de mentor." not in theirs
    name = the_method().obstacles[SIX[0]].nl.name
    assert f"): {name}" in mine.partition("{")[0]
    [case] = json.loads("{" + mine.partition("\n{")[2])["cases"]
    assert {each["obstacle"] for each in case["obstacles"]} == set(SIX[:3])
    others = {each["ticked_by"] for each in case["obstacles"]} - {mentor.part.id}
    assert others == {None}
