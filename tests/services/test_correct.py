"""An edited message corrects its answer; a reply to a question answers that question."""

import pytest

from bot.core.method import Cell
from bot.services.answer import Answered
from bot.services.answers import delete_answer
from bot.services.choose import choose_cell
from bot.services.correct import answer_to, edit_answer
from bot.services.refusals import Refusal
from bot.services.tell import tell
from tests.services.someone import Someone

FIRST = "explore.content.1"


def test_an_edit_gives_the_answer_its_new_words_and_keeps_the_old_as_a_revision(
    someone: Someone,
) -> None:
    someone.write("m1", "Alleen op dinsdag.")
    edited = edit_answer(someone.desk, someone.person, "m1", "Alleen op woensdag.", ())
    [revision] = someone.desk.record.revisions.find(answer=edited.id)
    assert (someone.answers[FIRST], revision.text) == ("Alleen op woensdag.", "Alleen op dinsdag.")


def test_an_edit_leaves_the_open_question_open(someone: Someone) -> None:
    someone.write("m1", "Alleen op dinsdag.")
    before = someone.open
    edit_answer(someone.desk, someone.person, "m1", "Alleen op woensdag.", ())
    assert someone.open == before != FIRST


def test_an_edit_can_be_edited_again_and_undone(someone: Someone) -> None:
    someone.write("m1", "Een.")
    edit_answer(someone.desk, someone.person, "m1", "Twee.", ())
    edit_answer(someone.desk, someone.person, "m1", "Drie.", ())
    someone.undo()
    assert someone.answers[FIRST] == "Twee."


def test_two_people_may_have_messages_of_the_same_number(someone: Someone) -> None:
    other = Someone.come_in(someone.desk, "telegram:other").begin()
    other.fill("child", "Rups", "", "", "parent")
    someone.write("m1", "Van mij.")
    other.write("m1", "Van de ander.")
    edit_answer(other.desk, other.person, "m1", "Anders.", ())
    assert (someone.answers[FIRST], other.answers[FIRST]) == ("Van mij.", "Anders.")


def test_an_edit_finds_its_answer_in_another_case_of_the_person(someone: Someone) -> None:
    someone.write("m1", "Over het eerste kind.")
    mine = someone.part.id
    someone.begin().fill("child", "Rups", "", "", "teacher")
    edit_answer(someone.desk, someone.person, "m1", "Anders.", ())
    assert someone.desk.record.answers.first(membership=mine).text == "Anders."  # type: ignore[union-attr]


def test_a_reply_to_an_earlier_question_replaces_its_answer_and_leaves_open_what_is(
    someone: Someone,
) -> None:
    someone.write("m1", "Een.")
    before = someone.open
    answer_to(someone.desk, someone.person, f"{someone.part.id}/{FIRST}", "Twee.", (), "m2")
    assert (someone.answers[FIRST], someone.open) == ("Twee.", before)


def test_a_reply_to_the_open_question_is_its_answer(someone: Someone) -> None:
    asks = f"{someone.part.id}/{FIRST}"
    found = answer_to(someone.desk, someone.person, asks, "Een.", (), "m1")
    assert isinstance(found, Answered)
    assert someone.open != FIRST


def test_a_reply_to_a_skipped_question_answers_it(someone: Someone) -> None:
    someone.skip()
    answer_to(someone.desk, someone.person, f"{someone.part.id}/{FIRST}", "Toch.", (), "m1")
    assert someone.skips == []
    assert someone.answers[FIRST] == "Toch."


def test_a_reply_keeps_working_when_another_cell_was_chosen(someone: Someone) -> None:
    choose_cell(someone.desk, someone.person, Cell.parse("explore.emotion"))
    answer_to(someone.desk, someone.person, f"{someone.part.id}/{FIRST}", "Een.", (), "m1")
    assert someone.answers == {FIRST: "Een."}


def test_what_a_deleted_answer_said_does_not_come_back_by_a_reply_but_new_words_may(
    someone: Someone,
) -> None:
    answer = someone.write("m1", "Een.").answer.id
    delete_answer(someone.desk, someone.person, answer)
    answer_to(someone.desk, someone.person, f"{someone.part.id}/{FIRST}", "Nieuw.", (), "m2")
    assert someone.answers == {FIRST: "Nieuw."}


def test_an_edit_gives_a_note_its_new_words(someone: Someone) -> None:
    tell(someone.desk, someone.person, "Ze belde.", said_in="m1")
    edit_answer(someone.desk, someone.person, "m1", "Ze belde niet.", ())
    assert someone.desk.record.notes.pick("text") == ["Ze belde niet."]


def test_an_edit_to_nothing_leaves_a_note_as_it_was(someone: Someone) -> None:
    tell(someone.desk, someone.person, "Ze belde.", said_in="m1")
    with pytest.raises(Refusal, match="empty"):
        edit_answer(someone.desk, someone.person, "m1", " ", ())
    assert someone.desk.record.notes.pick("text") == ["Ze belde."]
