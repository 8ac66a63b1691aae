"""Agreements: who does what by when, on which level, and how it goes."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.core.method import Level

LONG_STUCK_WEEKS = 3  # from here on an obstacle is named as one that stays


class AgreementStatus(StrEnum):
    """How far an agreement is."""

    DRAFT = "draft"  # something about it is still being asked
    OPEN = "open"
    DOING = "doing"  # on its way
    STUCK = "stuck"
    DONE = "done"
    DROPPED = "dropped"


LIVE = frozenset({AgreementStatus.OPEN, AgreementStatus.DOING, AgreementStatus.STUCK})


class Consent(StrEnum):
    """What the one who is to do it says to it."""

    NONE = ""  # nobody was asked: they are no member, or nobody is named yet
    ASKED = "asked"
    IN = "in"
    TALK = "talk"  # let's talk first
    NOT_ME = "not_me"


class Field(StrEnum):
    """What an agreement says, in the order in which it is asked."""

    WHAT = "what"
    WHO = "who"
    DUE = "due"
    LEVEL = "level"
    DIRECTOR = "director"
    NEED = "need"  # only while it is stuck
    TALK = "talk"  # what whoever is to do it wants to say first


ASKED_ALWAYS = (Field.WHAT, Field.WHO, Field.DUE)  # the others have a sensible beginning


@dataclass(frozen=True)
class Agreement:
    """One line of the work agenda. ``who`` and ``director`` are memberships; ``party`` is the role
    of somebody who is to do it and is no member."""

    id: str
    case: str
    made_by: str
    made_at: datetime
    status: AgreementStatus
    what: str | None = None
    who: str | None = None
    party: str | None = None
    due: date | None = None
    level: Level | None = None
    director: str | None = None
    consent: Consent = Consent.NONE
    need: str | None = None  # what is needed, and from whom, while it is stuck
    stuck_since: datetime | None = None

    @property
    def live(self) -> bool:
        """Whether it is still to be done."""
        return self.status in LIVE

    @property
    def asks(self) -> Field | None:
        """The first thing about it that is not known yet."""
        known = {Field.WHAT: self.what, Field.WHO: self.who or self.party, Field.DUE: self.due}
        return next((field for field in ASKED_ALWAYS if not known[field]), None)

    def past(self, today: date) -> bool:
        """Whether it is still to be done, and its day is over."""
        return self.live and self.due is not None and self.due < today

    @property
    def goes_on(self) -> bool:
        """Whether it is done again and again, or from some day on: no day ends it, and one looks
        back at it on some day."""
        return goes_on(self.what or "")

    @property
    def doer(self) -> str | None:
        """The member who is to do it, unless they said that it is not for them."""
        return None if self.consent is Consent.NOT_ME else self.who

    def stuck_for(self, now: datetime) -> int:
        """For how many whole weeks it has been stuck; 0 when it is not."""
        return (now - self.stuck_since).days // 7 if self.stuck_since else 0


_GOES_ON = re.compile(
    r"\b(?:elke|elk|iedere|ieder|dagelijks\w*|wekelijks\w*|maandelijks\w*|om de (?:week|dag)|vanaf"
    r"|met ingang van|every|each|daily|weekly|monthly|starting"
    r"|from (?=mon|tues|wednes|thurs|fri|now|\d|tomorrow|next))",
    re.IGNORECASE,
)


def goes_on(text: str) -> bool:
    """Whether a text says that something is done again and again, or from some day on."""
    return _GOES_ON.search(text) is not None


class Happened(StrEnum):
    """What can happen to an agreement; the lines of its history."""

    MADE = "made"
    CHANGED = "changed"
    IN = "in"
    TALK = "talk"
    NOT_ME = "not_me"
    OPEN = "open"
    DOING = "doing"
    STUCK = "stuck"
    DONE = "done"
    DROPPED = "dropped"
    NEED = "need"  # what is needed was said


@dataclass(frozen=True)
class AgreementEvent:
    """A line in the history of an agreement. ``by``: a membership; ``text``: what was said."""

    id: str
    agreement: str
    by: str
    what: Happened
    at: datetime
    text: str | None = None
    check_in: str | None = None  # the check-in in which it was said


# The level that can clear what is stuck on another: one board up.
ABOVE = {Level.EXECUTING: Level.ORGANISING, Level.ORGANISING: Level.GOVERNING}
