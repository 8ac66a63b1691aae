"""What is typed is never meant for a question that is no longer on the screen, unawares."""

from collections.abc import Callable

import pytest

from bot.services.answers import answers_by_step, change_answer
from bot.services.go_back import go_back
from bot.services.overview import overview
from bot.services.pause import pause, resume
from tests.services.someone import Someone

AWAY: dict[str, Callable[[Someone], object]] = {
    "pause": lambda me: pause(me.desk, me.person),
    "overview": lambda me: overview(me.desk, me.person),
    "my answers": lambda me: answers_by_step(me.desk, me.person),
}


@pytest.mark.parametrize("away", AWAY.values(), ids=AWAY)
def test_an_earlier_answer_that_could_be_replaced_is_safe_again(
    someone: Someone, away: Callable[[Someone], object]
) -> None:
    someone.say("Een.", "Twee.")
    third = someone.open
    go_back(someone.desk, someone.person)
    go_back(someone.desk, someone.person)
    away(someone)
    assert someone.open == third
    someone.say("Drie.")
    assert list(someone.answers.values()) == ["Een.", "Twee.", "Drie."]


@pytest.mark.parametrize("away", AWAY.values(), ids=AWAY)
def test_an_answer_to_a_question_out_of_sight_is_kept_and_the_question_named(
    someone: Someone, away: Callable[[Someone], object]
) -> None:
    away(someone)
    said = someone.say("Een.")
    assert said.unseen == someone.desk.method.questions["explore.content.1"].text(
        "nl", someone.case.kind
    ).ask.replace("{alias}", someone.case.alias or "")
    assert someone.say("Twee.").unseen is None


def test_what_was_resumed_is_on_the_screen(someone: Someone) -> None:
    pause(someone.desk, someone.person)
    resume(someone.desk, someone.person)
    assert someone.say("Een.").unseen is None


def test_going_back_from_the_end_and_away_leaves_nothing_open(someone: Someone) -> None:
    answer = someone.say("Een.").answer.id
    someone.skip(57)
    assert someone.open is None
    change_answer(someone.desk, someone.person, answer)
    overview(someone.desk, someone.person)
    assert someone.open is None
    assert list(someone.answers.values()) == ["Een."]


def test_who_only_looked_at_something_else_is_not_welcomed_back(someone: Someone) -> None:
    overview(someone.desk, someone.person)
    assert not resume(someone.desk, someone.person).rested
    pause(someone.desk, someone.person)
    assert resume(someone.desk, someone.person).rested
