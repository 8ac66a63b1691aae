"""Who may read and do what in a case. Every service asks here first; nowhere else is it known.

Two tables. The first says who reads what somebody said: it stays with its author until they
release it. The second says what only the one who directs the case may do. An agreement is read by
the team, and by whoever has a part in it.
"""

from collections.abc import Mapping
from enum import StrEnum

from bot.core.agreement import Agreement, AgreementStatus
from bot.core.record import Membership, Visibility


class Circle(StrEnum):
    """On which side of the table someone sits."""

    TEAM = "team"  # professionals, managers, those who govern
    AROUND = "around"  # parents, carers, the young person, and who else is near the child


class Action(StrEnum):
    """What somebody can do in a case, apart from speaking for themselves."""

    READ_TOGETHER = "read_together"
    SEE_BOARD = "see_board"
    LEAVE = "leave"
    INVITE = "invite"
    REVOKE = "revoke"
    DECIDE_ON_PARTIES = "decide_on_parties"
    CLOSE = "close"
    REOPEN = "reopen"
    HAND_OVER = "hand_over"
    CHANGE_CASE = "change_case"  # what it is called, and what it is about
    SET_PERIOD = "set_period"
    SHOW_NAMES = "show_names"
    READ_TRAIL = "read_trail"
    AGREE = "agree"
    SEE_AGENDA = "see_agenda"
    SET_RHYTHM = "set_rhythm"  # the rhythm of others; one's own everybody sets
    SCAN = "scan"  # its words are for those who work together for their work
    SEE_SCANS = "see_scans"
    OBSTACLES = "obstacles"  # ticking, seeing and clearing them


BOTH = frozenset(Circle)
# What its author made of a text → the circles of which others may read it.
READERS: Mapping[Visibility, frozenset[Circle]] = {
    Visibility.ME: frozenset(),
    Visibility.TEAM: frozenset({Circle.TEAM}),
    Visibility.EVERYONE: BOTH,
}
# How a text begins, before its author chose.
BEGINS: Mapping[Circle, Visibility] = {
    Circle.TEAM: Visibility.TEAM,
    Circle.AROUND: Visibility.ME,
}
# What a member may do who does not direct the case; the coordinator may do all of it.
MEMBERS: Mapping[Circle, frozenset[Action]] = {
    Circle.TEAM: frozenset(
        {
            Action.READ_TOGETHER,
            Action.SEE_BOARD,
            Action.LEAVE,
            Action.AGREE,
            Action.SEE_AGENDA,
            Action.SCAN,
            Action.SEE_SCANS,
            Action.OBSTACLES,
        }
    ),
    Circle.AROUND: frozenset({Action.READ_TOGETHER, Action.LEAVE, Action.AGREE, Action.SEE_AGENDA}),
}
# Which circles read every agreement of their case; others read those in which they have a part.
READS_AGENDA = frozenset({Circle.TEAM})


def circle(part: Membership) -> Circle:
    return Circle.TEAM if part.team else Circle.AROUND


def may_read(reader: Membership, author: Membership, visibility: Visibility) -> bool:
    """Whether a member may read what an author of the same case said, as it is released now."""
    if reader.case != author.case or reader.left_at is not None:
        return False
    return reader.id == author.id or circle(reader) in READERS[visibility]


def may_do(part: Membership, action: Action) -> bool:
    """Whether a member may do this in their case."""
    if part.left_at is not None:
        return False
    return part.coordinator or action in MEMBERS[circle(part)]


def may_see(reader: Membership, agreement: Agreement) -> bool:
    """Whether a member may read an agreement, with all that was said about it."""
    if reader.case != agreement.case or reader.left_at is not None:
        return False
    if agreement.status is AgreementStatus.DRAFT:
        return reader.id == agreement.made_by
    return circle(reader) in READS_AGENDA or _has_part(reader, agreement)


def may_change(part: Membership, agreement: Agreement) -> bool:
    """Whether a member may say how an agreement goes, or change what it says."""
    return may_see(part, agreement) and (part.coordinator or _has_part(part, agreement))


def _has_part(part: Membership, agreement: Agreement) -> bool:
    return part.id in (agreement.made_by, agreement.who, agreement.director)


def begins_as(part: Membership) -> Visibility:
    """Who may read what a member says, until they choose otherwise."""
    return BEGINS[circle(part)]


def question_visibility(author: Membership) -> Visibility:
    """Who is asked a question that a member added: the team asks the team, others themselves."""
    return begins_as(author)
