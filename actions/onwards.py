"""After anything that came in between: what stood open comes back."""

from collections.abc import Sequence
from datetime import date, timedelta

from actions.turn import Turn
from bot.core.coverage import Coverage
from bot.core.record import CaseStatus, Membership, Person
from bot.core.reply import Button, Reply
from bot.core.situation import Loop
from bot.core.telling import worries
from bot.services.agree import Agreed, being_made, can_do_it, stop_agreeing
from bot.services.asking import asked_now
from bot.services.board import board_of
from bot.services.cases import closed_lately
from bot.services.check_in import under_way
from bot.services.check_in_plan import Asked
from bot.services.ports import Desk
from bot.services.refusals import Refusal
from bot.services.scan import scanning
from bot.services.standing import Standing, beginning, coverage_of, standing
from bot.services.tick import obstacle_asked
from bot.services.whereabouts import current_case, fresh, situation_now, today_for
from bot.voice import agree as agree_voice
from bot.voice import case as case_voice
from bot.voice import check_in as check_in_voice
from bot.voice import invite as invite_voice
from bot.voice import obstacles as obstacles_voice
from bot.voice import own_question as own_question_voice
from bot.voice import reflect as reflect_voice
from bot.voice import scan as scan_voice
from bot.voice import settle as settle_voice
from bot.voice import tell as tell_voice
from bot.voice.danger import concerned, worried
from bot.voice.release import in_closed
from bot.voice.speech import Speech

FRIDAY, SOON_WEEKS = 4, 3  # how many weeks ahead a day can be tapped


def open_again(desk: Desk, speech: Speech, person: Person) -> list[Reply]:
    """What is being asked of a person now, said once more; or what they could do."""
    situation = situation_now(desk, person)
    try:
        at = beginning(desk, fresh(desk, person))
    except Refusal:
        return [speech.reply("case.none_open", *_ways_to_a_case(speech))]
    if at.case.status is CaseStatus.CLOSED:
        return [no_case(desk, speech, person, Refusal("no_case"))]
    if situation.loop is Loop.CASE and situation.asked:
        return [case_voice.ask_field(speech, at.case, situation.asked)]
    if situation.loop is Loop.OWN_QUESTION and at.part.adding_to:
        return [own_question_voice.ask(speech, at.part.adding_to)]
    if situation.loop is Loop.TELLING:
        return [tell_voice.prompt(speech, at.part, at.case.alias or "")]
    if situation.loop is Loop.INVITING:
        return [invite_voice.ask_whom(speech, board_of(desk, at), at.part.team)]
    if situation.loop is Loop.NAMING:
        return [tell_voice.ask_name(speech)]
    if situation.loop is Loop.CHANGING and situation.asked:
        return [case_voice.ask_anew(speech, at.case, situation.asked)]
    if situation.loop is Loop.AGREEING:
        return _agreement_again(desk, speech, person, at)
    if situation.loop is Loop.CHECKING_IN:
        return [check_in_voice.ask(speech, under_way(desk, fresh(desk, person)))]
    if situation.loop is Loop.SCANNING:
        return [scan_voice.ask(speech, scanning(desk, fresh(desk, person)))]
    if situation.loop is Loop.OBSTACLES and (about := obstacle_asked(desk, fresh(desk, person))):
        return [obstacles_voice.asked(speech, about)]
    at = beginning(desk, fresh(desk, person))
    return reflect_voice.ask_on(speech, asked_now(desk, at), coverage_of(desk, at))


def _agreement_again(desk: Desk, speech: Speech, person: Person, at: Standing) -> list[Reply]:
    """What is asked about an agreement; when it is there no more, what stood open before."""
    try:
        return [agreement_asked(desk, speech, person, being_made(desk, at))]
    except Refusal:
        stop_agreeing(desk, person)
        return open_again(desk, speech, fresh(desk, person))


def asked_to_settle(desk: Desk, speech: Speech, person: Person) -> list[Reply]:
    """What waits for a yes or a no, asked once more; nothing when nothing does."""
    found = settle_voice.asked(speech, person.pending, current_case(desk, person))
    return [found] if found else []


def agreement_asked(desk: Desk, speech: Speech, person: Person, agreed: Agreed) -> Reply:
    """What is asked about an agreement now, or all of it read back."""
    days = _ends_of_weeks(desk, today_for(desk, person))
    return agree_voice.asked(speech, agreed, can_do_it(desk, person), days)


def _ends_of_weeks(desk: Desk, today: date) -> list[date]:
    """The last working day of each of the coming weeks, from today on."""
    friday = today + timedelta(days=(FRIDAY - today.weekday()) % 7)
    found = []
    for weeks in range(SOON_WEEKS + 1):  # one more, for a week of holidays
        week = [friday + timedelta(weeks=weeks, days=-ahead) for ahead in range(FRIDAY + 1)]
        found += [day for day in week if day >= today and not desk.is_holiday(day)][:1]
    return found[:SOON_WEEKS]


def check_in_goes_on(desk: Desk, speech: Speech, person: Person, asked: Asked) -> Sequence[Reply]:
    """What a check-in asks next; or that it is finished, and what stood open before."""
    if asked.part:
        return [check_in_voice.ask(speech, asked)]
    said = check_in_voice.finished(speech, asked)
    return [said, *open_again(desk, speech, fresh(desk, person))]


def concern(speech: Speech, part: Membership, turn: Turn) -> Sequence[Reply]:
    """What they mean, or whether somebody is not safe, where what was typed may say so."""
    if not part.team and worries(turn.text):
        return [worried(speech, part)]
    return [concerned(speech, part, turn.concern)] if turn.concern else []


def no_case(desk: Desk, speech: Speech, person: Person, refusal: Refusal) -> Reply:
    """No case is open for what was said, so it was not kept: which one, or a new one? In the only
    one, which is closed, one can still take back, look, and leave."""
    if closed := closed_lately(desk, person):
        buttons = (*in_closed(speech, closed.id), speech.button("new_case"))
        return speech.reply("case.only_closed", *buttons, alias=closed.alias)
    return speech.refusal(refusal, *_ways_to_a_case(speech))


def _ways_to_a_case(speech: Speech) -> list[Button]:
    return [speech.button("cases"), speech.button("new_case")]


def coverage_now(desk: Desk, person: Person) -> Coverage:
    """The coverage of the person's current case. Refusal "no_case"."""
    return coverage_of(desk, standing(desk, fresh(desk, person)))
