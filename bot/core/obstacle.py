"""The six obstacles, as they stand in a case."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Tick:
    """One of the six that somebody ticked: it stands in the case until it is cleared.

    ``ticked_by`` and ``cleared_by`` are memberships; None: of somebody who is gone.
    """

    id: str
    case: str
    obstacle: str
    ticked_at: datetime
    ticked_by: str | None = None
    cleared_at: datetime | None = None
    cleared_by: str | None = None
    done: str | None = None  # what was done, in the words of who cleared it
