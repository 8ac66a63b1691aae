"""What Zwaan says after what was done, and with which buttons."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.core.method import CaseKind, Cell, Step, Viewpoint
from bot.core.reply import Reply
from bot.core.route import Why
from bot.services.answers import answers_by_step, change_answer, one_answer
from bot.services.asking import Asked, asked_now
from bot.services.cases import list_cases
from bot.services.choose import choose_cell
from bot.services.my_data import my_data
from bot.services.overview import overview
from bot.services.own_question import add_own_question, begin_own_question
from bot.services.pause import resume
from bot.services.refusals import Refusal
from bot.services.standing import coverage_of, standing
from bot.voice import answers, asking, case, hello, reflect
from bot.voice import my_data as my_data_voice
from bot.voice.map import in_words, map_reply
from bot.voice.speech import Speech, shorten
from tests.harness.memory import the_method
from tests.services.someone import Someone


def intents(reply: Reply) -> list[str]:
    return [button.command.intent for button in reply.buttons]


def asked(someone: Someone) -> Asked:
    found = asked_now(someone.desk, standing(someone.desk, someone.person))
    assert found
    return found


def test_a_question_says_where_it_stands(speech: Speech, someone: Someone) -> None:
    label = asking.question(speech, asked(someone)).label
    assert speech.step(Step.EXPLORE) in label
    assert speech.viewpoint(Viewpoint.CONTENT) in label
    assert "1" in label
    assert "3" in label


def test_a_question_can_be_skipped_explained_and_paused(speech: Speech, someone: Someone) -> None:
    buttons = asking.question(speech, asked(someone)).buttons
    assert [b.command.intent for b in buttons] == ["skip", "explain", "example", "pause"]
    assert buttons[0].command.args == {"question": "explore.content.1"}


def test_a_question_at_a_new_place_offers_to_go_elsewhere(speech: Speech, someone: Someone) -> None:
    moved = replace(asked(someone), why=Why.BLANK_VIEWPOINT)
    assert "choose_cell" in intents(asking.question(speech, moved))


@pytest.mark.parametrize("why", Why)
def test_every_reason_for_a_question_can_be_said(
    speech: Speech, someone: Someone, why: Why
) -> None:
    if why is not Why.ALL_SEEN:  # then there is no question to give a reason for
        text = asking.question(speech, replace(asked(someone), why=why)).text
        assert text.endswith(asked(someone).text.ask)


def test_an_earlier_answer_is_shown_and_may_be_left_as_it_is(
    speech: Speech, someone: Someone
) -> None:
    answer = someone.say("Hij komt niet.").answer.id
    shown = asking.question(speech, change_answer(someone.desk, someone.person, answer))
    assert "“Hij komt niet.”" in shown.text
    assert shown.buttons[0].title == speech.say("button.keep")


def test_a_question_of_ones_own_has_no_explanation(speech: Speech, someone: Someone) -> None:
    begin_own_question(someone.desk, someone.person)
    own = add_own_question(someone.desk, someone.person, "Wie belt?")
    assert not {"explain", "example"} & set(intents(asking.question(speech, own)))


def test_an_answer_is_acknowledged_in_one_quiet_line_with_an_undo(
    speech: Speech, someone: Someone
) -> None:
    result = someone.say("Hij komt niet.")
    ack, question = reflect.answered(speech, result, someone.case, None)
    assert ack.quiet
    assert intents(ack) == ["undo"]
    assert ack.buttons[0].stays
    assert result.next is not None
    assert result.next.text.ask in question.text


def test_a_doubt_offers_the_other_reading_first(speech: Speech, someone: Someone) -> None:
    ack = reflect.answered(speech, someone.say("help"), someone.case, "help")[0]
    assert ack.text == speech.say("reflect.doubt")
    assert ack.buttons[0].command.args["then"] == "help"
    assert speech.say("doubt.help") in ack.buttons[0].title


def test_a_cell_that_is_through_is_looked_back_on(speech: Speech, someone: Someone) -> None:
    someone.say("Eerst.", "Toen.", parties=("mentor",))
    closed = someone.say("Daarna.").closed
    assert closed is not None
    text = reflect.look_back(speech, closed).text
    role = someone.desk.method.roles["mentor"].in_(speech.language).name
    assert all(said in text for said in ("“Eerst.”", "“Toen.”", "“Daarna.”", role))


def test_a_long_answer_is_shortened_in_the_look_back(speech: Speech, someone: Someone) -> None:
    someone.say("woord " * 100, "Toen.")
    closed = someone.say("Daarna.").closed
    assert closed is not None
    assert " …”" in reflect.look_back(speech, closed).text


def test_an_insight_that_fits_comes_at_the_end_of_the_look_back(
    speech: Speech, someone: Someone
) -> None:
    someone.say("Ik sta er alleen voor.", "Toen.")
    closed = someone.say("Daarna.").closed
    assert closed is not None
    assert closed.insight is not None
    assert reflect.look_back(speech, closed).text.endswith(
        closed.insight.in_(speech.language).nudge
    )


@pytest.mark.parametrize(("skips", "says"), [(1, "left_one"), (2, "left")])
def test_what_is_left_open_is_counted(
    speech: Speech, someone: Someone, skips: int, says: str
) -> None:
    someone.skip(skips)
    closed = someone.say(*["Ja."] * (3 - skips)).closed
    assert closed is not None
    assert speech.say(f"closing.{says}", count=skips) in reflect.look_back(speech, closed).text


def test_a_cell_that_was_only_passed_over_says_so_kindly(speech: Speech, someone: Someone) -> None:
    closed = someone.skip(3).closed
    assert closed is not None
    place = {
        "step_name": speech.step(Step.EXPLORE),
        "viewpoint": speech.viewpoint(Viewpoint.CONTENT),
    }
    assert reflect.look_back(speech, closed).text.splitlines()[0] == speech.say(
        "closing.said_nothing", **place
    )


def test_parties_are_told_by_how_near_they_are(speech: Speech, someone: Someone) -> None:
    someone.say("Eerst.", "Toen.", parties=("mentor", "alderman"))
    closed = someone.say("Daarna.").closed
    assert closed is not None
    text = reflect.look_back(speech, closed).text
    near, far = (speech.say(f"closing.level_{level}") for level in ("executing", "governing"))
    assert near in text
    assert text.index(near) < text.index(far)


def test_a_step_that_is_through_shows_the_map(speech: Speech, someone: Someone) -> None:
    for viewpoint in Viewpoint:
        choose_cell(someone.desk, someone.person, Cell(Step.EXPLORE, viewpoint))
        result = someone.say("Een.", "Twee.", "Drie.")
    replies = reflect.answered(speech, result, someone.case, None)
    assert [reply.picture.name for reply in replies if reply.picture] == ["map"]


@pytest.mark.parametrize(
    ("skips", "key"), [(0, "all_seen"), (1, "all_seen_left_one"), (5, "all_seen_left")]
)
def test_when_all_was_seen_it_is_said_what_can_be_done(
    speech: Speech, someone: Someone, skips: int, key: str
) -> None:
    if skips:
        someone.skip(skips)
    someone.say(*["Ja."] * (58 - skips))
    coverage = coverage_of(someone.desk, standing(someone.desk, someone.person))
    [said] = reflect.ask_on(speech, None, coverage)
    assert said.text == speech.say(f"reflect.{key}", count=skips)
    assert ("take_up_skipped" in intents(said)) == bool(skips)


@pytest.mark.parametrize(("given", "key"), [(0, "_none"), (1, "_one"), (2, "")])
def test_coming_back_says_how_much_was_answered(
    speech: Speech, someone: Someone, given: int, key: str
) -> None:
    for n in range(given):
        someone.say(f"{n}.")
    coverage = coverage_of(someone.desk, standing(someone.desk, someone.person))
    said = reflect.resumed(speech, resume(someone.desk, someone.person), coverage)
    wanted = speech.say(f"reflect.resumed{key}", alias="Vlinder", answered=given)
    assert said[0].text == wanted


def test_someone_who_was_not_away_is_not_welcomed_back(speech: Speech, someone: Someone) -> None:
    result = resume(someone.desk, someone.person)
    assert not result.rested
    coverage = coverage_of(someone.desk, standing(someone.desk, someone.person))
    said = reflect.resumed(speech, result, coverage, away=result.rested)
    assert said[0].text == speech.say("reflect.here")


def test_the_map_tells_in_words_what_it_shows(speech: Speech, someone: Someone) -> None:
    someone.say("Een.", "Twee.", "Drie.", "Vier.")
    seen = overview(someone.desk, someone.person)
    shown = map_reply(speech, seen.case, seen.coverage, "…")
    assert shown.picture is not None
    assert shown.picture.words == in_words(speech, seen.coverage)
    assert len(shown.picture.words.splitlines()) == 5
    assert shown.picture.facts["states"][0] == ["done", "begun", "blank", "blank"]
    assert shown.picture.facts["shares"][0] == ["3/3", "1/3", "0/3", "0/3"]


def test_the_map_names_the_viewpoint_that_got_least(speech: Speech, someone: Someone) -> None:
    someone.say(*["Ja."] * 9)  # content, procedure and relation of the first step
    seen = overview(someone.desk, someone.person)
    blind = speech.say("overview.blind", viewpoint=speech.viewpoint(Viewpoint.EMOTION))
    assert blind in map_reply(speech, seen.case, seen.coverage, "…").text


def test_when_all_viewpoints_got_the_same_none_is_named(speech: Speech, someone: Someone) -> None:
    seen = overview(someone.desk, someone.person)
    text = map_reply(speech, seen.case, seen.coverage, "…").text
    assert not any(
        speech.say("overview.blind", viewpoint=speech.viewpoint(v)) in text for v in Viewpoint
    )


def test_answers_of_one_step_are_shown_at_once(speech: Speech, someone: Someone) -> None:
    answer = someone.say("Eerst.").answer.id
    [shown] = answers.by_step(speech, someone.case, answers_by_step(someone.desk, someone.person))
    assert "“Eerst.”" in shown.text
    assert shown.buttons[0].command.args == {"answer": answer}


def test_answers_of_more_steps_are_chosen_by_step(speech: Speech, someone: Someone) -> None:
    someone.say("Eerst.")
    choose_cell(someone.desk, someone.person, Cell.parse("engage.content"))
    someone.say("Toen.")
    [shown] = answers.by_step(speech, someone.case, answers_by_step(someone.desk, someone.person))
    assert [b.command.args["step"] for b in shown.buttons] == ["explore", "engage"]


def test_without_answers_that_is_said(speech: Speech, someone: Someone) -> None:
    [shown] = answers.by_step(speech, someone.case, {})
    assert shown.text == speech.say("answers.none")


def test_one_answer_is_shown_whole_with_what_was_said_before(
    speech: Speech, someone: Someone
) -> None:
    answer = someone.say("Eerst.").answer.id
    change_answer(someone.desk, someone.person, answer)
    someone.say("Later.")
    shown = answers.one(speech, one_answer(someone.desk, someone.person, answer))
    assert "“Later.”" in shown.text
    assert "“Eerst.”" in shown.text
    assert intents(shown) == ["skip", "delete_answer", "release", "release"]


def test_cases_are_listed_each_with_a_button(speech: Speech, someone: Someone) -> None:
    shown = case.listed(speech, list_cases(someone.desk, someone.person))
    assert "Vlinder" in shown.text
    assert [b.command.args for b in shown.buttons] == [{"case": someone.case.id}, {}]


def test_without_cases_one_can_be_begun(speech: Speech) -> None:
    assert intents(case.listed(speech, [])) == ["new_case"]


def test_my_data_holds_every_word_that_was_typed(speech: Speech, someone: Someone) -> None:
    answer = someone.say("Eerst.").answer.id
    change_answer(someone.desk, someone.person, answer)
    someone.say("Later.")
    someone.skip()
    [passed_over] = (the_method().questions[skipped] for skipped in someone.skips)
    ask = passed_over.text(speech.language, CaseKind.CHILD).ask.replace("{alias}", "Vlinder")
    begin_own_question(someone.desk, someone.person)
    add_own_question(someone.desk, someone.person, "Wie belt?")
    shown, parsed = my_data_voice.my_data(speech, my_data(someone.desk, someone.person))
    assert shown.file is not None
    assert parsed.file is not None
    kept = json.dumps(json.loads(parsed.file.text), ensure_ascii=False)
    for typed in ("Vlinder", "Eerst.", "Later.", "Wie belt?"):
        assert typed in kept
    for typed in ("Vlinder", "Eerst.", "Later.", "Wie belt?", ask):
        assert typed in shown.file.text
    assert "{" not in shown.file.text


def test_a_moment_is_said_as_on_the_clock_where_people_are(speech: Speech) -> None:
    noon = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
    assert speech.moment(noon) == "21-11-2026 13:00"
    assert replace(speech, zone=ZoneInfo("America/Curacao")).moment(noon) == "21-11-2026 08:00"


def test_my_data_names_both_sources(speech: Speech, someone: Someone) -> None:
    shown, _ = my_data_voice.my_data(speech, my_data(someone.desk, someone.person))
    assert shown.file is not None
    assert "Gedragswerk" in shown.file.text
    assert "Nederlands Jeugdinstituut" in shown.file.text


def test_a_newcomer_hears_first_that_zwaan_is_no_person(speech: Speech) -> None:
    said = hello.welcome(speech, "web")
    assert "chatbot" in said[0].text
    assert said[-1].buttons[0].title == speech.say("button.consent")


def test_on_telegram_it_is_said_who_else_keeps_the_messages(speech: Speech) -> None:
    texts = [reply.text for reply in hello.welcome(speech, "telegram")]
    assert any("Telegram" in text for text in texts[:-1])
    assert any("Telegram" in reply.text for reply in hello.not_kept(speech, "telegram")[:-1])
    for meet in (hello.welcome, hello.not_kept):
        assert not any("Telegram" in reply.text for reply in meet(speech, "web"))


def test_a_newcomer_can_change_the_language(speech: Speech) -> None:
    said = hello.welcome(speech, "web")
    other = [b.command.args for b in said[-1].buttons if b.command.intent == "change_language"]
    assert other == [{"language": "en" if speech.language == "nl" else "nl"}]


def test_a_refusal_is_said_with_its_values(speech: Speech) -> None:
    assert "40" in speech.refusal(Refusal("alias_long", most="40")).text


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Hij komt niet.", "Hij komt niet."),
        ("Hij komt\n  niet.", "Hij komt niet."),
        ("Hij komt al weken niet meer", "Hij komt al weken …"),
        ("Moeder belt, vandaag niet meer", "Moeder belt …"),
        ("x" * 30, "x" * 20 + " …"),
    ],
)
def test_a_text_is_cut_between_words(text: str, short: str) -> None:
    assert shorten(text, 20) == short
