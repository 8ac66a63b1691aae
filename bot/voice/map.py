"""The map of 5 steps × 4 viewpoints: as a picture, and the same in words."""

from bot.core.coverage import CellState, Coverage
from bot.core.method import Cell, Step, Viewpoint
from bot.core.record import Case
from bot.core.reply import Button, Picture, Reply
from bot.voice.speech import Speech


def map_reply(
    speech: Speech,
    case: Case,
    coverage: Coverage,
    title: str,
    buttons: tuple[Button, ...] = (),
) -> Reply:
    """A bubble with the map and its summary."""
    counts = {str(state): count for state, count in coverage.counts().items()}
    text = "\n".join([title, speech.say("overview.summary", **counts), _blind(speech, coverage)])
    picture = Picture("map", _facts(speech, case, coverage), in_words(speech, coverage))
    return Reply(text, speech.language, buttons=buttons, picture=picture)


def in_words(speech: Speech, coverage: Coverage) -> str:
    """Every step with its four viewpoints, for those who do not see the picture."""
    lines = []
    for step in Step:
        cells = [
            speech.say(
                "overview.cell",
                viewpoint=speech.viewpoint(viewpoint),
                state=speech.say(f"overview.state_{coverage.state(Cell(step, viewpoint))}"),
            )
            for viewpoint in Viewpoint
        ]
        lines.append(
            speech.say("overview.line", step_name=speech.step(step), cells=", ".join(cells))
        )
    return "\n".join(lines)


def _blind(speech: Speech, coverage: Coverage) -> str:
    """The viewpoint that got least attention, unless all got the same."""
    weights = {viewpoint: coverage.weight(viewpoint) for viewpoint in Viewpoint}
    least = min(Viewpoint, key=lambda viewpoint: weights[viewpoint])
    if weights[least] == max(weights.values()):
        return ""
    return speech.say("overview.blind", viewpoint=speech.viewpoint(least))


def _facts(speech: Speech, case: Case, coverage: Coverage) -> dict[str, object]:
    return {
        "title": speech.say("overview.title", alias=case.alias or ""),
        "steps": [f"{step.number}. {speech.step(step)}" for step in Step],
        "viewpoints": [speech.viewpoint(viewpoint) for viewpoint in Viewpoint],
        "sides": [
            speech.say("overview.right_things"),
            speech.say("overview.wanting_together"),
        ],
        "states": [
            [str(coverage.state(Cell(step, viewpoint))) for viewpoint in Viewpoint] for step in Step
        ],
        "shares": [
            [_share(coverage, Cell(step, viewpoint)) for viewpoint in Viewpoint] for step in Step
        ],
        "legend": {str(s): speech.say(f"overview.state_{s}") for s in CellState},
    }


def _share(coverage: Coverage, cell: Cell) -> str:
    questions = coverage.questions[cell]
    return f"{sum(q in coverage.answered for q in questions)}/{len(questions)}"
