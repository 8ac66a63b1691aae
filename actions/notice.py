"""What Zwaan says by itself: somebody joined, a case closes, a day comes near."""

from collections.abc import Sequence

from actions.move import Move
from actions.turn import Turn
from bot.core.record import Person
from bot.core.reply import Reply
from bot.services.ports import Desk
from bot.services.whereabouts import case_of_notice
from bot.voice.notice import notice
from bot.voice.speech import Speech


class Notice(Move):
    """Says it beside whatever is going on; nothing that was open changes."""

    in_danger = True
    settles = True

    def meet(self, desk: Desk, speech: Speech, turn: Turn) -> Sequence[Reply]:
        """Whoever erased themselves meanwhile hears nothing that needs a case."""
        return [speech.line("notice.over")]

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        case = case_of_notice(desk, person, turn.args.get("case", ""))
        return [notice(speech, case, turn.args)]
