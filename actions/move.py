"""The one way in which every action works: once, in one transaction, and said again if repeated."""

import hmac
import json
from abc import ABC, abstractmethod
from collections.abc import Sequence
from functools import partial
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.onwards import no_case, open_again
from actions.turn import Turn
from bot.core.record import Pending, Person
from bot.core.reply import Reply
from bot.services.danger import hold
from bot.services.join import waiting_invitation
from bot.services.ports import Desk
from bot.services.refusals import Refusal
from bot.services.settle import let_go
from bot.services.whereabouts import member_of, person_in, zone_of
from bot.voice.danger import still_here
from bot.voice.hello import not_kept
from bot.voice.join import not_yet
from bot.voice.member import named
from bot.voice.speech import Speech
from bot.wiring import workshop

Events = list[dict[str, Any]]
# What is said when someone goes on to something else instead of a yes or a no.
LAPSES = {
    Pending.ERASE: "privacy.not_erased",
    Pending.CLOSE: "case.not_closed",
    Pending.LEAVE: "care.not_left",
    Pending.JOIN: "join.not_now",
}


class Move(Action, ABC):
    """Reads the message, does one thing for one person, and says the result.

    What it changes and what it says are committed together. When the message comes again after
    a crash, what was said is said again, and nothing is done twice.
    """

    settles = False  # answers a yes-or-no matter, which else is let go
    leaves_open: tuple[Pending, ...] = ()  # matters that wait while this is done
    in_danger = False  # may go on while a danger stands open
    takes_words = False  # keeps what was typed
    said_in_danger = "still_here"  # else: what is said then

    def name(self) -> str:
        """ "action_" and the class name, in lower case: ``MyAnswers`` is action_my_answers."""
        words = "".join("_" + c.lower() if c.isupper() else c for c in type(self).__name__)
        return "action" + words

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> Events:
        turn = Turn.read(tracker.sender_id, tracker.latest_message)
        if not hmac.compare_digest(turn.secret.encode(), workshop().engine_secret.encode()):
            raise PermissionError("only the gateway's messages may act, and this was none")
        with workshop().work() as (desk, journal):
            done = journal.outcome(turn.id, self.name())
            if done is None:
                done = json.dumps([reply.as_dict() for reply in self._act(desk, turn)])
                journal.write(turn.id, self.name(), done)
        for reply in json.loads(done):
            dispatcher.utter_message(json_message=reply)
        return self.events(turn)

    def events(self, turn: Turn) -> Events:
        """What to tell Rasa afterwards."""
        return []

    @abstractmethod
    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        """Do it, and return what to say. A Refusal is said kindly, with what stood open."""

    def _act(self, desk: Desk, turn: Turn) -> Sequence[Reply]:
        person = person_in(desk, turn.conversation)
        shop = workshop()
        language = person.language if person else turn.situation.language
        speech = Speech(shop.words, shop.method, language, zone_of(desk, person))
        if person is None:
            return self.meet(desk, speech, turn)
        if person.pending is Pending.DANGER and not self.in_danger:
            if turn.text and self.takes_words:
                hold(desk, person, turn.text)  # it belongs to what was said before
            return [still_here(speech, self.said_in_danger)]
        said: list[Reply] = []
        waits = person.pending in self.leaves_open
        if person.pending in LAPSES and not (self.settles or waits):
            said = [speech.line(LAPSES[person.pending])]
            person = let_go(desk, person)
        try:
            if turn.args.get("field", turn.situation.asked) != turn.situation.asked:
                raise Refusal("button_old")  # a choice for something that is asked no more
            said += self.act(desk, speech, person, turn)
        except Refusal as refusal:
            said += self.refused(desk, speech, person, refusal)
        return [named(speech, reply, partial(member_of, desk)) for reply in said]

    def meet(self, desk: Desk, speech: Speech, turn: Turn) -> Sequence[Reply]:
        """What to say to someone who has not consented."""
        if waiting := waiting_invitation(desk, turn.conversation):
            return not_yet(speech, waiting)
        return not_kept(speech, turn.channel)

    def refused(
        self, desk: Desk, speech: Speech, person: Person, refusal: Refusal
    ) -> Sequence[Reply]:
        """Why it cannot be, and what stood open."""
        if refusal.key == "no_case":
            return [no_case(desk, speech, person, refusal)]
        return [speech.refusal(refusal), *open_again(desk, speech, person)]


class FormMove(Move, ABC):
    """Takes what was typed for what a form asks; the form is named as its validation is.

    Rasa asks the form's validation at every message while the form is open, also when the
    message is a command: then the slot is empty, and there is nothing to do here.
    """

    form: str
    slot: str
    takes_words = True

    def name(self) -> str:
        return f"validate_{self.form}"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> Events:
        if tracker.get_slot(self.slot) is None:
            return []
        return await super().run(dispatcher, tracker, domain)

    def events(self, turn: Turn) -> Events:
        return [SlotSet(self.slot, None)]
