"""Asking for more questions than those that fit one's role."""

from dataclasses import replace

from bot.core.record import Person
from bot.services.ports import Desk
from bot.services.standing import standing


def ask_for_more(desk: Desk, person: Person) -> None:
    """From now on all questions are put to this member. Refusal "no_case"."""
    at = standing(desk, person)
    desk.record.memberships.put(replace(at.part, all_questions=True))
