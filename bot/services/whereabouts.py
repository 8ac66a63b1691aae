"""Small questions about people and cases that every action may ask."""

from datetime import date
from zoneinfo import ZoneInfo

from bot.core.record import Case, CaseStatus, Person
from bot.core.situation import Situation
from bot.services.ports import Desk
from bot.services.read_together import Author, authors_of
from bot.services.standing import situation_of


def zone_of(desk: Desk, person: Person | None) -> ZoneInfo:
    """The time zone in which a person is, as far as it is known."""
    return ZoneInfo(person.zone) if person and person.zone else desk.zone


def today_for(desk: Desk, person: Person | None) -> date:
    """Which day it is where a person is."""
    return desk.now().astimezone(zone_of(desk, person)).date()


def person_in(desk: Desk, conversation: str) -> Person | None:
    """Who talks in a conversation; None for someone who has not consented."""
    return desk.record.people.first(conversation=conversation)


def fresh(desk: Desk, person: Person) -> Person:
    """The person as they stand in the record now."""
    return desk.record.people.get(person.id) or person


def situation_now(desk: Desk, person: Person) -> Situation:
    """What is being asked of a person now."""
    return situation_of(desk.record, person.conversation, person.language)


def current_case(desk: Desk, person: Person) -> Case | None:
    """The case in which a person is, in whatever state it is."""
    return desk.record.cases.get(person.current_case or "")


def is_drafting(desk: Desk, person: Person) -> bool:
    """Whether a person is in the middle of beginning a case."""
    case = desk.record.cases.get(person.current_case or "")
    return case is not None and case.status is CaseStatus.DRAFT


def member_of(desk: Desk, id: str) -> Author | None:
    """A member of whichever case, as they are shown; None when they are gone."""
    part = desk.record.memberships.get(id)
    case = desk.record.cases.get(part.case) if part else None
    return authors_of(desk, case).get(id) if case else None


def case_of_notice(desk: Desk, person: Person, case: str) -> Case | None:
    """The case that a notice is about, for whoever has or had a part in it; None: gone."""
    if not desk.record.memberships.first(person=person.id, case=case):
        return None
    found = desk.record.cases.get(case)
    return None if found and found.status is CaseStatus.DRAFT else found
