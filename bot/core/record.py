"""What a case record holds, as frozen values. ``bot.store`` keeps them; nothing here knows how.

All times are UTC and timezone-aware. Free text and names are encrypted where they are kept.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.core.language import Language
from bot.core.method import CaseKind, Cell, Group, Level, Voice


class CaseStatus(StrEnum):
    DRAFT = "draft"  # its alias, wish, ambition or role is still being asked
    OPEN = "open"
    CLOSED = "closed"


class Visibility(StrEnum):
    """Who may read an answer or note."""

    ME = "me"
    TEAM = "team"
    EVERYONE = "everyone"


class Pending(StrEnum):
    """A yes-or-no matter that Zwaan has put to a person and that is not settled yet."""

    NOTHING = ""
    DANGER = "danger"  # something about danger was written: keep it, or not?
    ERASE = "erase"  # erase everything?
    CLOSE = "close"  # close this case?
    JOIN = "join"  # take part in the case of an invitation?
    LEAVE = "leave"  # leave the current case?


class Doing(StrEnum):
    """What a member is in the middle of, other than answering."""

    NOTHING = ""
    INVITING = "inviting"  # typing the role of whom to invite
    NAMING = "naming"  # typing the name by which others may know them
    CHANGING = "changing"  # saying anew what the case is called or about; ``about``: which of these
    AGREEING = "agreeing"  # saying what is agreed; ``about``: the agreement and one of its fields
    CHECKING_IN = "checking_in"  # going through the check-in ``about``
    SCANNING = "scanning"  # going through the scan ``about``
    CHECKING_OBSTACLES = "checking_obstacles"  # ``about``: which is asked, or cleared


@dataclass(frozen=True)
class Person:
    """Someone who consented. ``conversation`` is a keyed hash of the channel and the chat."""

    id: str
    conversation: str
    channel: str
    language: Language
    consented_at: datetime
    current_case: str | None = None
    pending: Pending = Pending.NOTHING
    held: str | None = None  # what was said in danger, until the person chooses
    held_at: datetime | None = None
    held_with: str | None = None  # the answer that it says more of, when it does
    help_declined: bool = False  # since then: nobody is to know that they want help
    zone: str | None = None  # a name of the tz database; None: that of the installation
    zone_told: bool = False  # they told it themselves, so their device's counts no more


@dataclass(frozen=True)
class Case:
    """One child's situation or a shared challenge; under an alias, never a full name."""

    id: str
    kind: CaseKind | None
    status: CaseStatus
    created_at: datetime
    alias: str | None = None
    wish: str | None = None  # the child's own question or wish comes first
    ambition: str | None = None
    closed_at: datetime | None = None
    closed_why: str | None = None
    erase_on: datetime | None = None  # then it is erased, open or closed; None while a draft
    warned: bool = False  # the members were told that this comes soon
    names_shown: bool = False  # members see each other's chosen names, beside their roles


@dataclass(frozen=True)
class Membership:
    """One person's part in one case, with the question that is open for them."""

    id: str
    person: str
    case: str
    created_at: datetime
    role: str | None = None  # a role's id, or None when only ``role_words`` says it
    role_words: str | None = None
    level: Level | None = None
    open_question: str | None = None
    revising: bool = False  # the open question already has an answer, which a new text replaces
    return_to: str | None = None  # the question from which the person went back to an earlier one
    paused: bool = False  # the person stopped for now
    out_of_sight: bool = False  # something else came on the screen than the open question
    last_answer: str | None = None  # the answer that was given last
    adding_to: Cell | None = None  # the cell to which an own question is being added
    nudges: tuple[str, ...] = ()  # the insights already offered in this case
    group: Group | None = None  # the circle around the child; None: a professional
    coordinator: bool = False  # directs the case
    all_questions: bool = False  # asked for more questions than those of their role
    telling: bool = False  # tells in their own way, instead of being asked
    doing: Doing = Doing.NOTHING
    about: str | None = None  # what that is about
    name: str | None = None  # the name that they chose
    invited_by: str | None = None  # the membership of who invited them
    looked_at: datetime | None = None  # when they last looked at what is new
    left_at: datetime | None = None
    asked_help: bool = False  # asked that somebody gets in touch, and nobody has read it yet

    @property
    def voice(self) -> Voice:
        """In whose words, and with which questions, they are asked."""
        return Voice.of(self.group, self.level)

    @property
    def team(self) -> bool:
        """Whether they are one of the professionals."""
        return self.group not in (Group.FAMILY, Group.YOUNG, Group.NETWORK)


@dataclass(frozen=True)
class Answer:
    """What a member said to one question. ``parties`` are ids of roles that were named in it;
    ``said_in`` are the messages that said it (``bot.core.pieces``)."""

    id: str
    membership: str
    question: str
    text: str
    parties: tuple[str, ...]
    visibility: Visibility
    answered_at: datetime
    deleted: bool = False
    said_in: tuple[str, ...] = ()
    released_at: datetime | None = None  # since when others may read it
    apart: bool = False  # said in danger: shared by its own button only, never along with all


@dataclass(frozen=True)
class Revision:
    """An earlier text of an answer, as it stood from ``said_at`` until ``replaced_at``."""

    id: str
    answer: str
    text: str
    parties: tuple[str, ...]
    replaced_at: datetime
    said_at: datetime
    said_in: tuple[str, ...] = ()

    @classmethod
    def of(cls, answer: Answer, id: str, now: datetime) -> "Revision":
        """What an answer says now, before it is replaced or deleted."""
        return cls(
            id, answer.id, answer.text, answer.parties, now, answer.answered_at, answer.said_in
        )


@dataclass(frozen=True)
class Skip:
    """A question that a member passed over; it counts as open, but is not asked again by itself."""

    id: str
    membership: str
    question: str
    skipped_at: datetime


@dataclass(frozen=True)
class OwnQuestion:
    """A question that a person added to a cell of their case."""

    id: str
    case: str
    cell: Cell
    text: str
    added_by: str
    added_at: datetime


@dataclass(frozen=True)
class Note:
    """Something said while no question was open, or told in one's own way."""

    id: str
    membership: str
    text: str
    visibility: Visibility
    noted_at: datetime
    cell: Cell | None = None  # where its author says that it belongs
    parties: tuple[str, ...] = ()
    released_at: datetime | None = None  # since when others may read it
    apart: bool = False  # said in danger: shared by its own button only, never along with all
    said_in: str | None = None  # the channel's key of the message that said it


@dataclass(frozen=True)
class Invitation:
    """A link that lets someone in, in one role. Only a digest of its code is kept."""

    id: str
    case: str
    by: str  # the membership of who invites
    role: str
    level: Level
    group: Group
    digest: str
    made_at: datetime
    expires_at: datetime
    uses: int  # how many more people it lets in
    revoked: bool = False


@dataclass(frozen=True)
class Opening:
    """An invitation that a conversation opened, until it chose or the link is over. Several may
    look at the same one."""

    id: str
    invitation: str
    conversation: str
    opened_at: datetime
    declined: bool = False  # they said no; they can still think better of it


@dataclass(frozen=True)
class Attempt:
    """Someone came with a code that opens nothing. ``who``: their conversation or their network
    address, each as a hash."""

    id: str
    who: str
    tried_at: datetime


class PartyStatus(StrEnum):
    CONFIRMED = "yes"
    DROPPED = "no"
    MERGED = "same"  # as ``into``; while that is empty, it is still to be chosen


@dataclass(frozen=True)
class Party:
    """What the coordinator decided about a party that was named. ``into``: a role, when merged."""

    id: str
    case: str
    role: str
    status: PartyStatus
    decided_at: datetime
    into: str | None = None


@dataclass(frozen=True)
class Trace:
    """A line of the audit trail: who did what to which record, and none of its content."""

    id: str
    person: str
    verb: str
    subject: str
    at: datetime
    case: str | None = None
