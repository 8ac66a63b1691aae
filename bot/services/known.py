"""What is known of a conversation before a message of it is read."""

from dataclasses import dataclass

from bot.core.language import Language
from bot.core.record import Doing
from bot.services.ports import Record


@dataclass(frozen=True)
class Known:
    """``names`` stay as they are typed: the aliases of the person's cases. ``naming``: they are
    asked for the name by which others may know them, which stays as well."""

    language: Language | None
    names: tuple[str, ...]
    naming: bool = False


def known_in(record: Record, conversation: str) -> Known:
    """The language of a person, and the names that are no secret to them."""
    person = record.people.first(conversation=conversation)
    if person is None:
        return Known(None, ())
    parts = record.memberships.find(person=person.id)
    cases = [record.cases.get(part.case) for part in parts]
    here = next((part for part in parts if part.case == person.current_case), None)
    naming = here is not None and here.doing is Doing.NAMING
    return Known(person.language, tuple(c.alias for c in cases if c and c.alias), naming)
