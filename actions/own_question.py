"""Questions of one's own."""

from collections.abc import Sequence

from actions.loops import no_own_question
from actions.move import FormMove, Move
from actions.turn import Turn
from bot.core.method import Cell, Step
from bot.core.record import Person
from bot.core.reply import Reply
from bot.services.own_question import (
    add_own_question,
    begin_own_question,
)
from bot.services.ports import Desk
from bot.services.refusals import Refusal
from bot.voice.asking import question
from bot.voice.own_question import ask, choose_step
from bot.voice.reflect import viewpoints
from bot.voice.speech import Speech


class AddQuestion(Move):
    """Asks for a question of one's own, in the open cell or in one that is chosen."""

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        if "step" in turn.args:
            return [viewpoints(speech, Step(turn.args["step"]), "add_question")]
        cell = Cell.parse(turn.args["cell"]) if "cell" in turn.args else None
        try:
            return [ask(speech, begin_own_question(desk, person, cell))]
        except Refusal as refusal:
            if refusal.key != "which_cell":
                raise
            return [choose_step(speech)]


class ValidateOwnQuestionForm(FormMove):
    """Takes what was typed for the words of the new question."""

    form = "own_question_form"
    slot = "own_question"

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        asked = add_own_question(desk, person, turn.text)
        return [speech.line("own_question.added"), question(speech, asked)]


class DropQuestion(Move):
    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        return no_own_question(desk, speech, person)
