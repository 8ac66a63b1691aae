"""Before their yes: who was invited hears what it is once, and then only what they ask."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from actions.about import AskAbout, AskPeriod, AskPrivacy
from actions.hello import Affirm, Deny, Greet
from actions.move import Move
from actions.release import Release, ShareAll
from actions.turn import Turn
from bot.core.language import LANGUAGES, Language
from bot.core.record import Visibility
from bot.core.reply import Reply
from bot.services.join import open_invitation, waiting_invitation
from bot.services.refusals import Refusal
from bot.voice.speech import Speech
from tests.harness.memory import memory_desk, the_method, the_words
from tests.harness.turns import turn_of
from tests.services.someone import Someone
from tests.services.team import Team, tells

STRANGER = "web:" + "9" * 40
STORY = "ze hebben hem weer naar huis gestuurd. elke week bellen ze. ik ben zo moe"


@pytest.fixture
def team() -> Team:
    someone = Someone.come_in(memory_desk(the_method()), "web:" + "0" * 40)
    return Team(someone.begin().fill("child", "Beer", "", "", "teacher"))


def at(team: Team, text: str, **args: str) -> Turn:
    return replace(turn_of(team.coordinator, text, args), conversation=STRANGER)


def met(
    move: Move, team: Team, text: str = "", language: Language = "nl", **args: str
) -> list[Reply]:
    speech = Speech(the_words(), the_method(), language)
    return list(move.meet(team.desk, speech, at(team, text, **args)))


def said(replies: list[Reply]) -> str:
    return "\n".join(reply.text for reply in replies)


def buttons(replies: list[Reply]) -> dict[str, Mapping[str, str]]:
    return {b.title: b.command.args for reply in replies for b in reply.buttons}


@pytest.mark.parametrize("role", ["teacher", "parent", "young_person"])
@pytest.mark.parametrize("text", [STORY, "niemand luistert", "hm", "hoi"])
def test_the_invitation_is_told_once(team: Team, role: str, text: str) -> None:
    open_invitation(team.desk, STRANGER, team.link(role))
    intro = met(Greet(), team)
    after = met(Greet(), team, text)
    assert len(intro) > 1
    assert intro[0].text not in said(after)
    assert intro[1].text not in said(after)
    assert len(said(after)) < 250


@pytest.mark.parametrize("role", ["teacher", "parent", "young_person"])
def test_a_story_before_the_yes_is_kindly_not_kept(team: Team, role: str) -> None:
    open_invitation(team.desk, STRANGER, team.link(role))
    first, ask = met(Greet(), team, STORY)
    assert first.text.startswith("Dit heb ik nog niet bewaard. Zeg eerst ja")
    assert ask.buttons


@pytest.mark.parametrize("role", ["teacher", "parent", "young_person"])
def test_a_no_has_a_way_back(team: Team, role: str) -> None:
    open_invitation(team.desk, STRANGER, team.link(role))
    after = met(Deny(), team, "nah")
    [(title, args)] = buttons(after).items()
    assert title == "Toch wel meedoen"
    met(Affirm(), team, **args)
    joined = team.desk.record.memberships.find(case=team.coordinator.case.id)
    assert [part.role for part in joined] == ["teacher", role]


def test_a_no_is_taken_back_in_words(team: Team) -> None:
    open_invitation(team.desk, STRANGER, team.link("young_person"))
    met(Deny(), team, "nah")
    assert "Toch wel? Dat kan nog." in said(met(Greet(), team, "idk tbh"))
    assert "fijn dat je er bent" in said(met(Affirm(), team, "sorry toch wel"))


def test_later_is_no_no(team: Team) -> None:
    open_invitation(team.desk, STRANGER, team.link("parent"))
    assert "De link blijft werken tot" in said(met(Deny(), team, "nu even niet"))
    assert waiting_invitation(team.desk, STRANGER) is not None


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_broken_link_begins_no_case(team: Team, language: Language) -> None:
    gone = met(Greet(), team, "", language, code="no-such-code")
    assert len(gone) == 1
    assert len(gone[0].buttons) == 1
    assert said(met(Greet(), team, "hoi", language)) == said(gone)
    assert said(met(Affirm(), team, "ja", language)) == said(gone)
    assert team.desk.record.people.first(conversation=STRANGER) is None


def test_who_wants_to_can_begin_a_case_after_a_broken_link(team: Team) -> None:
    with pytest.raises(Refusal):
        open_invitation(team.desk, STRANGER, "no-such-code")
    assert "Mag ik bewaren" in said(met(Greet(), team))
    assert "Waar gaat het over?" in said(met(Affirm(), team, to="consent"))


@pytest.mark.parametrize("role", ["teacher", "parent", "young_person"])
def test_how_long_it_is_kept_is_said_before_the_yes(team: Team, role: str) -> None:
    open_invitation(team.desk, STRANGER, team.link(role))
    told = said(met(AskPeriod(), team, "hoe lang bewaar je dit?"))
    assert "op 2 maart 2027" in told or "wis ik alles" in told
    assert "Zelf wissen kan altijd" in told


def test_a_young_person_hears_what_zwaan_is_in_plain_words(team: Team) -> None:
    open_invitation(team.desk, STRANGER, team.link("young_person"))
    told = said(met(AskAbout(), team, "wtf is dit"))
    assert "chatbot" in told
    assert "het kind" not in told


def test_a_professional_who_asks_who_reads_it_does_not_hear_everything_again(team: Team) -> None:
    open_invitation(team.desk, STRANGER, team.link("mentor"))
    assert len(met(AskPrivacy(), team, "wie leest dit")) == 2


def acted(move: Move, someone: Someone, text: str = "", **args: str) -> list[Reply]:
    speech = Speech(the_words(), the_method(), "nl")
    return list(move.act(someone.desk, speech, someone.person, turn_of(someone, text, args)))


def test_sharing_with_everyone_is_asked_once_where_the_other_parent_would_read_it(
    team: Team,
) -> None:
    mother, _ = team.add("parent"), team.add("parent")
    told = tells(mother, "Zijn vader komt nooit opdagen.")
    asks = acted(Release(), mother, piece=told.id, to="everyone")
    assert "Zijn vader komt nooit opdagen." in said(asks)
    assert "leerkracht, ouder" in said(asks)
    assert mother.desk.record.notes.get(told.id) == told
    acted(Release(), mother, **buttons(asks)["Ja, deel met iedereen"])
    shared = mother.desk.record.notes.get(told.id)
    assert shared is not None
    assert shared.visibility is Visibility.EVERYONE


def test_sharing_with_everyone_is_done_at_once_among_professionals(team: Team) -> None:
    mother = team.add("parent")
    told = tells(mother, "Hij slaapt slecht.")
    acted(Release(), mother, piece=told.id, to="everyone")
    shared = mother.desk.record.notes.get(told.id)
    assert shared is not None
    assert shared.visibility is Visibility.EVERYONE


def test_sharing_all_with_everyone_is_asked_once_too(team: Team) -> None:
    mother, girl = team.add("parent"), team.add("young_person")
    told = tells(mother, "Hij slaapt slecht.")
    asks = acted(ShareAll(), mother, to="everyone")
    assert mother.desk.record.notes.get(told.id) == told
    acted(ShareAll(), mother, **buttons(asks)["Ja, deel met iedereen"])
    shared = mother.desk.record.notes.get(told.id)
    assert shared is not None
    assert shared.visibility is Visibility.EVERYONE
    assert girl.part.group is not None
