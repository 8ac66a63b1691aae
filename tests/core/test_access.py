"""The table of access, read aloud."""

from datetime import UTC, datetime

import pytest

from bot.core.access import Action, begins_as, may_change, may_do, may_read, may_see
from bot.core.agreement import Agreement, AgreementStatus
from bot.core.method import Group
from bot.core.record import Membership, Visibility

NOW = datetime(2026, 3, 2, tzinfo=UTC)
ME, TEAM, EVERYONE = Visibility
PROFESSIONALS = (Group.PROFESSIONAL, Group.MANAGER, Group.BOARD, None)
EVERYBODY = {Action.READ_TOGETHER, Action.LEAVE, Action.AGREE, Action.SEE_AGENDA}
NEAR = (Group.FAMILY, Group.YOUNG, Group.NETWORK)


def part(id: str, group: Group | None, **more: object) -> Membership:
    return Membership(id, f"person {id}", "case", NOW, group=group, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("group", PROFESSIONALS)
def test_what_a_professional_says_begins_with_the_team(group: Group | None) -> None:
    assert begins_as(part("a", group)) is TEAM


@pytest.mark.parametrize("group", NEAR)
def test_what_others_say_begins_with_themselves(group: Group) -> None:
    assert begins_as(part("a", group)) is ME


@pytest.mark.parametrize("visibility", Visibility)
@pytest.mark.parametrize("group", [*PROFESSIONALS, *NEAR])
def test_everyone_reads_their_own(group: Group | None, visibility: Visibility) -> None:
    assert may_read(part("a", group), part("a", group), visibility)


@pytest.mark.parametrize("author", [*PROFESSIONALS, *NEAR])
@pytest.mark.parametrize("reader", [*PROFESSIONALS, *NEAR])
def test_others_read_what_was_released_to_their_side_of_the_table(
    reader: Group | None, author: Group | None
) -> None:
    open_to = {v for v in Visibility if may_read(part("a", reader), part("b", author), v)}
    assert open_to == ({TEAM, EVERYONE} if reader in PROFESSIONALS else {EVERYONE})


@pytest.mark.parametrize("visibility", Visibility)
def test_who_directs_the_case_reads_no_more_for_it(visibility: Visibility) -> None:
    for group in (Group.PROFESSIONAL, Group.FAMILY):
        directs, not_so = part("a", group, coordinator=True), part("a", group)
        author = part("b", Group.YOUNG)
        assert may_read(directs, author, visibility) == may_read(not_so, author, visibility)


def test_who_left_reads_and_does_nothing() -> None:
    gone = part("a", Group.PROFESSIONAL, left_at=NOW, coordinator=True)
    assert not may_read(gone, part("b", Group.PROFESSIONAL), EVERYONE)
    assert not any(may_do(gone, action) for action in Action)


def test_nobody_reads_in_another_case() -> None:
    other = Membership("b", "person b", "another case", NOW)
    assert not may_read(part("a", Group.PROFESSIONAL), other, EVERYONE)


def test_who_directs_the_case_may_do_everything_and_others_what_is_theirs() -> None:
    directs = part("a", Group.PROFESSIONAL, coordinator=True)
    assert all(may_do(directs, action) for action in Action)
    team = {a for a in Action if may_do(part("a", Group.MANAGER), a)}
    near = {a for a in Action if may_do(part("a", Group.YOUNG), a)}
    assert team == {*EVERYBODY, Action.SEE_BOARD, Action.SCAN, Action.SEE_SCANS, Action.OBSTACLES}
    assert near == EVERYBODY


@pytest.mark.parametrize("group", [*PROFESSIONALS, *NEAR])
def test_an_agreement_is_read_by_the_team_and_by_whoever_has_a_part_in_it(
    group: Group | None,
) -> None:
    agreement = Agreement("g", "case", "m", NOW, AgreementStatus.OPEN, who="w", director="d")
    assert may_see(part("a", group), agreement) == (group in PROFESSIONALS)
    for id in ("m", "w", "d"):
        assert may_see(part(id, group), agreement)
        assert may_change(part(id, group), agreement)
        assert not may_see(part(id, group, left_at=NOW), agreement)
    assert may_change(part("a", group), agreement) is False
    assert may_change(part("a", group, coordinator=True), agreement) == (group in PROFESSIONALS)


def test_an_agreement_that_is_still_being_made_is_its_makers() -> None:
    draft = Agreement("g", "case", "m", NOW, AgreementStatus.DRAFT, who="w")
    assert may_see(part("m", None), draft)
    assert not may_see(part("w", None, coordinator=True), draft)


def test_nobody_reads_an_agreement_of_another_case() -> None:
    elsewhere = Agreement("g", "other", "m", NOW, AgreementStatus.OPEN, who="a")
    assert not may_see(part("a", Group.PROFESSIONAL), elsewhere)
