"""What is due: a shelf that also gives the alarms whose time has come, each to one gateway only."""

from datetime import datetime

from sqlalchemy import bindparam, func, select

from bot.core.rhythm import Alarm
from bot.store.shelf import Shelf
from bot.store.tables import alarms

_DUE = (
    select(alarms)
    .where(alarms.c.at <= bindparam("now", type_=alarms.c.at.type))
    .order_by(alarms.c.at, alarms.c.id)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)


_NEXT = select(func.min(alarms.c.at))


class Alarms(Shelf[Alarm]):
    """Alarms by what they are about, and by when they are due."""

    def due(self, now: datetime, most: int) -> list[Alarm]:
        """The alarms that are due, the oldest first and so many at most.

        They are this transaction's: another gateway that asks at the same time is given others. Put
        each back for a later moment, or remove it, in the same transaction.
        """
        rows = self._conn.execute(_DUE, {"now": now, "most": most})
        return [self._value(row) for row in rows]

    def next_at(self) -> datetime | None:
        """When the soonest of them is due; None when there is none."""
        soonest: datetime | None = self._conn.scalar(_NEXT)
        return soonest
