"""What others said, to read."""

from collections.abc import Sequence

from bot.core.method import Cell, Step
from bot.core.reply import Reply
from bot.services.pieces import Piece
from bot.services.read_together import Shared
from bot.voice.member import author_name
from bot.voice.speech import Speech, shorten, titled

MOST = 3000  # characters of one bubble; a channel splits what is longer than it can send
EACH = 600  # characters of one piece


def by_step(speech: Speech, shared: Shared) -> Reply:
    """How much there is to read in each step."""
    resume = speech.button("resume")
    if not shared.count:
        return speech.reply("read.nothing", resume, alias=shared.case.alias)
    counts = {step: sum(map(len, shared.of_step(step).values())) for step in Step}
    buttons = [
        titled(
            speech.say("read.step_button", step_name=speech.step(step), count=count),
            "read_together",
            step=step,
        )
        for step, count in counts.items()
        if count
    ]
    if loose := shared.cells.get(None):
        title = speech.say("read.loose_button", count=len(loose))
        buttons.append(titled(title, "read_together", to="loose"))
    return speech.reply(
        "read.choose", *buttons, resume, alias=shared.case.alias, count=shared.count
    )


def of_step(speech: Speech, shared: Shared, step: Step | None) -> Reply:
    """What others said in one step, or without a place."""
    cells = shared.of_step(step) if step else {None: shared.cells.get(None, ())}
    title = speech.step(step) if step else speech.say("read.loose")
    text = [speech.say("read.step", step_name=title)]
    for cell, said in cells.items():
        text += _cell(speech, shared, cell, said)
    return _bubble(speech, text)


def new(speech: Speech, shared: Shared) -> Reply:
    """What came since the last look."""
    if not shared.count:
        return speech.reply("read.no_news", speech.button("resume"), alias=shared.case.alias)
    text = [speech.say("read.news", count=shared.count, alias=shared.case.alias)]
    for cell, said in shared.cells.items():
        text += _cell(speech, shared, cell, said)
    return _bubble(speech, text)


def _cell(speech: Speech, shared: Shared, cell: Cell | None, said: Sequence[Piece]) -> list[str]:
    lines = []
    if cell:
        place = speech.say(
            "read.cell",
            step_name=speech.step(cell.step),
            viewpoint=speech.viewpoint(cell.viewpoint),
        )
        lines.append(place)
    for piece in said:
        who = author_name(speech, shared.authors[piece.author.id])
        lines.append(speech.say("read.piece", who=who, text=shorten(piece.text, EACH)))
    return lines


def _bubble(speech: Speech, lines: list[str]) -> Reply:
    text, left = "", 0
    for number, line in enumerate(lines):
        if len(text) + len(line) > MOST:
            left = len(lines) - number
            break
        text = f"{text}\n\n{line}" if text else line
    if left:
        text = f"{text}\n\n{speech.say('read.more', count=left)}"
    buttons = (speech.button("read_together"), speech.button("resume"))
    return Reply(text, speech.language, buttons=buttons)
