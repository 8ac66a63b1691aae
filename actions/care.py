"""Looking after a case: its settings, who directs it, how long it is kept, and leaving it."""

from collections.abc import Sequence

from actions.move import Move
from actions.turn import Turn
from bot.core.record import Person
from bot.core.reply import Reply
from bot.services.hand_over import hand_over, successors
from bot.services.leave import ask_to_leave
from bot.services.obstacles import standing_obstacles
from bot.services.period import period, set_period, show_names
from bot.services.ports import Desk
from bot.services.read_together import members_of
from bot.services.read_trail import case_trail
from bot.services.standing import standing
from bot.voice import care as voice
from bot.voice.speech import Speech


class CaseCard(Move):
    """The case at a glance, with what can be done about it."""

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        at = standing(desk, person)
        members, stand = members_of(desk, at.case), standing_obstacles(desk, at.part)
        return [voice.card(speech, at, members, stand)]


class Leave(Move):
    """Asks what is to become of what was released; ``action_affirm`` does it."""

    settles = True

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        return [voice.ask_leave(speech, ask_to_leave(desk, person, turn.args.get("case")))]


class HandOver(Move):
    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        if "part" in turn.args:
            return [voice.handed_over(speech, hand_over(desk, person, turn.args["part"]))]
        return [voice.ask_successor(speech, successors(desk, person))]


class Period(Move):
    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        if (months := turn.whole("months")) is not None:
            return [voice.period(speech, set_period(desk, person, months), changed=True)]
        return [voice.period(speech, period(desk, person), changed=False)]


class ShowNames(Move):
    """Turned on and off by turns, or as a button says."""

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        shown = turn.args.get("to", "off" if standing(desk, person).case.names_shown else "on")
        case = show_names(desk, person, shown == "on")
        return [voice.names(speech, case)]


class Trail(Move):
    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        lines = case_trail(desk, person)
        return [voice.trail(speech, standing(desk, person).case, lines)]
