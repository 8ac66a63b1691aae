"""Seeing, mending and taking back what was said."""

from collections.abc import Sequence

from rasa_sdk.events import FollowupAction

from actions.loops import BACK
from actions.move import Events, Move
from actions.onwards import open_again
from actions.release import take_back_last
from actions.turn import Turn
from bot.core.method import Step
from bot.core.record import Person
from bot.core.reply import Reply
from bot.core.situation import Loop
from bot.services.answers import (
    answers_by_step,
    change_answer,
    delete_answer,
    one_answer,
)
from bot.services.go_back import go_back
from bot.services.overview import overview
from bot.services.ports import Desk
from bot.services.release import just_shared
from bot.services.standing import standing
from bot.services.tell import drop, drop_latest, my_notes, one_note
from bot.services.undo import undo_answer, undo_skip
from bot.voice import answers as voice
from bot.voice.asking import question
from bot.voice.map import map_reply
from bot.voice.speech import Speech, shorten


class Back(Move):
    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        if back := BACK.get(turn.situation.loop):
            return back(desk, speech, person)
        return [question(speech, go_back(desk, person))]


class Undo(Move):
    """Takes back a save: the latest, or the one whose button was tapped.

    With ``then``, the text was no answer but a command, and that is done instead.
    """

    def events(self, turn: Turn) -> Events:
        if "then" not in turn.args:
            return []
        # Who meant to take something back is shown what there is: the latest may be another thing.
        then = "my_answers" if turn.args["then"] == "undo" else turn.args["then"]
        return [FollowupAction(f"action_{then}")]

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        if "note" in turn.args:
            drop(desk, person, turn.args["note"])
            return [] if "then" in turn.args else [speech.line("tell.dropped")]
        if not turn.args and just_shared(desk, person):
            return take_back_last(desk, speech, person)
        if turn.situation.loop is Loop.TELLING and "answer" not in turn.args:
            drop_latest(desk, person)
            return [speech.line("tell.dropped")]
        if not turn.args and (asked := undo_skip(desk, person)):
            return [speech.line("undo.unskipped"), question(speech, asked)]
        result = undo_answer(desk, person, turn.args.get("answer"))
        if "then" in turn.args:
            return []
        if result.restored is None:
            line = speech.line("undo.gone")
        else:
            line = speech.line("undo.restored", text=shorten(result.restored, 200))
        return [line, question(speech, result.asked)]


class MyAnswers(Move):
    """How many answers there are, those of one step, or one of them whole, to be changed."""

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        if "answer" in turn.args:
            given = one_answer(desk, person, turn.args["answer"])
            change_answer(desk, person, given.answer.id)
            return [voice.one(speech, given)]
        if "note" in turn.args:
            return [voice.one_note(speech, one_note(desk, person, turn.args["note"]))]
        if turn.args.get("to") == "notes":
            return [voice.notes(speech, my_notes(desk, person), turn.whole("start"))]
        return self.list(desk, speech, person, turn.args.get("step"))

    def list(self, desk: Desk, speech: Speech, person: Person, step: str | None) -> Sequence[Reply]:
        given = answers_by_step(desk, person)
        if step in given:
            return [voice.of_step(speech, Step(step), given[Step(step)])]
        told = my_notes(desk, person)
        return voice.by_step(speech, standing(desk, person).case, given, told)


class ChangeAnswer(MyAnswers):
    """Asks a question again; which one must be chosen first, when only words said it."""

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        if "answer" not in turn.args:
            return self.list(desk, speech, person, None)
        return [question(speech, change_answer(desk, person, turn.args["answer"]))]


class DeleteAnswer(MyAnswers):
    """Deletes an answer; which one must be chosen first, when only words said it."""

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        if "answer" not in turn.args:
            return self.list(desk, speech, person, None)
        delete_answer(desk, person, turn.args["answer"])
        return [speech.line("answers.deleted"), *open_again(desk, speech, person)]


class Overview(Move):
    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        seen = overview(desk, person)
        title = speech.say("overview.title", alias=seen.case.alias or "")
        buttons = (
            speech.button("resume"),
            speech.button("choose_cell"),
            speech.button("my_answers"),
        )
        return [map_reply(speech, seen.case, seen.coverage, title, buttons)]
