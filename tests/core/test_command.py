"""A button carries its command sealed: for one conversation, in 64 bytes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.command import MAX_TOKEN_BYTES, ButtonSealer, Command
from tests.core.typed import ANYTHING

SEALER = ButtonSealer(b"secret")
HERE, THERE = "web:here", "web:there"
TYPED = st.text("ab|=. é\n", max_size=12)  # with the signs that a token is made up of
SKIP = Command("skip", {"question": "explore.content.1"})


def test_a_button_opens_as_the_command_it_was_made_for() -> None:
    assert SEALER.open(SEALER.seal(SKIP, HERE), HERE) == SKIP


def test_a_button_of_another_conversation_opens_as_nothing() -> None:
    assert SEALER.open(SEALER.seal(SKIP, THERE), HERE) is None


def test_a_button_of_another_installation_opens_as_nothing() -> None:
    assert SEALER.open(ButtonSealer(b"other").seal(SKIP, HERE), HERE) is None


def test_a_button_with_another_command_put_in_opens_as_nothing() -> None:
    mac = SEALER.seal(SKIP, HERE).partition("|")[0]
    assert SEALER.open(f"{mac}|erase", HERE) is None


@pytest.mark.parametrize("token", ["", "|", "skip", "|skip", "é|skip", "a" * 500, "\ud800|skip"])
def test_a_forged_button_opens_as_nothing(token: str) -> None:
    assert SEALER.open(token, HERE) is None


def test_a_command_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="64 bytes"):
        SEALER.seal(Command("fill", {"value": "x" * 50}), HERE)


def test_a_button_counts_bytes_and_not_characters() -> None:
    SEALER.seal(Command("fill", {"value": "e" * 30}), HERE)
    with pytest.raises(ValueError, match="64 bytes"):
        SEALER.seal(Command("fill", {"value": "é" * 30}), HERE)


@given(
    st.text("ab_", min_size=1, max_size=6),
    st.dictionaries(st.text("ab", min_size=1), TYPED, max_size=2),
)
def test_what_can_be_sealed_opens_as_the_very_same(intent: str, args: dict[str, str]) -> None:
    command = Command(intent, args)
    try:
        token = SEALER.seal(command, HERE)
    except ValueError:
        return
    assert len(token.encode()) <= MAX_TOKEN_BYTES
    assert SEALER.open(token, HERE) == command


@given(ANYTHING)
def test_no_text_that_somebody_makes_up_is_a_button(token: str) -> None:
    assert SEALER.open(token, HERE) is None


@given(ANYTHING, st.dictionaries(ANYTHING, ANYTHING))
def test_a_command_survives_its_way_as_json(intent: str, args: dict[str, str]) -> None:
    assert Command.from_json(Command(intent, args).as_json()) == Command(intent, args)
