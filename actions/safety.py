"""When someone writes of danger."""

from collections.abc import Sequence

from actions.about import as_whom
from actions.move import Move
from actions.onwards import open_again
from actions.turn import Turn
from bot.core.method import Group
from bot.core.reading.intents import DANGER, UNCLEAR
from bot.core.record import Person
from bot.core.reply import Reply
from bot.core.situation import Loop
from bot.services.danger import drop_held, hold, keep_held
from bot.services.help import (
    ask_for_help,
    can_ask_for_help,
    decline_help,
    has_asked_for_help,
    offers_help,
    take_up,
)
from bot.services.ports import Desk
from bot.services.standing import beginning, standing
from bot.voice import danger as voice
from bot.voice.reflect import answered
from bot.voice.speech import Speech
from bot.wiring import workshop

SIGNS = ("abuse", "violence", "child_in_danger", UNCLEAR)  # what the meldcode is for


class Danger(Move):
    """Stops the questions, gives the numbers, and holds what was said until the person chooses."""

    in_danger = True

    def meet(self, desk: Desk, speech: Speech, turn: Turn) -> Sequence[Reply]:
        kind = turn.args.get("danger", UNCLEAR)
        return voice.danger(speech, workshop().helplines, kind, known=False)

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        if person.current_case is None:  # there is nowhere to keep it
            return self.meet(desk, speech, turn)
        kind = turn.args.get("danger", UNCLEAR)
        part = beginning(desk, person).part
        young = part.group is Group.YOUNG
        if not turn.text:  # its button, in answer to "what do you mean?"
            return [
                *voice.numbers(speech, workshop().helplines, kind, young),
                *_further(desk, speech, person, kind, part.team),
                voice.kept_before(speech),
            ]
        # In reply to whether somebody is not safe: it says more of what they had just answered.
        hold(desk, person, turn.text, part.last_answer if _replies(turn) else None)
        said = voice.danger(speech, workshop().helplines, kind, known=True, young=young)
        return [*said[:2], *_further(desk, speech, person, kind, part.team), *said[2:]]


def _replies(turn: Turn) -> bool:
    return turn.about.get("beside") == DANGER and turn.situation.loop is Loop.REFLECTION


def _further(desk: Desk, speech: Speech, person: Person, kind: str, team: bool) -> Sequence[Reply]:
    """What else there is to do: for a young person, and for who works with children."""
    if offers_help(desk, person):
        return [voice.ask_for_someone(speech)]
    return [voice.meldcode(speech)] if team and kind in SIGNS else []


class AskHelp(Move):
    """A young person, asked plainly, lets whoever directs the case know that they want help."""

    in_danger = True

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        if turn.args.get("to") == "taken":
            take_up(desk, person, turn.args.get("case", ""))
            return [speech.line("danger.taken_up")]
        if "to" not in turn.args and has_asked_for_help(desk, person):
            return [speech.reply("danger.help_known", *voice.choices(speech))]
        if "to" not in turn.args and can_ask_for_help(desk, person):
            return [voice.ask_for_someone(speech)]
        if turn.args.get("to") == "yes":
            ask_for_help(desk, person)
            return [speech.reply("danger.help_asked", *voice.choices(speech))]
        decline_help(desk, person)
        return [speech.reply("danger.help_not_asked", *voice.choices(speech))]


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
        near = as_whom(desk, speech, fresh)[0] != "team"
        line = speech.line("danger.dropped_near" if near else "danger.dropped")
        return [line, *open_again(desk, speech, fresh)]
