"""An agreement that stands changes at once, and whom it is for hears of it."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.core.agreement import AgreementStatus, Consent, Field, Happened
from bot.core.record import Doing
from bot.core.rhythm import Alarm, AlarmKind, CheckInStatus, Part
from bot.services.agenda import one_agreement, theirs_to_do
from bot.services.agree import (
    Said,
    begin_agreement,
    drop_agreement,
    fill_agreement,
    mend_agreement,
    say_it_goes_on,
    settle_agreement,
    stop_agreeing,
)
from bot.services.agreements import said_first
from bot.services.check_in import begin_check_in, say_how_it_goes, skip_part, under_way
from bot.services.clock import ring
from bot.services.confirm import ask_what_first, confirm, say_first
from bot.services.progress import progress
from bot.services.refusals import Refusal
from bot.services.rhythm import switch_on
from tests.services.agreeing import DUE, agrees, begins, fills, told
from tests.services.someone import Someone
from tests.services.team import Team

LATER = DUE + timedelta(days=4)


def changes(someone: Someone, made: str, field: Field, **said: object) -> None:
    mend_agreement(someone.desk, someone.person, made, field)
    fills(someone, **said)


def checking_in(someone: Someone) -> None:
    schedule = switch_on(someone.desk, someone.person, "Europe/Amsterdam")
    ring(someone.desk, Alarm("x", AlarmKind.CHECK_IN, schedule.id, someone.desk.now()))
    begin_check_in(someone.desk, someone.person)


@pytest.mark.parametrize(
    ("field", "said"), [(Field.DUE, {"due": LATER}), (Field.WHAT, {"what": "Mailt."})]
)
def test_who_is_to_do_it_hears_what_is_otherwise_and_is_asked_anew(
    team: Team, field: Field, said: dict[str, object]
) -> None:
    mentor = team.add("mentor")
    made = agrees(team.coordinator, mentor)
    confirm(team.desk, mentor.person, made, Consent.TALK)
    changes(team.coordinator, made, field, **said)
    assert told(team, mentor) == ["agreement", "agreement_changed"]
    found = one_agreement(team.desk, mentor.person, made).agreement
    assert found.consent is Consent.ASKED
    assert team.coordinator.part.doing is Doing.NOTHING


def test_whom_it_is_taken_from_hears_so_and_who_takes_it_on_says_yes(team: Team) -> None:
    mentor = team.add("mentor")
    made = agrees(team.coordinator, mentor)
    changes(team.coordinator, made, Field.WHO, who=team.coordinator.part.id)
    assert told(team, mentor) == ["agreement", "agreement_taken"]
    assert told(team, team.coordinator) == []
    found = one_agreement(team.desk, team.coordinator.person, made).agreement
    assert found.consent is Consent.IN


def test_who_takes_over_what_is_past_its_day_is_given_another_day(team: Team) -> None:
    mentor = team.add("mentor")
    made = agrees(team.coordinator, mentor)
    team.desk.now.at = datetime(DUE.year, DUE.month, DUE.day + 9, 9, tzinfo=UTC)  # type: ignore[attr-defined]
    changes(team.coordinator, made, Field.WHO, who=team.coordinator.part.id)
    assert team.coordinator.part.doing is Doing.AGREEING
    later = DUE + timedelta(days=20)
    fills(team.coordinator, due=later)
    found = one_agreement(team.desk, team.coordinator.person, made).agreement
    assert (found.who, found.due) == (team.coordinator.part.id, later)
    assert team.coordinator.part.doing is Doing.NOTHING


def test_who_changes_their_own_is_asked_nothing(team: Team) -> None:
    mentor = team.add("mentor")
    made = agrees(team.coordinator, mentor)
    confirm(team.desk, mentor.person, made, Consent.IN)
    changes(mentor, made, Field.DUE, due=LATER)
    assert told(team, mentor) == ["agreement"]
    assert one_agreement(team.desk, mentor.person, made).agreement.consent is Consent.IN


def test_the_same_again_changes_nothing_and_tells_nobody(team: Team) -> None:
    mentor = team.add("mentor")
    made = agrees(team.coordinator, mentor)
    confirm(team.desk, mentor.person, made, Consent.IN)
    changes(team.coordinator, made, Field.WHO, who=mentor.part.id)
    assert told(team, mentor) == ["agreement"]
    assert one_agreement(team.desk, mentor.person, made).agreement.consent is Consent.IN


def test_of_a_draft_nobody_hears(team: Team) -> None:
    mentor = team.add("mentor")
    begins(team.coordinator, Said("Belt.", who=mentor.part.id, due=DUE))
    fills(team.coordinator, due=LATER)
    assert told(team, mentor) == []


def test_who_wants_to_change_an_agreement_is_listened_to(team: Team) -> None:
    made = agrees(team.coordinator, team.coordinator)
    mend_agreement(team.desk, team.coordinator.person, made, None)
    assert team.coordinator.part.doing is Doing.AGREEING
    agreed = fills(team.coordinator, due=LATER)
    assert (agreed.happened, agreed.agreement.due) == (Happened.CHANGED, LATER)


def test_leaving_off_a_change_leaves_the_agreement_as_it_was(team: Team) -> None:
    made = agrees(team.coordinator, team.coordinator)
    mend_agreement(team.desk, team.coordinator.person, made, None)
    left = stop_agreeing(team.desk, team.coordinator.person)
    assert left
    assert left.stands
    assert one_agreement(team.desk, team.coordinator.person, made).agreement.due == DUE


def test_what_was_answered_to_who_is_not_taken_for_what_is_needed(team: Team) -> None:
    mentor, me = team.add("mentor"), team.coordinator
    made = agrees(me, me)
    progress(team.desk, me.person, made, AgreementStatus.STUCK)
    mend_agreement(team.desk, me.person, made, Field.NEED)
    assert fills(me, what="Een handtekening.").happened is Happened.NEED
    mend_agreement(team.desk, me.person, made, Field.NEED)
    mend_agreement(team.desk, me.person, made, Field.WHO)
    agreed = fills(me, who=mentor.part.id)
    assert agreed.happened is Happened.CHANGED
    assert (agreed.agreement.need, agreed.agreement.who) == ("Een handtekening.", mentor.part.id)


def test_what_is_not_for_somebody_is_theirs_no_more(team: Team) -> None:
    mentor = team.add("mentor")
    made = agrees(team.coordinator, mentor)
    progress(team.desk, mentor.person, made, AgreementStatus.STUCK)
    assert [a.id for a in theirs_to_do(team.desk, mentor.part)] == [made]
    refused = confirm(team.desk, mentor.person, made, Consent.NOT_ME)
    assert theirs_to_do(team.desk, mentor.part) == []
    assert (refused.status, refused.stuck_since, refused.doer) == (AgreementStatus.OPEN, None, None)


def test_what_somebody_outside_is_to_do_is_asked_of_who_watches_it(team: Team) -> None:
    mentor = team.add("mentor")
    made = begins(mentor, Said("Belt.", party="family_doctor", due=DUE)).agreement.id
    settle_agreement(team.desk, mentor.person, made)
    assert [a.id for a in theirs_to_do(team.desk, team.coordinator.part)] == [made]
    assert theirs_to_do(team.desk, mentor.part) == []
    checking_in(team.coordinator)
    assert under_way(team.desk, team.coordinator.person).part is Part.AGREEMENT
    went = say_how_it_goes(team.desk, team.coordinator.person, AgreementStatus.DONE)
    assert went.agreement
    assert went.agreement.status is AgreementStatus.DONE


def test_what_somebody_wants_to_talk_about_first_is_passed_on(team: Team) -> None:
    mentor, mother = team.add("mentor"), team.add("parent")
    made = agrees(team.coordinator, mentor)
    confirm(team.desk, mentor.person, made, Consent.TALK)
    assert ask_what_first(team.desk, mentor.person, made)
    said = fills(mentor, what="De 2e lukt niet, de 8e wel.")
    assert said.happened is Happened.TALK
    assert told(team, team.coordinator) == ["agreement_talk", "agreement_first"]
    assert said_first(team.desk, said.agreement) == "De 2e lukt niet, de 8e wel."
    events = one_agreement(team.desk, team.coordinator.person, made).events
    assert [event.text for event in events if event.text] == ["De 2e lukt niet, de 8e wel."]
    with pytest.raises(Refusal, match="agreement_gone"):
        one_agreement(team.desk, mother.person, made)
    assert mentor.part.doing is Doing.NOTHING


def test_nothing_is_asked_of_who_is_in_the_middle_of_something_else(team: Team) -> None:
    mentor = team.add("mentor")
    made = agrees(team.coordinator, mentor)
    begins(mentor, Said("Mailt."))
    confirm(team.desk, mentor.person, made, Consent.TALK)
    assert not ask_what_first(team.desk, mentor.person, made)
    assert fills(mentor, who=mentor.part.id).asks is Field.DUE


def test_nobody_says_something_first_about_what_is_anothers(team: Team) -> None:
    mentor, doctor = team.add("mentor"), team.add("family_doctor")
    made = agrees(team.coordinator, mentor)
    with pytest.raises(Refusal, match="agreement_gone"):
        say_first(team.desk, doctor.person, made, "Ik wil niet.")


def test_an_agreement_made_in_a_check_in_leads_back_to_it(team: Team) -> None:
    me = team.coordinator
    checking_in(me)
    before = under_way(team.desk, me.person).part
    made = begins(me, Said("Bel.", who=me.part.id, due=DUE)).agreement.id
    assert me.part.doing is Doing.AGREEING
    settle_agreement(team.desk, me.person, made)
    assert me.part.doing is Doing.CHECKING_IN
    assert under_way(team.desk, me.person).part is before


def test_an_agreement_left_off_in_a_check_in_leads_back_to_it(team: Team) -> None:
    me = team.coordinator
    checking_in(me)
    skip_part(team.desk, me.person)
    before = under_way(team.desk, me.person).part
    begins(me, Said("Bel."))
    fills(me, who=me.part.id)
    stop_agreeing(team.desk, me.person)
    assert under_way(team.desk, me.person).part is before
    assert team.desk.record.agreements.find() == []


def test_what_is_dropped_in_a_check_in_is_not_asked_about_in_it(team: Team) -> None:
    me = team.coordinator
    made = agrees(me, me)
    checking_in(me)
    assert under_way(team.desk, me.person).part is Part.AGREEMENT
    mend_agreement(team.desk, me.person, made, None)
    drop_agreement(team.desk, me.person, made)
    assert under_way(team.desk, me.person).part is not Part.AGREEMENT


def test_what_was_agreed_in_a_check_in_is_not_asked_about_in_it(team: Team) -> None:
    me = team.coordinator
    checking_in(me)
    team.desk.now.at += timedelta(minutes=1)  # type: ignore[attr-defined]
    agrees(me, me)
    asked = []
    while (now := under_way(team.desk, me.person)).check_in.status is CheckInStatus.UNDER_WAY:
        asked.append(now.part)
        if skip_part(team.desk, me.person).part is None:
            break
    assert Part.AGREEMENT not in asked


def test_what_goes_on_is_looked_back_at(team: Team) -> None:
    me = team.coordinator
    begins(me, Said("Ik bel", who=me.part.id))
    going = say_it_goes_on(team.desk, me.person, "elke maandag")
    assert (going.agreement.what, going.asks) == ("Ik bel, elke maandag", Field.DUE)
    assert going.agreement.goes_on
    assert not begin_agreement(team.desk, me.person, Said("Bel.")).agreement.goes_on


def test_an_agreement_that_went_meanwhile_is_not_changed(team: Team) -> None:
    mentor = team.add("mentor")
    made = agrees(mentor, mentor)
    mend_agreement(team.desk, mentor.person, made, None)
    drop_agreement(team.desk, team.coordinator.person, made)
    with pytest.raises(Refusal, match="agreement_gone"):
        fill_agreement(team.desk, mentor.person, Said(due=LATER))
    assert stop_agreeing(team.desk, mentor.person) is None
    assert mentor.part.doing is Doing.NOTHING
