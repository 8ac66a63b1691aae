"""Who tries one code after another comes nowhere, also with a fresh browser each time."""

from tests.harness.chat import Chat
from tests.harness.circle import LINKS
from tests.harness.replay import FOLDER, Replay
from tests.harness.stack import Stack

BROWSERS, TRIES = 5, 10  # what one address may get wrong, spread over browsers
GUESSER, ELSEWHERE = "203.0.113.9", "203.0.113.10"


async def test_a_network_address_from_which_too_many_wrong_codes_came_opens_nothing(
    stack: Stack,
) -> None:
    links = [await _link(stack) for _ in range(2)]
    for browser in range(BROWSERS):
        wrong = [f"#{'x' * 30}{browser}{guess}" for guess in range(TRIES)]
        assert "werkt niet" in await _opens(stack, GUESSER, *wrong)
    assert "werkt niet" in await _opens(stack, GUESSER, links[0])
    assert "Je bent uitgenodigd" in await _opens(stack, ELSEWHERE, links[1])


async def _opens(stack: Stack, address: str, *links: str) -> str:
    """What a fresh browser at an address sees of the last of these links."""
    chat = await Chat.begin(stack.url)
    chat.client._http.headers["X-Forwarded-For"] = address  # as a proxy on this machine says it
    try:
        for link in links:
            await chat.come_in(link)
        return chat.text
    finally:
        await chat.close()


async def _link(stack: Stack) -> str:
    """A link that lets a teacher into a new case."""
    chat = await Chat.begin(stack.url)
    try:
        await Replay(chat, FOLDER / "shared").act({"use": "new_case_nl"})
        await chat.say("/uitnodigen")
        await chat.say("leerkracht")
        return str(LINKS["web"].findall(chat.text)[-1])
    finally:
        await chat.close()
