"""A Bot API of our own, for tests: real HTTP and JSON, people who talk, and trouble on order.

```python
async with FakeBotApi() as api:
    anna = api.person("Anna")
    anna.start()
    ...  # the bot, with api.url for TELEGRAM_API_URL and api.token for its token
    question = await anna.next_message()
    anna.tap("Ja, dat")
```
"""

from tests.bot_api.calls import Call, most_within
from tests.bot_api.faults import BAD_GATEWAY, INTERNAL, Drop, Fail, Slow, flooded
from tests.bot_api.limits import Limit, Limits
from tests.bot_api.messages import Message
from tests.bot_api.people import NoButton, TelegramGroup, TelegramPerson
from tests.bot_api.server import FakeBotApi
from tests.bot_api.telegram import Tap, Toast
from tests.bot_api.webhook import Delivery, Pauses

__all__ = [
    "BAD_GATEWAY",
    "INTERNAL",
    "Call",
    "Delivery",
    "Drop",
    "Fail",
    "FakeBotApi",
    "Limit",
    "Limits",
    "Message",
    "NoButton",
    "Pauses",
    "Slow",
    "Tap",
    "TelegramGroup",
    "TelegramPerson",
    "Toast",
    "flooded",
    "most_within",
]
