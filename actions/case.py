"""Beginning a case, and having more than one."""

import re
from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Any

from actions.move import FormMove, Move
from actions.onwards import coverage_now, open_again
from actions.turn import Turn
from bot.core.acknowledge import says_unsure
from bot.core.alias import bare_alias, is_initials, is_real_name
from bot.core.case_fields import field_named
from bot.core.method import CaseKind, Level
from bot.core.record import Person
from bot.core.reply import Reply
from bot.services.cases import ask_to_close, case_called, list_cases, switch_case
from bot.services.change_case import ask_which, begin_change, change
from bot.services.new_case import MAY_BE_OPEN, begin_case, fill_in
from bot.services.ports import Desk
from bot.services.refusals import Refusal
from bot.services.whereabouts import fresh
from bot.voice import case as voice
from bot.voice.reflect import resumed
from bot.voice.release import in_closed
from bot.voice.settle import ask_close
from bot.voice.speech import Speech, titled


class NewCase(Move):
    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        return [
            speech.line("case.begin"),
            *voice.filled(speech, begin_case(desk, person)),
        ]


class ChangeCase(Move):
    """Asks anew what the case is called, or what it is about; which, when only words said so."""

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        field = turn.args.get("fact") or field_named(turn.text)
        if field is None:
            ask_which(desk, person)
            return [voice.change_which(speech)]
        return [voice.ask_anew(speech, begin_change(desk, person, field), field)]


class FactForm(FormMove, ABC):
    """Takes what was typed for one thing about a case; a real name is no alias."""

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        text = _choice(speech, turn.situation.asked, turn.text)
        refused = _no_alias(speech, turn, text)
        return refused or self.take(desk, speech, person, turn, text)

    @abstractmethod
    def take(
        self, desk: Desk, speech: Speech, person: Person, turn: Turn, text: str
    ) -> Sequence[Reply]:
        """Keep ``text``, and return what to say."""


class ValidateChangeForm(FactForm):
    """What is asked anew of a case."""

    form = "change_form"
    slot = "changed_fact"

    def take(
        self, desk: Desk, speech: Speech, person: Person, turn: Turn, text: str
    ) -> Sequence[Reply]:
        case = change(desk, person, text)
        said = speech.line(f"case.changed_{turn.situation.asked}", alias=case.alias)
        return [said, *open_again(desk, speech, fresh(desk, person))]


class ValidateCaseForm(FactForm):
    """What is being asked of a new case."""

    form = "case_form"
    slot = "case_fact"

    def take(
        self, desk: Desk, speech: Speech, person: Person, turn: Turn, text: str
    ) -> Sequence[Reply]:
        roles = [speech.method.role_for(word, speech.language) for word in turn.parties]
        heard = next((role.id for role in roles if role and role.member), None)
        return voice.filled(speech, fill_in(desk, person, text, heard))


class Cases(Move):
    """All cases; with one of them chosen, that one goes on."""

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        chosen = turn.args.get("case") or case_called(desk, person, turn.text)
        if chosen is None:
            return [voice.listed(speech, list_cases(desk, person))]
        result = switch_case(desk, person, chosen, reopen=turn.args.get("to") == "open")
        return resumed(speech, result, coverage_now(desk, person))

    def refused(
        self, desk: Desk, speech: Speech, person: Person, refusal: Refusal
    ) -> Sequence[Reply]:
        if refusal.key == "case_closed":
            return [speech.refusal(refusal, *in_closed(speech, refusal.values["case"]))]
        if refusal.key == "reopen":
            again = speech.button("reopen", "cases", case=refusal.values["case"], to="open")
            return [speech.refusal(refusal, again, speech.button("leave_closed", "cases"))]
        return super().refused(desk, speech, person, refusal)


class CloseCase(Move):
    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        return [ask_close(speech, ask_to_close(desk, person))]


def _no_alias(speech: Speech, turn: Turn, text: str) -> Sequence[Reply]:
    """Why a text is no alias, with one that would do, where it held a name; else nothing."""
    alias = bare_alias(text) if turn.situation.asked == "alias" and turn.masked else ""
    if not alias or not (is_initials(alias) or is_real_name(text)):
        return []
    refusal = Refusal("alias_real_name", short=alias)
    if is_initials(alias):
        refusal = Refusal("alias_full_name", short=alias)
    return [speech.refusal(refusal, titled(alias, "answer", text=alias, field="alias"))]


def _choice(speech: Speech, asked: str | None, text: str) -> str:
    """The choice that a typed text names, where buttons were offered; else the text itself."""
    typed = text.strip().lower().rstrip(".!")
    choices: dict[Any, list[str]] = {}
    if asked == "kind":
        choices = {k: speech.say(f"case.kind_words_{k}").split(", ") for k in CaseKind}
    if asked == "level":
        names = speech.method.levels
        choices = {v: [names[v].in_(speech.language).name] for v in Level}
    for value, words in reversed(choices.items()):
        known = (speech.say(f"case.{asked}_{value}").lower(), *words)
        if any(re.search(rf"\b{re.escape(name)}\b", typed) for name in known):
            return str(value)
    unknown = speech.say("case.unknown_yet").lower()
    open_yet = asked in MAY_BE_OPEN and (typed == unknown or says_unsure(text))
    return "" if open_yet else text
