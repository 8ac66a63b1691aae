"""Giving consent: from here on something may be kept."""

from bot.core.language import Language
from bot.core.record import Person
from bot.services.ports import Desk
from bot.services.trail import leave_trace


def give_consent(desk: Desk, conversation: str, channel: str, language: Language) -> Person:
    """The person in a conversation, known from now on. Twice is as good as once."""
    known = desk.record.people.first(conversation=conversation)
    if known:
        return known
    person = Person(
        id=desk.new_id(),
        conversation=conversation,
        channel=channel,
        language=language,
        consented_at=desk.now(),
    )
    desk.record.people.put(person)
    leave_trace(desk, person, "consented", person.id)
    return person
