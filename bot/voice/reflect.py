"""What Zwaan gives back: after an answer, after a skip, and after a cell."""

from bot.core.coverage import Coverage
from bot.core.in_passing import asks_zwaan
from bot.core.method import Cell, Level, Step, Viewpoint
from bot.core.record import Case
from bot.core.reply import Reply
from bot.core.telling import worries
from bot.services.answer import Answered, CellClosed
from bot.services.asking import Asked
from bot.services.pause import Resumed
from bot.services.skip import Skipped
from bot.voice.asking import question
from bot.voice.map import map_reply
from bot.voice.speech import Speech, doubt_button, shorten, titled
from bot.voice.tell import readers, release_buttons

ASKED = "help"  # the doubt about what may be a question to Zwaan
SAID = 60  # characters of each answer in the look back on a cell


def answered(
    speech: Speech,
    result: Answered,
    case: Case,
    doubt: str | None,
    near: bool = False,
    agreed: bool = False,
) -> list[Reply]:
    """Acknowledge, give back what is finished, and ask on.

    ``near``: to someone near the child it is said who reads it, with the ways to share it.
    ``agreed``: it sounds like an agreement, and may be made one.
    """
    undo = speech.button("undo", stays=True, answer=result.answer.id)
    kind = "replaced" if result.replaced else result.kind
    buttons = [undo]
    if doubt:
        buttons = [doubt_button(speech, doubt, answer=result.answer.id), undo]
    if result.continued:
        kind = "continued"
    said = speech.say(f"ack.{kind}", result.count)
    if result.unseen:
        said = speech.say("reflect.kept_with", ask=result.unseen)
    if doubt:
        asks = doubt == ASKED and asks_zwaan(result.answer.text)
        said = speech.say("reflect.asked" if asks else "reflect.doubt")
    if near:
        said = f"{said} {readers(speech, result.answer.visibility)}"
        buttons += release_buttons(speech, result.answer.id, result.answer.visibility)
    if agreed:
        said = f"{said} {speech.say('agree.sounds')}"
        buttons.append(speech.button("to_agreement", "agree", stays=True, of=result.answer.id))
    ack = Reply(said, speech.language, buttons=tuple(buttons), quiet=True)
    if result.continued:  # the next question is there already
        return [ack]
    return [ack, *_onwards(speech, case, result.closed, result.next, result.coverage)]


def skipped(speech: Speech, result: Skipped, case: Case) -> list[Reply]:
    """Let it rest, give back what is finished, and ask on."""
    key = "reflect.kept" if result.kept else "reflect.skipped"
    line = speech.line(key, len(result.coverage.skipped))
    return [line, *_onwards(speech, case, result.closed, result.next, result.coverage)]


def resumed(speech: Speech, result: Resumed, coverage: Coverage, away: bool = True) -> list[Reply]:
    """The very question that was open; with a welcome to someone who was ``away``."""
    if not away:
        return [speech.line("reflect.here"), *ask_on(speech, result.asked, coverage)]
    ending = {0: "_none", 1: "_one"}.get(result.answered, "")
    line = speech.line(
        f"reflect.resumed{ending}", alias=result.case.alias, answered=result.answered
    )
    return [line, *ask_on(speech, result.asked, coverage)]


def ask_on(speech: Speech, asked: Asked | None, coverage: Coverage) -> list[Reply]:
    """The open question, or what can be done when every question was seen."""
    if asked:
        return [question(speech, asked)]
    left = len(coverage.left_over)
    key = {0: "reflect.all_seen", 1: "reflect.all_seen_left_one"}.get(left, "reflect.all_seen_left")
    buttons = [speech.button("take_up_skipped")] if left else []
    buttons += [
        speech.button(name)
        for name in (
            "overview",
            "my_answers",
            "choose_cell",
            "add_question",
            "new_case",
        )
    ]
    return [speech.reply(key, *buttons, count=left)]


def steps(speech: Speech, viewpoint: Viewpoint | None) -> Reply:
    """Choose a step; with ``viewpoint`` the choice of a step is all that is missing."""
    buttons = [
        titled(speech.step(s), "choose_cell", cell=Cell(s, viewpoint).id)
        if viewpoint
        else titled(speech.step(s), "choose_cell", step=s)
        for s in Step
    ]
    if viewpoint:
        return speech.reply(
            "reflect.choose_step_for", *buttons, viewpoint=speech.viewpoint(viewpoint)
        )
    return speech.reply("reflect.choose_step", *buttons)


def viewpoints(speech: Speech, step: Step, intent: str = "choose_cell") -> Reply:
    """Choose a viewpoint on a step."""
    buttons = [titled(speech.viewpoint(v), intent, cell=Cell(step, v).id) for v in Viewpoint]
    short = speech.method.steps[step].in_(speech.language).short
    asks = speech.say("reflect.choose_viewpoint", step_name=speech.step(step), short=short)
    return Reply("\n".join([asks, *_sides(speech)]), speech.language, buttons=tuple(buttons))


def words_explained(speech: Speech, step: Step | None, viewpoint: Viewpoint | None) -> Reply:
    """What a step or a viewpoint is; without one, what the four viewpoints are."""
    if viewpoint:
        name, side = speech.viewpoint(viewpoint), speech.side(viewpoint)
        return speech.line("reflect.viewpoint_is", viewpoint=name, side=side)
    if step:
        short = speech.method.steps[step].in_(speech.language).short
        return speech.line("reflect.step_is", step_name=speech.step(step), short=short)
    return Reply(
        "\n".join([speech.say("reflect.viewpoints_are"), *_sides(speech)]), speech.language
    )


def _sides(speech: Speech) -> list[str]:
    return [
        speech.say(
            "reflect.choose_viewpoint_line", viewpoint=speech.viewpoint(v), side=speech.side(v)
        )
        for v in Viewpoint
    ]


def _onwards(
    speech: Speech,
    case: Case,
    closed: CellClosed | None,
    asked: Asked | None,
    coverage: Coverage,
) -> list[Reply]:
    said = []
    if closed and asked and asked.plain:
        return [
            speech.line("near.closed", len(coverage.answered)),
            *ask_on(speech, asked, coverage),
        ]
    if closed:
        said.append(look_back(speech, closed))
        if closed.step_seen:
            said.append(step_seen(speech, closed.step_seen, case, coverage))
    return [*said, *ask_on(speech, asked, coverage)]


def look_back(speech: Speech, closed: CellClosed) -> Reply:
    """Two or three lines on a cell: what was said, who was named, what is open; and a nudge."""
    names = {
        "step_name": speech.step(closed.cell.step),
        "viewpoint": speech.viewpoint(closed.cell.viewpoint),
    }
    if closed.said:
        title = "closing.title_open" if closed.left_open else "closing.title"
        lines = [speech.say(title, **names), *_said(speech, closed), _parties(speech, closed)]
        if closed.left_open:
            key = "closing.left_one" if closed.left_open == 1 else "closing.left"
            lines.append(speech.say(key, count=closed.left_open))
    else:
        lines = [speech.say("closing.said_nothing", **names)]
    text = "\n".join(lines)
    if closed.insight:
        nudge = closed.insight.in_(speech.language).nudge
        text += "\n\n" + speech.say("closing.nudge", nudge=nudge)
    return Reply(text, speech.language)


def step_seen(speech: Speech, step: Step, case: Case, coverage: Coverage) -> Reply:
    """The map, after the last cell of a step."""
    title = speech.say("closing.step_seen", step=step.number, step_name=speech.step(step))
    return map_reply(speech, case, coverage, title)


def _said(speech: Speech, closed: CellClosed) -> list[str]:
    """What was said, without what is too heavy to come back so, and what was asked of Zwaan."""
    shown = [text for text in closed.said if not (worries(text) or asks_zwaan(text))]
    quotes = [f"“{shorten(text, SAID)}”" for text in shown]
    return [speech.say("closing.said", said=", ".join(quotes))] if quotes else []


def _parties(speech: Speech, closed: CellClosed) -> str:
    """Who was named, by level: "Dicht bij het kind noemde je: school. Bij bestuur en beleid: …" """
    said: list[str] = []
    for level in Level:
        names = [role.in_(speech.language).name for role in closed.parties if role.level is level]
        if names:
            key = "closing.parties_also" if said else "closing.parties"
            title = speech.say(f"closing.level_{level}")
            said.append(speech.say(key, level=title, names=", ".join(names)))
    return " ".join(said) or speech.say("closing.no_parties")
