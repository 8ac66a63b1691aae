"""What is known of a conversation before a message of it is read."""

from dataclasses import dataclass

from bot.core.language import Language
from bot.services.ports import Record


@dataclass(frozen=True)
class Known:
    """``names`` stay as they are typed: the aliases of the person's cases."""

    language: Language | None
    names: tuple[str, ...]


def known_in(record: Record, conversation: str) -> Known:
    """The language of a person, and the names that are no secret to them."""
    person = record.people.first(conversation=conversation)
    if person is None:
        return Known(None, ())
    cases = map(record.cases.get, record.memberships.pick("case", person=person.id))
    return Known(person.language, tuple(case.alias for case in cases if case and case.alias))
