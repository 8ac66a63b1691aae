"""Every save can be undone."""

from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.services.answers import change_answer, delete_answer
from bot.services.choose import choose_cell
from bot.services.go_back import go_back
from bot.services.refusals import Refusal
from bot.services.undo import undo_skip
from tests.harness.memory import memory_desk, the_method
from tests.services.someone import EXPLORE_CONTENT, Someone

# What a person may do before a save that they then take back.
BEGUN = Someone.come_in(memory_desk(the_method())).begin()
BEGUN.fill("child", "Vlinder", "", "", "teacher")
ACTS = st.lists(st.sampled_from(["say", "skip", "back", "change", "delete", "undo"]), max_size=8)


def do(someone: Someone, act: str, n: int) -> None:
    """One act, where it can be done."""
    answer = someone.desk.record.answers.first(membership=someone.part.id, deleted=False)
    desk, person, first = someone.desk, someone.person, answer.id if answer else ""
    acts: dict[str, Callable[[], object]] = {
        "say": lambda: someone.say(f"Antwoord {n}."),
        "skip": lambda: someone.skip(),
        "back": lambda: go_back(desk, person),
        "change": lambda: change_answer(desk, person, first),
        "delete": lambda: delete_answer(desk, person, first),
        "undo": lambda: someone.undo(),
    }
    with suppress(Refusal):
        acts[act]()


def test_undoing_a_first_answer_takes_it_away_and_asks_again(someone: Someone) -> None:
    someone.say("Een.")
    undone = someone.undo()
    assert undone.restored is None
    assert undone.asked.id == someone.open == "explore.content.1"
    assert someone.answers == {}


def test_undoing_a_change_brings_the_earlier_words_back(someone: Someone) -> None:
    answer = someone.say("Een.").answer.id
    change_answer(someone.desk, someone.person, answer)
    someone.say("Twee.")
    assert someone.undo().restored == "Een."
    assert someone.answers == {"explore.content.1": "Een."}
    assert someone.desk.record.revisions.find(answer=answer) == []


def test_undoing_a_change_brings_the_earlier_parties_back(someone: Someone) -> None:
    answer = someone.say("De mentor.", parties=("mentor",)).answer.id
    change_answer(someone.desk, someone.person, answer)
    someone.say("Nee, moeder.", parties=("parent",))
    someone.undo()
    assert someone.answer_to("explore.content.1").parties == ("mentor",)


def test_the_latest_save_is_the_one_that_is_undone(someone: Someone) -> None:
    someone.say("Een.", "Twee.")
    someone.undo()
    assert someone.answers == {"explore.content.1": "Een."}


def test_an_earlier_save_can_be_undone_by_its_own_button(someone: Someone) -> None:
    first = someone.say("Een.").answer.id
    someone.say("Twee.")
    someone.undo(first)
    assert someone.answers == {"explore.content.2": "Twee."}


def test_what_was_deleted_does_not_come_back_by_undoing_what_was_said_after(
    someone: Someone,
) -> None:
    answer = someone.say("Iets waar ik spijt van heb.").answer.id
    delete_answer(someone.desk, someone.person, answer)
    choose_cell(someone.desk, someone.person, EXPLORE_CONTENT)
    someone.say("Iets anders.")
    someone.undo()
    assert someone.answers == {}


@given(ACTS)
def test_undoing_a_save_restores_what_stood_before_it(acts: list[str]) -> None:
    someone = BEGUN.fork()
    for n, act in enumerate(acts):
        do(someone, act, n)
    before, question = someone.answers, someone.open
    someone.say("Dit neem ik terug.")
    someone.undo()
    assert someone.answers == before
    assert someone.open == question


@pytest.mark.parametrize("count", [1, 3, 5])
def test_as_many_saves_as_were_made_can_be_undone(someone: Someone, count: int) -> None:
    for n in range(count):
        someone.say(f"{n}.")
    for _ in range(count):
        someone.undo()
    assert someone.answers == {}
    assert someone.open == "explore.content.1"


def test_a_skip_is_taken_back_before_what_was_said_earlier(someone: Someone) -> None:
    someone.say("Een.")
    someone.skip()
    assert someone.open == "explore.content.3"
    asked = undo_skip(someone.desk, someone.person)
    assert asked is not None
    assert someone.open == "explore.content.2"
    assert (someone.skips, someone.answers) == ([], {"explore.content.1": "Een."})
    assert undo_skip(someone.desk, someone.person) is None


def test_a_skip_from_before_the_last_answer_stays(someone: Someone) -> None:
    someone.skip()
    someone.say("Twee.")
    assert undo_skip(someone.desk, someone.person) is None
    assert someone.skips == ["explore.content.1"]
