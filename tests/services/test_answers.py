"""My answers."""

from bot.core.method import Step
from bot.services.answers import answers_by_step, change_answer, delete_answer, one_answer
from bot.services.choose import choose_cell
from tests.services.someone import EXPLORE_CONTENT, Someone


def test_answers_come_by_step_and_in_the_order_of_the_method(someone: Someone) -> None:
    for cell in ("engage.content", "explore.emotion", "explore.content"):
        choose_cell(someone.desk, someone.person, EXPLORE_CONTENT.parse(cell))
        someone.say(f"Over {cell}.")
    found = answers_by_step(someone.desk, someone.person)
    assert list(found) == [Step.EXPLORE, Step.ENGAGE]
    assert [given.answer.text for given in found[Step.EXPLORE]] == [
        "Over explore.content.",
        "Over explore.emotion.",
    ]


def test_without_answers_there_are_no_steps(someone: Someone) -> None:
    assert answers_by_step(someone.desk, someone.person) == {}


def test_an_answer_is_shown_with_its_question_and_its_earlier_texts(someone: Someone) -> None:
    answer = someone.say("Een.").answer.id
    for text in ("Twee.", "Drie."):
        change_answer(someone.desk, someone.person, answer)
        someone.say(text)
    shown = one_answer(someone.desk, someone.person, answer)
    assert (shown.answer.text, shown.earlier) == ("Drie.", ["Een.", "Twee."])
    assert "Vlinder" in shown.ask


def test_a_deleted_answer_opens_its_question_again(someone: Someone) -> None:
    answer = someone.say("Een.").answer.id
    delete_answer(someone.desk, someone.person, answer)
    assert someone.answers == {}
    assert "explore.content.1" in someone.waits


def test_a_deleted_answer_keeps_its_words_until_the_case_is_erased(someone: Someone) -> None:
    answer = someone.say("Een.").answer.id
    delete_answer(someone.desk, someone.person, answer)
    kept = someone.desk.record.answers.get(answer)
    assert kept is not None
    assert (kept.text, kept.parties) == ("", ())
    assert someone.desk.record.revisions.pick("text", answer=answer) == ["Een."]


def test_deleting_the_answer_of_the_open_question_is_no_revising_any_more(
    someone: Someone,
) -> None:
    answer = someone.say("Een.").answer.id
    change_answer(someone.desk, someone.person, answer)
    delete_answer(someone.desk, someone.person, answer)
    assert not someone.part.revising
    assert not someone.say("Opnieuw.").replaced
