"""Back to the question before, with the answer that stands there."""

from bot.core.record import Person
from bot.services.asking import Asked, open_earlier
from bot.services.ports import Desk
from bot.services.refusals import Refusal
from bot.services.standing import standing


def go_back(desk: Desk, person: Person) -> Asked:
    """Open the question that was answered or passed over before the open one.

    Refusals: "no_case", "nothing_before".
    """
    at = standing(desk, person)
    history = _history(desk, at.part.id)
    if at.part.open_question in history:
        history = history[: history.index(at.part.open_question)]
    if not history:
        raise Refusal("nothing_before")
    return open_earlier(desk, at, history[-1])


def _history(desk: Desk, membership: str) -> list[str]:
    """All questions that were touched, in the order in which they were last touched."""
    record = desk.record
    answered = zip(
        record.answers.pick("answered_at", membership=membership, deleted=False),
        record.answers.pick("question", membership=membership, deleted=False),
        strict=True,
    )
    skipped = zip(
        record.skips.pick("skipped_at", membership=membership),
        record.skips.pick("question", membership=membership),
        strict=True,
    )
    return [question for _, question in sorted([*answered, *skipped])]
