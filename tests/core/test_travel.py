"""Values that travel as JSON come back the same."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.command import Command
from bot.core.identity import conversation_id
from bot.core.language import LANGUAGES, language_of
from bot.core.method import CaseKind
from bot.core.record import Pending
from bot.core.reply import Button, File, Picture, Reply
from bot.core.situation import Loop, Situation
from tests.core.typed import ANYTHING

COMMANDS = st.builds(Command, ANYTHING, st.dictionaries(ANYTHING, ANYTHING, max_size=2))
FACTS = st.dictionaries(ANYTHING, st.lists(ANYTHING, max_size=3) | ANYTHING, max_size=3)
REPLIES = st.builds(
    Reply,
    text=ANYTHING,
    language=st.sampled_from(LANGUAGES),
    label=ANYTHING,
    buttons=st.lists(st.builds(Button, ANYTHING, COMMANDS, st.booleans()), max_size=3).map(tuple),
    picture=st.none() | st.builds(Picture, ANYTHING, FACTS, ANYTHING),
    file=st.none() | st.builds(File, ANYTHING, ANYTHING),
    quiet=st.booleans(),
    clears=st.booleans(),
)
SITUATIONS = st.builds(
    Situation,
    language=st.sampled_from(LANGUAGES),
    loop=st.sampled_from(Loop),
    asked=st.none() | st.sampled_from(["kind", "alias", "wish", "ambition", "role", "level"]),
    pending=st.sampled_from(Pending),
    kind=st.none() | st.sampled_from(CaseKind),
)


@given(REPLIES)
def test_a_reply_comes_back_as_it_was_sent(reply: Reply) -> None:
    assert Reply.from_dict(json.loads(json.dumps(reply.as_dict()))) == reply


@given(SITUATIONS)
def test_a_situation_comes_back_as_it_was_noted(situation: Situation) -> None:
    assert Situation.from_dict(json.loads(json.dumps(situation.as_dict()))) == situation


def test_what_is_no_reply_is_refused() -> None:
    with pytest.raises(KeyError):
        Reply.from_dict({"text": "hoi"})


def test_what_is_no_situation_is_refused() -> None:
    with pytest.raises(ValueError, match="nowhere"):
        Situation.from_dict({"language": "nl", "loop": "nowhere"})


@pytest.mark.parametrize("loop", [Loop.CASE, Loop.REFLECTION, Loop.OWN_QUESTION])
def test_words_are_taken_where_words_are_asked_for(loop: Loop) -> None:
    assert Situation("nl", loop).takes_words


@pytest.mark.parametrize("loop", [Loop.STRANGER, Loop.NOTHING])
def test_no_words_are_taken_where_none_are_asked_for(loop: Loop) -> None:
    assert not Situation("nl", loop).takes_words


@pytest.mark.parametrize(
    ("tag", "language"),
    [("nl", "nl"), ("nl-BE", "nl"), ("NL", "nl"), ("en_GB", "en"), ("fr", "en"), ("", "nl")],
)
def test_a_language_tag_leads_to_a_language_that_zwaan_speaks(tag: str, language: str) -> None:
    assert language_of(tag) == language


def test_someone_without_a_language_tag_is_spoken_to_in_dutch() -> None:
    assert language_of(None) == "nl"


def test_the_same_person_on_the_same_channel_is_the_same_conversation() -> None:
    assert conversation_id(b"s", "web", "me") == conversation_id(b"s", "web", "me")


@pytest.mark.parametrize(
    "other", [(b"t", "web", "me"), (b"s", "telegram", "me"), (b"s", "web", "you")]
)
def test_any_difference_makes_another_conversation(other: tuple[bytes, str, str]) -> None:
    assert conversation_id(*other) != conversation_id(b"s", "web", "me")


def test_a_conversation_does_not_tell_whose_it_is_and_fits_its_column() -> None:
    id = conversation_id(b"s", "web", "anja@example.org")
    assert "anja" not in id
    assert len(id) == len("web:") + 40
