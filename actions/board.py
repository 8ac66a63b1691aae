"""The board of three levels, and the parties that were named."""

from collections.abc import Sequence

from actions.move import Move
from actions.turn import Turn
from bot.core.access import Action, may_do
from bot.core.record import PartyStatus, Person
from bot.core.reply import Reply
from bot.services.board import board
from bot.services.decide_on_party import decide_on_party, merge_party
from bot.services.ports import Desk
from bot.services.read_together import members_of
from bot.services.standing import standing
from bot.voice import board as voice
from bot.voice.speech import Speech


class Board(Move):
    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        at = standing(desk, person)
        if not may_do(at.part, Action.SEE_BOARD):
            return [voice.members(speech, members_of(desk, at.case), at.part)]
        return [voice.board(speech, board(desk, person), at.part.coordinator)]


class Parties(Move):
    """The parties that were named, one by one; then the board."""

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        seen = board(desk, person)
        directs = standing(desk, person).part.coordinator
        if seen.to_decide and directs:
            return [voice.party(speech, seen.to_decide[0], len(seen.to_decide))]
        return [voice.board(speech, seen, directs)]


class Party(Parties):
    """Yes, no, or the same as another, which is chosen then."""

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        if "into" in turn.args:
            merge_party(desk, person, turn.args["into"])
            return super().act(desk, speech, person, turn)
        status = turn.choice(PartyStatus, "to") or PartyStatus.CONFIRMED
        role = decide_on_party(desk, person, turn.args.get("role", ""), status)
        if status is PartyStatus.MERGED:
            return [voice.same_as(speech, board(desk, person), role)]
        return super().act(desk, speech, person, turn)
