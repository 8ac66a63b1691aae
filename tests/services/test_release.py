"""What somebody says is read by whom they release it to, and by nobody else."""

import pytest

from bot.core.record import Visibility
from bot.services.answer import answer_open_question
from bot.services.answers import change_answer, delete_answer
from bot.services.choose import choose_cell, go_on
from bot.services.danger import hold, keep_held
from bot.services.leave import leave
from bot.services.pieces import pieces_of
from bot.services.read_together import PAGE, read_together, what_is_new
from bot.services.refusals import Refusal
from bot.services.release import release, release_all, shared_about
from bot.services.sharing import readers_now
from bot.services.tell import drop_latest, place, stop_telling
from tests.services.someone import EXPLORE_CONTENT, Someone
from tests.services.team import Team, reads, tells

ME, TEAM, EVERYONE = Visibility


@pytest.fixture
def mother(team: Team) -> Someone:
    return team.add("parent")


@pytest.fixture
def father(team: Team, mother: Someone) -> Someone:
    return team.add("parent")


@pytest.fixture
def girl(team: Team) -> Someone:
    return team.add("young_person")


@pytest.fixture
def mentor(team: Team) -> Someone:
    return team.add("mentor")


def test_what_professionals_say_the_team_reads_and_the_family_does_not(
    team: Team, mentor: Someone, mother: Someone
) -> None:
    tells(mentor, "Hij komt op dinsdag.")
    assert reads(team.coordinator) == ["Hij komt op dinsdag."]
    assert reads(mother) == []


@pytest.mark.parametrize("role", ["parent", "young_person", "grandparent", "neighbour"])
def test_what_somebody_near_the_child_says_is_theirs(team: Team, role: str) -> None:
    near, other = team.add(role), team.add("parent")
    tells(near, "Alleen voor mij.")
    assert reads(team.coordinator) == reads(other) == []


def test_an_answer_of_a_parent_is_theirs_too(team: Team, mother: Someone) -> None:
    stop_telling(team.desk, mother.person)
    go_on(team.desk, mother.person)
    answer_open_question(team.desk, mother.person, "Het gaat niet.", ())
    assert reads(team.coordinator) == []


def test_what_is_released_to_the_team_the_other_parent_does_not_read(
    team: Team, mother: Someone, father: Someone, girl: Someone
) -> None:
    note = tells(mother, "Voor het team.")
    release(team.desk, mother.person, note.id, TEAM)
    assert reads(team.coordinator) == ["Voor het team."]
    assert reads(father) == reads(girl) == []


def test_what_is_released_to_everyone_all_read(
    team: Team, mother: Someone, father: Someone, girl: Someone
) -> None:
    note = tells(girl, "Voor iedereen.")
    release(team.desk, girl.person, note.id, EVERYONE)
    assert reads(team.coordinator) == reads(mother) == reads(father) == ["Voor iedereen."]


def test_it_is_known_who_reads_a_piece_now(
    team: Team, mother: Someone, girl: Someone, mentor: Someone
) -> None:
    note = tells(mother, "Gedeeld.")
    for visibility, readers in (
        (ME, []),
        (TEAM, [team.coordinator, mentor]),
        (EVERYONE, [team.coordinator, girl, mentor]),
    ):
        kept = release(team.desk, mother.person, note.id, visibility)
        found = {author.part.id for author in readers_now(team.desk, kept)}
        assert found == {each.part.id for each in readers}


def test_what_is_taken_back_nobody_reads_any_more(team: Team, girl: Someone) -> None:
    note = tells(girl, "Voor iedereen.")
    release(team.desk, girl.person, note.id, EVERYONE)
    release(team.desk, girl.person, note.id, ME)
    assert reads(team.coordinator) == []


def test_everything_so_far_can_be_shared_at_once_and_what_comes_after_is_ones_own(
    team: Team, mother: Someone
) -> None:
    for text in ("Een.", "Twee."):
        tells(mother, text)
    assert release_all(team.desk, mother.person, TEAM) == 2
    tells(mother, "Drie.")
    assert reads(team.coordinator) == ["Een.", "Twee."]
    assert release_all(team.desk, mother.person, ME) == 2
    assert reads(team.coordinator) == []


def test_nobody_releases_what_is_anothers(team: Team, mother: Someone, father: Someone) -> None:
    note = tells(mother, "Van mij.")
    with pytest.raises(Refusal, match="piece_gone"):
        release(team.desk, father.person, note.id, EVERYONE)


def test_what_is_released_late_is_new_then(team: Team, mother: Someone) -> None:
    note = tells(mother, "Al lang geleden.")
    what_is_new(team.desk, team.coordinator.person)
    release(team.desk, mother.person, note.id, TEAM)
    assert what_is_new(team.desk, team.coordinator.person).count == 1
    assert what_is_new(team.desk, team.coordinator.person).count == 0


def test_a_note_stands_where_its_author_says(team: Team, mother: Someone) -> None:
    note = tells(mother, "Zo gaat het nu.")
    place(team.desk, mother.person, note.id, EXPLORE_CONTENT)
    release(team.desk, mother.person, note.id, TEAM)
    assert list(read_together(team.desk, team.coordinator.person).cells) == [EXPLORE_CONTENT]


def test_what_is_kept_in_danger_nobody_else_reads_whoever_says_it(
    team: Team, mentor: Someone, girl: Someone
) -> None:
    for one in (mentor, girl):
        hold(team.desk, one.person, "Ik ben bang.")
        keep_held(team.desk, one.person, [])
        [piece] = pieces_of(team.desk, one.part)
        assert (piece.text, piece.visibility) == ("Ik ben bang.", ME)


def test_who_leaves_may_let_stand_what_they_shared_and_the_rest_goes(
    team: Team, mother: Someone, father: Someone
) -> None:
    secret, shared = tells(mother, "Geheim."), tells(mother, "Gedeeld.")
    release(team.desk, mother.person, shared.id, EVERYONE)
    part = mother.part
    leave(team.desk, mother.person, stays=True)
    assert reads(team.coordinator) == reads(father) == ["Gedeeld."]
    assert team.desk.record.notes.get(secret.id) is None
    assert [piece.text for piece in pieces_of(team.desk, part)] == ["Gedeeld."]


def test_who_leaves_may_take_all_away(team: Team, mother: Someone) -> None:
    note = tells(mother, "Gedeeld.")
    release(team.desk, mother.person, note.id, EVERYONE)
    leave(team.desk, mother.person, stays=False)
    assert team.desk.record.notes.find() == []


def test_who_left_reads_nothing(team: Team, mentor: Someone) -> None:
    tells(team.coordinator, "Voor het team.")
    leave(team.desk, mentor.person, stays=False)
    with pytest.raises(Refusal, match="no_case"):
        read_together(team.desk, mentor.person)


def test_what_was_said_in_danger_is_not_shared_along_with_the_rest(
    team: Team, girl: Someone
) -> None:
    hold(team.desk, girl.person, "Ik ben bang.")
    keep_held(team.desk, girl.person, [])
    tells(girl, "Gewoon iets.")
    release_all(team.desk, girl.person, EVERYONE)
    assert reads(team.coordinator) == ["Gewoon iets."]


def test_an_answer_that_is_given_again_after_it_was_deleted_is_ones_own_again(
    team: Team, mother: Someone
) -> None:
    stop_telling(team.desk, mother.person)
    question = go_on(team.desk, mother.person)
    first = answer_open_question(team.desk, mother.person, "Eerst.", ()).answer
    release(team.desk, mother.person, first.id, EVERYONE)
    delete_answer(team.desk, mother.person, first.id)
    assert question
    choose_cell(team.desk, mother.person, question.cell)
    answer_open_question(team.desk, mother.person, "Opnieuw.", ())
    assert reads(team.coordinator) == []


def test_what_is_new_comes_a_page_at_a_time_and_none_is_missed(team: Team, mentor: Someone) -> None:
    for number in range(PAGE + 3):
        tells(mentor, f"{number}.")
    first = what_is_new(team.desk, team.coordinator.person)
    assert (first.count, first.left) == (PAGE, 3)
    second = what_is_new(team.desk, team.coordinator.person)
    assert (second.count, second.left) == (3, 0)


def test_what_was_said_in_danger_stays_apart_when_it_is_replaced_and_undone(
    team: Team, mentor: Someone
) -> None:
    go_on(team.desk, mentor.person)
    hold(team.desk, mentor.person, "Ik ben bang.")
    kept = keep_held(team.desk, mentor.person, [])
    assert kept
    change_answer(team.desk, mentor.person, kept.answer.id)
    mentor.say("Iets anders.")
    mentor.undo(kept.answer.id)
    release_all(team.desk, mentor.person, EVERYONE)
    assert reads(team.coordinator) == []


def test_undo_while_telling_takes_back_what_was_told_last(team: Team, mother: Someone) -> None:
    for text in ("Een.", "Twee."):
        tells(mother, text)
    drop_latest(team.desk, mother.person)
    assert [piece.text for piece in pieces_of(team.desk, mother.part)] == ["Een."]
    drop_latest(team.desk, mother.person)
    with pytest.raises(Refusal, match="nothing_to_undo"):
        drop_latest(team.desk, mother.person)


def test_what_somebody_shared_is_found_by_what_it_is_about(team: Team, mother: Someone) -> None:
    shared = tells(mother, "De juf van zijn school belde niet.", TEAM)
    own = tells(mother, "School was vroeger fijn.")
    assert shared_about(team.desk, mother.person, "die school") == shared
    assert shared_about(team.desk, mother.person, "de juf") == shared
    assert shared_about(team.desk, mother.person, "vroeger") == own
    assert shared_about(team.desk, mother.person, "het geld") is None
    assert shared_about(team.desk, mother.person, "die") is None
