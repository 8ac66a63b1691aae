"""Updates that went wrong on the way, in every way there is."""

import copy
import json
import random
from collections.abc import Sequence
from typing import Any

JUNK: tuple[Any, ...] = (
    None, True, -1, 0, 1.5, 10**30, "", "x" * 5000, "\x00", "\ud800", "🦢", "1", [], {}, [[]],
    {"id": 1}, {"id": "1"}, [{"id": 1}], "private", "/start", "/start \n{}", "·",
)  # fmt: skip
KINDS = ("message", "edited_message", "callback_query", "my_chat_member", "channel_post", "poll")


def garbled(chance: random.Random, samples: Sequence[dict[str, Any]]) -> bytes:
    """A request's body: mostly an update with some of it replaced, gone, or in another place."""
    update = copy.deepcopy(chance.choice(samples))
    for _ in range(chance.randint(1, 4)):
        _change(chance, update)
    if update and chance.random() < 0.1:
        update[chance.choice(KINDS)] = update.pop(chance.choice(list(update)), None)
    body = json.dumps(update).encode()
    if chance.random() < 0.1:
        cut = chance.randrange(len(body) + 1)
        body = body[:cut] + chance.randbytes(chance.randint(0, 8)) + body[cut + 1 :]
    return body


def _change(chance: random.Random, part: Any) -> None:
    """Go down at random, and change what stands there."""
    while isinstance(part, dict | list) and part:
        keys: Sequence[Any] = list(part) if isinstance(part, dict) else range(len(part))
        key = chance.choice(keys)
        inside = part[key]
        if isinstance(inside, dict | list) and inside and chance.random() < 0.8:
            part = inside
        elif chance.random() < 0.3:
            del part[key]
            return
        else:
            part[key] = copy.deepcopy(chance.choice(JUNK))
            return
