"""Putting a question: where we are, why here, and what can be done with it."""

from bot.core.method import CELLS
from bot.core.reply import Button, Reply
from bot.core.route import Why
from bot.services.asking import Asked
from bot.voice.speech import Speech, shorten

EARLIER = 400  # characters of an earlier answer that are shown again


def question(speech: Speech, asked: Asked) -> Reply:
    """The question, with its place as a label and its buttons."""
    parts = [_why(speech, asked), asked.text.ask]
    if asked.earlier is not None:
        parts.append(speech.say("reflect.earlier", text=shorten(asked.earlier, EARLIER)))
    return Reply(
        "\n\n".join(part for part in parts if part),
        speech.language,
        label=place(speech, asked),
        buttons=_buttons(speech, asked),
        asks=f"{asked.part}/{asked.id}",
    )


def place(speech: Speech, asked: Asked) -> str:
    """ "Stap 1 · Verkennen — inhoudelijk · 2 van 3"; in plain words for those near the child."""
    if asked.plain:
        theme = speech.say(f"near.theme_{asked.cell.viewpoint}")
        return speech.say("near.label", theme=theme, number=asked.number, total=asked.total)
    return speech.say(
        "reflect.label_own" if asked.own else "reflect.label",
        step=asked.cell.step.number,
        step_name=speech.step(asked.cell.step),
        viewpoint=speech.viewpoint(asked.cell.viewpoint),
        number=asked.number,
        total=asked.total,
    )


def _why(speech: Speech, asked: Asked) -> str:
    """Why we are here; the variants change from cell to cell."""
    if asked.plain:
        return ""
    step = asked.cell.step
    return speech.say(
        f"why.{asked.why}",
        CELLS.index(asked.cell),
        step=step.number,
        step_name=speech.step(step),
        short=speech.method.steps[step].in_(speech.language).short,
        side=speech.side(asked.cell.viewpoint),
    )


def _buttons(speech: Speech, asked: Asked) -> tuple[Button, ...]:
    if asked.earlier is not None:
        first = speech.button("keep", "skip", question=asked.id)
    else:
        first = speech.button("skip", question=asked.id)
    buttons = [first]
    if asked.plain:
        return (
            *buttons,
            speech.button("explain"),
            speech.button("tell_mode"),
            speech.button("pause"),
        )
    if not asked.own:
        buttons += [speech.button("explain"), speech.button("example")]
    buttons.append(speech.button("pause"))
    if asked.why is not Why.SAME_CELL:
        buttons.append(speech.button("choose_cell"))
    return tuple(buttons)
