"""What Zwaan was to say by itself, about what is no longer there."""

import asyncio

from bot.wiring import Workshop, build_workshop
from tests.harness.stack import Stack

PATIENCE = 30.0  # seconds until all of it is dealt with


async def lapse(stack: Stack) -> None:
    """Let Zwaan come upon something that is over, in every conversation, and deal with it."""
    shop = build_workshop(stack.settings)
    with shop.work() as (desk, _):
        conversations = [person.conversation for person in desk.record.people.find()]
        for person in desk.record.people.find():
            desk.notify(person, {"what": "round_up", "case": "no-such-case", "week": "2026-W03"})
            desk.notify(person, {"id": "no-such-check-in", "to": "again"}, "check_in")
    async with asyncio.timeout(PATIENCE):
        while any(_waits(shop, conversation) for conversation in conversations):
            await asyncio.sleep(0.1)


def _waits(shop: Workshop, conversation: str) -> bool:
    with shop.look() as (_, mailbox):
        return mailbox.waiting(conversation) > 0
