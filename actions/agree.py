"""Agreements: making one, mending it, saying yes to it, and how it goes."""

from collections.abc import Sequence
from datetime import date

from actions.move import FormMove, Move
from actions.onwards import agreement_asked, open_again
from actions.turn import Turn
from bot.core.agreement import AgreementStatus, Consent, Field
from bot.core.doer import doer
from bot.core.method import Level
from bot.core.reading import agreed_in
from bot.core.record import Person
from bot.core.reference import mark
from bot.core.reply import Reply
from bot.language.dates import find_day
from bot.services.agenda import agenda, one_agreement
from bot.services.agree import (
    Agreed,
    Said,
    begin_agreement,
    being_made,
    can_do_it,
    drop_agreement,
    fill_agreement,
    mend_agreement,
    settle_agreement,
)
from bot.services.confirm import confirm
from bot.services.ports import Desk
from bot.services.progress import progress
from bot.services.refusals import Refusal
from bot.services.said import said_before
from bot.services.standing import standing
from bot.voice import agree as voice
from bot.voice.speech import Speech


class Agree(Move):
    """Begins an agreement: from a sentence, from something said before, or from nothing."""

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        sentence = agreed_in(turn.text)
        if "of" in turn.args:  # something said before
            sentence = said_before(desk, person, turn.args["of"])
        elif "a" in turn.args:  # what an agreement that is stuck needs
            sentence = one_agreement(desk, person, turn.args["a"]).agreement.need or ""
        said, troubled = understood(desk, speech, person, turn, sentence)
        agreed = begin_agreement(desk, person, said)
        return [*troubled, agreement_asked(desk, speech, person, agreed)]


class ValidateAgreementForm(FormMove):
    """Takes what was typed for what is asked of an agreement."""

    form = "agreement_form"
    slot = "agreed"

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        said, troubled = understood(desk, speech, person, turn, turn.text)
        try:
            agreed = fill_agreement(desk, person, said)
        except Refusal:
            if not troubled:
                raise
            agreed = being_made(desk, standing(desk, person))
        if agreed.asks is None and agreed.agreement.need:
            return [voice.needs(speech, agreed), *open_again(desk, speech, person)]
        return [*troubled, agreement_asked(desk, speech, person, agreed)]


class Mend(Move):
    """Asks one part of an agreement anew, or takes the one that was tapped."""

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        id, field = turn.args.get("a", ""), turn.choice(Field, "line")
        if said := _tapped(turn):
            mend_agreement(desk, person, id, said[0])
            agreed = fill_agreement(desk, person, said[1])
            return [agreement_asked(desk, speech, person, agreed)]
        if field:
            agreed = mend_agreement(desk, person, id, field)
            return [agreement_asked(desk, speech, person, agreed)]
        told = one_agreement(desk, person, id)
        return [voice.read_back(speech, Agreed(told.agreement, None, told.authors))]


class Settle(Move):
    """It is right: it stands."""

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        agreed = settle_agreement(desk, person, turn.args.get("a", ""))
        if agreed.agreement.asks:
            return [agreement_asked(desk, speech, person, agreed)]
        return [voice.settled(speech, agreed), *open_again(desk, speech, person)]


class Agreements(Move):
    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        return [voice.listed(speech, agenda(desk, person))]


class Agreement(Move):
    """One of them, whole."""

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        return [voice.one(speech, one_agreement(desk, person, turn.args.get("a", "")))]


class Confirm(Move):
    """Whoever is to do it says yes, let's talk, or not me."""

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        answer = turn.choice(Consent, "to")
        if answer not in (Consent.IN, Consent.TALK, Consent.NOT_ME):
            raise Refusal("button_old")
        return [voice.confirmed(speech, confirm(desk, person, turn.args.get("a", ""), answer))]


class Progress(Move):
    """How it goes."""

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        id, status = turn.args.get("a", ""), turn.choice(AgreementStatus, "to")
        if status is AgreementStatus.DROPPED:
            drop_agreement(desk, person, id)
            return [speech.line("agree.now_dropped"), *open_again(desk, speech, person)]
        if status is None:
            raise Refusal("button_old")
        return [voice.went(speech, progress(desk, person, id, status))]


def sounds_agreed(desk: Desk, speech: Speech, person: Person, turn: Turn) -> bool:
    """Whether what was typed sounds like an agreement: somebody does something by some day."""
    said, _ = understood(desk, speech, person, turn, turn.text)
    return said.due is not None and bool(said.who or said.party)


def understood(
    desk: Desk, speech: Speech, person: Person, turn: Turn, text: str
) -> tuple[Said, list[Reply]]:
    """What a sentence says about an agreement; and what is wrong with its day, if anything."""
    today = desk.now().astimezone(speech.zone).date()
    found = find_day(text, today, speech.language)
    what = text if found is None else text[: found.start] + text[found.end :]
    what = " ".join(what.split()).strip(" ,;:-")
    day = found.day if found else None
    troubled = [speech.line(f"agree.day_{found.trouble}")] if found and found.trouble else []
    kind, id = _who(desk, speech, person, turn, text)
    who, party = (id if kind == "who" else None), (id if kind == "party" else None)
    return Said(what=what or None, who=who, party=party, due=day), troubled


def _who(
    desk: Desk, speech: Speech, person: Person, turn: Turn, text: str
) -> tuple[str, str | None]:
    """The member ("who"), or the role of somebody who is none ("party"), that does it."""
    members = can_do_it(desk, person)
    known = {word: f"party:{role}" for word, role in _roles(speech, turn)}
    for author in reversed(members):
        role = speech.method.roles.get(author.part.role or "")
        words = role.in_(speech.language) if role else None
        for word in (words.name, *words.words) if words else ():
            known[word.lower()] = f"who:{author.part.id}"
        known[mark(author.part.id).lower()] = f"who:{author.part.id}"
    me = f"who:{members[0].part.id}" if members else ""
    known |= dict.fromkeys(speech.say("agree.me_words").split(", "), me)
    kind, _, id = (doer(text, known) or "").partition(":")
    return kind, id or None


def _roles(speech: Speech, turn: Turn) -> list[tuple[str, str]]:
    roles = [(word.lower(), speech.method.role_for(word, speech.language)) for word in turn.parties]
    return [(word, role.id) for word, role in roles if role]


def _tapped(turn: Turn) -> tuple[Field, Said] | None:
    """What a button says, and of which part of an agreement."""
    args = turn.args
    if "who" in args:
        return Field.WHO, Said(who=args["who"])
    if "director" in args:
        return Field.DIRECTOR, Said(director=args["director"])
    if level := turn.choice(Level, "level"):
        return Field.LEVEL, Said(level=level)
    if "due" in args:
        return Field.DUE, Said(due=date.fromisoformat(args["due"]))
    return None
