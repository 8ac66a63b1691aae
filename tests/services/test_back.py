"""Back to the question before."""

import pytest

from bot.services.go_back import go_back
from bot.services.refusals import Refusal
from tests.services.someone import Someone


def test_back_opens_the_question_before_with_its_answer(someone: Someone) -> None:
    someone.say("Een.", "Twee.")
    asked = go_back(someone.desk, someone.person)
    assert (asked.id, asked.earlier) == ("explore.content.2", "Twee.")


def test_back_again_goes_one_further(someone: Someone) -> None:
    someone.say("Een.", "Twee.")
    go_back(someone.desk, someone.person)
    assert go_back(someone.desk, someone.person).id == "explore.content.1"


def test_back_from_the_first_is_refused(someone: Someone) -> None:
    someone.say("Een.")
    go_back(someone.desk, someone.person)
    with pytest.raises(Refusal, match="nothing_before"):
        go_back(someone.desk, someone.person)


def test_back_goes_to_what_was_passed_over_too(someone: Someone) -> None:
    someone.say("Een.")
    someone.skip()
    asked = go_back(someone.desk, someone.person)
    assert (asked.id, asked.earlier) == ("explore.content.2", None)


def test_after_going_back_what_was_open_comes_again(someone: Someone) -> None:
    someone.say("Een.", "Twee.")
    go_back(someone.desk, someone.person)
    go_back(someone.desk, someone.person)
    someone.say("Anders.")
    assert someone.open == "explore.content.3"


def test_leaving_an_earlier_answer_as_it_is_goes_on_too(someone: Someone) -> None:
    someone.say("Een.", "Twee.")
    go_back(someone.desk, someone.person)
    someone.skip()
    assert someone.open == "explore.content.3"


def test_going_back_works_when_all_was_seen(someone: Someone) -> None:
    someone.say(*["Ja."] * 58)
    go_back(someone.desk, someone.person)
    someone.say("Anders.")
    assert someone.open is None
