"""Beginning a case."""

import pytest

from bot.core.method import CaseKind, Level
from bot.core.record import CaseStatus
from bot.core.situation import Loop
from bot.services.asking import question_text
from bot.services.danger import hold, keep_held
from bot.services.new_case import begin_case, drop_draft, fill_in, step_back
from bot.services.refusals import Refusal
from bot.services.standing import CASE_FIELDS, standing
from tests.services.someone import Someone


def test_what_is_asked_comes_in_its_order(newcomer: Someone) -> None:
    filled = begin_case(newcomer.desk, newcomer.person)
    asked = [filled.asks]
    for text in ("child", "Vlinder", "Weer naar voetbal", "Lachend naar school", "fietsenmaker"):
        asked.append(fill_in(newcomer.desk, newcomer.person, text).asks)
    assert asked == list(CASE_FIELDS)


def test_a_case_stands_when_its_last_fact_is_known(newcomer: Someone) -> None:
    newcomer.begin().fill("child", "Vlinder", "", "")
    filled = fill_in(newcomer.desk, newcomer.person, "teacher")
    assert filled.case.status is CaseStatus.OPEN
    assert filled.first is not None
    assert filled.first.id == newcomer.open == "explore.content.1"


def test_until_then_it_is_a_draft(drafting: Someone) -> None:
    assert drafting.case.status is CaseStatus.DRAFT
    assert (drafting.situation.loop, drafting.situation.asked) == (Loop.CASE, "alias")


def test_beginning_again_goes_on_with_the_draft(drafting: Someone) -> None:
    assert begin_case(drafting.desk, drafting.person).asks == "alias"
    assert len(drafting.desk.record.cases.find()) == 1


def test_a_wish_and_an_ambition_need_not_be_known(someone: Someone) -> None:
    assert (someone.case.wish, someone.case.ambition) == ("", "")


def test_an_alias_is_kept_with_single_spaces(drafting: Someone) -> None:
    drafting.fill("  Groep   acht ")
    assert drafting.case.alias == "Groep acht"


def test_a_role_that_is_known_brings_its_level(someone: Someone) -> None:
    assert (someone.part.role, someone.part.level) == ("teacher", Level.EXECUTING)


@pytest.mark.parametrize("typed", ["Juf", "leerkracht", "supply teacher"])
def test_a_role_is_known_by_any_of_its_words(drafting: Someone, typed: str) -> None:
    drafting.fill("Vlinder", "", "", typed)
    assert (drafting.part.role, drafting.part.role_words) == ("teacher", typed)


def test_a_role_can_be_heard_in_a_sentence(drafting: Someone) -> None:
    drafting.fill("Vlinder", "", "")
    fill_in(drafting.desk, drafting.person, "Ik werk als mentor in klas 2", "mentor")
    assert drafting.part.role == "mentor"


def test_a_role_that_nobody_can_have_is_kept_as_words(drafting: Someone) -> None:
    nobody = next(role for role in drafting.desk.method.roles.values() if not role.member)
    drafting.fill("Vlinder", "", "", nobody.nl.name)
    assert (drafting.part.role, drafting.situation.asked) == (None, "level")


def test_a_role_in_own_words_is_placed_on_a_level(drafting: Someone) -> None:
    drafting.fill("Vlinder", "", "", "klusjesman op zaterdag", "executing")
    assert drafting.part.role_words == "klusjesman op zaterdag"
    assert drafting.situation.loop is Loop.REFLECTION


def test_a_shared_challenge_asks_its_own_way(newcomer: Someone) -> None:
    newcomer.begin().fill("challenge", "Noord", "", "", "teacher")
    assert newcomer.case.kind is CaseKind.CHALLENGE


@pytest.mark.parametrize("kind", CaseKind)
def test_no_question_shows_a_blank_that_was_not_filled_in(newcomer: Someone, kind: str) -> None:
    newcomer.begin().fill(kind, "Noord", "", "", "teacher")
    at = standing(newcomer.desk, newcomer.person)
    for question in newcomer.desk.method.questions:
        text, own = question_text(newcomer.desk, at, question)
        assert not own
        assert "{" not in text.ask + text.explain + text.example


def test_nothing_of_a_draft_stays_when_it_is_dropped(drafting: Someone) -> None:
    drop_draft(drafting.desk, drafting.person)
    assert drafting.desk.record.cases.find() == []
    assert drafting.desk.record.memberships.find() == []
    assert drafting.person.current_case is None


def test_what_was_kept_in_a_draft_goes_with_it(drafting: Someone) -> None:
    hold(drafting.desk, drafting.person, "Ik ben bang.")
    keep_held(drafting.desk, drafting.person, [])
    drop_draft(drafting.desk, drafting.person)
    assert drafting.desk.record.notes.find() == []


def test_when_a_draft_is_dropped_the_case_before_it_comes_back(someone: Someone) -> None:
    before = someone.case.id
    someone.begin()
    drop_draft(someone.desk, someone.person)
    assert someone.case.id == before


def test_beginning_a_case_leaves_a_trace_without_its_name(someone: Someone) -> None:
    traces = someone.desk.record.traces.find(person=someone.id)
    assert [trace.verb for trace in traces] == ["consented", "began_case"]
    assert "Vlinder" not in str(traces)


def test_going_back_asks_once_more_what_was_asked_before(drafting: Someone) -> None:
    drafting.fill("Vlindre", "weer lachen")
    assert step_back(drafting.desk, drafting.person).asks == "wish"
    assert step_back(drafting.desk, drafting.person).asks == "alias"
    drafting.fill("Vlinder")
    assert (drafting.case.alias, drafting.situation.asked) == ("Vlinder", "wish")


def test_going_back_from_the_level_asks_the_role_again(drafting: Someone) -> None:
    drafting.fill("Vlinder", "", "", "klusjesman")
    assert step_back(drafting.desk, drafting.person).asks == "role"
    assert drafting.part.role_words is None


def test_before_the_first_thing_that_is_asked_there_is_nothing(newcomer: Someone) -> None:
    newcomer.begin()
    with pytest.raises(Refusal, match="nothing_before"):
        step_back(newcomer.desk, newcomer.person)


def test_the_name_of_a_challenge_may_have_capitals(newcomer: Someone) -> None:
    newcomer.begin().fill("challenge", "Zes Weken Wachten")
    assert newcomer.case.alias == "Zes Weken Wachten"
