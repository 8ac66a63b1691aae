"""The time zone that somebody is in: their device says it, or they tell it."""

from dataclasses import replace

from bot.core.record import Person
from bot.services.ports import Desk
from bot.services.rhythm import plan


def note_zone(desk: Desk, person: Person, zone: str) -> Person:
    """What their device says; it counts as long as they told nothing else."""
    return person if person.zone_told else _move(desk, person, zone)


def tell_zone(desk: Desk, person: Person, zone: str) -> Person:
    """What they say themselves. From now on their device is not listened to."""
    return _move(desk, replace(person, zone_told=True), zone)


def _move(desk: Desk, person: Person, zone: str) -> Person:
    """Their check-ins come at the same time of day there."""
    person = replace(person, zone=zone)
    desk.record.people.put(person)
    for part in desk.record.memberships.find(person=person.id):
        schedule = desk.record.schedules.first(membership=part.id)
        if schedule and schedule.zone != zone:
            schedule = replace(schedule, zone=zone)
            desk.record.schedules.put(schedule)
            if schedule.on:
                plan(desk, schedule)
    return person
