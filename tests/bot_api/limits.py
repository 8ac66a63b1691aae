"""How many messages the API lets through ("My bot is hitting limits", core.telegram.org/bots/faq).

Token buckets: each message takes one, and they come back evenly. Only messages that would really
have been sent take one; edits, chat actions and answers to taps are free.
"""

import math
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.bot_api.errors import too_many


@dataclass(frozen=True)
class Limit:
    """``burst``: how many may go at once after a rest."""

    per_second: float
    burst: int = 1


@dataclass
class _Bucket:
    limit: Limit
    tokens: float
    filled: float  # when it was last looked at

    def seconds_until_free(self, now: float) -> float:
        gained = (now - self.filled) * self.limit.per_second
        self.tokens = min(self.limit.burst, self.tokens + gained)
        self.filled = now
        return max(0.0, (1 - self.tokens) / self.limit.per_second)


@dataclass
class Limits:
    """None lifts a limit. ``now``: seconds, of any beginning."""

    overall: Limit | None = field(default_factory=lambda: Limit(30, burst=30))
    private: Limit | None = field(default_factory=lambda: Limit(1))
    group: Limit | None = field(default_factory=lambda: Limit(20 / 60, burst=20))
    now: Callable[[], float] = time.monotonic
    _buckets: dict[object, _Bucket] = field(default_factory=dict, init=False)

    @classmethod
    def none(cls) -> "Limits":
        return cls(overall=None, private=None, group=None)

    def spend(self, chat_id: int) -> None:
        """Count one message to this chat. ApiError 429 when it is one too many."""
        wanted = (("all", self.overall), (chat_id, self.private if chat_id > 0 else self.group))
        now = self.now()
        buckets = [self._bucket(name, limit, now) for name, limit in wanted if limit]
        wait = max((bucket.seconds_until_free(now) for bucket in buckets), default=0.0)
        if wait > 1e-9:
            raise too_many(math.ceil(wait))
        for bucket in buckets:
            bucket.tokens -= 1

    def _bucket(self, name: object, limit: Limit, now: float) -> _Bucket:
        return self._buckets.setdefault(name, _Bucket(limit, limit.burst, now))
