"""Answering, and what it finishes."""

import pytest

from bot.core.acknowledge import Kind
from bot.core.method import Step
from bot.core.record import Visibility
from bot.core.route import Why
from bot.services.answers import change_answer
from bot.services.asking import asked_now
from bot.services.choose import choose_cell
from bot.services.standing import standing
from tests.services.someone import EXPLORE_CONTENT, Someone


def test_an_answer_stands_and_the_next_question_opens(someone: Someone) -> None:
    result = someone.say("Hij komt al weken niet.")
    assert someone.answers == {"explore.content.1": "Hij komt al weken niet."}
    assert result.next is not None
    assert result.next.id == someone.open == "explore.content.2"
    assert (result.next.number, result.next.total) == (2, 3)


def test_an_answer_is_for_the_team_by_itself(someone: Someone) -> None:
    assert someone.say("Hij komt niet.").answer.visibility is Visibility.TEAM


def test_an_answer_keeps_each_party_that_was_named_once(someone: Someone) -> None:
    result = someone.say("De mentor.", parties=("mentor", "teacher", "mentor"))
    assert result.answer.parties == ("mentor", "teacher")


def test_answers_are_counted(someone: Someone) -> None:
    assert someone.say("Een.").count == 1
    assert someone.say("Twee.").count == 2


def test_an_answer_is_acknowledged_by_what_it_is(someone: Someone) -> None:
    assert someone.say("Geen idee").kind is Kind.UNSURE


def test_the_last_question_of_a_cell_closes_it(someone: Someone) -> None:
    someone.say("Een.", parties=("mentor",))
    assert someone.say("Twee.").closed is None
    closed = someone.say("Drie.", parties=("parent", "mentor")).closed
    assert closed is not None
    assert closed.cell == EXPLORE_CONTENT
    assert closed.said == ["Een.", "Twee.", "Drie."]
    assert [role.id for role in closed.parties] == ["mentor", "parent"]
    assert (closed.left_open, closed.step_seen) == (0, None)


def test_what_was_passed_over_is_left_open_when_a_cell_closes(someone: Someone) -> None:
    someone.skip(2)
    closed = someone.say("Drie.").closed
    assert closed is not None
    assert (closed.left_open, closed.said) == (2, ["Drie."])


def test_the_last_cell_of_a_step_ends_the_step(someone: Someone) -> None:
    for cell in ("content", "procedure", "relation", "emotion"):
        choose_cell(someone.desk, someone.person, EXPLORE_CONTENT.parse(f"explore.{cell}"))
        result = someone.say("Een.", "Twee.", "Drie.")
    assert result.closed is not None
    assert result.closed.step_seen is Step.EXPLORE


def test_a_cell_closes_once(someone: Someone) -> None:
    answer = someone.say("Een.", "Twee.", "Drie.").answer.id
    change_answer(someone.desk, someone.person, answer)
    assert someone.say("Toch anders.").closed is None


def test_an_insight_that_fits_comes_with_the_closing_and_only_once(someone: Someone) -> None:
    first = someone.say("Ik sta er alleen voor.", "Twee.", "Drie.").closed
    again = someone.say("Ik sta er alleen voor.", "Twee.", "Drie.").closed
    assert first is not None
    assert first.insight is not None
    assert first.insight.when == "carries_alone"
    assert again is not None
    assert again.insight is None
    assert someone.part.nudges == (first.insight.id,)


def test_a_new_text_replaces_the_old_one_which_is_kept_beside_it(someone: Someone) -> None:
    answer = someone.say("Eerst.").answer.id
    asked = change_answer(someone.desk, someone.person, answer)
    assert (asked.earlier, asked.why) == ("Eerst.", Why.CHOSEN)
    result = someone.say("Later.")
    assert result.replaced
    assert result.answer.id == answer
    assert someone.desk.record.revisions.pick("text", answer=answer) == ["Eerst."]


def test_after_a_change_the_question_that_was_open_comes_back(someone: Someone) -> None:
    answer = someone.say("Een.").answer.id
    change_answer(someone.desk, someone.person, answer)
    result = someone.say("Anders.")
    assert result.next is not None
    assert result.next.id == "explore.content.2"


def test_after_two_changes_the_question_that_was_open_first_comes_back(someone: Someone) -> None:
    one, two = someone.say("Een.").answer.id, someone.say("Twee.").answer.id
    for answer in (one, two):
        change_answer(someone.desk, someone.person, answer)
    someone.say("Anders.")
    assert someone.open == "explore.content.3"


def test_answering_takes_back_that_it_was_passed_over(someone: Someone) -> None:
    someone.skip()
    choose_cell(someone.desk, someone.person, EXPLORE_CONTENT)
    someone.say("Twee.", "Drie.")
    choose_cell(someone.desk, someone.person, EXPLORE_CONTENT)
    someone.say("Toch.")
    assert someone.skips == []


def test_when_all_is_answered_nothing_is_open(someone: Someone) -> None:
    assert someone.say(*["Ja."] * 58).next is None
    assert someone.open is None
    assert asked_now(someone.desk, standing(someone.desk, someone.person)) is None


@pytest.mark.parametrize(
    "text", ["x" * 20_000, "/intent{}", "{alias}", "\u202e omgekeerd", "🙂", "a\nb"]
)
def test_words_are_kept_as_they_were_typed(someone: Someone, text: str) -> None:
    someone.say(text)
    assert someone.answers == {"explore.content.1": text}


def test_two_people_in_two_cases_do_not_see_each_other(someone: Someone) -> None:
    other = Someone.come_in(someone.desk, "web:other").begin()
    other.fill("child", "Rups", "", "", "parent")
    someone.say("Van mij.")
    other.say("Van mij ook.")
    assert someone.answers == {"explore.content.1": "Van mij."}
    assert other.answers == {"explore.content.1": "Van mij ook."}
