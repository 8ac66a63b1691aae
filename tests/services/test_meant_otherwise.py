"""What was kept as an answer, and was meant as something else, leads to that."""

import pytest

from actions.control import Undo
from tests.harness.memory import memory_desk, the_method
from tests.harness.turns import turn_of
from tests.services.someone import Someone


@pytest.mark.parametrize(
    ("then", "action"),
    [("pause", "action_pause"), ("undo", "action_my_answers"), ("overview", "action_overview")],
)
def test_taking_back_something_else_shows_what_there_is(then: str, action: str) -> None:
    someone = Someone.come_in(memory_desk(the_method())).begin()
    events = Undo().events(turn_of(someone, args={"note": "n", "then": then}))
    assert [event["name"] for event in events] == [action]


def test_taking_back_by_itself_leads_nowhere_else() -> None:
    someone = Someone.come_in(memory_desk(the_method())).begin()
    assert Undo().events(turn_of(someone)) == []
