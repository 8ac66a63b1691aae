"""A link lets one person in, in one role; whoever guesses gets nowhere."""

from datetime import timedelta

import pytest

from bot.core.record import Pending
from bot.services.invite import FOR_MANY, LASTS, digest_of, invite, outstanding, revoke
from bot.services.join import (
    MOST_TRIES,
    MOST_TRIES_OF_AN_ADDRESS,
    AlreadyIn,
    decline,
    declined_invitation,
    forget_openings,
    join,
    open_invitation,
    tried_in_vain,
    waiting_invitation,
)
from bot.services.leave import leave
from bot.services.refusals import Refusal
from tests.harness.memory import Told
from tests.services.someone import Someone
from tests.services.team import Team

STRANGER = "web:stranger"


def told(team: Team) -> list[dict[str, str]]:
    """What the coordinator was told by Zwaan itself."""
    assert isinstance(team.desk.notify, Told)
    return [about for person, about in team.desk.notify.heard if person == team.coordinator.id]


def test_only_a_digest_of_the_code_is_kept(team: Team) -> None:
    code = team.link("parent")
    [kept] = team.desk.record.invitations.find()
    assert kept.digest == digest_of(code)
    assert code not in str(kept)


def test_whoever_opens_a_link_sees_the_case_the_role_and_who_invites(team: Team) -> None:
    opened = open_invitation(team.desk, STRANGER, team.link("parent"))
    assert not isinstance(opened, AlreadyIn)
    assert (opened.case.alias, opened.role.id) == ("Vlinder", "parent")
    assert opened.inviter.id == team.coordinator.part.id


def test_nothing_is_kept_of_a_stranger_who_only_looks_but_that_the_link_was_opened(
    team: Team,
) -> None:
    people = len(team.desk.record.people.find())
    open_invitation(team.desk, STRANGER, team.link("parent"))
    assert len(team.desk.record.people.find()) == people
    assert waiting_invitation(team.desk, STRANGER)


def test_joining_gives_the_role_and_its_level(team: Team) -> None:
    governor = team.add("alderman")
    assert (governor.part.role, governor.part.level) == ("alderman", "governing")
    assert not governor.part.coordinator


def test_a_link_lets_one_person_in(team: Team) -> None:
    code = team.link("teacher")
    team.add("teacher", code)
    with pytest.raises(Refusal, match="code_unknown"):
        open_invitation(team.desk, STRANGER, code)


def test_a_link_for_many_lets_many_in(team: Team) -> None:
    code = team.link("teacher", for_many=True)
    for _ in range(3):
        team.add("teacher", code)
    [left] = outstanding(team.desk, team.coordinator.person)
    assert left.invitation.uses == FOR_MANY - 3


def test_two_may_look_at_a_link_for_one_and_the_first_to_say_yes_is_in(team: Team) -> None:
    code = team.link("teacher")
    first, second = (Someone.come_in(team.desk, f"web:{n}") for n in "ab")
    for one in (first, second):
        open_invitation(team.desk, one.person.conversation, code)
    open_invitation(team.desk, first.person.conversation, code)
    join(team.desk, first.person)
    with pytest.raises(Refusal, match="invitation_gone"):
        join(team.desk, second.person)
    assert second.person.pending is Pending.NOTHING


def test_whoever_looks_keeps_the_link_before_them_also_when_others_look_since(team: Team) -> None:
    code = team.link("teacher", for_many=True)
    for conversation in ("web:a", "web:b"):
        open_invitation(team.desk, conversation, code)
    decline(team.desk, "web:b")
    assert waiting_invitation(team.desk, "web:a")
    assert waiting_invitation(team.desk, "web:b") is None
    first = Someone.come_in(team.desk, "web:a")
    join(team.desk, first.person)
    assert first.part.role == "teacher"
    second = declined_invitation(team.desk, "web:b")
    assert second is not None
    assert second.invitation.uses == FOR_MANY - 1


def test_who_finds_a_link_used_by_another_hears_that_it_is_over(team: Team) -> None:
    code = team.link("teacher")
    open_invitation(team.desk, STRANGER, code)
    assert waiting_invitation(team.desk, STRANGER)
    team.add("teacher", code)
    assert waiting_invitation(team.desk, STRANGER) is None
    assert tried_in_vain(team.desk, STRANGER)


def test_who_looked_at_a_link_that_is_over_is_forgotten(team: Team) -> None:
    used, good = team.link("teacher"), team.link("mentor")
    for code in (used, good):
        open_invitation(team.desk, STRANGER, code)
    team.add("teacher", used)
    forget_openings(team.desk)
    assert len(team.desk.record.openings.find()) == 2
    team.desk.now.at += timedelta(hours=2)  # type: ignore[attr-defined]
    forget_openings(team.desk)
    [left] = team.desk.record.openings.find()
    assert waiting_invitation(team.desk, STRANGER, left.invitation)
    team.desk.now.at += LASTS  # type: ignore[attr-defined]
    forget_openings(team.desk)
    assert team.desk.record.openings.find() == []


def test_a_revoked_an_expired_and_a_wrong_code_are_told_apart_by_nobody(team: Team) -> None:
    revoked, expired = team.link("teacher"), team.link("mentor")
    found = outstanding(team.desk, team.coordinator.person)
    revoke(team.desk, team.coordinator.person, found[0].invitation.id)
    team.desk.now.at += LASTS + timedelta(seconds=5)  # type: ignore[attr-defined]
    for code in (revoked, expired, "guessed"):
        with pytest.raises(Refusal) as refused:
            open_invitation(team.desk, STRANGER, code)
        assert (refused.value.key, dict(refused.value.values)) == ("code_unknown", {})


def test_who_tries_too_many_codes_is_refused_a_right_one_too(team: Team) -> None:
    code = team.link("teacher")
    for n in range(MOST_TRIES):
        with pytest.raises(Refusal):
            open_invitation(team.desk, STRANGER, f"guess {n}")
    with pytest.raises(Refusal, match="code_unknown"):
        open_invitation(team.desk, STRANGER, code)
    assert open_invitation(team.desk, "web:somebody else", code)
    team.desk.now.at += timedelta(hours=2)  # type: ignore[attr-defined]
    assert open_invitation(team.desk, STRANGER, code)


def test_a_network_address_from_which_too_many_codes_come_is_refused_too(team: Team) -> None:
    code, origin = team.link("teacher"), "address:school"
    for n in range(MOST_TRIES_OF_AN_ADDRESS):
        with pytest.raises(Refusal):
            open_invitation(team.desk, f"web:browser {n}", f"guess {n}", origin)
    with pytest.raises(Refusal, match="code_unknown"):
        open_invitation(team.desk, "web:a fresh browser", code, origin)
    assert open_invitation(team.desk, "web:elsewhere", code, "address:home")
    team.desk.now.at += timedelta(hours=2)  # type: ignore[attr-defined]
    assert open_invitation(team.desk, "web:a fresh browser", code, origin)


def test_declining_tells_the_coordinator_only_that(team: Team) -> None:
    open_invitation(team.desk, STRANGER, team.link("parent"))
    decline(team.desk, STRANGER)
    assert told(team) == [{"what": "declined", "case": team.coordinator.case.id, "role": "parent"}]
    assert waiting_invitation(team.desk, STRANGER) is None


def test_joining_is_told_to_the_coordinator(team: Team) -> None:
    team.add("parent")
    assert [about["what"] for about in told(team)] == ["joined"]


def test_opening_a_link_to_ones_own_case_joins_nothing(team: Team) -> None:
    opened = open_invitation(team.desk, team.coordinator.person.conversation, team.link("parent"))
    assert isinstance(opened, AlreadyIn)
    assert team.coordinator.part.role == "teacher"


def test_who_left_can_come_back_in_another_role(team: Team) -> None:
    anna = team.add("teacher")
    leave(team.desk, anna.person, stays=False)
    open_invitation(team.desk, anna.person.conversation, team.link("parent"))
    join(team.desk, anna.person)
    assert (anna.part.role, anna.part.left_at) == ("parent", None)


def test_only_who_directs_the_case_invites(team: Team) -> None:
    mentor = team.add("mentor")
    with pytest.raises(Refusal, match="not_allowed"):
        invite(team.desk, mentor.person, "parent")


def test_an_organisation_cannot_be_invited(team: Team) -> None:
    nobody = next(role.id for role in team.desk.method.roles.values() if not role.member)
    with pytest.raises(Refusal, match="role_unknown"):
        team.link(nobody)
