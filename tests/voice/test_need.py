"""What is needed to go on: who is near the child hears before they say it who will read it."""

from dataclasses import replace

import pytest

from bot.core.agreement import Field
from bot.core.method import Group
from bot.services.agree import Said, begin_agreement, can_do_it
from bot.voice.agree import asked
from bot.voice.speech import Speech
from tests.services.someone import Someone


@pytest.mark.parametrize("group", [Group.FAMILY, Group.YOUNG])
def test_who_is_near_hears_who_reads_what_is_needed(
    speech: Speech, someone: Someone, group: Group
) -> None:
    made = begin_agreement(someone.desk, someone.person, Said("Belt.", who=someone.part.id))
    made = replace(made, asks=Field.NEED)
    people = can_do_it(someone.desk, someone.person)
    near = [replace(each, part=replace(each.part, group=group)) for each in people]
    reads = speech.say("check_in.reads_need")
    assert reads in asked(speech, made, near, []).text
    assert reads not in asked(speech, made, people, []).text
