"""How people are named in lists, and whom of which level one is asked to invite."""

from dataclasses import replace

import pytest

from bot.core.agreement import Agreement, AgreementStatus
from bot.core.method import Level
from bot.core.record import Membership
from bot.services.board import board, board_of
from bot.services.read_together import members_of
from bot.services.standing import standing
from bot.voice import board as board_voice
from bot.voice.agree import clearing
from bot.voice.care import card
from bot.voice.invite import ask_whom
from bot.voice.member import author_name, short_name
from bot.voice.speech import Speech
from tests.harness.memory import START, the_method, the_words
from tests.services.someone import Someone
from tests.services.team import Team

DUTCH = Speech(the_words(), the_method(), "nl")


@pytest.fixture
def named(someone: Someone) -> Team:
    """A teacher with a name in lower case, another with one, and a parent without; shown."""
    team = Team(someone)
    team.add("teacher")
    team.add("parent")
    someone.desk.record.cases.put(replace(someone.case, names_shown=True))
    for who, name in ((someone, "anja"), (team.members[0], "Jan")):
        someone.desk.record.memberships.put(replace(who.part, name=name))
    return team


def test_a_role_stands_behind_a_name(named: Team) -> None:
    found = members_of(named.desk, named.coordinator.case)
    assert [short_name(DUTCH, each) for each in found] == [
        "Anja (leerkracht 1)",
        "Jan (leerkracht 2)",
        "ouder",
    ]
    assert [author_name(DUTCH, each) for each in found] == [
        "Anja (leerkracht 1, uitvoerend)",
        "Jan (leerkracht 2, uitvoerend)",
        "ouder",
    ]


def test_without_names_the_role_stands_alone(named: Team) -> None:
    me = named.coordinator
    named.desk.record.cases.put(replace(me.case, names_shown=False))
    [first, *_] = members_of(named.desk, me.case)
    assert short_name(DUTCH, first) == "leerkracht 1"
    assert author_name(DUTCH, first) == "leerkracht 1 (uitvoerend)"


def test_lists_of_people_can_be_counted(named: Team) -> None:
    me = named.coordinator
    shown = board_voice.board(DUTCH, board(me.desk, me.person), directs=True).text
    assert "Doen mee: Anja (leerkracht 1), Jan (leerkracht 2), ouder." in shown
    others = card(DUTCH, standing(me.desk, me.person), members_of(me.desk, me.case)).text
    assert "Doen ook mee: Jan (leerkracht 2, uitvoerend), ouder" in others


@pytest.mark.parametrize("level", Level)
def test_whom_to_invite_is_of_the_level_that_was_meant(
    someone: Someone, speech: Speech, level: Level
) -> None:
    seen = board_of(someone.desk, standing(someone.desk, someone.person))
    asked = ask_whom(speech, seen, own_for_team=True, level=level)
    roles = [b.command.args["role"] for b in asked.buttons if b.command.intent == "invite"]
    assert roles
    assert {the_method().roles[role].level for role in roles} == {level}
    assert all(the_method().roles[role].member for role in roles)


@pytest.mark.parametrize(
    ("level", "above"),
    [
        (Level.EXECUTING, ["organising"]),
        (Level.ORGANISING, ["governing"]),
        (Level.GOVERNING, []),
    ],
)
def test_what_is_stuck_offers_somebody_of_the_level_above(
    someone: Someone, speech: Speech, level: Level, above: list[str]
) -> None:
    part: Membership = someone.part
    stuck = Agreement("a", part.case, part.id, START, AgreementStatus.STUCK, level=level)
    buttons = [b for b in clearing(speech, stuck, directs=True) if b.command.intent == "invite"]
    assert [b.command.args["level"] for b in buttons] == above
    others = clearing(speech, stuck, directs=False)
    assert [b.command.intent for b in others] == ["agree"]
    assert not any(word in b.title for b in buttons for word in ("organis", "govern", "bestuurl"))
