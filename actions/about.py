"""Questions about Zwaan itself; the open question comes back after each."""

from collections.abc import Sequence
from dataclasses import replace

from actions.move import Move
from actions.onwards import open_again
from actions.turn import Turn
from bot.core.language import language_of
from bot.core.record import Pending, Person
from bot.core.reply import Reply
from bot.services.join import waiting_invitation
from bot.services.ports import Desk
from bot.services.settle import change_language
from bot.services.sharing import who_reads
from bot.voice.danger import still_here
from bot.voice.hello import ask_consent, languages, passes, welcome
from bot.voice.join import invitation
from bot.voice.speech import Speech


class Told(Move):
    """Tells something about Zwaan, to anyone."""

    tells: str
    in_danger = True
    leaves_open = (Pending.JOIN,)  # who asks who reads it has not chosen yet
    __abstract__ = True

    def meet(self, desk: Desk, speech: Speech, turn: Turn) -> Sequence[Reply]:
        return ask_consent(speech, speech.reply(self.tells))

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        if person.pending is Pending.DANGER:
            return [speech.reply(self.tells), still_here(speech)]
        return [speech.reply(self.tells), *open_again(desk, speech, person)]


class AskHuman(Told):
    tells = "about.human"


class AskAbout(Told):
    tells = "about.zwaan"


class AskPrivacy(Told):
    tells = "about.privacy"

    def meet(self, desk: Desk, speech: Speech, turn: Turn) -> Sequence[Reply]:
        if waiting := waiting_invitation(desk, turn.conversation):
            return invitation(speech, waiting, False, passes(speech, turn.channel))
        told = ask_consent(speech, speech.reply("about.privacy_new"))
        return [*passes(speech, turn.channel), *told]

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        reads = speech.say(f"about.reads_{who_reads(desk, person)}")
        told = speech.reply("about.privacy", reads=reads)
        after = [still_here(speech)] if person.pending is Pending.DANGER else None
        return [
            *passes(speech, turn.channel),
            told,
            *(after or open_again(desk, speech, person)),
        ]


class Help(Told):
    tells = "about.help"
    in_danger = False  # a list of commands is no help then


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
