"""A question of one's own."""

from bot.core.method import Cell, Step
from bot.core.reply import Reply
from bot.voice.speech import Speech, titled


def ask(speech: Speech, cell: Cell) -> Reply:
    """Ask for the words of the new question."""
    return speech.reply(
        "own_question.ask",
        speech.button("drop_question"),
        step_name=speech.step(cell.step),
        viewpoint=speech.viewpoint(cell.viewpoint),
    )


def choose_step(speech: Speech) -> Reply:
    """In which step does the question belong?"""
    buttons = [titled(speech.step(step), "add_question", step=step) for step in Step]
    return speech.reply("own_question.which_cell", *buttons)
