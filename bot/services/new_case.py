"""A new case: its kind, alias, wish, ambition, and the role of the one who begins it."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from bot.core.acknowledge import says_unsure
from bot.core.alias import (
    MAX_ALIAS,
    MAX_ALIAS_WORDS,
    bare_alias,
    is_no_alias,
    looks_like_full_name,
    short_form,
)
from bot.core.language import LANGUAGES
from bot.core.method import CaseKind, Level, Role
from bot.core.record import Case, CaseStatus, Membership, Person
from bot.core.route import propose
from bot.services.asking import Asked, open_proposal
from bot.services.ports import Desk
from bot.services.refusals import Refusal
from bot.services.standing import CASE_FIELDS, Standing, beginning, coverage_of, open_field
from bot.services.trail import leave_trace

MAX_WORDS = 2000  # characters of a wish or an ambition
MAX_ROLE = 80
DRAFT_KEPT = timedelta(days=90)
KEPT = timedelta(days=365)  # from its beginning; the coordinator can choose otherwise
MAY_BE_OPEN = ("wish", "ambition")  # nobody needs to know these yet


@dataclass(frozen=True)
class Filled:
    """``asks`` is the next thing to be asked, or None when the case stands; then ``first`` is its
    first question."""

    case: Case
    asks: str | None
    first: Asked | None = None


def begin_case(desk: Desk, person: Person) -> Filled:
    """Begin a case, or go on with the one whose facts are still being asked."""
    for part in desk.record.memberships.find(person=person.id):
        case = desk.record.cases.get(part.case)
        if case and case.status is CaseStatus.DRAFT:
            desk.record.people.put(replace(person, current_case=case.id))
            return Filled(case, open_field(case, part))
    now = desk.now()
    case = Case(desk.new_id(), None, CaseStatus.DRAFT, now, erase_on=now + DRAFT_KEPT)
    desk.record.cases.put(case)
    desk.record.memberships.put(
        Membership(desk.new_id(), person.id, case.id, desk.now(), coordinator=True)
    )
    desk.record.people.put(replace(person, current_case=case.id))
    return Filled(case, "kind")


def drop_draft(desk: Desk, person: Person) -> None:
    """Leave off beginning a case: nothing of it stays. The person's latest case comes back."""
    at = beginning(desk, person)
    if at.case.status is not CaseStatus.DRAFT:
        raise Refusal("no_draft")
    desk.record.notes.remove(membership=at.part.id)
    desk.record.skips.remove(membership=at.part.id)
    desk.record.memberships.remove(id=at.part.id)
    desk.record.cases.remove(id=at.case.id)
    cases = map(desk.record.cases.get, desk.record.memberships.pick("case", person=person.id))
    still_open = [case.id for case in cases if case and case.status is CaseStatus.OPEN]
    desk.record.people.put(replace(person, current_case=still_open[-1] if still_open else None))


def step_back(desk: Desk, person: Person) -> Filled:
    """Ask once more what was asked of a new case before. Refusals: "no_case", "no_draft",
    "nothing_before"."""
    at = beginning(desk, person)
    if at.case.status is not CaseStatus.DRAFT:
        raise Refusal("no_draft")
    match _filled_last(at):
        case None:
            raise Refusal("nothing_before")
        case "role":
            part = replace(at.part, role=None, role_words=None, level=None, group=None)
            return _next(desk, replace(at, part=part))
        case field:
            cleared: dict[str, Any] = {field: None}
            return _next(desk, replace(at, case=replace(at.case, **cleared)))


def _filled_last(at: Standing) -> str | None:
    asked = open_field(at.case, at.part)
    before = CASE_FIELDS[: CASE_FIELDS.index(asked)] if asked else CASE_FIELDS
    return before[-1] if before else None


def fill_in(desk: Desk, person: Person, text: str, role: str | None = None) -> Filled:
    """Take ``text`` for what is being asked of a new case.

    ``role``: a role that was heard in the text. An empty text means "not known yet", which the
    wish and the ambition may be. Refusals: "no_case", "no_draft", "which_kind", "alias_empty",
    "alias_long", "alias_full_name", "words_long", "role_empty", "role_long", "which_level".
    """
    at = beginning(desk, person)
    if at.case.status is not CaseStatus.DRAFT:
        raise Refusal("no_draft")
    field = open_field(at.case, at.part)
    match field:
        case "kind":
            at = replace(at, case=replace(at.case, kind=_kind(text)))
        case "alias":
            at = replace(at, case=replace(at.case, alias=alias_from(text, at.case.kind)))
        case "wish":
            at = replace(at, case=replace(at.case, wish=words_from(text)))
        case "ambition":
            at = replace(at, case=replace(at.case, ambition=words_from(text)))
        case "role":
            at = replace(at, part=_with_role(desk, at.part, text, role))
        case "level":
            at = replace(at, part=_with_level(desk, at.part, text, role))
    return _next(desk, at)


def _next(desk: Desk, at: Standing) -> Filled:
    asks = open_field(at.case, at.part)
    case = at.case
    if not asks:
        case = replace(at.case, status=CaseStatus.OPEN, erase_on=desk.now() + KEPT)
    desk.record.cases.put(case)
    desk.record.memberships.put(at.part)
    if asks:
        return Filled(case, asks)
    leave_trace(desk, at.person, "began_case", case.id, case.id)
    coverage = coverage_of(desk, at)
    here = replace(at, case=case)
    return Filled(case, None, open_proposal(desk, here, propose(coverage, None), coverage))


def _kind(text: str) -> CaseKind:
    try:
        return CaseKind(text.strip().lower())
    except ValueError:
        raise Refusal("which_kind") from None


def _with_level(desk: Desk, part: Membership, text: str, heard: str | None) -> Membership:
    """The level that was chosen; or another try at the role, where it is one that is known."""
    chosen = text.strip().lower()
    if chosen in set(Level):
        return replace(part, level=Level(chosen))
    if len(text) > MAX_ROLE or _own_role(desk, " ".join(text.split()), heard) is None:
        raise Refusal("which_level")
    return _with_role(desk, part, text, heard)


def alias_from(text: str, kind: CaseKind | None) -> str:
    """The alias in what was typed. Refusals "alias_empty", "alias_long", "alias_full_name"."""
    alias = bare_alias(text)
    if not alias or is_no_alias(alias):
        raise Refusal("alias_empty")
    if len(alias) > MAX_ALIAS or len(alias.split()) > MAX_ALIAS_WORDS:
        raise Refusal("alias_long", most=str(MAX_ALIAS))
    if kind is CaseKind.CHILD and looks_like_full_name(alias):
        raise Refusal("alias_full_name", short=short_form(alias))
    return alias


def words_from(text: str) -> str:
    """A wish or an ambition as it was typed. Refusal "words_long"."""
    if len(text) > MAX_WORDS:
        raise Refusal("words_long", most=str(MAX_WORDS))
    return text.strip()


def _with_role(desk: Desk, part: Membership, text: str, heard: str | None) -> Membership:
    words = " ".join(text.split())
    if not words:
        raise Refusal("role_empty")
    if len(words) > MAX_ROLE:
        raise Refusal("role_long", most=str(MAX_ROLE))
    if says_unsure(words):
        raise Refusal("role_unsure")
    found = _own_role(desk, words, heard)
    if found:
        chosen = words in desk.method.roles  # by a button, which says the role's id
        own_words = None if chosen else words
        return replace(
            part, role=found.id, role_words=own_words, level=found.level, group=found.group
        )
    return replace(part, role_words=words)


def _own_role(desk: Desk, words: str, heard: str | None) -> Role | None:
    """The role that somebody can have: what they typed, or else what was heard in it."""
    typed = [desk.method.role_for(words, language) for language in LANGUAGES]
    for role in (
        desk.method.roles.get(words),
        *typed,
        desk.method.roles.get(heard or ""),
    ):
        if role and role.member:
            return role
    return None
