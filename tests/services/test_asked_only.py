"""Only one thing is asked at a time: whoever goes on to a question, or to tell, or rests, is not
still asked for what was asked in between."""

from collections.abc import Callable

import pytest

from bot.core.method import Cell
from bot.core.record import Doing
from bot.core.scan import ScanKind
from bot.core.situation import Loop
from bot.services.agree import Said, begin_agreement
from bot.services.answers import change_answer
from bot.services.choose import choose_cell, go_on
from bot.services.invite import begin_inviting
from bot.services.name import begin_naming, choose_name
from bot.services.own_question import begin_own_question
from bot.services.pause import pause
from bot.services.scan import begin_scan
from bot.services.tell import begin_telling
from tests.services.someone import Someone

Does = Callable[[Someone], object]
IN_BETWEEN: dict[str, Does] = {
    "a name": lambda me: begin_naming(me.desk, me.person),
    "an invitation": lambda me: begin_inviting(me.desk, me.person),
    "an agreement": lambda me: begin_agreement(me.desk, me.person, Said()),
    "a scan": lambda me: begin_scan(me.desk, me.person, ScanKind.MATTERS),
    "an own question": lambda me: begin_own_question(me.desk, me.person, None),
}
ONWARDS: dict[str, tuple[Does, Loop]] = {
    "the open question": (lambda me: go_on(me.desk, me.person), Loop.REFLECTION),
    "another cell": (
        lambda me: choose_cell(me.desk, me.person, Cell.parse("explore.emotion")),
        Loop.REFLECTION,
    ),
    "an earlier answer": (
        lambda me: change_answer(me.desk, me.person, me.desk.record.answers.pick("id")[0]),
        Loop.REFLECTION,
    ),
    "telling": (lambda me: begin_telling(me.desk, me.person), Loop.TELLING),
    "a pause": (lambda me: pause(me.desk, me.person), Loop.REFLECTION),
}


@pytest.mark.parametrize("onwards", ONWARDS)
@pytest.mark.parametrize("between", IN_BETWEEN)
def test_what_came_in_between_is_asked_no_more(
    someone: Someone, between: str, onwards: str
) -> None:
    someone.say("Hij slaapt slecht.")
    IN_BETWEEN[between](someone)
    assert someone.situation.loop not in (Loop.REFLECTION, Loop.TELLING)
    does, loop = ONWARDS[onwards]
    does(someone)
    assert (someone.situation.loop, someone.part.doing, someone.part.about) == (
        loop,
        Doing.NOTHING,
        None,
    )


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Anja", "Anja"),
        ("  mijn   naam is Anja ", "Anja"),
        ("Noem me maar Anja", "Anja"),
        ("ik heet Just", "Just"),
        ("call me Sam", "Sam"),
        ("Ik ben", "Ik ben"),
        ("de moeder van Beer", "de moeder van Beer"),
    ],
)
def test_a_name_is_taken_out_of_how_it_is_said(someone: Someone, said: str, name: str) -> None:
    begin_naming(someone.desk, someone.person)
    assert choose_name(someone.desk, someone.person, said) == name
