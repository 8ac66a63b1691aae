"""When someone writes of danger: what was said is held, and kept only on their word."""

from dataclasses import replace
from datetime import timedelta

from bot.core.record import Pending, Person, Visibility
from bot.core.situation import Situation
from bot.services.answer import Answered, answer_open_question
from bot.services.ports import Desk
from bot.services.refusals import Refusal
from bot.services.release import release
from bot.services.standing import situation_of
from bot.services.tell import tell

HELD_FOR = timedelta(hours=24)  # what nobody chose about is gone after this


def hold(desk: Desk, person: Person, text: str) -> None:
    """Hold what was written, apart from every case, until the person chooses."""
    held = f"{person.held}\n{text}" if person.held else text
    desk.record.people.put(replace(person, pending=Pending.DANGER, held=held, held_at=desk.now()))


def keep_held(desk: Desk, person: Person, parties: list[str]) -> Answered | None:
    """Keep what was held: as the answer to the open question, or else as a note (None). Whoever
    else is in the case, only the person reads it.

    Refusal "nothing_held" when there is nothing, or it was too long ago.
    """
    text, free = person.held, drop_held(desk, person)
    if text is None or (person.held_at and desk.now() - person.held_at > HELD_FOR):
        raise Refusal("nothing_held")
    if _where(desk, person).loop == "reflection_form":
        result = answer_open_question(desk, free, text, parties)
        release(desk, free, result.answer.id, Visibility.ME)
        own = desk.record.answers.get(result.answer.id) or result.answer
        desk.record.answers.put(replace(own, apart=True))
        return result
    note = tell(desk, free, text, visibility=Visibility.ME)
    desk.record.notes.put(replace(note, apart=True))
    return None


def drop_held(desk: Desk, person: Person) -> Person:
    """Forget what was held."""
    free = replace(person, pending=Pending.NOTHING, held=None, held_at=None)
    desk.record.people.put(free)
    return free


def _where(desk: Desk, person: Person) -> Situation:
    return situation_of(desk.record, person.conversation, person.language)


def drop_stale(desk: Desk) -> None:
    """Forget what was held for longer than anyone may."""
    people = zip(desk.record.people.pick("id"), desk.record.people.pick("held_at"), strict=True)
    for id, held_at in people:
        person = desk.record.people.get(id) if held_at else None
        if person and held_at and desk.now() - held_at > HELD_FOR:
            drop_held(desk, person)
