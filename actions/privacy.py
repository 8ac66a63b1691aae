"""What is kept, and taking it away."""

from collections.abc import Sequence

from actions.move import Move
from actions.turn import Turn
from bot.core.record import Person
from bot.core.reply import Reply
from bot.services.erase import ask_to_erase
from bot.services.my_data import my_data
from bot.services.ports import Desk
from bot.voice.my_data import my_data as document
from bot.voice.speech import Speech


class MyData(Move):
    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        return [document(speech, my_data(desk, person))]


class Erase(Move):
    """Asks for a yes; ``action_affirm`` does it."""

    settles = True

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        ask_to_erase(desk, person)
        buttons = (
            speech.button("erase", "affirm", to="erase"),
            speech.button("my_data"),
            speech.button("no", "deny", to="erase"),
        )
        return [speech.reply("privacy.ask_erase", *buttons)]
