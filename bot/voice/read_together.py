"""What others said, to read."""

from collections.abc import Iterator, Sequence

from bot.core.method import CaseKind, Cell, Step
from bot.core.reply import Button, Reply
from bot.core.words import fill
from bot.services.pieces import Piece
from bot.services.read_together import PAGE, Shared
from bot.voice.member import author_name
from bot.voice.speech import Speech, shorten, titled

ASKED = 140  # characters of the question above an answer


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
        "read.choose_one" if shared.count == 1 else "read.choose",
        *buttons,
        resume,
        alias=shared.case.alias,
        count=shared.count,
    )


def of_step(speech: Speech, shared: Shared, step: Step | None, page: int = 0) -> Reply:
    """What others said in one step, or without a place; so many pieces at a time."""
    cells = shared.of_step(step) if step else {None: shared.cells.get(None, ())}
    title = speech.step(step) if step else speech.say("read.loose")
    pieces = [(cell, piece) for cell, said in cells.items() for piece in said]
    here = pieces[page * PAGE : (page + 1) * PAGE]
    text = [
        speech.say("read.step", step_name=title),
        *_read(speech, shared, here, with_questions=True),
    ]
    following = str(page + 1)
    if step:
        more = speech.button("read_on", "read_together", page=following, step=str(step))
    else:
        more = speech.button("read_on", "read_together", page=following, to="loose")
    return _bubble(speech, text, more if len(pieces) > (page + 1) * PAGE else None)


def new(speech: Speech, shared: Shared) -> Reply:
    """What came since the last look."""
    if not shared.count:
        return speech.reply("read.no_news", speech.button("resume"), alias=shared.case.alias)
    count = shared.count + shared.left
    pieces = [(cell, piece) for cell, said in shared.cells.items() for piece in said]
    text = [
        speech.say("read.news", count=count, alias=shared.case.alias),
        *_read(speech, shared, pieces),
    ]
    return _bubble(speech, text, speech.button("read_on", "news") if shared.left else None)


def _read(
    speech: Speech,
    shared: Shared,
    pieces: Sequence[tuple[Cell | None, Piece]],
    with_questions: bool = False,
) -> Iterator[str]:
    """Each piece with its author, under the name of its cell."""
    before: Cell | None = None
    for cell, piece in pieces:
        if cell and cell != before:
            step, viewpoint = speech.step(cell.step), speech.viewpoint(cell.viewpoint)
            yield speech.say("read.cell", step_name=step, viewpoint=viewpoint)
        before = cell
        who = author_name(speech, shared.authors[piece.author.id])
        asked = _asked(speech, shared, piece) if with_questions else ""
        if asked:
            yield speech.say("read.answered", who=who, ask=asked, text=piece.text)
        else:
            yield speech.say("read.piece", who=who, text=piece.text)


def _asked(speech: Speech, shared: Shared, piece: Piece) -> str:
    """What a piece is an answer to; empty for what was told without a question."""
    found = speech.method.question(piece.question or "")
    if found is None:
        return ""
    kind = shared.case.kind or CaseKind.CHILD
    text = found.text(speech.language, kind, piece.author.voice).ask
    return shorten(fill(text, alias=shared.case.alias or ""), ASKED)


def _bubble(speech: Speech, lines: Sequence[str], more: Button | None) -> Reply:
    """Long as it may be: a channel splits what is longer than it can send."""
    buttons = [more] if more else []
    buttons += [speech.button("read_together"), speech.button("resume")]
    return Reply("\n\n".join(lines), speech.language, buttons=tuple(buttons))
