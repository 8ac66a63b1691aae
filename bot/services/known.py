"""What is known of a conversation before a message of it is read."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.core.alias import alias_in_a_sentence
from bot.core.language import Language
from bot.core.reading.named import case_meant
from bot.core.record import Doing, Membership, Person
from bot.services.ports import Record
from bot.services.standing import open_field


@dataclass(frozen=True)
class Known:
    """``names`` stay as they are typed: the aliases of the person's cases. ``naming``: they are
    asked for the name by which others may know them, which stays as well. ``person``: who it is,
    once they consented. ``members``: the names
    that members of their case chose, with the id of each."""

    language: Language | None
    names: tuple[str, ...]
    naming: bool = False
    person: Person | None = None
    members: Mapping[str, str] = field(default_factory=dict)


def known_in(record: Record, conversation: str, text: str = "") -> Known:
    """The language of a person, and the names that are no secret to them: the alias of their case,
    and of the others when ``text`` says to go to one."""
    person = record.people.first(conversation=conversation)
    if person is None:
        return Known(None, ())
    here = record.memberships.first(person=person.id, case=person.current_case)
    cases = [person.current_case or ""]
    if case_meant(text):
        cases = record.memberships.pick("case", person=person.id)
    members = {
        part.name: part.id
        for part in record.memberships.find(case=person.current_case)
        if part.name and part.left_at is None
    }
    names = [case.alias for id in cases if (case := record.cases.get(id)) and case.alias]
    if alias := _alias_chosen(record, person, here, text):
        names.append(alias)
    naming = here is not None and here.doing is Doing.NAMING
    return Known(person.language, tuple(names), naming, person, members)


def _alias_chosen(record: Record, person: Person, here: Membership | None, text: str) -> str | None:
    """The made-up name in a sentence that answers how a new case is to be called."""
    case = record.cases.get(person.current_case or "")
    if case is None or here is None or open_field(case, here) != "alias":
        return None
    return alias_in_a_sentence(text)
