"""The look back on a week, when somebody asks for it."""

from collections.abc import Sequence

from actions.move import Move
from actions.turn import Turn
from bot.core.record import Person
from bot.core.reply import Reply
from bot.services.agenda import agenda
from bot.services.look_back import look_back_now
from bot.services.ports import Desk
from bot.voice.round_up import no_rhythm, round_up
from bot.voice.speech import Speech


class LookBack(Move):
    """The newest week as it stands now, or the one that a button names."""

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        if look := look_back_now(desk, person, turn.args.get("week")):
            return [round_up(speech, look, asked=True)]
        return [no_rhythm(speech, agenda(desk, person))]
