"""A member's name is kept as a reference, and shown by the name that they chose."""

import pytest

from bot.core.reference import mark, refer, resolve, without_marks

MEMBERS = {"Anja": "a1", "Roos van Dam": "r1", "Bo": "b1"}
A, R, B = mark("a1"), mark("r1"), mark("b1")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Anja belt dinsdag", f"{A} belt dinsdag"),
        ("anja belt dinsdag", f"{A} belt dinsdag"),
        ("Ik bel ANJA, of Roos.", f"Ik bel {A}, of {R}."),
        ("Roos van Dam belt", f"{R} belt"),
        ("Een roos van oma", "Een roos van oma"),  # the flower
        ("Bo komt ook", f"{B} komt ook"),
        ("Anjali belt", "Anjali belt"),
        ("niemand", "niemand"),
    ],
)
def test_a_name_becomes_a_mark_and_a_word_stays(text: str, kept: str) -> None:
    assert refer(text, MEMBERS) == kept


def test_a_mark_is_shown_as_its_member_is_shown() -> None:
    assert resolve(f"{A} belt {R}", {"a1": "Anja", "r1": "de mentor"}.__getitem__) == (
        "Anja belt de mentor"
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"{A} belt", "De mentor belt"),
        (f"• Wat: {A} belt", "• Wat: De mentor belt"),
        (f"Klaar:\n• {A} belt", "Klaar:\n• De mentor belt"),
        (f"2. {A} belt", "2. De mentor belt"),
        (f"Dan belt {A}", "Dan belt de mentor"),
    ],
)
def test_what_a_line_is_about_begins_with_a_capital(text: str, shown: str) -> None:
    assert resolve(text, lambda _: "de mentor") == shown


def test_nobody_types_a_mark() -> None:
    assert without_marks(f"x {A} y") == "x a1 y"


def test_without_members_nothing_changes() -> None:
    assert refer("Anja belt", {}) == "Anja belt"
