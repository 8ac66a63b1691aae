"""Hello, consent, and small courtesies."""

import re
from collections.abc import Sequence
from dataclasses import replace

from actions.agreement_words import left_off
from actions.loops import LEFT
from actions.move import LAPSES, Move
from actions.onwards import coverage_now, open_again
from actions.turn import Turn
from bot.core.language import language_of
from bot.core.leaning import Leaning, leaning
from bot.core.reading.intents import TINY
from bot.core.record import Case, Pending, Person
from bot.core.reply import Reply
from bot.core.situation import Loop
from bot.services.cases import close_case, switch_case
from bot.services.choose import go_on
from bot.services.consent import give_consent
from bot.services.erase import erase
from bot.services.join import (
    AlreadyIn,
    decline,
    declined_invitation,
    join,
    open_invitation,
    tried_in_vain,
    waiting_invitation,
)
from bot.services.leave import leave
from bot.services.new_case import begin_case, drop_draft
from bot.services.pause import pause, resume
from bot.services.ports import Desk
from bot.services.refusals import Refusal
from bot.services.settle import let_go
from bot.services.sharing import my_sharing
from bot.services.standing import coverage_of
from bot.services.whereabouts import fresh, is_drafting, person_in, situation_now
from bot.voice import join as join_voice
from bot.voice import tell as tell_voice
from bot.voice.case import filled
from bot.voice.hello import ask_consent, link_gone, not_kept, passes, welcome
from bot.voice.reflect import ask_on, resumed
from bot.voice.speech import Speech

_HELLO = re.compile(
    r"(hoi|hoo?i|hai|hey+|hee+|hé|hi+|hallo+|hello|hulp|help|dag|yo|joe|goede?n?\s?(morgen|middag|avond|"
    r"dag)|good (morning|afternoon|evening)|start|begin|/start|test)\b",
    re.IGNORECASE,
)


def come_in(desk: Desk, speech: Speech, turn: Turn) -> Sequence[Reply]:
    """Someone consents: from here on they are known, and begin their first case."""
    language = language_of(turn.args.get("language", turn.situation.language))
    invited = waiting_invitation(desk, turn.conversation, turn.args.get("i"))
    invited = invited or declined_invitation(desk, turn.conversation)
    in_vain = turn.text and tried_in_vain(desk, turn.conversation)
    if invited is None and (turn.args.get("to") == Pending.JOIN or in_vain):
        return [link_gone(speech)]  # it was taken back meanwhile, or never was one
    person = give_consent(desk, turn.conversation, turn.channel, language)
    speech = replace(speech, language=language)
    if invited:
        return take_part(desk, speech, person, invited.invitation.id)
    first = [speech.line("hello.welcome_new"), speech.line("case.begin")]
    return [*first, *filled(speech, begin_case(desk, person))]


def look_at_invitation(
    desk: Desk, speech: Speech, turn: Turn, otherwise: Sequence[Reply]
) -> Sequence[Reply]:
    """What the code in a link opens; or that it opens nothing, and then ``otherwise``."""
    known = person_in(desk, turn.conversation)
    try:
        opened = open_invitation(
            desk, turn.conversation, turn.args["code"], turn.args.get("origin")
        )
    except Refusal:
        return [speech.line("hello.code_unknown"), *otherwise] if known else [link_gone(speech)]
    if isinstance(opened, AlreadyIn):
        assert known  # who has a part is known
        switch_case(desk, known, opened.case.id)
        said = speech.line("join.already_in", alias=opened.case.alias)
        return [said, *open_again(desk, speech, fresh(desk, known))]
    beside = [] if known else passes(speech, turn.channel)
    return join_voice.invitation(speech, opened, known is not None, beside)


def take_part(
    desk: Desk, speech: Speech, person: Person, invitation: str | None
) -> Sequence[Reply]:
    """Someone says yes to an invitation."""
    at = join(desk, person, invitation)
    said = join_voice.welcome(speech, at.part, at.case.alias or "")
    if at.part.telling:
        return [said, tell_voice.prompt(speech, at.part, at.case.alias or "")]
    return [said, *ask_on(speech, go_on(desk, at.person), coverage_of(desk, at))]


def pick_up(desk: Desk, speech: Speech, person: Person) -> Sequence[Reply]:
    """Someone comes back: where they were."""
    where = situation_now(desk, person)
    if where.loop is Loop.REFLECTION:
        return resumed(speech, resume(desk, person), coverage_now(desk, person))
    if where.loop is Loop.TELLING and (count := sum(my_sharing(desk, person).values())):
        return [tell_voice.back(speech, count)]
    return open_again(desk, speech, person)


class Greet(Move):
    """A greeting, or the page was opened; also whatever a stranger says (``bot.core.reading``)."""

    leaves_open = (Pending.JOIN,)

    def meet(self, desk: Desk, speech: Speech, turn: Turn) -> Sequence[Reply]:
        if "code" in turn.args:
            return look_at_invitation(desk, speech, turn, ())
        greeted = not turn.text or says_hello(turn.text)
        if waiting := waiting_invitation(desk, turn.conversation):
            if not turn.text:
                return join_voice.invitation(speech, waiting, False, passes(speech, turn.channel))
            if greeted:  # they have read what it is; it need not be said all over again
                return [join_voice.ask(speech, waiting, known=False)]
            return join_voice.not_yet(speech, waiting)
        if turn.text and (declined := declined_invitation(desk, turn.conversation)):
            return [join_voice.declined(speech, declined, again=True)]
        if turn.text and tried_in_vain(desk, turn.conversation):
            return [link_gone(speech)]
        return welcome(speech, turn.channel) if greeted else not_kept(speech, turn.channel)

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        if "code" in turn.args:
            return look_at_invitation(desk, speech, turn, pick_up(desk, speech, person))
        waiting = waiting_invitation(desk, turn.conversation)
        if waiting and person.pending is Pending.JOIN:
            return join_voice.invitation(speech, waiting, True, [])
        return pick_up(desk, speech, person)


def says_hello(text: str) -> bool:
    """Whether a short text is a greeting, or wants to begin."""
    return len(text.split()) <= TINY and _HELLO.match(text.strip()) is not None


class Thanks(Move):
    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        return [speech.line("hello.thanks", turn.number)]


class Goodbye(Move):
    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        pause(desk, person)
        return [speech.reply("hello.goodbye", speech.button("resume"))]


class ReadMore(Move):
    def meet(self, desk: Desk, speech: Speech, turn: Turn) -> Sequence[Reply]:
        more = speech.reply("hello.read_more")
        if waiting := waiting_invitation(desk, turn.conversation):
            return [more, join_voice.ask(speech, waiting, known=False)]
        return ask_consent(speech, more)

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
        if person.pending is Pending.JOIN:
            return take_part(desk, speech, person, turn.args.get("i"))
        if person.pending is Pending.LEAVE:
            return left(speech, leave(desk, person, stays=turn.args.get("what") != "nothing"))
        if person.pending is Pending.CLOSE:
            closed = close_case(desk, person, turn.args.get("why"))
            buttons = (speech.button("cases"), speech.button("new_case"))
            return [speech.reply("case.closed", *buttons, alias=closed.alias)]
        if person.current_case is None:
            return filled(speech, begin_case(desk, person))
        return [speech.line("hello.yes_to_what"), *open_again(desk, speech, person)]


class Deny(Move):
    """No, to whatever Zwaan asked; a button says to what."""

    settles = True

    def meet(self, desk: Desk, speech: Speech, turn: Turn) -> Sequence[Reply]:
        if waiting := waiting_invitation(desk, turn.conversation, turn.args.get("i")):
            if leaning(turn.text) is Leaning.LATER:
                return [join_voice.later(speech, waiting)]
            decline(desk, turn.conversation, turn.args.get("i"))
            return [join_voice.declined(speech, waiting)]
        if declined := declined_invitation(desk, turn.conversation):
            return [join_voice.declined(speech, declined, again=True)]
        consent = speech.button("consent", "affirm", to="consent", language=speech.language)
        return [speech.reply("hello.not_now", consent)]

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        check_still_asked(person, turn)
        if person.pending is Pending.JOIN:
            decline(desk, turn.conversation, turn.args.get("i"))
            return [
                speech.line("join.declined_team"),
                *open_again(desk, speech, fresh(desk, person)),
            ]
        if person.pending in LAPSES:
            return [
                speech.line(LAPSES[person.pending]),
                *open_again(desk, speech, let_go(desk, person)),
            ]
        if leave := LEFT.get(turn.situation.loop):
            return leave(desk, speech, person)
        if turn.situation.loop is Loop.AGREEING:
            return left_off(desk, speech, person)
        if is_drafting(desk, person):
            drop_draft(desk, person)
            here = fresh(desk, person)
            return [speech.line("case.draft_dropped"), *open_again(desk, speech, here)]
        return [speech.line("hello.yes_to_what"), *open_again(desk, speech, person)]


def left(speech: Speech, case: Case) -> Sequence[Reply]:
    """After somebody left a case."""
    buttons = (speech.button("cases"), speech.button("new_case"))
    return [speech.reply("care.left", *buttons, alias=case.alias)]


def check_still_asked(person: Person, turn: Turn) -> None:
    """An old button answers nothing any more: Refusal "button_old"."""
    to = turn.args.get("to")
    if to in (Pending.ERASE, Pending.CLOSE, Pending.JOIN, Pending.LEAVE) and person.pending != to:
        raise Refusal("button_old")
    if to == "consent" or (to == "draft" and turn.situation.loop is not Loop.CASE):
        raise Refusal("button_old")
