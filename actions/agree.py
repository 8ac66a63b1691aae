"""Agreements: making one, changing it, saying yes to it, and how it goes."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from actions.agreement_words import (
    MEMBER,
    PARTY,
    Heard,
    agreed_before,
    became,
    is_another,
    left_off,
    me_words,
    meant_in,
    people_of,
    understood,
    who_and_party,
)
from actions.move import FormMove, Move
from actions.onwards import agreement_asked, open_again
from actions.turn import Turn
from bot.core.agreement import AgreementStatus, Consent, Field, goes_on
from bot.core.agreement_asked import read_agreement_asked
from bot.core.check_in_said import tells_how_it_goes
from bot.core.leaning import Leaning, leaning
from bot.core.method import Level
from bot.core.reading.named import agreed_in
from bot.core.record import Person
from bot.core.reply import Reply
from bot.language.agreement_said import (
    Meant,
    leaves_off,
    read_agreement_said,
)
from bot.services.agenda import agenda, one_agreement
from bot.services.agree import (
    Agreed,
    Said,
    begin_agreement,
    being_made,
    drop_agreement,
    fill_agreement,
    mend_agreement,
    say_it_goes_on,
    settle_agreement,
)
from bot.services.confirm import ask_what_first, asked_of, confirm
from bot.services.ports import Desk
from bot.services.progress import progress
from bot.services.refusals import Refusal
from bot.services.said import is_own_step, said_before
from bot.services.standing import standing
from bot.services.whereabouts import fresh, today_for
from bot.voice import agenda as agenda_voice
from bot.voice import agree as voice
from bot.voice.speech import Speech

MAY_BE_LEFT = (Field.WHAT, Field.NEED, Field.TALK)  # to which a bare no says: nothing


# "Maak daar een afspraak van": what was said just now.
_OF_BEFORE = re.compile(r"\b(?:daar|daarvan|hier|hiervan|dit|dat|this|that)\b", re.IGNORECASE)


class Agree(Move):
    """Begins an agreement: from a sentence, from something said before, or from nothing."""

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        sentence, own = agreed_in(turn.text), False
        if "of" in turn.args:  # something said before
            sentence = said_before(desk, person, turn.args["of"])
            own = is_own_step(desk, person, turn.args["of"])
        elif not sentence and _OF_BEFORE.search(turn.text):
            sentence = agreed_before(desk, speech, person, turn)
        elif "a" in turn.args:  # what an agreement that is stuck needs
            sentence = one_agreement(desk, person, turn.args["a"]).agreement.need or ""
        heard = understood(desk, speech, person, turn, sentence, own)
        agreed = begin_agreement(desk, person, heard.said)
        return _asked_on(desk, speech, person, agreed, heard)


class ValidateAgreementForm(FormMove):
    """Takes what was typed for what is asked of an agreement, or about all of it."""

    form = "agreement_form"
    slot = "agreed"

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        agreed = being_made(desk, standing(desk, person))
        leans = leaning(turn.text)
        if leaves_off(turn.text) or (agreed.asks in MAY_BE_LEFT and leans is Leaning.NO):
            return left_off(desk, speech, person)
        if agreed.asks is None:
            return _said_to_all(desk, speech, person, turn, agreed)
        if agreed.asks in (Field.NEED, Field.TALK):
            said = Said(what=turn.text)
            return became(desk, speech, person, fill_agreement(desk, person, said))
        if agreed.asks is Field.WHAT and leans:
            raise Refusal("which_what")
        return _said_to_one(desk, speech, person, turn, agreed)


class Mend(Move):
    """Asks one part of an agreement anew, or what of it is otherwise; or takes what was tapped."""

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        id, field = turn.args.get("a", ""), turn.choice(Field, "line")
        if said := _tapped(turn):
            mend_agreement(desk, person, id, said[0])
            return became(desk, speech, person, fill_agreement(desk, person, said[1]))
        agreed = mend_agreement(desk, person, id, field)
        return [agreement_asked(desk, speech, person, agreed)]


class Settle(Move):
    """It is right: it stands."""

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        return _settled(desk, speech, person, turn.args.get("a", ""))


class Agreements(Move):
    """The list; or the one that was meant, by its number or by who does it."""

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        return about_agreements(desk, speech, person, turn)


class Agreement(Move):
    """One of them, whole."""

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        return [agenda_voice.one(speech, one_agreement(desk, person, turn.args.get("a", "")))]


class Confirm(Move):
    """Whoever is to do it says yes, let's talk, or not me."""

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        answer = turn.choice(Consent, "to")
        if "of" in turn.args:
            return self.with_words(desk, speech, person, turn.args["of"])
        if answer not in (Consent.IN, Consent.TALK, Consent.NOT_ME):
            raise Refusal("button_old")
        said = voice.confirmed(speech, confirm(desk, person, turn.args.get("a", ""), answer))
        if answer is Consent.TALK and ask_what_first(desk, person, turn.args["a"]):
            return [said, *open_again(desk, speech, fresh(desk, person))]
        return [said]

    def with_words(self, desk: Desk, speech: Speech, person: Person, piece: str) -> Sequence[Reply]:
        """Let's talk first, and about what: they wrote it when they were asked."""
        words, asked = said_before(desk, person, piece), asked_of(desk, person)
        if asked is None:
            raise Refusal("button_old")
        confirm(desk, person, asked.id, Consent.TALK, words)
        return [speech.line("agree.talk_kept"), *open_again(desk, speech, fresh(desk, person))]


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


def offered_to_say(
    desk: Desk, speech: Speech, person: Person, turn: Turn, piece: str, said: Reply
) -> Reply:
    """The reply to what somebody typed while they were asked whether they do something, with a
    button to say it there: until they tap that, nobody but they may read it."""
    if turn.about.get("shown") != "confirm" or asked_of(desk, person) is None:
        return said
    say_it = speech.button("say_first", "confirm", stays=True, of=piece, to=str(Consent.TALK))
    return replace(said, buttons=(say_it, *said.buttons))


def about_agreements(desk: Desk, speech: Speech, person: Person, turn: Turn) -> list[Reply]:
    """The agreement that was meant, or all of them; done in words is done."""
    seen, asked = agenda(desk, person), read_agreement_asked(turn.text)
    people = people_of(desk, speech, person, turn)
    others = {word: who for word, who in people.items() if word not in me_words(speech)}
    meant = meant_in(seen, asked.number, others, turn.text)
    shown, goes = turn.about.get("of"), tells_how_it_goes(turn.text)
    if meant is None and goes and shown and shown in [each.id for each in seen.live]:
        if one_agreement(desk, person, shown).mine:
            return [voice.went(speech, progress(desk, person, shown, goes))]
        meant = shown
    if meant is None:
        done = turn.args.get("to") == AgreementStatus.DONE
        return [agenda_voice.listed(speech, seen, turn.whole("start") or 0, done)]
    told = one_agreement(desk, person, meant)
    if asked.goes and asked.number and told.mine:
        return [voice.went(speech, progress(desk, person, meant, asked.goes))]
    return [agenda_voice.one(speech, told, removing=asked.away)]


def _said_to_all(
    desk: Desk, speech: Speech, person: Person, turn: Turn, agreed: Agreed
) -> Sequence[Reply]:
    """What was typed when all of an agreement was read back."""
    found, people = agreed.agreement, people_of(desk, speech, person, turn)
    does = f"{PARTY}{found.party}" if found.party else f"{MEMBER}{found.who}"
    today = today_for(desk, person)
    said = read_agreement_said(turn.text, people, does, today, speech.language)
    match said.meant:
        case Meant.RIGHT if agreed.stands:
            return left_off(desk, speech, person)
        case Meant.RIGHT:
            return _settled(desk, speech, person, found.id)
        case Meant.CHANGE if is_another(said, does, found):
            raise Refusal("agreement_other")
        case Meant.CHANGE:
            heard = understood(desk, speech, person, turn, turn.text)
            who, party = who_and_party(said.who)
            change = Said(said.what, who, party, said.due)
            return _filled(desk, speech, person, Heard(change, heard.troubles, heard.others))
        case Meant.WHICH:
            raise Refusal("which_part")
    raise Refusal("agreement_unclear")


def _said_to_one(
    desk: Desk, speech: Speech, person: Person, turn: Turn, agreed: Agreed
) -> Sequence[Reply]:
    """What was typed when a part of it was asked."""
    heard = understood(desk, speech, person, turn, turn.text)
    if agreed.asks is Field.DUE and heard.said.due is None and goes_on(turn.text):
        going = say_it_goes_on(desk, person, heard.said.what or turn.text)
        return [agreement_asked(desk, speech, person, going)]
    return _filled(desk, speech, person, heard)


def _filled(desk: Desk, speech: Speech, person: Person, heard: Heard) -> Sequence[Reply]:
    """Takes it up; a day that is none is told, and then it is asked as it was."""
    try:
        agreed = fill_agreement(desk, person, heard.said)
    except Refusal:
        if not heard.troubles:
            raise
        agreed = being_made(desk, standing(desk, person))
        return [*heard.troubles, agreement_asked(desk, speech, person, agreed)]
    return _asked_on(desk, speech, person, agreed, heard)


def _asked_on(
    desk: Desk, speech: Speech, person: Person, agreed: Agreed, heard: Heard
) -> Sequence[Reply]:
    named = agreed.agreement.who == heard.said.who or agreed.agreement.party == heard.said.party
    several = heard.others and named and (heard.said.who or heard.said.party)
    beside = [voice.together(speech, agreed, heard.others)] if several else []
    return [*heard.troubles, *beside, *became(desk, speech, person, agreed)]


def _settled(desk: Desk, speech: Speech, person: Person, id: str) -> Sequence[Reply]:
    agreed = settle_agreement(desk, person, id)
    if agreed.agreement.asks:
        return [agreement_asked(desk, speech, person, agreed)]
    return [voice.settled(speech, agreed), *open_again(desk, speech, fresh(desk, person))]


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
