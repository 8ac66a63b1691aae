"""Thinking a case through, question by question."""

import re
from collections.abc import Sequence

from actions.agree import about_agreements, offered_to_say
from actions.agreement_words import says_agreed, sounds_agreed
from actions.loops import EXPLAIN, PAUSE, SKIP, STAYS
from actions.move import FormMove, Move
from actions.onwards import asked_to_settle, concern, coverage_now, open_again
from actions.release import taken_back_at_once
from actions.turn import Turn
from bot.core.agreement_asked import asks_to_take_over
from bot.core.in_passing import asks_to_retype
from bot.core.method import Cell, Step, Viewpoint
from bot.core.reading.intents import CONFIRMED, DANGER
from bot.core.record import Pending, Person
from bot.core.reply import Reply
from bot.core.situation import Loop
from bot.services.agenda import has_agreements
from bot.services.answer import add_to_last, answer_open_question
from bot.services.answers import current_is_revised
from bot.services.asking import asked_now
from bot.services.cases import case_called, switch_case
from bot.services.choose import choose_cell, current_cell
from bot.services.new_case import MAY_BE_OPEN, fill_in
from bot.services.pause import pause, resume
from bot.services.ports import Desk
from bot.services.skip import skip_open_question, take_up_skipped
from bot.services.standing import standing
from bot.services.tell import tell
from bot.voice import reflect as voice
from bot.voice.asking import question
from bot.voice.case import filled
from bot.voice.danger import rests as rests_in_danger
from bot.voice.settle import explained
from bot.voice.speech import Speech

_ABOUT_SIDES = re.compile(r"\b(blikveld|viewpoint)", re.IGNORECASE)
AGREED_IN = (Step.ARRANGE, Step.ACTIVATE)  # where an answer may well be an agreement


class ValidateReflectionForm(FormMove):
    """Takes what was typed for the answer to the open question."""

    form = "reflection_form"
    slot = "answer"

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        if other := case_called(desk, person, turn.text):
            went_on = switch_case(desk, person, other)
            return voice.resumed(speech, went_on, coverage_now(desk, person))
        if asks_to_take_over(turn.text) and has_agreements(desk, person):
            return about_agreements(desk, speech, person, turn)
        if taken := taken_back_at_once(desk, speech, person, turn):
            return taken
        if asks_to_retype(turn.text) and current_is_revised(desk, person):
            return [speech.reply("answers.just_type", speech.button("keep", "skip"))]
        parties = heard_parties(speech, turn)
        if turn.about.get("beside") == DANGER and (
            more := add_to_last(desk, person, turn.text, parties, turn.key)
        ):  # in answer to whether somebody is not safe
            at = standing(desk, person)
            kept = voice.answered(speech, more, at.case, turn.doubt, not at.part.team)
            asks = concern(speech, at.part, turn)
            return [*kept, *(asks or open_again(desk, speech, person))]
        result = answer_open_question(desk, person, turn.text, parties, turn.key, turn.received_at)
        at = standing(desk, person)
        asked = speech.method.question(result.answer.question)
        fits = asked is not None and asked.cell.step in AGREED_IN
        fits = fits or (at.part.team and says_agreed(turn.text))
        agreed = fits and sounds_agreed(desk, speech, person, turn, turn.text)
        near = not at.part.team
        first, *said = voice.answered(speech, result, at.case, turn.doubt, near, agreed)
        said = [offered_to_say(desk, speech, person, turn, result.answer.id, first), *said]
        asks = concern(speech, at.part, turn)
        return [*(said[:-1] or said), *asks] if asks else said  # the next question can wait


class Note(Move):
    """Keeps what was said while nothing was asked."""

    takes_words = True

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        if taken := taken_back_at_once(desk, speech, person, turn):
            return taken
        tell(desk, person, turn.text, said_in=turn.key)
        case = standing(desk, person).case
        return [
            speech.line("reflect.note", alias=case.alias),
            *open_again(desk, speech, person),
        ]


class Skip(Move):
    """Passes the open question over; in a new case, what may be left open."""

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        if turn.situation.loop is Loop.CASE and turn.situation.asked in MAY_BE_OPEN:
            return filled(speech, fill_in(desk, person, ""))
        if skip := SKIP.get(turn.situation.loop):
            return skip(desk, speech, person)
        result = skip_open_question(desk, person, turn.args.get("question"))
        return voice.skipped(speech, result, standing(desk, person).case)


class Explain(Move):
    """What the open question is after; or what a yes would do, where one is asked for."""

    leaves_open = CONFIRMED

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        if asked_still := asked_to_settle(desk, speech, person):
            return [explained(speech, person.pending), *asked_still]
        if explain := EXPLAIN.get(turn.situation.loop):
            return explain(desk, speech, person)
        asked = asked_now(desk, standing(desk, person))
        if asked is None:
            return open_again(desk, speech, person)
        step, viewpoint = turn.choice(Step, "step"), turn.choice(Viewpoint, "viewpoint")
        if step or viewpoint or (not asked.plain and _ABOUT_SIDES.search(turn.text)):
            return [voice.words_explained(speech, step, viewpoint), question(speech, asked)]
        key = "reflect.no_explain" if asked.own else "reflect.explain"
        said = speech.reply(key, text=asked.text.explain)
        return [said, question(speech, asked)]


class Example(Move):
    """How an answer to the open question could sound."""

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        if explain := EXPLAIN.get(turn.situation.loop):
            return explain(desk, speech, person)
        asked = asked_now(desk, standing(desk, person))
        if asked is None:
            return open_again(desk, speech, person)
        key = "reflect.no_example" if asked.own else "reflect.example"
        said = speech.reply(key, text=asked.text.example)
        return [said, question(speech, asked)]


class Pause(Move):
    in_danger = True

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        if person.pending is Pending.DANGER:  # to stop is to choose nothing
            return [rests_in_danger(speech)]
        if rest := PAUSE.get(turn.situation.loop):
            return rest(desk, speech, person)
        case = pause(desk, person)
        return [speech.reply("reflect.paused", speech.button("resume"), alias=case.alias)]


class Resume(Move):
    said_in_danger = "keep_or_not"

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        if turn.situation.loop in STAYS:
            return open_again(desk, speech, person)
        result = resume(desk, person)
        return voice.resumed(speech, result, coverage_now(desk, person), away=result.rested)


class ChooseCell(Move):
    """Any step and viewpoint, at any time; what was not said is asked with buttons."""

    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        if "cell" in turn.args:
            return [question(speech, choose_cell(desk, person, Cell.parse(turn.args["cell"])))]
        step, viewpoint = (
            turn.choice(Step, "step"),
            turn.choice(Viewpoint, "viewpoint"),
        )
        here = current_cell(desk, person)
        if step and viewpoint:
            return [question(speech, choose_cell(desk, person, Cell(step, viewpoint)))]
        if viewpoint and here:
            return [question(speech, choose_cell(desk, person, Cell(here.step, viewpoint)))]
        if step:
            return self._in_step(desk, speech, person, step)
        return [voice.steps(speech, viewpoint)]

    def _in_step(self, desk: Desk, speech: Speech, person: Person, step: Step) -> Sequence[Reply]:
        """Opens the step where least was said, so that a viewpoint alone is enough after it."""
        coverage = coverage_now(desk, person)
        least = min(Viewpoint, key=lambda v: len(coverage.answered.intersection(
            coverage.questions[Cell(step, v)])))  # fmt: skip
        asked = choose_cell(desk, person, Cell(step, least))
        return [voice.viewpoints(speech, step), question(speech, asked)]


class TakeUpSkipped(Move):
    def act(self, desk: Desk, speech: Speech, person: Person, turn: Turn) -> Sequence[Reply]:
        return [question(speech, take_up_skipped(desk, person))]


def heard_parties(speech: Speech, turn: Turn) -> list[str]:
    """The roles that were named, by their ids."""
    roles = (speech.method.role_for(word, speech.language) for word in turn.parties)
    return [role.id for role in roles if role]
