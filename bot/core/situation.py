"""Where a person stands, in ids and choices: all that the engine needs to know before a message.

The engine remembers nothing between messages. Every message brings its situation along, read
from the record when the message is first taken up and kept with it until it is closed; so a
repeat after a crash walks the very same way.
"""

from dataclasses import asdict, dataclass
from enum import StrEnum

from bot.core.language import Language
from bot.core.method import CaseKind
from bot.core.record import Pending


class Loop(StrEnum):
    """What is being asked of a person now; the names of the engine's forms."""

    STRANGER = ""  # has not consented: nothing may be kept
    CASE = "case_form"
    REFLECTION = "reflection_form"
    OWN_QUESTION = "own_question_form"
    TELLING = "telling_form"  # tells in their own way
    INVITING = "invite_form"
    NAMING = "name_form"
    CHANGING = "change_form"  # what a case is called, or about
    AGREEING = "agreement_form"
    CHECKING_IN = "check_in_form"
    SCANNING = "scan_form"
    OBSTACLES = "obstacle_form"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Situation:
    language: Language
    loop: Loop
    asked: str | None = None  # which field of a case is asked for
    pending: Pending = Pending.NOTHING
    kind: CaseKind | None = None

    def as_dict(self) -> dict[str, str | None]:
        return {k: v and str(v) for k, v in asdict(self).items()}

    @classmethod
    def from_dict(cls, data: dict[str, str | None]) -> "Situation":
        """The reverse of ``as_dict``; KeyError or ValueError when it is no situation."""
        return cls(
            language="en" if data["language"] == "en" else "nl",
            loop=Loop(data["loop"] or ""),
            asked=data.get("asked"),
            pending=Pending(data.get("pending") or ""),
            kind=CaseKind(kind) if (kind := data.get("kind")) else None,
        )

    @property
    def takes_words(self) -> bool:
        """Whether what a person types now is, if in doubt, what Zwaan asked for."""
        return self.loop not in (Loop.STRANGER, Loop.NOTHING)
