"""Questions about Zwaan itself; the open question comes back after each."""

from collections.abc import Sequence
from dataclasses import replace

from actions.move import Move
from actions.onwards import asked_to_settle, open_again
from actions.turn import Turn
from bot.core.language import language_of
from bot.core.reading.intents import CONFIRMED
from bot.core.record import Pending, Person, Visibility
from bot.core.reply import Reply
from bot.core.rhythm import Part
from bot.core.situation import Loop
from bot.services.check_in import under_way
from bot.services.join import inviter_of, waiting_invitation
from bot.services.ports import Desk
from bot.services.refusals import Refusal
from bot.services.settle import change_language
from bot.services.sharing import my_sharing, who_reads
from bot.services.standing import beginning, questions_left, standing
from bot.voice import care
from bot.voice.danger import still_here
from bot.voice.hello import ask_consent, languages, passes, welcome
from bot.voice.join import ask as ask_to_join
from bot.voice.join import invitation, manner
from bot.voice.member import part_name
from bot.voice.speech import Speech


class Told(Move):
    """Tells something about Zwaan, to anyone."""

    tells: str
    in_danger = True
    leaves_open = (Pending.JOIN, *CONFIRMED)  # who asks something has not chosen yet
    __abstract__ = True

    def meet(self, desk: Desk, speech: Speech, turn: Turn) -> Sequence[Reply]:
        waiting = waiting_invitation(desk, turn.conversation)
        if waiting is None:
            return ask_consent(speech, self.tell(speech, "team"))
        inviter = part_name(speech, waiting.inviter)
        told = self.tell(speech, manner(waiting.invitation.group), inviter, waiting.case.alias)
        return [told, ask_to_join(speech, waiting, known=False)]

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        told = self.tell(speech, *as_whom(desk, speech, person))
        if person.pending is Pending.DANGER:
            return [told, still_here(speech)]
        asked = asked_to_settle(desk, speech, person)
        return [told, *(asked or open_again(desk, speech, person))]

    def tell(
        self, speech: Speech, manner: str, inviter: str | None = None, alias: str | None = None
    ) -> Reply:
        """``manner``: "team", "family" or "young"; ``inviter``: the role of who invited them."""
        return speech.reply(self.tells)


class ToldToEach(Told):
    """The same question, answered to each in their own words."""

    about: str
    __abstract__ = True

    def tell(
        self, speech: Speech, manner: str, inviter: str | None = None, alias: str | None = None
    ) -> Reply:
        who = inviter or speech.say("about.whoever")
        return speech.reply(f"about.{self.about}_{manner}", inviter=who, alias=alias or "")


class AskMust(ToldToEach):
    """Do I have to?"""

    about = "must"


class AskInviter(ToldToEach):
    """Who asked me, is it of school, and who is this about?"""

    about = "inviter"

    def tell(
        self, speech: Speech, manner: str, inviter: str | None = None, alias: str | None = None
    ) -> Reply:
        if inviter is None and alias is None:
            return speech.reply("about.inviter_nobody")
        return super().tell(speech, manner, inviter, alias)


class AskHuman(ToldToEach):
    about = "human"


class AskAbout(ToldToEach):
    about = "zwaan"


class AskPeriod(Told):
    """How long is it kept?"""

    def meet(self, desk: Desk, speech: Speech, turn: Turn) -> Sequence[Reply]:
        if waiting := waiting_invitation(desk, turn.conversation):
            kind = manner(waiting.invitation.group)
            told = care.kept_until(speech, waiting.case, kind, newcomer=True)
            return [told, ask_to_join(speech, waiting, known=False)]
        return ask_consent(speech, speech.reply("about.period_new"))

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        try:
            at = beginning(desk, person)
        except Refusal:
            return [speech.reply("about.period_new"), *open_again(desk, speech, person)]
        told = care.kept_until(speech, at.case, manner(at.part.group), at.part.coordinator)
        if person.pending is Pending.DANGER:
            return [told, still_here(speech)]
        asked = asked_to_settle(desk, speech, person)
        return [told, *(asked or open_again(desk, speech, person))]


class AskLeft(Move):
    """How many questions are left, and must one do them all?"""

    leaves_open = (Pending.JOIN,)

    def meet(self, desk: Desk, speech: Speech, turn: Turn) -> Sequence[Reply]:
        if waiting := waiting_invitation(desk, turn.conversation):
            return [speech.reply("about.time"), ask_to_join(speech, waiting, known=False)]
        return ask_consent(speech, speech.reply("about.time"))

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        told = self.tell(desk, speech, person, turn.situation.loop)
        return [told, *open_again(desk, speech, person)]

    def tell(self, desk: Desk, speech: Speech, person: Person, loop: Loop) -> Reply:
        if loop is Loop.CASE:
            return speech.line("about.left_case")
        if loop not in (Loop.REFLECTION, Loop.NOTHING):
            return speech.line("about.left_free")
        at = standing(desk, person)
        left, total = questions_left(desk, at)
        key = f"about.left_{'near' if not at.part.team else 'team'}"
        return speech.line(key if left else "about.left_none", left=left, total=total)


class AskPrivacy(Told):
    tells = "about.privacy"

    def meet(self, desk: Desk, speech: Speech, turn: Turn) -> Sequence[Reply]:
        beside = passes(speech, turn.channel)
        if waiting := waiting_invitation(desk, turn.conversation):
            kind = manner(waiting.invitation.group)
            near = kind != "team"
            told = speech.reply(f"about.privacy_{kind}" if near else "about.reads_team")
            return [*beside, told, ask_to_join(speech, waiting, known=False)]
        return [*beside, *ask_consent(speech, speech.reply("about.privacy_new"))]

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        told = self.told(desk, speech, person, turn.situation.loop)
        after = [still_here(speech)] if person.pending is Pending.DANGER else None
        return [
            *passes(speech, turn.channel),
            told,
            *(after or asked_to_settle(desk, speech, person) or open_again(desk, speech, person)),
        ]

    def told(self, desk: Desk, speech: Speech, person: Person, loop: Loop) -> Reply:
        """Who reads what they say: by who they are, and by what is being asked of them."""
        kind, *_ = as_whom(desk, speech, person)
        if kind == "team":
            reads = speech.say(f"about.reads_{who_reads(desk, person)}")
            return speech.reply("about.privacy", reads=reads)
        if loop is Loop.CHECKING_IN:
            asks_need = under_way(desk, person).part is Part.NEED
            return speech.line("check_in.reads_need" if asks_need else "check_in.reads_near")
        told = speech.reply(f"about.privacy_{kind}", speech.button("my_sharing"))
        counts = my_sharing(desk, person)
        if shared := sum(counts.values()) - counts[Visibility.ME]:
            more = "about.shared_one" if shared == 1 else "about.shared_more"
            told = replace(told, text=f"{told.text}\n\n{speech.say(more, count=shared)}")
        return told


class Help(ToldToEach):
    about = "help"
    in_danger = False  # a list of commands is no help then
    said_in_danger = "what_now"


def as_whom(desk: Desk, speech: Speech, person: Person) -> tuple[str, str | None, str | None]:
    """In which manner to speak to somebody; by which role they were invited, and to which alias."""
    try:
        at = standing(desk, person)
    except Refusal:
        return "team", None, None
    inviter = inviter_of(desk, at.part)
    name = part_name(speech, inviter) if inviter else None
    return manner(at.part.group), name, at.case.alias


class ChangeLanguage(Move):
    def meet(self, desk: Desk, speech: Speech, turn: Turn) -> Sequence[Reply]:
        if "language" not in turn.args:
            return languages(speech)
        language = language_of(turn.args["language"])
        if waiting := waiting_invitation(desk, turn.conversation):
            other = replace(speech, language=language)
            return invitation(other, waiting, False, passes(other, turn.channel))
        return welcome(replace(speech, language=language), turn.channel)

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        if "language" not in turn.args:
            return languages(speech)
        person = change_language(desk, person, language_of(turn.args["language"]))
        speech = replace(speech, language=person.language)
        return [speech.line("about.language_set"), *open_again(desk, speech, person)]
