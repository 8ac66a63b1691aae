"""How the bot gets its updates: getUpdates, or a webhook; never both ("Getting updates")."""

import re
from dataclasses import dataclass, field
from typing import Any

from tests.bot_api.errors import OTHER_WEBHOOK, WEBHOOK_ACTIVE, bad_request, conflict
from tests.bot_api.parameters import Parameters
from tests.bot_api.polling import Poller
from tests.bot_api.updates import UpdateQueue
from tests.bot_api.webhook import Target, Webhook

SECRET = re.compile(r"[A-Za-z0-9_-]{0,256}")
MOST_UPDATES = 100


@dataclass
class Told:
    """A result that comes with a description of what was done."""

    result: Any
    description: str


@dataclass
class Reception:
    """The four methods about updates. What waits stays when the bot changes from one way to the
    other."""

    updates: UpdateQueue
    webhook: Webhook
    poller: Poller = field(init=False)

    def __post_init__(self) -> None:
        self.poller = Poller(self.updates)

    async def get_updates(self, call: Parameters) -> list[dict[str, Any]]:
        if self.webhook.target:
            raise conflict(WEBHOOK_ACTIVE)
        self._choose_kinds(call)
        limit = max(1, min(call.integer("limit", MOST_UPDATES), MOST_UPDATES))
        taken = await self.poller.poll(call.integer("offset"), limit, call.integer("timeout"))
        return [update.as_json() for update in taken]

    async def set_webhook(self, call: Parameters) -> Told:
        """Unlike the real one it takes http too, as a Bot API server of one's own does."""
        if not call.text("url"):
            return await self.delete_webhook(call)
        if not call.text("url").startswith(("https://", "http://")):
            raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
        if not SECRET.fullmatch(call.text("secret_token")):
            raise bad_request("secret token contains unallowed characters")
        self._choose_kinds(call)
        self._drop_if_asked(call)
        target = Target(call.text("url"), call.text("secret_token"))
        if target == self.webhook.target:
            return Told(True, "Webhook is already set")
        self.poller.end(OTHER_WEBHOOK)
        await self.webhook.deliver_to(target)
        return Told(True, "Webhook was set")

    async def delete_webhook(self, call: Parameters) -> Told:
        self._drop_if_asked(call)
        if not self.webhook.target:
            return Told(True, "Webhook is already deleted")
        await self.webhook.deliver_to(None)
        return Told(True, "Webhook was deleted")

    async def get_webhook_info(self, call: Parameters) -> dict[str, Any]:
        target, kinds = self.webhook.target, self.updates.allowed
        return {
            "url": target.url if target else "",
            "has_custom_certificate": False,
            "pending_update_count": len(self.updates.waiting),
            **({"max_connections": 40, "ip_address": "127.0.0.1"} if target else {}),
            **({"allowed_updates": kinds} if kinds else {}),
            **self.webhook.last_error,
        }

    def _choose_kinds(self, call: Parameters) -> None:
        """As it was, when nothing is said of it; an empty list means the usual kinds."""
        kinds = call.structure("allowed_updates", "can't parse allowed_updates JSON object")
        if kinds is not None:
            self.updates.allowed = list(kinds)

    def _drop_if_asked(self, call: Parameters) -> None:
        if call.flag("drop_pending_updates"):
            self.updates.drop()
