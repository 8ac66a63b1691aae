"""What a sentence says about an agreement: what, who and by when, and which one is meant."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from actions.onwards import agreement_asked, open_again
from actions.turn import Turn
from bot.core.agreement import Agreement, Happened
from bot.core.doer import doer, named_in, others_of, subject_of
from bot.core.record import Person
from bot.core.reference import mark
from bot.core.reply import Reply
from bot.core.verbs import words_of
from bot.language.agreement_said import AgreementSaid, as_agreed, without_please
from bot.language.dates import Found, find_day
from bot.services.agenda import Agenda
from bot.services.agree import Agreed, Said, can_do_it, stop_agreeing
from bot.services.ports import Desk
from bot.services.refusals import Refusal
from bot.services.release import last_said
from bot.services.standing import part_in
from bot.services.whereabouts import fresh, today_for
from bot.voice import agree as voice
from bot.voice.member import role_name, short_name
from bot.voice.speech import Speech

# Who does it: a member, or the role of somebody who is none.
MEMBER, PARTY = "who:", "party:"
_STARTS = re.compile(r"\W*(?:vanaf|met ingang van|m\.i\.v\.|from|starting|as of)\b", re.IGNORECASE)
LONG_WORD = 5  # letters, of which two sentences about the same have one in common
_SAYS_AGREED = re.compile(
    r"\bafgesproken\b|\bspreken? (?:\w+ ){0,2}af\b|\b(?:is )?de afspraak\b|\bagreed\b"
    r"|\A(?:(?:en|dus|nou|dan|ok[eé]?|and|so|then)[, ]+)*(?:ik|i|i'll|i will)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Heard:
    """``troubles``: what is wrong with the day; ``others``: who was named beside the one who does
    it, as they are called."""

    said: Said
    troubles: Sequence[Reply]
    others: Sequence[str] = ()


def understood(
    desk: Desk, speech: Speech, person: Person, turn: Turn, text: str, own: bool = False
) -> Heard:
    """What ``text`` says about an agreement. ``own``: it is their own next step, so they do it
    unless it clearly has somebody else do it."""
    text = as_agreed(text)
    found = find_day(text, today_for(desk, person), speech.language)
    people = people_of(desk, speech, person, turn)
    does = doer(text, people)
    if own:
        does = subject_of(text, people) or f"{MEMBER}{can_do_it(desk, person)[0].part.id}"
    what, due = _what(speech, text, found), found.day if found else None
    if _starts(text, found):
        due = None  # it is on another day that one looks back at it
    others = [_called(desk, speech, person, other) for other in others_of(text, people)]
    said = Said(what or None, *who_and_party(does), due=due)
    return Heard(said, trouble(speech, found), others)


def people_of(desk: Desk, speech: Speech, person: Person, turn: Turn) -> Mapping[str, str]:
    """Every word for somebody who could do it, in lower case → who that is."""
    members = can_do_it(desk, person)
    known = {word: f"{PARTY}{role}" for word, role in _roles(speech, turn)}
    for author in reversed(members):
        role = speech.method.roles.get(author.part.role or "")
        words = role.in_(speech.language) if role else None
        for word in (words.name, *words.words) if words else ():
            known[word.lower()] = f"{MEMBER}{author.part.id}"
        known[mark(author.part.id).lower()] = f"{MEMBER}{author.part.id}"
    if members:
        known |= dict.fromkeys(me_words(speech), f"{MEMBER}{members[0].part.id}")
    return known


def me_words(speech: Speech) -> list[str]:
    """With which somebody speaks of themselves."""
    return speech.say("agree.me_words").split(", ")


def who_and_party(does: str | None) -> tuple[str | None, str | None]:
    """The member, or else the role, that a word for somebody stands for."""
    if does and does.startswith(MEMBER):
        return does.removeprefix(MEMBER), None
    return None, does.removeprefix(PARTY) if does else None


def trouble(speech: Speech, found: Found | None) -> list[Reply]:
    """What is wrong with the day that was said, if anything is."""
    return [speech.line(f"agree.day_{found.trouble}")] if found and found.trouble else []


def became(desk: Desk, speech: Speech, person: Person, agreed: Agreed) -> list[Reply]:
    """What became of an agreement by what was said, and what comes next."""
    if not agreed.stands:
        return [agreement_asked(desk, speech, person, agreed)]
    said = voice.left_off(speech, agreed)
    if agreed.happened is Happened.NEED:
        directs = part_in(desk, person, agreed.agreement.case).coordinator
        said = voice.needs(speech, agreed, directs)
    elif agreed.happened is Happened.TALK:
        said = speech.line("agree.talk_kept")
    elif agreed.happened is Happened.CHANGED:
        said = voice.changed(speech, agreed)
    return [said, *open_again(desk, speech, fresh(desk, person))]


def left_off(desk: Desk, speech: Speech, person: Person) -> list[Reply]:
    """Nothing more is asked about an agreement, and one that was being made goes."""
    left = stop_agreeing(desk, person)
    return [voice.left_off(speech, left), *open_again(desk, speech, fresh(desk, person))]


def _what(speech: Speech, text: str, found: Found | None) -> str:
    """The sentence without its day; a day on which it starts is part of what is agreed."""
    if found is None:
        return _trimmed(text)
    before, after = _trimmed(text[: found.start]), text[found.end :]
    if found.day and _starts(text, found):
        starting = speech.say("agree.starting", day=speech.date(found.day))
        before = f"{before}, {starting}" if before else starting
    return _trimmed(f"{before} {after}")


def _trimmed(text: str) -> str:
    return without_please(text).strip(" ,;:-")


def _starts(text: str, found: Found | None) -> bool:
    """Whether the day is the one on which it starts."""
    return found is not None and _STARTS.match(text[found.start : found.end]) is not None


def _called(desk: Desk, speech: Speech, person: Person, someone: str) -> str:
    who, party = who_and_party(someone)
    if party:
        return role_name(speech, speech.method.roles[party])
    return next(short_name(speech, a) for a in can_do_it(desk, person) if a.part.id == who)


def _roles(speech: Speech, turn: Turn) -> list[tuple[str, str]]:
    roles = [(word.lower(), speech.method.role_for(word, speech.language)) for word in turn.parties]
    return [(word, role.id) for word, role in roles if role]


def sounds_agreed(desk: Desk, speech: Speech, person: Person, turn: Turn, text: str) -> bool:
    """Whether a text sounds like an agreement: somebody does something by some day."""
    text = as_agreed(text)
    found = find_day(text, today_for(desk, person), speech.language)
    if found is None or found.day is None or _starts(text, found):
        return False
    return doer(text, people_of(desk, speech, person, turn)) is not None


def says_agreed(text: str) -> bool:
    """Whether somebody says that it was agreed, or that they do it themselves."""
    return _SAYS_AGREED.search(text) is not None


def agreed_before(desk: Desk, speech: Speech, person: Person, turn: Turn) -> str:
    """What they said last, where that sounds like an agreement; else nothing."""
    try:
        text = last_said(desk, person).text
    except Refusal:
        return ""
    return text if sounds_agreed(desk, speech, person, turn, text) else ""


def is_another(said: AgreementSaid, does: str, found: Agreement) -> bool:
    """Whether somebody else is to do something else on another day than in what was read back: what
    was not settled yet must not be lost by that."""
    if None in (said.what, said.who, said.due, found.what, found.due):
        return False
    same = _long_words(said.what) & _long_words(found.what)
    return said.who != does and said.due != found.due and not same


def _long_words(text: str | None) -> set[str]:
    return {word for word in words_of(text or "") if len(word) >= LONG_WORD}


def meant_in(seen: Agenda, number: int | None, people: Mapping[str, str], text: str) -> str | None:
    """The agreement that was meant, by its place in the list, or as the only one of somebody."""
    if number is not None:
        listed = (*seen.live, *seen.done)
        return listed[number - 1].id if 0 < number <= len(listed) else None
    for named in named_in(text, people):
        theirs = [a.id for a in seen.live if named in (f"{MEMBER}{a.doer}", f"{PARTY}{a.party}")]
        if theirs:
            return theirs[0] if len(theirs) == 1 else None
    return None
