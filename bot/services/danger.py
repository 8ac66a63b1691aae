"""When someone writes of danger: what was said is held, and kept only on their word."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.core.pieces import BETWEEN
from bot.core.record import Answer, Pending, Person, Visibility
from bot.core.situation import Loop
from bot.services.answer import Answered, answer_open_question, keep_answer
from bot.services.ports import Desk
from bot.services.refusals import Refusal
from bot.services.release import release
from bot.services.standing import situation_of, standing
from bot.services.tell import tell

HELD_FOR = timedelta(hours=24)  # what nobody chose about is gone after this


def hold(desk: Desk, person: Person, text: str, more_of: str | None = None) -> None:
    """Hold what was written, apart from every case, until the person chooses.

    ``more_of``: the answer that it says more of, when it was said in reply to what Zwaan asked
    about that one.
    """
    held = f"{person.held}{BETWEEN}{text}" if person.held else text
    with_ = person.held_with or more_of
    waits = replace(person, pending=Pending.DANGER, held=held, held_at=desk.now(), held_with=with_)
    desk.record.people.put(waits)


def keep_held(desk: Desk, person: Person, parties: list[str]) -> Answered | None:
    """Keep what was held: as the answer to the open question, or else under the answer that it
    says more of, or as a note (None). Whoever else is in the case, only the person reads it.

    Refusals: "nothing_held" when there is nothing, or it was too long ago; "no_case".
    """
    if person.held is None or (person.held_at and desk.now() - person.held_at > HELD_FOR):
        drop_held(desk, person)
        raise Refusal("nothing_held")
    free = drop_held(desk, person)
    try:
        return _keep(desk, free, person.held, parties, person.held_with)
    except Refusal:
        desk.record.people.put(person)  # where it cannot be kept it goes on waiting
        raise


def _keep(
    desk: Desk, person: Person, text: str, parties: Sequence[str], more_of: str | None
) -> Answered | None:
    if more_of and (begun := _begun(desk, person, more_of)):
        part, whole = standing(desk, person).part, f"{begun.text}{BETWEEN}{text}"
        named = (*begun.parties, *parties)
        _keep_apart(desk, person, keep_answer(desk, part, begun.question, whole, named, ())[0])
        return None
    if situation_of(desk.record, person.conversation, person.language).loop is Loop.REFLECTION:
        result = answer_open_question(desk, person, text, parties)
        _keep_apart(desk, person, result.answer)
        return result
    note = tell(desk, person, text, visibility=Visibility.ME)
    desk.record.notes.put(replace(note, apart=True))
    return None


def _begun(desk: Desk, person: Person, answer: str) -> Answer | None:
    """The answer that what is held says more of, when it still stands in the current case."""
    part = standing(desk, person).part
    return desk.record.answers.first(id=answer, membership=part.id, deleted=False)


def _keep_apart(desk: Desk, person: Person, answer: Answer) -> None:
    """Let only the person read an answer, and never share it along with the rest."""
    release(desk, person, answer.id, Visibility.ME)
    own = desk.record.answers.get(answer.id) or answer
    desk.record.answers.put(replace(own, apart=True))


def drop_held(desk: Desk, person: Person) -> Person:
    """Forget what was held."""
    free = replace(
        person,
        pending=Pending.NOTHING,
        held=None,
        held_at=None,
        held_with=None,
        help_declined=False,
    )
    desk.record.people.put(free)
    return free


def drop_stale(desk: Desk) -> None:
    """Forget what was held for longer than anyone may."""
    people = zip(desk.record.people.pick("id"), desk.record.people.pick("held_at"), strict=True)
    for id, held_at in people:
        person = desk.record.people.get(id) if held_at else None
        if person and held_at and desk.now() - held_at > HELD_FOR:
            drop_held(desk, person)
