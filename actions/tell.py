"""Telling it in one's own way, or being asked."""

from collections.abc import Sequence

from actions.agree import offered_to_say
from actions.move import FormMove, Move
from actions.onwards import concern, open_again
from actions.reflect import heard_parties
from actions.release import taken_back_at_once
from actions.turn import Turn
from bot.core.leaning import Leaning, leaning
from bot.core.method import Cell
from bot.core.record import Person
from bot.core.reply import Reply
from bot.core.situation import Loop
from bot.core.telling import rests, shrugs
from bot.services.choose import go_on
from bot.services.more import ask_for_more
from bot.services.name import begin_naming, choose_name
from bot.services.ports import Desk
from bot.services.standing import coverage_of, standing
from bot.services.tell import begin_telling, drop, place, stop_telling, tell
from bot.voice import tell as voice
from bot.voice.reflect import ask_on
from bot.voice.speech import Speech


class ValidateTellingForm(FormMove):
    """Keeps what was told. "Nee", "later" and "idk" are fine, and no part of the story."""

    form = "telling_form"
    slot = "told"

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        if taken := taken_back_at_once(desk, speech, person, turn):
            return taken
        if rests(turn.text):
            return [speech.line("tell.rests", turn.number)]
        at = standing(desk, person)
        if leaning(turn.text) is Leaning.YES:
            buttons = (speech.button("ask_me"), speech.button("pause"))
            return [speech.reply("tell.go_ahead", *buttons)]
        if shrugs(turn.text):
            return [voice.shrugged(speech, at.part, turn.number)]
        parties = heard_parties(speech, turn)
        note = tell(desk, person, turn.text, parties, said_in=turn.key)
        said = voice.heard(speech, at, note, turn.number, turn.doubt)
        said = offered_to_say(desk, speech, person, turn, note.id, said)
        return [said, *concern(speech, at.part, turn)]


class TellMode(Move):
    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        at = begin_telling(desk, person)
        return [voice.prompt(speech, at.part, at.case.alias or "")]


class AskMe(Move):
    """Questions, one by one."""

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        stop_telling(desk, person)
        asked = go_on(desk, person)
        return ask_on(speech, asked, coverage_of(desk, standing(desk, person)))


class MoreQuestions(Move):
    """All 58, not only those that fit one's role."""

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        if turn.situation.loop is Loop.TELLING:
            return AskMe().act(desk, speech, person, turn)
        ask_for_more(desk, person)
        return [speech.line("tell.more_questions"), *open_again(desk, speech, person)]


class Theme(Move):
    """Where a note belongs, by its author's own word."""

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        note = turn.args.get("note", "")
        if "cell" not in turn.args:
            return [voice.themes(speech, standing(desk, person).part, note)]
        place(desk, person, note, Cell.parse(turn.args["cell"]))
        return [speech.line("tell.placed")]


class DropNote(Move):
    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        drop(desk, person, turn.args.get("note", ""))
        return [speech.line("tell.dropped")]


class MyName(Move):
    """The name by which others may know one."""

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        begin_naming(desk, person)
        return [voice.ask_name(speech)]


class ValidateNameForm(FormMove):
    form = "name_form"
    slot = "own_name"

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        name = choose_name(desk, person, turn.text)
        return [speech.line("tell.named", name=name), *open_again(desk, speech, person)]
