"""What Zwaan says first when someone writes of danger."""

import re

import pytest

from bot.content.safety_files import read_helplines
from bot.voice.danger import danger
from bot.voice.speech import Speech
from tests.harness.memory import PROJECT

KINDS = ("suicide", "abuse", "violence", "child_in_danger", "unclear")


@pytest.mark.parametrize("known", [True, False])
@pytest.mark.parametrize("kind", KINDS)
def test_the_numbers_come_before_anything_else(speech: Speech, kind: str, known: bool) -> None:
    helplines = read_helplines(PROJECT)
    first, then, *_ = danger(speech, helplines, kind, known)
    said = [line.number in first.text for line in helplines.of(kind)]
    assert all(said)
    assert then.text.startswith(speech.say(f"safety.opening.{kind}"))


def test_each_line_names_its_number_at_once(speech: Speech) -> None:
    for line in read_helplines(PROJECT).lines:
        assert re.search(r"\d", line.in_(speech.language).say[:45])
