"""When one of a circle erases themselves, nothing of theirs stands anywhere, and all of the others'
does: in no table, sealed or not, and in no file."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio
import yaml

from tests.harness.chat import Chat
from tests.harness.circle import Circle
from tests.harness.opened import tables_with
from tests.harness.replay import FOLDER, Replay
from tests.harness.stack import Stack

# Each word stands in something that the mother says, of another kind each.
HERS = {
    "kanarieverhaal": "notes",
    "kanarieantwoord": "answers",
    "kanarieeerst": "revisions",
    "kanarienaam": "memberships",
    "kanarievraag": "own_questions",
    "kanariegevaar": "people",
}
OTHERS = ("kanarieregelaar", "kanariemeisje")
SCRIPT = yaml.safe_load(
    """
    - {who: coordinator, use: new_case_nl}
    - {who: coordinator, say: "hij komt alleen op dinsdag, kanarieregelaar"}
    - {who: coordinator, say: /uitnodigen}
    - {who: coordinator, tap: Ouder}
    - {who: mother, follow: coordinator}
    - {who: mother, tap: "Ja, ik doe mee"}
    - {who: coordinator, wait: true}
    - {who: coordinator, say: /uitnodigen}
    - {who: coordinator, tap: Jongere}
    - {who: girl, follow: coordinator}
    - {who: girl, tap: "Ja, ik doe mee"}
    - {who: coordinator, wait: true}
    - {who: girl, say: "ik mis mijn oude klas, kanariemeisje"}
    - {who: mother, say: "op maandag wil hij niet uit bed, kanarieverhaal"}
    - {who: mother, tap: Deel met iedereen}
    - {who: mother, tap: "Ja, deel met iedereen"}
    - {who: mother, say: mijn naam}
    - {who: mother, say: kanarienaam}
    - {who: mother, tap: Stel mij vragen}
    - {who: mother, say: "het gaat niet zo goed thuis, kanarieeerst"}
    - {who: mother, say: terug}
    - {who: mother, say: "het gaat eigenlijk wel goed thuis, kanarieantwoord"}
    - {who: mother, say: /vraag}
    - {who: mother, say: "wat vindt de juf van de kanarievraag?"}
    - {who: mother, say: "ik wil niet meer leven, kanariegevaar"}
    """
)


@pytest_asyncio.fixture
async def circle(stack: Stack) -> AsyncIterator[Circle]:
    names = ("coordinator", "mother", "girl")
    chats = {name: await Chat.begin(stack.url) for name in names}
    replays = {name: Replay(chat, FOLDER / "shared") for name, chat in chats.items()}
    yield Circle(replays, dict.fromkeys(names, "web"))
    for chat in chats.values():
        await chat.close()


async def test_nothing_of_who_erases_themselves_stands_anywhere_afterwards(
    stack: Stack, circle: Circle
) -> None:
    await circle.play({"turns": SCRIPT})
    for word, table in HERS.items():
        assert table in tables_with(stack.settings, word), f"{word} was kept"
    await circle.play({"turns": [{"who": "mother", "say": "/wissen"}]})
    await circle.play({"turns": [{"who": "mother", "tap": "Ja, wis alles", "see": "gewist"}]})
    for word in HERS:
        assert tables_with(stack.settings, word) == []
        assert _files_with(stack.home, word) == []
    for word in OTHERS:
        assert tables_with(stack.settings, word), "what others said stays"
        assert _files_with(stack.home, word) == [], "and is sealed"


def _files_with(home: Path, word: str) -> list[str]:
    files = [path for path in home.rglob("*") if path.is_file()]
    return [path.name for path in files if word.encode() in path.read_bytes()]
