"""When someone writes of danger."""

from collections.abc import Sequence

from actions.move import Move
from actions.onwards import open_again
from actions.turn import Turn
from bot.core.record import Person
from bot.core.reply import Reply
from bot.services.danger import drop_held, hold, keep_held
from bot.services.ports import Desk
from bot.services.standing import standing
from bot.voice import danger as voice
from bot.voice.reflect import answered
from bot.voice.speech import Speech
from bot.wiring import workshop

UNCLEAR = "unclear"


class Danger(Move):
    """Stops the questions, gives the numbers, and holds what was said until the person chooses."""

    in_danger = True

    def meet(self, desk: Desk, speech: Speech, turn: Turn) -> Sequence[Reply]:
        kind = turn.args.get("danger", UNCLEAR)
        return voice.danger(speech, workshop().helplines, kind, known=False)

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        if person.current_case is None:  # there is nowhere to keep it
            return self.meet(desk, speech, turn)
        hold(desk, person, turn.text)
        kind = turn.args.get("danger", UNCLEAR)
        return voice.danger(speech, workshop().helplines, kind, known=True)


class KeepHeld(Move):
    """Keeps what was held, as the answer to the open question or as a note, and goes on."""

    in_danger = True

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        result = keep_held(desk, person, [])
        kept = speech.line("danger.kept")
        if result is None:
            return [kept, *open_again(desk, speech, person)]
        return [kept, *answered(speech, result, standing(desk, person).case, None)[1:]]


class DropHeld(Move):
    """Forgets what was held, and goes on."""

    in_danger = True

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        fresh = drop_held(desk, person)
        return [speech.line("danger.dropped"), *open_again(desk, speech, fresh)]
