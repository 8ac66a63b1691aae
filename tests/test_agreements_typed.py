"""Agreements as they are talked about: what is typed goes where it is meant for."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

import pytest

from actions.agree import Agree, Agreements, Confirm, Mend, Settle, ValidateAgreementForm
from actions.control import Back
from actions.hello import Deny
from actions.move import Move
from actions.notice import Notice
from actions.privacy import MyData
from actions.reflect import Explain, Pause, Skip, ValidateReflectionForm
from actions.turn import Turn
from bot.core.agreement import Agreement, AgreementStatus, Consent, Field
from bot.core.language import Language
from bot.core.record import Doing
from bot.core.reply import Reply
from bot.core.rhythm import Alarm, AlarmKind
from bot.services.agree import Said, begin_agreement, drop_agreement, settle_agreement
from bot.services.check_in import begin_check_in, say, skip_part, under_way
from bot.services.clock import ring
from bot.services.confirm import confirm
from bot.services.progress import progress
from bot.services.refusals import Refusal
from bot.services.rhythm import switch_on
from bot.services.settle import change_language
from bot.voice.check_in import ask
from bot.voice.speech import Speech
from tests.harness.memory import memory_desk, the_method, the_words
from tests.services.someone import Someone
from tests.services.team import Team

WEDNESDAY = datetime(2026, 11, 25, 9, tzinfo=UTC)
FRIDAY, TUESDAY = date(2026, 11, 27), date(2026, 12, 1)


@dataclass
class Talk:
    """Somebody with whom Zwaan talks, without the engine: ``does`` says what became of it."""

    someone: Someone
    language: Language = "nl"

    @property
    def speech(self) -> Speech:
        return Speech(the_words(), the_method(), self.language)

    def does(self, move: Move, text: str = "", **args: str) -> Sequence[Reply]:
        person, desk = self.someone.person, self.someone.desk
        turn = Turn(
            id="7", key="m7", received_at=WEDNESDAY, about={}, doors={}, channel="web", secret="",
            conversation=person.conversation, text=text, masked=True, args=args,
            parties=[word for word in ("huisarts", "wijkagent") if word in text],
            doubt=None, concern=None,
            situation=self.someone.situation,
        )  # fmt: skip
        try:
            return move.act(desk, self.speech, person, turn)
        except Refusal as refusal:
            return move.refused(desk, self.speech, self.someone.person, refusal)

    def types(self, text: str) -> str:
        """All that Zwaan says to a text that goes to an agreement."""
        return said(self.does(ValidateAgreementForm(), text))

    @property
    def agreements(self) -> list[Agreement]:
        return self.someone.desk.record.agreements.find()

    @property
    def only(self) -> Agreement:
        [found] = self.agreements
        return found


def said(replies: Sequence[Reply]) -> str:
    return "\n".join(reply.text for reply in replies)


def titles(replies: Sequence[Reply]) -> list[str]:
    return [button.title for reply in replies for button in reply.buttons]


@pytest.fixture
def team() -> Team:
    desk = memory_desk(the_method())
    desk.now.at = WEDNESDAY  # type: ignore[attr-defined]
    someone = Someone.come_in(desk).begin().fill("child", "Wolkje", "", "", "care_coordinator")
    return Team(someone.fill("organising") if someone.situation.asked else someone)


@pytest.fixture
def me(team: Team) -> Talk:
    return Talk(team.coordinator)


@pytest.fixture
def mentor(team: Team) -> Talk:
    return Talk(team.add("mentor"))


def read_back(talk: Talk, text: str = "afspraak: de mentor belt vrijdag met moeder") -> str:
    return said(talk.does(Agree(), text))


def stands(talk: Talk, who: Talk, what: str = "belt met moeder", due: date = FRIDAY) -> str:
    desk, person = talk.someone.desk, talk.someone.person
    made = begin_agreement(desk, person, Said(what, who=who.someone.part.id, due=due)).agreement.id
    settle_agreement(desk, person, made)
    return made


def hears(talk: Talk, what: str, agreement: str) -> Sequence[Reply]:
    return talk.does(Notice(), what=what, case=talk.someone.case.id, agreement=agreement)


@pytest.mark.parametrize("text", ["klopt", "ja dat klopt", "prima zo", "klopt, leg vast"])
def test_a_typed_yes_settles_it(me: Talk, mentor: Talk, text: str) -> None:
    read_back(me)
    assert "De afspraak staat." in me.types(text)
    assert (me.only.status, me.only.what) == (AgreementStatus.OPEN, "de mentor belt met moeder")


@pytest.mark.parametrize("text", ["toch niet", "nee laat maar", "laat maar", "stop"])
def test_thinking_better_of_it_in_words_leaves_nothing(me: Talk, mentor: Talk, text: str) -> None:
    read_back(me)
    assert "Goed, geen afspraak." in me.types(text)
    assert me.agreements == []
    assert me.someone.part.doing is Doing.NOTHING


def test_a_bare_no_asks_which_part_and_loses_nothing(me: Talk, mentor: Talk) -> None:
    read_back(me)
    again = me.types("nee")
    assert "Wat klopt er niet?" in again
    assert "De mentor belt met moeder" in again


def test_another_day_keeps_the_rest(me: Talk, mentor: Talk) -> None:
    read_back(me)
    again = me.types("nee wacht, doe maar dinsdag")
    assert "Klaar op: dinsdag 1 december 2026" in again
    assert "Klopt het?" in again
    assert me.only.what == "de mentor belt met moeder"
    assert me.only.who == mentor.someone.part.id


def test_another_one_keeps_the_rest(me: Talk, mentor: Talk) -> None:
    read_back(me)
    assert "Klopt het?" in me.types("ik doe het zelf")
    assert me.only.who == me.someone.part.id
    assert (me.only.what, me.only.due) == ("de mentor belt met moeder", FRIDAY)
    me.types("nee, de huisarts")
    assert (me.only.who, me.only.party) == (None, "family_doctor")


def test_another_sentence_keeps_who_and_day(me: Talk, mentor: Talk) -> None:
    read_back(me)
    me.types("een brief schrijven aan de ouders")
    assert me.only.what == "een brief schrijven aan de ouders"
    assert (me.only.who, me.only.due) == (mentor.someone.part.id, FRIDAY)


def test_what_is_not_understood_changes_nothing(me: Talk, mentor: Talk) -> None:
    read_back(me)
    again = me.types("hocus pocus")
    assert "er is niets veranderd" in again
    assert "De mentor belt met moeder" in again


def test_a_yes_is_never_what_is_agreed(me: Talk) -> None:
    me.does(Agree(), "maak een afspraak")
    assert "Wat spreken jullie af?" in me.types("ja")
    assert "Goed, geen afspraak." in me.types("nee")
    assert me.agreements == []


def test_in_english(me: Talk, mentor: Talk) -> None:
    me.language = "en"
    change_language(me.someone.desk, me.someone.person, "en")
    read_back(me, "agreement: the mentor calls the mother on Friday")
    assert "Tuesday 1 December" in me.types("make it Tuesday")
    assert "The agreement stands." in me.types("yes that's right")


def test_stopping_leaves_it_off(me: Talk, mentor: Talk) -> None:
    read_back(me)
    assert "Goed, geen afspraak." in said(me.does(Pause(), "stop"))
    assert me.agreements == []
    assert me.someone.part.doing is Doing.NOTHING


@pytest.mark.parametrize("move", [Skip(), Back(), Explain()])
def test_what_is_for_questions_asks_it_once_more(me: Talk, mentor: Talk, move: Move) -> None:
    before = (me.someone.open, me.someone.skips)
    read_back(me)
    assert "Klopt het?" in said(me.does(move))
    assert (me.someone.open, me.someone.skips) == before


def test_a_change_is_typed_and_done_at_once(me: Talk, mentor: Talk) -> None:
    made = stands(me, mentor)
    asked = me.does(Mend(), a=made)
    assert "Wat moet er anders?" in said(asked)
    assert "Klopt, leg vast" not in titles(asked)
    changed = me.types("op 1 december")
    assert "Aangepast." in changed
    assert "Klopt het?" not in changed
    assert me.only.due == TUESDAY
    assert me.someone.part.doing is Doing.NOTHING


def test_a_change_by_its_button_is_done_at_once(me: Talk, mentor: Talk) -> None:
    made = stands(me, mentor)
    changed = said(me.does(Mend(), a=made, due=TUESDAY.isoformat()))
    assert "Aangepast." in changed
    assert "Klopt het?" not in changed


@pytest.mark.parametrize("text", ["laat maar", "klopt", "toch niet", "stop"])
def test_an_agreement_may_stay_as_it_is(me: Talk, mentor: Talk, text: str) -> None:
    made = stands(me, mentor)
    me.does(Mend(), a=made)
    assert "blijft zoals hij is" in me.types(text)
    assert me.only.live
    assert said(me.does(Deny(), to="agreement"))


def test_who_is_to_do_it_is_told_of_a_change_with_the_buttons(me: Talk, mentor: Talk) -> None:
    made = stands(me, mentor)
    me.does(Mend(), a=made, due=TUESDAY.isoformat())
    news = hears(mentor, "agreement_changed", made)
    assert "veranderd" in said(news)
    assert "dinsdag 1 december 2026" in said(news)
    assert titles(news) == ["Ja, ik doe het", "Eerst overleggen", "Niet voor mij"]


def test_whom_it_is_taken_from_is_told_even_if_they_may_not_see_it(me: Talk, team: Team) -> None:
    mother = Talk(team.add("parent"))
    made = stands(me, mother)
    me.does(Mend(), a=made, who=me.someone.part.id)
    news = said(hears(mother, "agreement_taken", made))
    assert "nu van iemand anders" in news
    assert "moeder" not in news


def test_who_wants_to_talk_first_says_what_about(me: Talk, mentor: Talk) -> None:
    made = stands(me, mentor)
    asked = mentor.does(Confirm(), a=made, to="talk")
    assert "Wat wil je er eerst over zeggen?" in said(asked)
    assert "Overslaan" in titles(asked)
    assert "ik geef het door" in mentor.types("de 2e lukt niet, de 8e wel")
    assert "“de 2e lukt niet, de 8e wel”" in said(hears(me, "agreement_first", made))
    assert "de 2e lukt niet, de 8e wel" in said(me.does(Agreements(), "bekijk afspraak 1"))
    assert me.only.due == FRIDAY


@pytest.mark.parametrize("skips", [lambda t: t.types("laat maar"), lambda t: said(t.does(Skip()))])
def test_saying_what_about_may_be_skipped(me: Talk, mentor: Talk, skips) -> None:  # type: ignore[no-untyped-def]
    made = stands(me, mentor)
    mentor.does(Confirm(), a=made, to="talk")
    assert "dat hoeft niet" in skips(mentor)
    assert mentor.someone.part.doing is Doing.NOTHING
    assert "eerst overleggen" in said(hears(me, "agreement_first", made))


def test_what_somebody_turned_down_has_nobody(me: Talk, mentor: Talk) -> None:
    made = stands(me, mentor)
    desk = me.someone.desk
    progress(desk, mentor.someone.person, made, AgreementStatus.STUCK)
    confirm(desk, mentor.someone.person, made, Consent.NOT_ME)
    card = me.does(Agreements(), "afspraak 1")
    assert "Wie: nog niemand" in said(card)
    assert "nog te doen (mentor doet dit niet)" in said(card)
    assert "Vraag iemand anders" in titles(card)
    assert "zei mentor: deze afspraak is niet voor mij" in said(hears(me, "agreement_not_me", made))
    assert "Klaar" not in titles(mentor.does(Agreements(), "afspraak 1"))


def test_who_watches_is_asked_in_other_words(me: Talk) -> None:
    read_back(me, "afspraak: de huisarts belt vrijdag met moeder")
    me.does(Settle(), a=me.only.id)
    asked = ask(me.speech, in_check_in(me))
    assert asked.text.startswith(
        "Jij houdt dit in de gaten: “de huisarts belt met moeder” (huisarts"
    )


def in_check_in(talk: Talk):  # type: ignore[no-untyped-def]
    desk, person = talk.someone.desk, talk.someone.person
    schedule = switch_on(desk, person, "Europe/Amsterdam")
    desk.now.at += timedelta(minutes=1)
    ring(desk, Alarm("x", AlarmKind.CHECK_IN, schedule.id, desk.now()))
    return begin_check_in(desk, talk.someone.person)


def next_step(talk: Talk, text: str) -> str:
    """Their own next step, as they said it in a check-in; what it is kept by."""
    desk = talk.someone.desk
    in_check_in(talk)
    while under_way(desk, talk.someone.person).part != "next":
        skip_part(desk, talk.someone.person)
    note = say(desk, talk.someone.person, text).note
    assert note
    return note.id


def test_ones_own_next_step_is_ones_own(me: Talk, mentor: Talk) -> None:
    me.does(Agree(), of=next_step(me, "mentor nabellen donderdag"))
    assert (me.only.what, me.only.who) == ("mentor nabellen", me.someone.part.id)


def test_ones_next_step_may_be_anothers(me: Talk, mentor: Talk) -> None:
    me.does(Agree(), of=next_step(me, "de mentor belt donderdag met moeder"))
    assert me.only.who == mentor.someone.part.id


def test_an_answer_goes_to_one_question(me: Talk, mentor: Talk) -> None:
    made = stands(me, mentor)
    progress(me.someone.desk, me.someone.person, made, AgreementStatus.STUCK)
    me.does(Mend(), a=made, line="need")
    assert "Dit kan helpen" in me.types("een handtekening van de gemeente")
    me.does(Mend(), a=made, line="need")
    me.does(Mend(), a=made, line="who")
    answered = me.types("ik")
    assert "Aangepast." in answered
    assert "Dit kan helpen" not in answered
    assert me.only.need == "een handtekening van de gemeente"


def test_what_is_needed_keeps_its_day(me: Talk) -> None:
    made = stands(me, me)
    progress(me.someone.desk, me.someone.person, made, AgreementStatus.STUCK)
    me.does(Mend(), a=made, line="need")
    me.types("een handtekening voor vrijdag")
    assert me.only.need == "een handtekening voor vrijdag"


@pytest.mark.parametrize("end", ["Klopt", "toch niet"])
def test_an_agreement_in_a_check_in_leads_back_to_it(me: Talk, end: str) -> None:
    in_check_in(me)
    me.does(Agree(), "afspraak: ik bel vrijdag")
    assert "Weekcheck Wolkje" in said_with_labels(me.does(ValidateAgreementForm(), end))


def said_with_labels(replies: Sequence[Reply]) -> str:
    return "\n".join(f"{reply.label} {reply.text}" for reply in replies)


def test_of_several_one_is_asked_and_the_others_stay_in_the_text(me: Talk, mentor: Talk) -> None:
    both = read_back(me, "afspraak: de mentor en de huisarts gaan dinsdag samen op huisbezoek")
    assert "één persoon: mentor. Huisarts staat erbij" in both
    assert me.only.who == mentor.someone.part.id
    assert me.only.what == "de mentor en de huisarts gaan samen op huisbezoek"


@pytest.mark.parametrize(
    "text", ["we maken vrijdag een plan", "iedereen leest vrijdag het verslag"]
)
def test_of_everybody_it_is_asked_who(me: Talk, mentor: Talk, text: str) -> None:
    assert "Wie doet dit?" in read_back(me, f"afspraak: {text} met de mentor")


def test_what_starts_on_a_day_is_not_done_on_it(me: Talk, mentor: Talk) -> None:
    asked = read_back(me, "afspraak: de mentor belt elke avond, vanaf donderdag")
    assert "Op welke dag kijken jullie even terug?" in asked
    again = me.types("over twee weken")
    assert "belt elke avond, vanaf donderdag 26 november 2026" in again
    assert "Terugkijken op: woensdag 9 december 2026" in again
    assert "Klaar op" not in again


@pytest.mark.parametrize("text", ["elke maandag", "elke week", "vanaf donderdag"])
def test_what_comes_every_week_is_looked_back_at(me: Talk, mentor: Talk, text: str) -> None:
    read_back(me, "afspraak: de mentor belt met moeder")
    assert "Op welke dag kijken jullie even terug?" in me.types(text)
    assert (me.only.what or "").startswith("de mentor belt met moeder, ")


def test_public_holidays_are_not_offered(me: Talk) -> None:
    me.someone.desk.now.at = datetime(2026, 12, 21, 9, tzinfo=UTC)  # type: ignore[attr-defined]
    days = titles(me.does(Agree(), "afspraak: ik bel met moeder"))[:3]
    assert days == [
        "Donderdag 24 december 2026", "Donderdag 31 december 2026", "Vrijdag 8 januari 2027",
    ]  # fmt: skip


def test_what_is_late_says_so(me: Talk, mentor: Talk) -> None:
    stands(me, mentor)
    me.someone.desk.now.at += timedelta(days=9)  # type: ignore[attr-defined]
    assert "dag voorbij" in said(me.does(Agreements(), "welke afspraken zijn te laat?"))


def test_one_is_meant_by_its_number_or_by_who_does_it(me: Talk, mentor: Talk) -> None:
    stands(me, mentor, "belt met moeder")
    stands(me, me, "mailt de gemeente", TUESDAY)
    assert "Mailt de gemeente" in said(me.does(Agreements(), "bekijk afspraak 2"))
    theirs = said(me.does(Agreements(), "de afspraak van de mentor moet 8 december worden"))
    assert "Wat er gebeurde" in theirs
    assert "Belt met moeder" in theirs
    assert "Wat er is afgesproken" in said(
        me.does(Agreements(), "hoe zet ik een afspraak op klaar")
    )
    assert "Wat er is afgesproken" in said(me.does(Agreements(), "zet afspraak 9 op klaar"))


def test_one_is_done_in_words_and_removed_by_its_button_only(me: Talk, mentor: Talk) -> None:
    first, second = stands(me, mentor), stands(me, me, "mailt", TUESDAY)
    assert "Laat vervallen" in titles(me.does(Agreements(), "haal afspraak 1 weg"))
    assert all(agreement.live for agreement in me.agreements)
    assert "Klaar, mooi" in said(me.does(Agreements(), "zet afspraak 2 op klaar"))
    status = {agreement.id: agreement.status for agreement in me.agreements}
    assert status == {first: AgreementStatus.OPEN, second: AgreementStatus.DONE}


def test_who_may_not_say_how_it_goes_sees_it(me: Talk, mentor: Talk, team: Team) -> None:
    made = stands(me, me)
    assert "Wat er gebeurde" in said(mentor.does(Agreements(), "afspraak 1 is klaar"))
    found = me.someone.desk.record.agreements.get(made)
    assert found
    assert found.status is AgreementStatus.OPEN


def test_an_agreement_that_went_meanwhile_leads_back_to_what_was_open(
    me: Talk, mentor: Talk
) -> None:
    made = stands(mentor, mentor)
    mentor.does(Mend(), a=made)
    drop_agreement(me.someone.desk, me.someone.person, made)
    assert "is er niet meer" in mentor.types("op dinsdag")
    assert mentor.someone.part.doing is Doing.NOTHING


def test_a_name_begins_with_a_capital(me: Talk, mentor: Talk) -> None:
    read_back(me, "afspraak: huisarts belt vrijdag")
    stands_now = me.types("klopt")
    assert "Huisarts doet hier nog niet mee" in stands_now
    assert "1. Huisarts belt" in said(me.does(Agreements(), "afspraken"))


def test_the_fields_that_are_asked_have_a_sentence(me: Talk) -> None:
    made = stands(me, me)
    for field in Field:
        assert said(me.does(Mend(), a=made, line=str(field)))


def test_whether_another_can_take_over_is_no_answer(me: Talk, mentor: Talk) -> None:
    stands(me, mentor)
    stands(me, me, "mailt", TUESDAY)
    asked = "de mentor doet het niet meer, kan de huisarts het overnemen?"
    assert "Belt met moeder" in said(me.does(ValidateReflectionForm(), asked))
    assert me.someone.answers == {}


def test_without_agreements_it_is_an_answer(me: Talk) -> None:
    me.does(ValidateReflectionForm(), "kan de huisarts het overnemen?")
    assert list(me.someone.answers.values()) == ["kan de huisarts het overnemen?"]


def test_what_was_said_first_stands_in_ones_own_data(me: Talk, mentor: Talk) -> None:
    made = stands(me, mentor)
    mentor.does(Confirm(), a=made, to="talk")
    mentor.types("de 2e lukt niet")
    files = [reply.file.text for reply in mentor.does(MyData()) if reply.file]
    assert any("Eerst te bespreken bij een afspraak" in text for text in files)


def test_a_name_that_was_typed_small_is_shown_with_a_capital(me: Talk, mentor: Talk) -> None:
    desk = me.someone.desk
    desk.record.cases.put(replace(me.someone.case, names_shown=True))
    desk.record.memberships.put(replace(mentor.someone.part, name="jan"))
    assert "Wie: Jan (mentor)" in read_back(me)
