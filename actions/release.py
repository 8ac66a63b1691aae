"""Who may read what one said."""

from collections.abc import Sequence

from actions.move import Move
from actions.turn import Turn
from bot.core.record import Person, Visibility
from bot.core.reply import Reply
from bot.services.ports import Desk
from bot.services.release import release, release_all
from bot.services.sharing import my_sharing, readers_now
from bot.voice import release as voice
from bot.voice.speech import Speech


class Release(Move):
    """One piece, by its button."""

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        visibility = turn.choice(Visibility, "to") or Visibility.ME
        piece = turn.args.get("piece", "")
        kept = release(desk, person, piece, visibility)
        return [voice.released(speech, kept, visibility, readers_now(desk, kept))]


class ShareAll(Move):
    """Everything so far; with whom is asked first."""

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        visibility = turn.choice(Visibility, "to")
        if visibility is None:
            return [voice.ask_with_whom(speech, my_sharing(desk, person))]
        return [voice.all_released(speech, release_all(desk, person, visibility), visibility)]


class TakeBack(Move):
    """Everything is one's own again; in a case that is closed, by its button."""

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        case = turn.args.get("case")
        count = release_all(desk, person, Visibility.ME, case)
        return [voice.all_released(speech, count, Visibility.ME, case)]


class MySharing(Move):
    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        case = turn.args.get("case")
        return [voice.sharing(speech, my_sharing(desk, person, case), case)]
