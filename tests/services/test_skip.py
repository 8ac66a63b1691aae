"""Passing over, and taking up again."""

from bot.services.choose import choose_cell
from bot.services.skip import skip_open_question, take_up_skipped
from tests.services.someone import EXPLORE_CONTENT, Someone


def test_a_question_that_is_passed_over_makes_way_for_the_next(someone: Someone) -> None:
    result = someone.skip()
    assert not result.kept
    assert someone.skips == ["explore.content.1"]
    assert someone.open == "explore.content.2"


def test_the_button_of_the_open_question_passes_it_over(someone: Someone) -> None:
    skip_open_question(someone.desk, someone.person, "explore.content.1")
    assert someone.open == "explore.content.2"


def test_passing_over_what_has_an_answer_keeps_the_answer(someone: Someone) -> None:
    someone.say("Een.")
    choose_cell(someone.desk, someone.person, EXPLORE_CONTENT)
    someone.say("Twee.", "Drie.")
    choose_cell(someone.desk, someone.person, EXPLORE_CONTENT)
    assert someone.skip().kept
    assert someone.answers["explore.content.1"] == "Een."
    assert someone.skips == []


def test_passing_over_twice_is_as_good_as_once(someone: Someone) -> None:
    someone.skip(3)
    choose_cell(someone.desk, someone.person, EXPLORE_CONTENT)
    someone.skip()
    assert sorted(someone.skips) == [f"explore.content.{n}" for n in (1, 2, 3)]


def test_a_cell_closes_when_its_last_question_is_passed_over(someone: Someone) -> None:
    closed = someone.skip(3).closed
    assert closed is not None
    assert (closed.left_open, closed.said) == (3, [])


def test_when_all_was_passed_over_nothing_is_open(someone: Someone) -> None:
    assert someone.skip(58).next is None
    assert someone.open is None


def test_what_was_passed_over_can_be_taken_up_again(someone: Someone) -> None:
    someone.skip()
    someone.say(*["Ja."] * 57)
    assert take_up_skipped(someone.desk, someone.person).id == "explore.content.1"
    assert someone.skips == []


def test_what_is_taken_up_again_comes_before_what_is_new(someone: Someone) -> None:
    someone.skip(2)
    someone.say("Drie.", "Vier.")
    asked = take_up_skipped(someone.desk, someone.person)
    assert asked.id == "explore.content.1"
