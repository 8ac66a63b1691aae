"""Every refusal is reached by somebody, and nothing is changed by it."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from bot.core.agreement import AgreementStatus, Consent, Field
from bot.core.method import Cell
from bot.core.record import PartyStatus, Visibility
from bot.core.scan import ScanKind
from bot.services import (
    administer,
    agenda,
    agree,
    answers,
    board,
    cases,
    change_case,
    check_in,
    choose,
    clear,
    clock,
    confirm,
    correct,
    danger,
    decide_on_party,
    erase,
    go_back,
    hand_over,
    help,
    invite,
    join,
    leave,
    my_data,
    name,
    new_case,
    obstacles,
    overview,
    own_question,
    pause,
    period,
    progress,
    read_trail,
    release,
    rhythm,
    scan,
    scans,
    skip,
    tell,
    tick,
)
from bot.services.refusals import Refusal
from bot.services.standing import cell_of
from tests.harness.code import refusal_keys
from tests.harness.memory import Clock, memory_desk, the_method
from tests.services.someone import EXPLORE_CONTENT, Someone
from tests.services.team import Team


def newcomer() -> Someone:
    return Someone.come_in(memory_desk(the_method()))


def at_field(*filled: str) -> Someone:
    return newcomer().begin().fill(*filled)


def asked() -> Someone:
    return at_field("child", "Vlinder", "", "", "teacher")


def all_seen() -> Someone:
    someone = asked()
    someone.skip(58)
    return someone


def held_too_long() -> Someone:
    clock = Clock()
    someone = Someone.come_in(memory_desk(the_method(), clock))
    danger.hold(someone.desk, someone.person, "…")
    clock.at += timedelta(hours=25)
    return someone


def with_answer() -> Someone:
    someone = asked()
    someone.write("m1", "Een.")
    return someone


def with_deleted_answer() -> Someone:
    someone = with_answer()
    answers.delete_answer(someone.desk, someone.person, someone.answer_to("explore.content.1").id)
    return someone


def edit(message: str, text: str) -> "Act":
    return lambda me: correct.edit_answer(me.desk, me.person, message, text, ())


def reply(asks: str, text: str) -> "Act":
    return lambda me: correct.answer_to(me.desk, me.person, asks, text, (), "m2")


def with_full_cell() -> Someone:
    someone = asked()
    for n in range(own_question.MAX_PER_CELL):
        own_question.begin_own_question(someone.desk, someone.person, EXPLORE_CONTENT)
        own_question.add_own_question(someone.desk, someone.person, f"Vraag {n}?")
    return someone


def adding() -> Someone:
    someone = asked()
    own_question.begin_own_question(someone.desk, someone.person)
    return someone


def member(role: str) -> Callable[[], Someone]:
    """Somebody in this role in a case that another directs."""
    return lambda: Team(asked()).add(role)


def with_many_invitations() -> Someone:
    someone = asked()
    for _ in range(invite.MOST_OPEN):
        invite.invite(someone.desk, someone.person, "parent")
    return someone


def in_a_closed_case() -> Someone:
    someone = asked()
    mentor = Team(someone).add("mentor")
    cases.close_case(someone.desk, someone.person)
    return mentor


def in_ones_own_closed_case() -> Someone:
    someone = asked()
    cases.close_case(someone.desk, someone.person)
    return someone


def its_case(me: Someone) -> str:
    [part] = me.desk.record.memberships.find(person=me.id)
    return part.case


Act = Callable[[Someone], object]


def agreeing(**said: object) -> Callable[[], Someone]:
    """Somebody who is making an agreement."""

    def made() -> Someone:
        someone = asked()
        agree.begin_agreement(someone.desk, someone.person, agree.Said(**said))  # type: ignore[arg-type]
        return someone

    return made


def mending(field: Field) -> Callable[[], Someone]:
    def made() -> Someone:
        someone = agreeing(what="Bellen.", party="mentor", due=date(2027, 3, 4))()
        [agreement] = someone.desk.record.agreements.pick("id")
        agree.mend_agreement(someone.desk, someone.person, agreement, field)
        return someone

    return made


def fills(**said: object) -> Act:
    return lambda me: agree.fill_agreement(me.desk, me.person, agree.Said(**said))  # type: ignore[arg-type]


def rhythmic() -> Someone:
    someone = asked()
    rhythm.switch_on(someone.desk, someone.person, "UTC")
    return someone


def days_off(first: date, last: date) -> Act:
    return lambda me: rhythm.take_days_off(me.desk, me.person, first, last)


def with_many_holidays() -> Someone:
    someone = rhythmic()
    for _ in range(rhythm.MOST_HOLIDAYS):
        days_off(date(2027, 3, 4), date(2027, 3, 5))(someone)
    return someone


def with_one_who_declined() -> Someone:
    someone = rhythmic()
    mentor = Team(someone).add("mentor")
    rhythm.switch_on(someone.desk, someone.person, "UTC", mentor.part.id)
    rhythm.switch_off(someone.desk, mentor.person)
    return someone


def switches_on_the_other(me: Someone) -> object:
    [other] = [p.id for p in me.desk.record.memberships.find() if p.person != me.id]
    return rhythm.switch_on(me.desk, me.person, "UTC", other)


def checking_in() -> Someone:
    someone = rhythmic()
    [alarm] = someone.desk.record.alarms.find()
    clock.ring(someone.desk, alarm)
    check_in.begin_check_in(someone.desk, someone.person)
    return someone


def asked_how_it_goes() -> Someone:
    someone = rhythmic()
    said = agree.Said("Bellen.", who=someone.part.id, due=date(2027, 3, 4))
    made = agree.begin_agreement(someone.desk, someone.person, said).agreement.id
    agree.settle_agreement(someone.desk, someone.person, made)
    [alarm] = someone.desk.record.alarms.find()
    clock.ring(someone.desk, alarm)
    check_in.begin_check_in(someone.desk, someone.person)
    return someone


def says_done(me: Someone) -> object:
    return check_in.say_how_it_goes(me.desk, me.person, AgreementStatus.DONE)


def scanning(*scores: int) -> Callable[[], Someone]:
    """Somebody in a scan of the matters, with so many numbers given, the last not explained yet."""

    def made() -> Someone:
        someone = asked()
        scan.begin_scan(someone.desk, someone.person, ScanKind.MATTERS)
        for score in scores:
            scan.rate_theme(someone.desk, someone.person, score)
        return someone

    return made


def checking_obstacles() -> Someone:
    someone = asked()
    tick.begin_check(someone.desk, someone.person)
    return someone


def clearing() -> Someone:
    someone = checking_obstacles()
    tick.tick(someone.desk, someone.person, so=True)
    [there] = someone.desk.record.obstacles.pick("id")
    clear.begin_clearing(someone.desk, someone.person, there)
    return someone


def cleared_by_another() -> Someone:
    someone = clearing()
    mentor = Team(someone).add("mentor")
    [there] = someone.desk.record.obstacles.pick("id")
    for each in (someone, mentor):
        clear.begin_clearing(each.desk, each.person, there)
    clear.clear(mentor.desk, mentor.person, None)
    return someone


CONFIRMED = PartyStatus.CONFIRMED
EMOTION = Cell.parse("explore.emotion")
FILL_NOTHING: Act = lambda me: me.fill("  ")  # noqa: E731
REFUSED: list[tuple[str, Callable[[], Someone], Act]] = [
    ("no_case", newcomer, lambda me: me.say("Hij komt niet.")),
    ("no_case", newcomer, lambda me: me.skip()),
    ("no_case", newcomer, lambda me: me.undo()),
    ("no_case", newcomer, lambda me: me.fill("Vlinder")),
    ("no_case", newcomer, lambda me: go_back.go_back(me.desk, me.person)),
    ("no_case", newcomer, lambda me: tell.tell(me.desk, me.person, "Ze belde.")),
    ("no_case", newcomer, lambda me: pause.pause(me.desk, me.person)),
    ("no_case", newcomer, lambda me: pause.resume(me.desk, me.person)),
    ("no_case", newcomer, lambda me: overview.overview(me.desk, me.person)),
    ("no_case", newcomer, lambda me: cases.ask_to_close(me.desk, me.person)),
    ("no_case", newcomer, lambda me: cases.close_case(me.desk, me.person)),
    ("no_case", newcomer, lambda me: choose.choose_cell(me.desk, me.person, EMOTION)),
    ("no_case", newcomer, lambda me: choose.current_cell(me.desk, me.person)),
    ("no_case", newcomer, lambda me: choose.go_on(me.desk, me.person)),
    ("no_case", newcomer, lambda me: answers.answers_by_step(me.desk, me.person)),
    ("no_case", newcomer, lambda me: answers.change_answer(me.desk, me.person, "x")),
    ("no_case", newcomer, lambda me: skip.take_up_skipped(me.desk, me.person)),
    ("no_case", newcomer, lambda me: new_case.drop_draft(me.desk, me.person)),
    ("no_case", newcomer, lambda me: own_question.begin_own_question(me.desk, me.person)),
    ("no_case", newcomer, lambda me: own_question.add_own_question(me.desk, me.person, "?")),
    ("no_case", newcomer, lambda me: own_question.drop_own_question(me.desk, me.person)),
    ("case_unfinished", at_field, lambda me: me.say("Hij komt niet.")),
    ("case_unfinished", at_field, lambda me: me.skip()),
    ("case_unfinished", at_field, lambda me: pause.resume(me.desk, me.person)),
    ("case_unfinished", at_field, lambda me: cases.close_case(me.desk, me.person)),
    ("case_unfinished", at_field, lambda me: choose.choose_cell(me.desk, me.person, EMOTION)),
    ("no_question_open", all_seen, lambda me: me.say("Nog iets.")),
    ("no_question_open", all_seen, lambda me: me.skip()),
    ("empty", asked, lambda me: me.say(" \n ")),
    ("empty", adding, lambda me: own_question.add_own_question(me.desk, me.person, "  ")),
    ("question_gone", asked, lambda me: cell_of(me.desk, "no-such-question")),
    (
        "button_old",
        asked,
        lambda me: skip.skip_open_question(me.desk, me.person, "explore.content.2"),
    ),
    ("nothing_skipped", asked, lambda me: skip.take_up_skipped(me.desk, me.person)),
    ("nothing_before", asked, lambda me: go_back.go_back(me.desk, me.person)),
    ("nothing_to_undo", asked, lambda me: me.undo()),
    ("nothing_to_undo", asked, lambda me: me.undo("no-such-answer")),
    ("answer_gone", asked, lambda me: answers.one_answer(me.desk, me.person, "x")),
    ("answer_gone", asked, lambda me: answers.change_answer(me.desk, me.person, "x")),
    ("answer_gone", asked, lambda me: answers.delete_answer(me.desk, me.person, "x")),
    ("edit_no_answer", asked, edit("m1", "Hallo.")),
    ("edit_deleted", with_deleted_answer, edit("m1", "Hallo.")),
    ("empty", with_answer, edit("m1", " ")),
    ("reply_other_case", asked, reply("x/explore.content.1", "Hallo.")),
    ("which_cell", all_seen, lambda me: own_question.begin_own_question(me.desk, me.person)),
    ("which_cell", asked, lambda me: own_question.add_own_question(me.desk, me.person, "?")),
    (
        "cell_full",
        with_full_cell,
        lambda me: own_question.begin_own_question(me.desk, me.person, EXPLORE_CONTENT),
    ),
    (
        "question_long",
        adding,
        lambda me: own_question.add_own_question(me.desk, me.person, "x" * 301),
    ),
    ("no_draft", asked, lambda me: me.fill("Vlinder")),
    ("no_draft", asked, lambda me: new_case.drop_draft(me.desk, me.person)),
    ("which_kind", lambda: at_field(), lambda me: me.fill("een paard")),
    ("alias_empty", lambda: at_field("child"), FILL_NOTHING),
    ("alias_long", lambda: at_field("child"), lambda me: me.fill("x" * 41)),
    ("alias_full_name", lambda: at_field("child"), lambda me: me.fill("Sem de Vries")),
    ("words_long", lambda: at_field("child", "Vlinder"), lambda me: me.fill("x" * 2001)),
    ("words_long", lambda: at_field("child", "Vlinder", ""), lambda me: me.fill("x" * 2001)),
    ("role_empty", lambda: at_field("child", "Vlinder", "", ""), FILL_NOTHING),
    ("role_long", lambda: at_field("child", "Vlinder", "", ""), lambda me: me.fill("x" * 81)),
    (
        "which_level",
        lambda: at_field("child", "Vlinder", "", "", "klusjesman op zaterdag"),
        lambda me: me.fill("hoog"),
    ),
    ("role_unsure", lambda: at_field("child", "Vlinder", "", ""), lambda me: me.fill("geen idee")),
    ("case_gone", asked, lambda me: cases.switch_case(me.desk, me.person, "no-such-case")),
    ("case_gone", asked, lambda me: administer.summary(me.desk, "no-such-case")),
    ("case_gone", asked, lambda me: administer.erase_case(me.desk, "no-such-case")),
    (
        "case_closed",
        in_a_closed_case,
        lambda me: cases.switch_case(me.desk, me.person, its_case(me)),
    ),
    (
        "reopen",
        in_ones_own_closed_case,
        lambda me: cases.switch_case(me.desk, me.person, its_case(me)),
    ),
    ("no_case", in_ones_own_closed_case, lambda me: tell.tell(me.desk, me.person, "Ze belde.")),
    ("not_allowed", member("mentor"), lambda me: invite.begin_inviting(me.desk, me.person)),
    ("not_allowed", member("mentor"), lambda me: invite.outstanding(me.desk, me.person)),
    ("not_allowed", member("mentor"), lambda me: invite.revoke(me.desk, me.person, "x")),
    ("not_allowed", member("mentor"), lambda me: cases.ask_to_close(me.desk, me.person)),
    ("not_allowed", member("mentor"), lambda me: cases.close_case(me.desk, me.person)),
    ("not_allowed", member("mentor"), lambda me: hand_over.successors(me.desk, me.person)),
    (
        "not_allowed",
        member("mentor"),
        lambda me: change_case.begin_change(me.desk, me.person, "alias"),
    ),
    ("not_allowed", member("mentor"), lambda me: change_case.change(me.desk, me.person, "Beer")),
    ("not_allowed", member("mentor"), lambda me: change_case.ask_which(me.desk, me.person)),
    ("button_old", asked, lambda me: change_case.begin_change(me.desk, me.person, "kind")),
    ("button_old", asked, lambda me: change_case.change(me.desk, me.person, "Beer")),
    ("not_allowed", member("mentor"), lambda me: period.set_period(me.desk, me.person, 3)),
    ("not_allowed", member("mentor"), lambda me: period.show_names(me.desk, me.person, True)),
    ("not_allowed", member("mentor"), lambda me: read_trail.case_trail(me.desk, me.person)),
    ("not_allowed", member("parent"), lambda me: board.board(me.desk, me.person)),
    (
        "not_allowed",
        member("mentor"),
        lambda me: decide_on_party.decide_on_party(me.desk, me.person, "mentor", CONFIRMED),
    ),
    ("role_unknown", asked, lambda me: invite.invite(me.desk, me.person, "no-such-role")),
    (
        "role_unknown",
        asked,
        lambda me: decide_on_party.decide_on_party(me.desk, me.person, "no-such-role", CONFIRMED),
    ),
    ("role_unknown", asked, lambda me: decide_on_party.merge_party(me.desk, me.person, "mentor")),
    (
        "too_many_invitations",
        with_many_invitations,
        lambda me: invite.invite(me.desk, me.person, "parent"),
    ),
    ("invitation_gone", asked, lambda me: invite.revoke(me.desk, me.person, "no-such-link")),
    ("invitation_gone", newcomer, lambda me: join.join(me.desk, me.person)),
    (
        "code_unknown",
        newcomer,
        lambda me: join.open_invitation(me.desk, me.person.conversation, "no-such-code"),
    ),
    ("piece_gone", asked, lambda me: release.release(me.desk, me.person, "x", Visibility.TEAM)),
    ("piece_gone", asked, lambda me: tell.place(me.desk, me.person, "x", EMOTION)),
    ("piece_gone", asked, lambda me: tell.drop(me.desk, me.person, "x")),
    ("empty", asked, lambda me: tell.tell(me.desk, me.person, " \n")),
    ("only_one", asked, lambda me: leave.ask_to_leave(me.desk, me.person)),
    ("no_successor", asked, lambda me: hand_over.hand_over(me.desk, me.person, "nobody")),
    ("no_successor", asked, lambda me: administer.hand_over(me.desk, its_case(me), "nobody")),
    ("which_period", asked, lambda me: period.set_period(me.desk, me.person, 7)),
    ("empty", asked, lambda me: name.choose_name(me.desk, me.person, " ")),
    ("name_long", asked, lambda me: name.choose_name(me.desk, me.person, "x" * 41)),
    ("nobody_to_ask", asked, lambda me: help.ask_for_help(me.desk, me.person)),
    ("nothing_held", newcomer, lambda me: danger.keep_held(me.desk, me.person, [])),
    ("nothing_held", held_too_long, lambda me: danger.keep_held(me.desk, me.person, [])),
    ("agreement_gone", asked, lambda me: agenda.one_agreement(me.desk, me.person, "x")),
    ("agreement_gone", asked, lambda me: confirm.confirm(me.desk, me.person, "x", Consent.IN)),
    (
        "agreement_gone",
        asked,
        lambda me: progress.progress(me.desk, me.person, "x", AgreementStatus.DONE),
    ),
    (
        "agreement_long",
        asked,
        lambda me: agree.begin_agreement(me.desk, me.person, agree.Said("x" * 501)),
    ),
    ("which_what", agreeing(), fills()),
    ("which_who", agreeing(what="Bellen."), fills(due=date(2027, 3, 4))),
    ("which_due", agreeing(what="Bellen.", party="mentor"), fills(what="Straks.")),
    ("due_past", agreeing(what="Bellen.", party="mentor"), fills(due=date(2020, 3, 4))),
    ("member_gone", agreeing(what="Bellen."), fills(who="nobody")),
    ("member_gone", mending(Field.DIRECTOR), fills(director="nobody")),
    ("which_level", mending(Field.LEVEL), fills(what="hoog")),
    ("which_director", mending(Field.DIRECTOR), fills(what="ik")),
    ("which_part", agreeing(what="Bellen.", party="mentor", due=date(2027, 3, 4)), fills()),
    ("no_rhythm", asked, lambda me: rhythm.pause_until(me.desk, me.person, date(2027, 3, 4))),
    ("which_time", rhythmic, lambda me: rhythm.set_time(me.desk, me.person, minute=1440)),
    ("which_time", rhythmic, lambda me: rhythm.set_time(me.desk, me.person, weekday=7)),
    ("which_time", rhythmic, days_off(date(2027, 3, 4), date(2027, 3, 3))),
    ("too_many_days_off", with_many_holidays, days_off(date(2027, 3, 4), date(2027, 3, 5))),
    ("member_gone", asked, lambda me: rhythm.switch_on(me.desk, me.person, "UTC", "nobody")),
    ("rhythm_declined", with_one_who_declined, switches_on_the_other),
    ("not_allowed", member("mentor"), switches_on_the_other),
    ("no_check_in", asked, lambda me: check_in.begin_check_in(me.desk, me.person)),
    ("no_check_in", asked, lambda me: check_in.under_way(me.desk, me.person)),
    ("check_in_passed", checking_in, says_done),
    ("which_score", checking_in, lambda me: check_in.rate(me.desk, me.person, 6)),
    ("which_score", checking_in, lambda me: check_in.say(me.desk, me.person, "tja")),
    ("empty", checking_in, lambda me: check_in.say(me.desk, me.person, " ")),
    (
        "tap_how_it_goes",
        asked_how_it_goes,
        lambda me: check_in.say(me.desk, me.person, "tja"),
    ),
    (
        "check_in_passed",
        asked_how_it_goes,
        lambda me: check_in.rate(me.desk, me.person, 3),
    ),
    *[
        ("for_professionals", member(role), act)
        for role in ("parent", "young_person", "grandparent")
        for act in (
            lambda me: scan.left_off(me.desk, me.person),
            lambda me: scan.begin_scan(me.desk, me.person, ScanKind.BLOCKS),
            lambda me: scans.scans(me.desk, me.person, None),
            lambda me: obstacles.obstacles(me.desk, me.person),
            lambda me: tick.begin_check(me.desk, me.person),
            lambda me: clear.begin_clearing(me.desk, me.person, "x"),
        )
    ],
    ("no_scan", asked, lambda me: scan.scanning(me.desk, me.person)),
    ("no_scan", checking_in, lambda me: scan.rate_theme(me.desk, me.person, 3)),
    ("scan_passed", scanning(4), lambda me: scan.rate_theme(me.desk, me.person, 3)),
    ("which_score", scanning(), lambda me: scan.rate_theme(me.desk, me.person, 0)),
    ("which_score", scanning(), lambda me: scan.say_why(me.desk, me.person, "Tja.")),
    ("empty", scanning(4), lambda me: scan.say_why(me.desk, me.person, " ")),
    ("nothing_before", scanning(), lambda me: scan.step_back_in_scan(me.desk, me.person)),
    ("no_obstacle", asked, lambda me: tick.tick(me.desk, me.person, so=True)),
    ("no_obstacle", clearing, lambda me: tick.skip_obstacle(me.desk, me.person)),
    ("no_obstacle", checking_obstacles, lambda me: clear.clear(me.desk, me.person, "Gebeld.")),
    ("button_old", checking_obstacles, lambda me: tick.tick(me.desk, me.person, True, "other")),
    ("button_old", checking_obstacles, lambda me: tick.skip_obstacle(me.desk, me.person, "other")),
    ("button_old", clearing, lambda me: clear.clear(me.desk, me.person, None, "other")),
    ("nothing_before", checking_obstacles, lambda me: tick.step_back_in_check(me.desk, me.person)),
    ("obstacle_gone", asked, lambda me: clear.begin_clearing(me.desk, me.person, "x")),
    ("obstacle_gone", cleared_by_another, lambda me: clear.clear(me.desk, me.person, "Gebeld.")),
]


def kept(someone: Someone) -> object:
    """All that a record holds, except what someone said in danger, which goes by itself."""
    people = someone.desk.record.people.find()
    return my_data.my_data(someone.desk, someone.person).cases, len(people)


@pytest.mark.parametrize(("key", "who", "act"), REFUSED)
def test_what_cannot_be_is_refused_and_changes_nothing(
    key: str, who: Callable[[], Someone], act: Act
) -> None:
    someone = who()
    before = kept(someone)
    with pytest.raises(Refusal) as refused:
        act(someone)
    assert refused.value.key == key
    assert kept(someone) == before


def test_every_refusal_of_the_services_is_reached_here() -> None:
    assert {key for key, _, _ in REFUSED} == refusal_keys("bot/services")


def test_a_case_of_somebody_else_is_as_good_as_gone() -> None:
    mine = asked()
    other = Someone.come_in(mine.desk, "web:other")
    with pytest.raises(Refusal, match="case_gone"):
        cases.switch_case(other.desk, other.person, mine.case.id)


def test_an_answer_of_somebody_else_is_as_good_as_gone() -> None:
    mine = asked()
    answer = mine.say("Hij komt niet.").answer.id
    other = Someone.come_in(mine.desk, "web:other").begin()
    other.fill("child", "Rups", "", "", "parent")
    for look in (answers.one_answer, answers.change_answer, answers.delete_answer):
        with pytest.raises(Refusal, match="answer_gone"):
            look(other.desk, other.person, answer)
    with pytest.raises(Refusal, match="nothing_to_undo"):
        other.undo(answer)


def test_asking_to_erase_needs_no_case() -> None:
    someone = newcomer()
    erase.ask_to_erase(someone.desk, someone.person)
    assert someone.person.pending == "erase"


def test_a_refusal_tells_the_limit_that_was_passed() -> None:
    with pytest.raises(Refusal) as refused:
        at_field("child").fill("x" * 41)
    assert refused.value.values == {"most": "40"}


def test_a_full_name_is_refused_with_its_initials() -> None:
    with pytest.raises(Refusal) as refused:
        at_field("child").fill("Sem de Vries")
    assert refused.value.values == {"short": "S.d.V."}
