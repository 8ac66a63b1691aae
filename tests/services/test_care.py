"""Directing a case: handing it over, closing it, and how long it is kept."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.record import CaseStatus, Visibility
from bot.services import administer
from bot.services.answers import answers_by_step
from bot.services.cases import close_case, closed_lately, switch_case
from bot.services.danger import drop_held, drop_stale, hold
from bot.services.erase import erase
from bot.services.hand_over import hand_over, successors
from bot.services.help import (
    ask_for_help,
    decline_help,
    has_asked_for_help,
    offers_help,
    take_up,
)
from bot.services.join import Opened, join, open_invitation
from bot.services.leave import ask_to_leave, leave
from bot.services.my_data import my_data
from bot.services.own_question import add_own_question, begin_own_question
from bot.services.period import keep_to_periods, set_period
from bot.services.read_trail import case_trail
from bot.services.refusals import Refusal
from bot.services.release import release, release_all
from bot.services.sharing import my_sharing
from tests.harness.memory import MemoryRecord, Told
from tests.services.someone import EXPLORE_CONTENT, Someone
from tests.services.team import Team, reads, tells


def later(team: Team, **time: int) -> None:
    team.desk.now.at += timedelta(**time)  # type: ignore[attr-defined]


def told(team: Team, who: Someone) -> list[str]:
    assert isinstance(team.desk.notify, Told)
    return [about["what"] for person, about in team.desk.notify.heard if person == who.id]


def canaries(team: Team, text: str) -> list[str]:
    """The shelves on which a text still stands."""
    assert isinstance(team.desk.record, MemoryRecord)
    return [name for name, shelf in vars(team.desk.record).items() if text in str(shelf.find())]


def trail(team: Team) -> list[str]:
    """What the coordinator reads in the trail, the newest first."""
    return [line.trace.verb for line in case_trail(team.desk, team.coordinator.person)]


def test_a_case_is_handed_over_to_a_professional_who_is_told(team: Team) -> None:
    mentor, mother = team.add("mentor"), team.add("parent")
    assert [each.part.id for each in successors(team.desk, team.coordinator.person)] == [
        mentor.part.id
    ]
    hand_over(team.desk, team.coordinator.person, mentor.part.id)
    assert mentor.part.coordinator
    assert not team.coordinator.part.coordinator
    assert told(team, mentor) == ["directs"]
    with pytest.raises(Refusal, match="not_allowed"):
        hand_over(team.desk, team.coordinator.person, mother.part.id)


def test_when_the_coordinator_leaves_the_longest_professional_takes_over(team: Team) -> None:
    mother, mentor, doctor = team.add("parent"), team.add("mentor"), team.add("family_doctor")
    leave(team.desk, team.coordinator.person, stays=True)
    assert [m.part.coordinator for m in (mother, mentor, doctor)] == [False, True, False]


def test_who_is_alone_does_not_leave(team: Team) -> None:
    with pytest.raises(Refusal, match="only_one"):
        ask_to_leave(team.desk, team.coordinator.person)


def test_a_closed_case_is_open_to_nobody_until_its_coordinator_opens_it(team: Team) -> None:
    mentor = team.add("mentor")
    case = team.coordinator.case.id
    close_case(team.desk, team.coordinator.person, "better")
    assert mentor.person.current_case is None
    assert told(team, mentor) == ["closed"]
    with pytest.raises(Refusal, match="case_closed"):
        switch_case(team.desk, mentor.person, case)
    switch_case(team.desk, team.coordinator.person, case, reopen=True)
    assert team.coordinator.case.status is CaseStatus.OPEN
    switch_case(team.desk, mentor.person, case)


def test_whoever_is_in_a_case_that_opens_again_is_told_and_stands_in_it(team: Team) -> None:
    mentor, busy = team.add("mentor"), team.add("teacher")
    case = team.coordinator.case.id
    close_case(team.desk, team.coordinator.person)
    busy.begin().fill("child", "Rups", "", "", "teacher")
    elsewhere = busy.case.id
    with pytest.raises(Refusal, match="reopen"):
        switch_case(team.desk, team.coordinator.person, case)
    switch_case(team.desk, team.coordinator.person, case, reopen=True)
    assert told(team, mentor) == ["closed", "reopened"]
    assert (mentor.case.id, busy.case.id) == (case, elsewhere)


def test_who_asks_for_help_hears_when_it_is_read(team: Team) -> None:
    girl, mother = team.add("young_person"), team.add("parent")
    case = team.coordinator.case.id
    ask_for_help(team.desk, girl.person)
    assert "asks_help" in told(team, team.coordinator)
    for other in (mother, girl):
        with pytest.raises(Refusal, match="no_case"):
            take_up(team.desk, other.person, case)
    for _ in range(2):
        take_up(team.desk, team.coordinator.person, case)
    assert told(team, girl) == ["help_seen"]
    assert told(team, mother) == []


def test_help_is_not_offered_after_a_no_nor_while_it_waits_to_be_read(team: Team) -> None:
    girl, mother = team.add("young_person"), team.add("parent")
    hold(team.desk, girl.person, "Ik ben bang.")
    assert offers_help(team.desk, girl.person)
    assert not offers_help(team.desk, mother.person)
    decline_help(team.desk, girl.person)
    assert not offers_help(team.desk, girl.person)
    drop_held(team.desk, girl.person)
    assert offers_help(team.desk, girl.person)
    ask_for_help(team.desk, girl.person)
    assert has_asked_for_help(team.desk, girl.person)
    assert not offers_help(team.desk, girl.person)
    take_up(team.desk, team.coordinator.person, team.coordinator.case.id)
    assert offers_help(team.desk, girl.person)


def test_in_a_closed_case_one_can_leave(team: Team) -> None:
    mother, case = team.add("parent"), team.coordinator.case.id
    tells(mother, "Kanarie.")
    close_case(team.desk, team.coordinator.person)
    assert closed_lately(team.desk, mother.person) is not None
    ask_to_leave(team.desk, mother.person, case)
    leave(team.desk, mother.person, stays=False)
    assert canaries(team, "Kanarie") == []
    assert closed_lately(team.desk, mother.person) is None


def test_in_a_closed_case_nothing_more_is_kept(team: Team) -> None:
    mother, case = team.add("parent"), team.coordinator.case.id
    close_case(team.desk, team.coordinator.person)
    mother.put(current_case=case)
    with pytest.raises(Refusal, match="no_case"):
        tells(mother, "Te laat.")
    assert mother.situation.loop == "nothing"


def test_a_closed_case_is_erased_sooner(team: Team) -> None:
    before = team.coordinator.case.erase_on
    case = team.coordinator.case.id
    close_case(team.desk, team.coordinator.person)
    closed = team.desk.record.cases.get(case)
    assert closed
    assert before
    assert closed.erase_on
    assert closed.erase_on < before


def test_the_clock_warns_two_weeks_before_once_and_then_erases_all_of_it(team: Team) -> None:
    mother = team.add("parent")
    tells(mother, "Kanarie.")
    team.coordinator.say("Kanarie ook.")
    set_period(team.desk, team.coordinator.person, 3)
    later(team, days=77)
    for _ in range(2):
        assert keep_to_periods(team.desk) == []
    assert told(team, mother) == ["erased_soon"]
    later(team, days=14)
    assert len(keep_to_periods(team.desk)) == 1
    assert canaries(team, "Kanarie") == []
    assert mother.person.current_case is None


def test_a_period_that_cannot_be_chosen_is_refused(team: Team) -> None:
    with pytest.raises(Refusal, match="which_period"):
        set_period(team.desk, team.coordinator.person, 7)


def test_erasing_takes_every_word_of_one_and_leaves_the_others_whole(team: Team) -> None:
    mother, mentor = team.add("parent"), team.add("mentor")
    tells(mother, "Kanarie van moeder.")
    tells(mentor, "Van de mentor.")
    release_all(team.desk, mother.person, Visibility.EVERYONE)
    erase(team.desk, mother.person)
    assert canaries(team, "Kanarie") == []
    assert canaries(team, mother.id) == []
    assert reads(team.coordinator) == ["Van de mentor."]


def test_when_who_directs_erases_themselves_another_takes_over(team: Team) -> None:
    mentor = team.add("mentor")
    erase(team.desk, team.coordinator.person)
    assert mentor.part.coordinator


def test_when_the_last_one_goes_the_case_goes(team: Team) -> None:
    mother = team.add("parent")
    note = tells(mother, "Gedeeld.")
    release_all(team.desk, mother.person, Visibility.TEAM)
    leave(team.desk, mother.person, stays=True)
    erase(team.desk, team.coordinator.person)
    assert team.desk.record.cases.find() == []
    assert team.desk.record.notes.get(note.id) is None


def test_the_trail_tells_what_was_shared_only_as_long_as_it_can_be_read(team: Team) -> None:
    mother = team.add("parent")
    tells(mother, "Kanarie.")
    release_all(team.desk, mother.person, Visibility.EVERYONE)
    release_all(team.desk, mother.person, Visibility.TEAM)
    assert trail(team) == ["took_back", "released", "joined", "invited", "began_case"]
    release_all(team.desk, mother.person, Visibility.ME)
    assert trail(team) == ["joined", "invited", "began_case"]
    with pytest.raises(Refusal, match="not_allowed"):
        case_trail(team.desk, mother.person)


def test_the_trail_tells_what_an_administrator_did(team: Team) -> None:
    case = team.coordinator.case.id
    exported = administer.trail(team.desk, case)
    administer.keep_for(team.desk, case, 40)
    assert [line.verb for line in exported] == ["began_case"]
    assert trail(team) == ["set_period", "exported_trail", "began_case"]
    lines = case_trail(team.desk, team.coordinator.person)
    assert [line.administrator for line in lines] == [True, True, False]


def test_the_trail_tells_that_somebody_erased_themselves_and_not_who(team: Team) -> None:
    mother = team.add("parent")
    erase(team.desk, mother.person)
    [line, *_] = case_trail(team.desk, team.coordinator.person)
    assert (line.trace.verb, line.by, line.administrator) == ("erased", None, False)


def test_in_a_closed_case_one_still_sees_and_takes_back_what_one_shared(team: Team) -> None:
    mother, case = team.add("parent"), team.coordinator.case.id
    one, two = tells(mother, "Een."), tells(mother, "Twee.")
    release_all(team.desk, mother.person, Visibility.EVERYONE)
    close_case(team.desk, team.coordinator.person)
    assert my_sharing(team.desk, mother.person, case)[Visibility.EVERYONE] == 2
    release(team.desk, mother.person, one.id, Visibility.ME)
    assert release_all(team.desk, mother.person, Visibility.ME, case) == 1
    switch_case(team.desk, team.coordinator.person, case, reopen=True)
    assert reads(team.coordinator) == []
    with pytest.raises(Refusal, match="no_case"):
        my_sharing(team.desk, Someone.come_in(team.desk, "web:stranger").person, case)
    with pytest.raises(Refusal, match="piece_gone"):
        release(team.desk, team.coordinator.person, two.id, Visibility.EVERYONE)


def test_what_one_shared_stands_in_ones_own_data(team: Team) -> None:
    mother = team.add("parent")
    tells(mother, "Mijn verhaal.")
    [case] = my_data(team.desk, mother.person).cases
    assert [note.text for note in case.notes] == ["Mijn verhaal."]


def test_what_is_held_in_danger_goes_after_a_day_also_when_the_case_went_first(
    team: Team,
) -> None:
    girl = team.add("young_person")
    hold(team.desk, girl.person, "Kanarie in nood.")
    close_case(team.desk, team.coordinator.person)
    later(team, hours=25)
    drop_stale(team.desk)
    assert canaries(team, "Kanarie") == []


def test_when_the_author_of_a_question_goes_the_answers_of_others_keep_their_place(
    team: Team,
) -> None:
    mentor, doctor = team.add("mentor"), team.add("family_doctor")
    begin_own_question(team.desk, mentor.person, EXPLORE_CONTENT)
    asked = add_own_question(team.desk, mentor.person, "Kanarie, wat vind je?")
    part = replace(doctor.part, open_question=asked.id)
    team.desk.record.memberships.put(part)
    doctor.say("Van de huisarts.")
    erase(team.desk, mentor.person)
    assert canaries(team, "Kanarie") == []
    assert reads(team.coordinator) == ["Van de huisarts."]
    [given] = answers_by_step(team.desk, doctor.person)[EXPLORE_CONTENT.step]
    assert given.answer.text == "Van de huisarts."


def test_links_of_who_left_open_nothing(team: Team) -> None:
    mentor = team.add("mentor")
    code = team.link("parent")
    leave(team.desk, team.coordinator.person, stays=True)
    assert mentor.part.coordinator
    with pytest.raises(Refusal, match="code_unknown"):
        open_invitation(team.desk, "web:stranger", code)


def test_a_young_person_is_never_made_to_direct(team: Team) -> None:
    girl = team.add("young_person")
    erase(team.desk, team.coordinator.person)
    assert not girl.part.coordinator


def test_several_can_look_at_one_link_and_each_says_yes_by_their_own_button(team: Team) -> None:
    code = team.link("teacher", for_many=True)
    guests = [Someone.come_in(team.desk, f"web:guest{n}") for n in range(3)]
    opened = [open_invitation(team.desk, g.person.conversation, code) for g in guests]
    assert all(isinstance(each, Opened) for each in opened)
    [invitation] = team.desk.record.invitations.pick("id")
    for guest in guests:
        join(team.desk, guest.person, invitation)
    assert [guest.part.role for guest in guests] == ["teacher"] * 3


def test_an_administrator_closes_and_opens_a_case_as_its_coordinator_does(team: Team) -> None:
    mentor = team.add("mentor")
    case = team.coordinator.case.id
    administer.close(team.desk, case)
    assert mentor.person.current_case is None
    assert told(team, mentor) == ["closed"]
    administer.reopen(team.desk, case)
    switch_case(team.desk, mentor.person, case)
    assert mentor.case.status is CaseStatus.OPEN
