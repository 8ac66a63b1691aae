"""The weekly check-in."""

from collections.abc import Sequence

from actions.move import FormMove, Move
from actions.onwards import check_in_goes_on, concern
from actions.turn import Turn
from bot.core.agreement import AgreementStatus
from bot.core.check_in_said import how_it_goes, score_said
from bot.core.record import Person
from bot.core.reply import Reply
from bot.core.rhythm import Part
from bot.core.telling import rests, shrugs
from bot.services.check_in import (
    Went,
    alias_of,
    begin_check_in,
    open_check_in,
    pause_check_in,
    put_off,
    rate,
    say,
    say_how_it_goes,
    skip_part,
    under_way,
)
from bot.services.check_in_plan import Asked
from bot.services.ports import Desk
from bot.services.refusals import Refusal
from bot.services.rhythm import rhythm
from bot.voice import check_in as voice
from bot.voice import rhythm as rhythm_voice
from bot.voice.speech import Speech

FEW = 3  # words, which tell how it goes and no more


class CheckIn(Move):
    """Offered when it is due, begun, put off; or gone on with, when words ask for it."""

    in_danger = False

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        id, to = turn.args.get("id"), turn.args.get("to")
        if to in ("later", "week") and id:
            put_off(desk, person, id, week=to == "week")
            return [voice.put_off(speech, week=to == "week")]
        try:
            check_in = open_check_in(desk, person, id)
        except Refusal:
            if id and not to:
                raise
            return self.none(desk, speech, person, to)
        if to in ("due", "again") and turn.situation.takes_words:
            alias = alias_of(desk, check_in)
            return [voice.offer(speech, check_in, alias, again=to == "again")]
        return [voice.ask(speech, begin_check_in(desk, person, check_in.id))]

    def none(self, desk: Desk, speech: Speech, person: Person, to: str | None) -> Sequence[Reply]:
        """None is open: it was done meanwhile, or it is not time yet."""
        if to in ("due", "again"):
            return [Reply.silence(speech.language)]
        return [rhythm_voice.card(speech, rhythm(desk, person))]


class ValidateCheckInForm(FormMove):
    """Takes what was typed for what the check-in asks."""

    form = "check_in_form"
    slot = "checked"

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        asked = under_way(desk, person)
        if asked.part is not Part.AGREEMENT and (shrugs(turn.text) or rests(turn.text)):
            passed = [speech.line("check_in.passed", turn.number)]
            return [*passed, *check_in_goes_on(desk, speech, person, skip_part(desk, person))]
        said = _went(desk, speech, person, self.take(desk, person, asked, turn.text))
        return [*said, *concern(speech, asked.member, turn)]

    def take(self, desk: Desk, person: Person, asked: Asked, text: str) -> Went:
        """Read it as what is asked for; words that are none of it are refused, and asked again."""
        if asked.part is Part.AGREEMENT and (status := how_it_goes(text)):
            more = text if len(text.split()) > FEW else None
            return say_how_it_goes(desk, person, status, more)
        if asked.part is Part.RATE and (given := score_said(text)):
            went = rate(desk, person, given[0])
            return say(desk, person, given[1]) if given[1] else went
        return say(desk, person, text)


class Goes(Move):
    """How an agreement goes, by its button."""

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        status = turn.choice(AgreementStatus, "to")
        _still(desk, person, turn)
        if status is None:
            raise Refusal("button_old")
        return _went(desk, speech, person, say_how_it_goes(desk, person, status))


class Rate(Move):
    """A number, by its button."""

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        _still(desk, person, turn)
        return _went(desk, speech, person, rate(desk, person, turn.whole("score") or 0))


class SkipPart(Move):
    """By its button, which skips nothing else when the check-in is over."""

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        return check_in_goes_on(desk, speech, person, skip_part(desk, person))


class PausePart(Move):
    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        return [voice.paused(speech, pause_check_in(desk, person))]


def _went(desk: Desk, speech: Speech, person: Person, went: Went) -> Sequence[Reply]:
    return [*voice.went(speech, went), *check_in_goes_on(desk, speech, person, went.asked)]


def _still(desk: Desk, person: Person, turn: Turn) -> None:
    """An old button answers nothing any more: Refusal "button_old"."""
    if under_way(desk, person).check_in.id != turn.args.get("id"):
        raise Refusal("button_old")
