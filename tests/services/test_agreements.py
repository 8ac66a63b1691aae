"""Agreements: made in steps or in one go, confirmed by whoever is to do them, and followed."""

from datetime import timedelta

import pytest

from bot.core.agreement import AgreementStatus, Consent, Field, Happened
from bot.core.method import Level
from bot.core.record import Doing, Visibility
from bot.services.agenda import one_agreement
from bot.services.agree import (
    Said,
    drop_agreement,
    mend_agreement,
    settle_agreement,
    stop_agreeing,
)
from bot.services.confirm import confirm
from bot.services.erase import erase
from bot.services.leave import leave
from bot.services.my_data import my_data
from bot.services.progress import progress, say_need
from bot.services.refusals import Refusal
from tests.services.agreeing import DUE, agrees, begins, fills, reads, told
from tests.services.team import Team


def test_what_is_missing_is_asked_one_thing_at_a_time(team: Team) -> None:
    mentor = team.add("mentor")
    assert begins(mentor, Said()).asks is Field.WHAT
    assert fills(mentor, what="Bellen.").asks is Field.WHO
    assert fills(mentor, who=team.coordinator.part.id).asks is Field.DUE
    agreed = fills(mentor, due=DUE)
    assert agreed.asks is None
    assert agreed.agreement.level is Level.EXECUTING
    assert agreed.agreement.director == team.coordinator.part.id


def test_a_whole_sentence_needs_nothing_more(team: Team) -> None:
    assert begins(team.coordinator, Said("Bellen.", party="psychologist", due=DUE)).asks is None


def test_nobody_reads_an_agreement_before_it_was_read_back(team: Team) -> None:
    mentor = team.add("mentor")
    made = begins(team.coordinator, Said("Bellen.", who=mentor.part.id, due=DUE))
    assert reads(mentor) == []
    assert told(team, mentor) == []
    settle_agreement(team.desk, team.coordinator.person, made.agreement.id)
    assert reads(mentor) == ["Bellen."]
    assert told(team, mentor) == ["agreement"]


def test_who_agrees_to_do_it_themselves_has_said_yes(team: Team) -> None:
    made = agrees(team.coordinator, team.coordinator)
    found = one_agreement(team.desk, team.coordinator.person, made)
    assert found.agreement.consent is Consent.IN
    assert [event.what for event in found.events] == [Happened.MADE, Happened.IN]


@pytest.mark.parametrize("answer", [Consent.IN, Consent.TALK, Consent.NOT_ME])
def test_whoever_is_to_do_it_says_what_they_think_and_its_maker_is_told(
    team: Team, answer: Consent
) -> None:
    mentor = team.add("mentor")
    made = agrees(team.coordinator, mentor)
    assert confirm(team.desk, mentor.person, made, answer).consent is answer
    assert told(team, team.coordinator) == [f"agreement_{answer}"]


def test_nobody_says_yes_for_another(team: Team) -> None:
    mentor, doctor = team.add("mentor"), team.add("family_doctor")
    made = agrees(team.coordinator, mentor)
    with pytest.raises(Refusal, match="agreement_gone"):
        confirm(team.desk, doctor.person, made, Consent.IN)


def test_another_one_who_is_to_do_it_is_asked_anew(team: Team) -> None:
    mentor, doctor = team.add("mentor"), team.add("family_doctor")
    made = agrees(team.coordinator, mentor)
    confirm(team.desk, mentor.person, made, Consent.NOT_ME)
    mend_agreement(team.desk, team.coordinator.person, made, Field.WHO)
    assert fills(team.coordinator, who=doctor.part.id).agreement.consent is Consent.ASKED
    assert told(team, doctor) == ["agreement"]
    assert told(team, mentor) == ["agreement"]  # nothing was taken from who did not want it


def test_each_part_can_be_mended(team: Team) -> None:
    mentor = team.add("mentor")
    made = agrees(team.coordinator, mentor)
    for field, said in (
        (Field.WHAT, {"what": "Mailen."}),
        (Field.DUE, {"due": DUE + timedelta(days=1)}),
        (Field.LEVEL, {"level": Level.ORGANISING}),
        (Field.DIRECTOR, {"director": mentor.part.id}),
    ):
        mend_agreement(team.desk, team.coordinator.person, made, field)
        fills(team.coordinator, **said)
    found = one_agreement(team.desk, team.coordinator.person, made).agreement
    assert (found.what, found.due) == ("Mailen.", DUE + timedelta(days=1))
    assert (found.level, found.director) == (Level.ORGANISING, mentor.part.id)


def test_a_parent_reads_what_concerns_them_and_the_team_reads_all(team: Team) -> None:
    mother, father, mentor = team.add("parent"), team.add("parent"), team.add("mentor")
    agrees(team.coordinator, mother, "Moeder belt.")
    agrees(team.coordinator, mentor, "Mentor belt.")
    agrees(father, father, "Vader belt.")
    assert reads(mother) == ["Moeder belt."]
    assert reads(father) == ["Vader belt."]
    assert sorted(map(str, reads(mentor))) == ["Mentor belt.", "Moeder belt.", "Vader belt."]


def test_what_is_stuck_stays_so_from_the_first_day_and_what_goes_on_is_not(team: Team) -> None:
    made = agrees(team.coordinator, team.coordinator)
    me = team.coordinator.person
    first = progress(team.desk, me, made, AgreementStatus.STUCK)
    say_need(team.desk, me, made, "Een handtekening van de gemeente.")
    team.desk.now.at += timedelta(days=22)  # type: ignore[attr-defined]
    again = progress(team.desk, me, made, AgreementStatus.STUCK)
    assert again.stuck_since == first.stuck_since
    assert again.stuck_for(team.desk.now()) == 3
    assert again.need == "Een handtekening van de gemeente."
    moving = progress(team.desk, me, made, AgreementStatus.DOING)
    assert (moving.stuck_since, moving.need) == (None, None)


def test_who_has_no_part_in_it_does_not_say_how_it_goes(team: Team) -> None:
    mentor, doctor = team.add("mentor"), team.add("family_doctor")
    made = agrees(team.coordinator, mentor)
    with pytest.raises(Refusal, match="agreement_gone"):
        progress(team.desk, doctor.person, made, AgreementStatus.DONE)


def test_the_soonest_comes_first(team: Team) -> None:
    for days, what in ((9, "Later."), (1, "Eerst."), (5, "Dan.")):
        due = DUE + timedelta(days=days)
        said = Said(what, who=team.coordinator.part.id, due=due)
        made = begins(team.coordinator, said).agreement.id
        settle_agreement(team.desk, team.coordinator.person, made)
    assert reads(team.coordinator) == ["Eerst.", "Dan.", "Later."]


def test_thinking_better_of_it_leaves_nothing(team: Team) -> None:
    begins(team.coordinator, Said("Bellen."))
    stop_agreeing(team.desk, team.coordinator.person)
    assert team.desk.record.agreements.find() == []
    assert team.coordinator.part.doing is Doing.NOTHING


def test_what_is_dropped_is_no_longer_to_be_done(team: Team) -> None:
    made = agrees(team.coordinator, team.coordinator)
    drop_agreement(team.desk, team.coordinator.person, made)
    assert reads(team.coordinator) == []


def test_who_leaves_is_to_do_nothing_any_more(team: Team) -> None:
    mentor = team.add("mentor")
    made = agrees(team.coordinator, mentor)
    leave(team.desk, mentor.person, stays=True)
    left = one_agreement(team.desk, team.coordinator.person, made).agreement
    assert (left.who, left.consent, left.what) == (None, Consent.NONE, "Belt de wijkagent.")


def test_who_erases_themselves_takes_their_words_out_of_agreements(team: Team) -> None:
    mentor = team.add("mentor")
    mine = agrees(mentor, team.coordinator, "Kanarie belt.")
    theirs = agrees(team.coordinator, mentor, "Belt.")
    progress(team.desk, mentor.person, theirs, AgreementStatus.STUCK)
    say_need(team.desk, mentor.person, theirs, "Kanarie nodig.")
    id, part = mentor.id, mentor.part.id
    erase(team.desk, mentor.person)
    record = team.desk.record
    kept = [str(shelf.find()) for shelf in (record.agreements, record.agreement_events)]
    assert not [text for text in kept if "anarie" in text or id in text or part in text]
    assert one_agreement(team.desk, team.coordinator.person, mine).agreement.what == "…"


def test_ones_agreements_stand_in_ones_own_data(team: Team) -> None:
    made = agrees(team.coordinator, team.coordinator)
    progress(team.desk, team.coordinator.person, made, AgreementStatus.STUCK)
    say_need(team.desk, team.coordinator.person, made, "Tijd.")
    [case] = my_data(team.desk, team.coordinator.person).cases
    assert [agreement.what for agreement in case.agreements] == ["Belt de wijkagent."]
    assert "Tijd." in [event.text for event in case.agreement_events]


def test_making_an_agreement_tells_nobody_what_was_kept(team: Team) -> None:
    mother = team.add("parent")
    agrees(mother, mother, "Ik bel.")
    notes = team.desk.record.notes.find(visibility=Visibility.TEAM)
    assert notes == []
