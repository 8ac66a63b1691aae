"""Questions of one's own."""

from bot.core.method import Cell
from bot.core.situation import Loop
from bot.services.asking import question_text
from bot.services.own_question import add_own_question, begin_own_question, drop_own_question
from bot.services.standing import standing
from tests.services.someone import EXPLORE_CONTENT, Someone


def add(someone: Someone, text: str, cell: Cell | None = None) -> str:
    begin_own_question(someone.desk, someone.person, cell)
    return add_own_question(someone.desk, someone.person, text).id


def test_a_question_belongs_to_the_cell_that_is_open(someone: Someone) -> None:
    assert begin_own_question(someone.desk, someone.person) == EXPLORE_CONTENT


def test_a_question_can_be_put_in_any_cell(someone: Someone) -> None:
    cell = Cell.parse("arrange.emotion")
    assert begin_own_question(someone.desk, someone.person, cell) == cell


def test_its_words_are_waited_for(someone: Someone) -> None:
    begin_own_question(someone.desk, someone.person)
    assert someone.situation.loop is Loop.OWN_QUESTION


def test_a_question_that_is_added_opens_at_once(someone: Someone) -> None:
    question = add(someone, " Wie belt  de buurman? ")
    text, own = question_text(someone.desk, standing(someone.desk, someone.person), question)
    assert someone.open == question
    assert (text.ask, own) == ("Wie belt de buurman?", True)
    assert someone.situation.loop is Loop.REFLECTION


def test_a_question_of_ones_own_can_be_answered(someone: Someone) -> None:
    question = add(someone, "Wie belt?")
    someone.say("Ik.")
    assert someone.answers == {question: "Ik."}


def test_a_question_of_ones_own_keeps_its_cell_open(someone: Someone) -> None:
    question = add(someone, "Wie belt?")
    someone.say("Ik.", "Een.", "Twee.")
    assert someone.answers.keys() == {question, "explore.content.1", "explore.content.2"}
    assert someone.say("Drie.").closed is not None


def test_after_it_the_question_that_was_open_comes_back(someone: Someone) -> None:
    add(someone, "Wie belt?")
    someone.say("Ik.")
    assert someone.open == "explore.content.1"


def test_braces_in_a_question_stay_as_they_are(someone: Someone) -> None:
    question = add(someone, "Wat wil {alias}?")
    text, _ = question_text(someone.desk, standing(someone.desk, someone.person), question)
    assert text.ask == "Wat wil {alias}?"


def test_thinking_better_of_it_goes_on_with_the_open_question(someone: Someone) -> None:
    begin_own_question(someone.desk, someone.person)
    drop_own_question(someone.desk, someone.person)
    assert someone.situation.loop is Loop.REFLECTION
    assert someone.desk.record.own_questions.find() == []


def test_a_question_of_ones_own_belongs_to_its_case_only(someone: Someone) -> None:
    add(someone, "Wie belt?")
    someone.begin().fill("child", "Rups", "", "", "teacher")
    assert len(someone.waits) == 3
