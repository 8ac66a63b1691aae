"""What Zwaan was to say by itself about what is over, it does not say; and it goes on."""

from pathlib import Path

from tests.harness.chat import Chat
from tests.harness.lapsed import lapse
from tests.harness.replay import Replay
from tests.harness.stack import Stack

SHARED = Path(__file__).parent / "conversations" / "shared"


async def test_what_is_over_is_passed_in_silence(stack: Stack) -> None:
    chat = await Chat.begin(stack.url)
    try:
        await Replay(chat, SHARED).play({"language": "nl", "turns": [{"use": "new_case_nl"}]})
        await lapse(stack)
        await chat.say("/uitleg")
        assert "1 van 3" in chat.text
        assert all(said["text"] for said in chat.history)
        assert not any("Sorry" in said["text"] for said in chat.history)
    finally:
        await chat.close()
