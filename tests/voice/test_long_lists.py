"""Lists that are too long for one screen: all of it can be reached, and each has its own number."""

from datetime import timedelta

import pytest

from bot.core.agreement import AgreementStatus
from bot.core.reply import Reply
from bot.services.agenda import agenda
from bot.services.agree import Said, begin_agreement, settle_agreement
from bot.services.progress import progress
from bot.services.tell import my_notes, tell
from bot.voice.agenda import listed
from bot.voice.answers import notes
from bot.voice.speech import Speech
from tests.harness.memory import START
from tests.services.someone import Someone

MANY = 23


def reached(reply: Reply, name: str) -> list[str]:
    """What can be opened from a list, by its id."""
    return [b.command.args[name] for b in reply.buttons if name in b.command.args]


def starts(reply: Reply) -> list[int]:
    return [int(start) for start in reached(reply, "start")]


@pytest.fixture
def busy(someone: Someone) -> Someone:
    """Someone with as many agreements, of which three are done."""
    day = START.date()
    for number in range(1, MANY + 1):
        said = Said(f"Belt {number}.", who=someone.part.id, due=day + timedelta(days=number))
        made = begin_agreement(someone.desk, someone.person, said).agreement.id
        settle_agreement(someone.desk, someone.person, made)
        if number > MANY - 3:
            progress(someone.desk, someone.person, made, AgreementStatus.DONE)
    return someone


def lists(speech: Speech, someone: Someone) -> list[Reply]:
    """The list of agreements, and every list that can be reached from it."""
    seen = agenda(someone.desk, someone.person)
    pages = [listed(speech, seen)]
    for page in pages:
        onwards = [b.command.args for b in page.buttons if {"start", "to"} & set(b.command.args)]
        pages += [
            listed(speech, seen, int(args.get("start", 0)), args.get("to") == "done")
            for args in onwards
        ]
    return pages


def test_every_agreement_can_be_reached_and_has_one_number(speech: Speech, busy: Someone) -> None:
    seen = agenda(busy.desk, busy.person)
    pages = lists(speech, busy)
    found = {id for page in pages for id in reached(page, "a")}
    assert found == {a.id for a in (*seen.live, *seen.done)}
    words = "\n".join({page.text for page in pages})
    assert [words.count(f"\n{number}. ") for number in range(1, MANY + 1)] == [1] * MANY


def test_what_is_done_stands_apart_the_latest_first(speech: Speech, busy: Someone) -> None:
    first, *_, done = sorted(lists(speech, busy), key=lambda page: "Belt 23" in page.text)
    assert "Belt 23" not in first.text
    assert done.text.index("Belt 23") < done.text.index("Belt 22") < done.text.index("Belt 21")
    assert "Belt 20" not in done.text


def test_what_is_done_can_be_read_when_nothing_is_left_to_do(
    speech: Speech, someone: Someone
) -> None:
    said = Said("Belt.", who=someone.part.id, due=START.date() + timedelta(days=1))
    made = begin_agreement(someone.desk, someone.person, said).agreement.id
    settle_agreement(someone.desk, someone.person, made)
    progress(someone.desk, someone.person, made, AgreementStatus.DONE)
    assert reached(lists(speech, someone)[-1], "a") == [made]


def test_every_piece_that_was_told_can_be_reached(speech: Speech, someone: Someone) -> None:
    told = [tell(someone.desk, someone.person, f"Stuk {n}.").id for n in range(1, MANY + 1)]
    pages = [notes(speech, my_notes(someone.desk, someone.person))]
    for page in pages:
        pages += [notes(speech, my_notes(someone.desk, someone.person), s) for s in starts(page)]
    assert sorted({id for page in pages for id in reached(page, "note")}) == sorted(told)
    assert "23. “Stuk 23.”" in pages[0].text
    assert "1. “Stuk 1.”" in pages[-1].text
