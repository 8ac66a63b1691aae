"""Who shared something, or said no, can think better of it."""

from datetime import timedelta

import pytest

from bot.core.method import Group
from bot.core.record import Visibility
from bot.services.join import (
    decline,
    declined_invitation,
    join,
    open_invitation,
    tried_in_vain,
    waiting_invitation,
)
from bot.services.refusals import Refusal
from bot.services.release import just_shared, last_said, release, release_all
from bot.services.sharing import close_to_home, would_read
from bot.services.standing import questions_left, standing
from tests.services.someone import Someone
from tests.services.team import Team, tells

ME, TEAM, EVERYONE = Visibility
STRANGER = "web:stranger"


@pytest.fixture
def mother(team: Team) -> Someone:
    return team.add("parent")


def later(team: Team) -> None:
    team.desk.now.at += timedelta(seconds=9)  # type: ignore[attr-defined]


def test_what_was_shared_just_now_is_known_until_something_is_said(
    team: Team, mother: Someone
) -> None:
    first = tells(mother, "Hij komt nooit opdagen.")
    assert just_shared(team.desk, mother.person) == []
    later(team)
    release(team.desk, mother.person, first.id, TEAM)
    assert [piece.id for piece in just_shared(team.desk, mother.person)] == [first.id]
    later(team)
    tells(mother, "En dan zit hij bij het raam.")
    assert just_shared(team.desk, mother.person) == []


def test_what_was_shared_at_once_is_taken_back_at_once(team: Team, mother: Someone) -> None:
    told = {tells(mother, text).id for text in ("Een.", "Twee.", "Drie.")}
    later(team)
    release_all(team.desk, mother.person, EVERYONE)
    assert {piece.id for piece in just_shared(team.desk, mother.person)} == told


def test_a_piece_is_found_by_a_word_of_it_or_is_the_last(team: Team, mother: Someone) -> None:
    about = tells(mother, "Ze dronken samen koffie.")
    later(team)
    last = tells(mother, "Hij slaapt slecht.")
    assert last_said(team.desk, mother.person) == last
    assert last_said(team.desk, mother.person, "Koffie") == about
    assert last_said(team.desk, mother.person, "thee") == last


def test_who_said_nothing_has_nothing_to_share(team: Team, mother: Someone) -> None:
    with pytest.raises(Refusal, match="piece_gone"):
        last_said(team.desk, mother.person)


def test_the_child_and_the_parents_are_close_to_home(team: Team, mother: Someone) -> None:
    for role in ("mentor", "parent", "young_person", "neighbour"):
        team.add(role)
    told = tells(mother, "Zijn vader komt nooit.")
    near = close_to_home(would_read(team.desk, told, EVERYONE))
    assert [each.part.group for each in near] == [Group.FAMILY, Group.YOUNG]
    assert close_to_home(would_read(team.desk, told, TEAM)) == []


def test_a_no_can_be_taken_back_while_the_link_is_good(team: Team) -> None:
    code = team.link("young_person")
    open_invitation(team.desk, STRANGER, code)
    decline(team.desk, STRANGER)
    assert waiting_invitation(team.desk, STRANGER) is None
    said_no = declined_invitation(team.desk, STRANGER)
    assert said_no is not None
    someone = Someone.come_in(team.desk, STRANGER)
    join(team.desk, someone.person, said_no.invitation.id)
    assert someone.part.role == "young_person"
    assert declined_invitation(team.desk, STRANGER) is None


def test_a_no_that_is_taken_back_by_opening_the_link_again(team: Team) -> None:
    code = team.link("parent")
    open_invitation(team.desk, STRANGER, code)
    decline(team.desk, STRANGER)
    open_invitation(team.desk, STRANGER, code)
    assert waiting_invitation(team.desk, STRANGER) is not None
    assert declined_invitation(team.desk, STRANGER) is None


def test_a_no_cannot_be_taken_back_of_a_link_that_is_over(team: Team) -> None:
    open_invitation(team.desk, STRANGER, team.link("parent"))
    decline(team.desk, STRANGER)
    team.desk.now.at += timedelta(days=15)  # type: ignore[attr-defined]
    assert declined_invitation(team.desk, STRANGER) is None


def test_who_came_through_a_link_that_opens_nothing_is_known_for_a_while(team: Team) -> None:
    with pytest.raises(Refusal):
        open_invitation(team.desk, STRANGER, "guessed")
    assert tried_in_vain(team.desk, STRANGER)
    assert not tried_in_vain(team.desk, "web:somebody else")
    team.desk.now.at += timedelta(hours=2)  # type: ignore[attr-defined]
    assert not tried_in_vain(team.desk, STRANGER)


def test_questions_are_left_until_they_are_answered(someone: Someone) -> None:
    assert questions_left(someone.desk, standing(someone.desk, someone.person)) == (58, 58)
    someone.say("Eerst.", "Toen.")
    someone.skip()
    assert questions_left(someone.desk, standing(someone.desk, someone.person)) == (56, 58)
