"""Hello, consent, and small courtesies."""

from collections.abc import Sequence
from dataclasses import replace

from actions.move import Move
from actions.onwards import coverage_now, open_again
from actions.turn import Turn
from bot.core.language import language_of
from bot.core.reading import TINY
from bot.core.record import CaseStatus, Pending, Person
from bot.core.reply import Reply
from bot.core.situation import Loop
from bot.services.cases import close_case
from bot.services.consent import give_consent
from bot.services.erase import erase
from bot.services.new_case import begin_case, drop_draft
from bot.services.pause import pause, resume
from bot.services.ports import Desk
from bot.services.refusals import Refusal
from bot.services.settle import let_go
from bot.services.standing import situation_of
from bot.voice.case import filled
from bot.voice.hello import ask_consent, not_kept, welcome
from bot.voice.reflect import resumed
from bot.voice.speech import Speech


def come_in(desk: Desk, speech: Speech, turn: Turn) -> Sequence[Reply]:
    """Someone consents: from here on they are known, and begin their first case."""
    language = language_of(turn.args.get("language", turn.situation.language))
    person = give_consent(desk, turn.conversation, turn.channel, language)
    speech = replace(speech, language=language)
    first = [speech.line("hello.welcome_new"), speech.line("case.begin")]
    return [*first, *filled(speech, begin_case(desk, person))]


def pick_up(desk: Desk, speech: Speech, person: Person) -> Sequence[Reply]:
    """Someone comes back: where they were."""
    where = situation_of(desk.record, person.conversation, person.language)
    if where.loop is Loop.REFLECTION:
        return resumed(speech, resume(desk, person), coverage_now(desk, person))
    return open_again(desk, speech, person)


class Greet(Move):
    """A greeting, or the page was opened; also whatever a stranger says (``bot.core.reading``)."""

    def meet(self, desk: Desk, speech: Speech, turn: Turn) -> Sequence[Reply]:
        greeted = len(turn.text.split()) <= TINY
        meet = welcome if greeted else not_kept
        return [*_of_code(speech, turn), *meet(speech, turn.channel)]

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        return [*_of_code(speech, turn), *pick_up(desk, speech, person)]


def _of_code(speech: Speech, turn: Turn) -> list[Reply]:
    """What is said of the code in the link through which someone came."""
    return [speech.line("hello.code_unknown")] if "code" in turn.args else []


class Thanks(Move):
    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        return [speech.line("hello.thanks", turn.number)]


class Goodbye(Move):
    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        pause(desk, person)
        return [speech.reply("hello.goodbye", speech.button("resume"))]


class ReadMore(Move):
    def meet(self, desk: Desk, speech: Speech, turn: Turn) -> Sequence[Reply]:
        return ask_consent(speech, speech.reply("hello.read_more"))

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        return [speech.reply("hello.read_more"), *open_again(desk, speech, person)]


class Affirm(Move):
    """Yes, to whatever Zwaan asked; a button says to what."""

    settles = True

    def meet(self, desk: Desk, speech: Speech, turn: Turn) -> Sequence[Reply]:
        return come_in(desk, speech, turn)

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        check_still_asked(person, turn)
        if person.pending is Pending.ERASE:
            erase(desk, person)
            return [replace(speech.reply("privacy.erased"), clears=True)]
        if person.pending is Pending.CLOSE:
            closed = close_case(desk, person)
            buttons = (speech.button("cases"), speech.button("new_case"))
            return [speech.reply("case.closed", *buttons, alias=closed.alias)]
        if person.current_case is None:
            return filled(speech, begin_case(desk, person))
        return [speech.line("hello.yes_to_what"), *open_again(desk, speech, person)]


class Deny(Move):
    """No, to whatever Zwaan asked; a button says to what."""

    settles = True

    def meet(self, desk: Desk, speech: Speech, turn: Turn) -> Sequence[Reply]:
        consent = speech.button("consent", "affirm", to="consent", language=speech.language)
        return [speech.reply("hello.not_now", consent)]

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        check_still_asked(person, turn)
        if person.pending is not Pending.NOTHING:
            key = "privacy.not_erased" if person.pending is Pending.ERASE else "case.not_closed"
            return [speech.line(key), *open_again(desk, speech, let_go(desk, person))]
        case = desk.record.cases.get(person.current_case or "")
        if case and case.status is CaseStatus.DRAFT:
            drop_draft(desk, person)
            fresh = desk.record.people.get(person.id) or person
            return [speech.line("case.draft_dropped"), *open_again(desk, speech, fresh)]
        return [speech.line("hello.yes_to_what"), *open_again(desk, speech, person)]


def check_still_asked(person: Person, turn: Turn) -> None:
    """An old button answers nothing any more: Refusal "button_old"."""
    to = turn.args.get("to")
    if to in (Pending.ERASE, Pending.CLOSE) and person.pending != to:
        raise Refusal("button_old")
    if to == "consent" or (to == "draft" and turn.situation.loop is not Loop.CASE):
        raise Refusal("button_old")
