"""What a channel can do to earlier messages, edit one or reply to one; and what is no words."""

from collections.abc import Sequence

from actions.move import Move
from actions.onwards import open_again
from actions.reflect import heard_parties
from actions.turn import Turn
from bot.core.record import Note, Person
from bot.core.reply import Reply
from bot.services.answer import Answered
from bot.services.correct import answer_to, edit_answer
from bot.services.ports import Desk
from bot.services.refusals import Refusal
from bot.services.standing import standing
from bot.voice.reflect import answered
from bot.voice.speech import Speech


class EditAnswer(Move):
    """The words of an earlier message changed: so does the answer that it made."""

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        message = turn.about.get("edits", "")
        edited = edit_answer(desk, person, message, turn.text, heard_parties(speech, turn))
        key = "correct.edited_note" if isinstance(edited, Note) else "correct.edited"
        return [speech.line(key)]

    def refused(
        self, desk: Desk, speech: Speech, person: Person, refusal: Refusal
    ) -> Sequence[Reply]:
        """One line: the question that is open stands there still."""
        return [speech.line(f"refused.{refusal.key}", **refusal.values)]


class AnswerTo(Move):
    """A reply to one of our questions answers that one, whatever is open."""

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        if "answers" not in turn.about:  # it was only said in words
            return open_again(desk, speech, person)
        parties = heard_parties(speech, turn)
        result = answer_to(desk, person, turn.about["answers"], turn.text, parties, turn.key)
        if isinstance(result, Answered):
            return answered(speech, result, standing(desk, person).case, None)
        undo = speech.button("undo", stays=True, answer=result.id)
        kept = Reply(speech.say("correct.answered"), speech.language, buttons=(undo,), quiet=True)
        return [kept, *open_again(desk, speech, person)]


class Unreadable(Move):
    """A photo, a voice message: nothing of it is kept, and what stood open comes back."""

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        return [speech.line("correct.only_words"), *open_again(desk, speech, person)]
