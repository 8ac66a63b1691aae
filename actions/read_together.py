"""Reading what others said."""

from collections.abc import Sequence

from actions.move import Move
from actions.turn import Turn
from bot.core.method import Step
from bot.core.record import Person
from bot.core.reply import Reply
from bot.services.ports import Desk
from bot.services.read_together import read_together, what_is_new
from bot.voice import read_together as voice
from bot.voice.speech import Speech


class ReadTogether(Move):
    """Which step to read, or one step."""

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        shared = read_together(desk, person)
        step = turn.choice(Step, "step")
        if step or turn.args.get("to") == "loose":
            return [voice.of_step(speech, shared, step, turn.whole("page") or 0)]
        return [voice.by_step(speech, shared)]


class News(Move):
    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        return [voice.new(speech, what_is_new(desk, person))]
