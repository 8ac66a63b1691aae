"""Saying anew what a case is called, and what it is about."""

import pytest

from bot.core.case_fields import field_named
from bot.core.situation import Loop
from bot.services.change_case import begin_change, change
from bot.services.refusals import Refusal
from tests.harness.memory import Told
from tests.services.someone import Someone
from tests.services.team import Team


@pytest.mark.parametrize(
    ("field", "said", "stands"),
    [
        ("alias", " Beer ", "Beer"),
        ("wish", "Weer naar voetbal.", "Weer naar voetbal."),
        ("ambition", "", ""),
    ],
)
def test_it_stands_as_it_is_said_anew_and_the_question_comes_back(
    someone: Someone, field: str, said: str, stands: str
) -> None:
    before = someone.open
    begin_change(someone.desk, someone.person, field)
    assert (someone.situation.loop, someone.situation.asked) == (Loop.CHANGING, field)
    change(someone.desk, someone.person, said)
    assert getattr(someone.case, field) == stands
    assert (someone.situation.loop, someone.open) == (Loop.REFLECTION, before)


@pytest.mark.parametrize(
    ("said", "refusal"),
    [("Jan de Vries", "alias_full_name"), ("", "alias_empty"), ("x" * 99, "alias_long")],
)
def test_what_is_no_alias_changes_nothing_and_is_asked_again(
    someone: Someone, said: str, refusal: str
) -> None:
    begin_change(someone.desk, someone.person, "alias")
    with pytest.raises(Refusal, match=refusal):
        change(someone.desk, someone.person, said)
    assert (someone.case.alias, someone.situation.asked) == ("Vlinder", "alias")


def test_others_hear_of_another_alias_and_of_nothing_else(team: Team) -> None:
    mentor = team.add("mentor")
    assert isinstance(team.desk.notify, Told)
    for field, said in (("wish", "Rust."), ("alias", "Vlinder"), ("alias", "Beer")):
        begin_change(team.desk, team.coordinator.person, field)
        change(team.desk, team.coordinator.person, said)
    heard = [(who, a) for who, a in team.desk.notify.heard if a["what"] == "renamed"]
    case = team.coordinator.case.id
    assert heard == [(mentor.id, {"what": "renamed", "case": case, "before": "Vlinder"})]


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ("hernoem deze casus", "alias"),
        ("de schuilnaam is verkeerd getypt", "alias"),
        ("rename the case", "alias"),
        ("pas de wens aan", "wish"),
        ("the child's wish has changed", "wish"),
        ("verander de ambitie", "ambition"),
        ("change the aim", "ambition"),
        ("casus wijzigen", None),
        ("de naam en de wens", None),
    ],
)
def test_which_is_meant_is_heard_in_words(said: str, field: str | None) -> None:
    assert field_named(said) == field
