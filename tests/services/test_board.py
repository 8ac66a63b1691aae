"""The board: who takes part on which level, who was only named, and where nobody is."""

import pytest

from bot.core.method import Group, Level
from bot.core.record import PartyStatus
from bot.services.board import Board, board
from bot.services.decide_on_party import decide_on_party, merge_party
from bot.services.refusals import Refusal
from bot.services.tell import tell
from tests.services.team import Team


def seen(team: Team) -> Board:
    return board(team.desk, team.coordinator.person)


def named(team: Team) -> list[str]:
    return [role.id for roles in seen(team).named.values() for role in roles]


def test_a_level_where_nobody_takes_part_is_empty_until_somebody_comes(team: Team) -> None:
    assert seen(team).empty == [Level.ORGANISING, Level.GOVERNING]
    team.add("alderman")
    assert seen(team).empty == [Level.ORGANISING]


def test_the_child_and_the_parents_are_missed_until_they_are_there(team: Team) -> None:
    assert seen(team).unheard == [Group.YOUNG, Group.FAMILY]
    team.add("grandparent")
    team.add("young_person")
    assert seen(team).unheard == []


def test_a_party_that_was_named_stands_on_the_board_to_be_decided_on(team: Team) -> None:
    team.coordinator.say("De wijkagent.", parties=("neighbourhood_police_officer",))
    assert named(team) == [role.id for role in seen(team).to_decide]
    assert named(team) == ["neighbourhood_police_officer"]


def test_what_a_parent_keeps_names_nobody_on_the_board(team: Team) -> None:
    mother = team.add("parent")
    tell(team.desk, mother.person, "De huisarts.", ("family_doctor",))
    assert named(team) == []


def test_a_confirmed_party_stays_and_a_dropped_one_goes(team: Team) -> None:
    team.coordinator.say("Beide.", parties=("family_doctor", "psychologist"))
    decide_on_party(team.desk, team.coordinator.person, "family_doctor", PartyStatus.CONFIRMED)
    decide_on_party(team.desk, team.coordinator.person, "psychologist", PartyStatus.DROPPED)
    assert named(team) == ["family_doctor"]
    assert seen(team).to_decide == []


def test_a_merged_party_becomes_the_other(team: Team) -> None:
    team.coordinator.say("De psycholoog.", parties=("psychologist",))
    decide_on_party(team.desk, team.coordinator.person, "psychologist", PartyStatus.MERGED)
    assert named(team) == ["psychologist"]
    merge_party(team.desk, team.coordinator.person, "behavioural_expert")
    assert named(team) == ["behavioural_expert"]


def test_who_joins_in_a_role_is_no_longer_only_named(team: Team) -> None:
    team.coordinator.say("De mentor.", parties=("mentor",))
    team.add("mentor")
    assert named(team) == []
    roles = [author.role for author in seen(team).joined[Level.EXECUTING]]
    assert roles == ["teacher", "mentor"]


def test_two_of_one_role_are_numbered(team: Team) -> None:
    for _ in range(2):
        team.add("parent")
    parents = [a.number for a in seen(team).joined[Level.EXECUTING] if a.role == "parent"]
    assert parents == [1, 2]


def test_merging_needs_a_party_that_waits_for_it(team: Team) -> None:
    with pytest.raises(Refusal, match="role_unknown"):
        merge_party(team.desk, team.coordinator.person, "mentor")
