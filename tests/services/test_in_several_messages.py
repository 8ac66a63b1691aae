"""Who sends on before the reply came goes on with the same answer: no other question was seen."""

from datetime import timedelta

from bot.core.pieces import MOST
from bot.services.answer import answer_open_question
from bot.services.correct import edit_answer
from bot.services.pause import pause
from tests.services.someone import Someone

FIRST = "explore.content.1"


def burst(someone: Someone, *texts: str) -> None:
    """All came in before the first was taken up."""
    came = someone.desk.now()
    for number, text in enumerate(texts, 1):
        someone.write(f"m{number}", text, came)


def test_what_came_before_the_answer_was_taken_goes_on_with_it(someone: Someone) -> None:
    burst(someone, "hij slaapt slecht", "en eet bijna niks", "al weken")
    assert someone.answers == {FIRST: "hij slaapt slecht\nen eet bijna niks\nal weken"}
    assert someone.open == "explore.content.2"


def test_it_is_said_that_it_was_put_with_what_stood(someone: Someone) -> None:
    came = someone.desk.now()
    assert not someone.write("m1", "hij slaapt slecht", came).continued
    more = someone.write("m2", "en eet bijna niks", came)
    assert (more.continued, more.next, more.closed) == (True, None, None)


def test_what_came_afterwards_answers_the_next_question(someone: Someone) -> None:
    answered = someone.write("m1", "Een.", someone.desk.now()).answer
    someone.write("m2", "Twee.", answered.answered_at + timedelta(milliseconds=1))
    assert list(someone.answers.values()) == ["Een.", "Twee."]


def test_the_parties_of_all_of_it_count(someone: Someone) -> None:
    came, say = someone.desk.now(), answer_open_question
    say(someone.desk, someone.person, "de mentor", ["mentor"], "m1", came)
    say(someone.desk, someone.person, "en zijn oma", ["grandparent"], "m2", came)
    assert someone.answer_to(FIRST).parties == ("mentor", "grandparent")


def test_undo_takes_back_the_last_piece(someone: Someone) -> None:
    burst(someone, "Een.", "Twee.")
    someone.undo(someone.answer_to(FIRST).id)
    assert someone.answers == {FIRST: "Een."}


def test_each_of_the_messages_can_be_edited_again_and_again(someone: Someone) -> None:
    burst(someone, "Een.", "Twee.", "Drie.")
    for message, text in (("m2", "twee?"), ("m1", "En een."), ("m2", "Twee!"), ("m3", "3")):
        edit_answer(someone.desk, someone.person, message, text, ())
    assert someone.answers == {FIRST: "En een.\nTwee!\n3"}


def test_an_answer_that_was_taken_back_is_not_gone_on_with(someone: Someone) -> None:
    came = someone.desk.now()
    first = someone.write("m1", "Een.", came).answer
    someone.undo(first.id)
    someone.write("m2", "Twee.", came)
    assert someone.answers == {FIRST: "Twee."}


def test_after_a_pause_too_what_was_under_way_belongs_to_the_answer(someone: Someone) -> None:
    came = someone.desk.now()
    someone.write("m1", "Een.", came)
    pause(someone.desk, someone.person)
    someone.write("m2", "Twee.", came)
    assert someone.answers == {FIRST: "Een.\nTwee."}


def test_a_flood_of_messages_goes_on_to_the_next_question(someone: Someone) -> None:
    burst(someone, *(f"{n}." for n in range(MOST + 1)))
    assert len(someone.answers) == 2
