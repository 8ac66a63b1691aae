"""What Zwaan says by itself: somebody joined, a case closes, a day comes near."""

from collections.abc import Sequence

from actions.move import Move
from actions.turn import Turn
from bot.core.record import Case, Person
from bot.core.reply import Reply
from bot.services.agree import Agreed
from bot.services.agreements import said_first, visible
from bot.services.look_back import look_back
from bot.services.ports import Desk
from bot.services.read_together import authors_of
from bot.services.refusals import Refusal
from bot.services.standing import part_in
from bot.services.whereabouts import case_of_notice
from bot.voice.agree import agreement_answered, ask_to_confirm
from bot.voice.notice import notice
from bot.voice.round_up import round_up
from bot.voice.speech import Speech


class Notice(Move):
    """Says it beside whatever is going on; nothing that was open changes."""

    in_danger = True
    settles = True

    def meet(self, desk: Desk, speech: Speech, turn: Turn) -> Sequence[Reply]:
        """Whoever erased themselves meanwhile hears nothing."""
        return [Reply.silence(speech.language)]

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        if "what" not in turn.args:  # somebody asks what such a message was
            return [speech.line("notice.asked")]
        case = case_of_notice(desk, person, turn.args.get("case", ""))
        what = turn.args["what"]
        if case and what.startswith("agreement"):
            return self.agreement(desk, speech, person, case, turn)
        if case and what == "round_up":
            part = part_in(desk, person, case.id)
            return [round_up(speech, look_back(desk, case, part, turn.args.get("week", "")))]
        return [notice(speech, case, turn.args)]

    def agreement(
        self, desk: Desk, speech: Speech, person: Person, case: Case, turn: Turn
    ) -> Sequence[Reply]:
        """Somebody is asked whether they will do it, or said what they think of that."""
        what = turn.args["what"]
        if what == "agreement_taken":  # they may not see it any more
            return [speech.line("notice.agreement_taken", alias=case.alias)]
        try:
            part = part_in(desk, person, case.id)
            found = visible(desk, part, turn.args.get("agreement", ""))
        except Refusal:
            return [Reply.silence(speech.language)]
        agreed = Agreed(found, None, authors_of(desk, case))
        if what in ("agreement", "agreement_changed"):
            return [ask_to_confirm(speech, agreed, case.alias or "", what != "agreement")]
        first = said_first(desk, found) if what == "agreement_first" else None
        what = "agreement_talk" if what == "agreement_first" and not first else what
        return [agreement_answered(speech, agreed, what, case.alias or "", first or "")]
