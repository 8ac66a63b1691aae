"""What is kept, and taking it away."""

from collections.abc import Sequence

from actions.move import Move
from actions.turn import Turn
from bot.core.record import Pending, Person
from bot.core.reply import Reply
from bot.services.erase import ask_to_erase
from bot.services.my_data import my_data
from bot.services.ports import Desk
from bot.voice.my_data import my_data as document
from bot.voice.settle import ask_erase
from bot.voice.speech import Speech


class MyData(Move):
    """All that is kept, as a document. Who looks at it before erasing is asked once more."""

    leaves_open = (Pending.ERASE,)
    in_danger = True

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        kept = document(speech, my_data(desk, person))
        return [*kept, ask_erase(speech)] if person.pending is Pending.ERASE else kept


class Erase(Move):
    """Asks for a yes; ``action_affirm`` does it."""

    settles = True
    in_danger = True

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        ask_to_erase(desk, person)
        return [ask_erase(speech)]
