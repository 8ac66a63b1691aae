"""Turning a reply into what is sent: buttons sealed for one conversation, pictures drawn."""

import json
from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.core.command import ButtonSealer
from bot.core.keyboard import Key
from bot.core.reply import Button, Picture, Reply

Draw = Callable[[Mapping[str, Any]], bytes]


@dataclass(frozen=True)
class Presenter:
    """``pictures``: how to draw each, by name; each gives a PNG."""

    sealer: ButtonSealer
    pictures: Mapping[str, Draw]

    def present_all(self, replies: Sequence[Reply], conversation: str) -> list[str]:
        """All that is said to one message, in order."""
        last = len(replies) - 1
        return [self.present(r, conversation, ends=n == last) for n, r in enumerate(replies)]

    def present(self, reply: Reply, conversation: str, ends: bool = True) -> str:
        """The reply as JSON for the outbox, the same for every channel.

        ``ends``: it is the last of what is said to one message.
        """
        seal = self.sealer.seal
        return json.dumps(
            {
                "text": reply.text,
                "label": reply.label,
                "quiet": reply.quiet,
                "clears": reply.clears,
                "ends": ends,
                "language": reply.language,
                "asks": reply.asks,
                "buttons": [
                    {
                        "title": b.title,
                        "token": seal(b.command, conversation),
                        "stays": b.stays,
                    }
                    for b in reply.buttons
                ],
                "pictures": [self._picture(reply.picture)] if reply.picture else [],
                "files": [{"name": f.name, "text": f.text} for f in [reply.file] if f],
            }
        )

    def keyboard(self, replies: Sequence[Reply], conversation: str) -> list[Key]:
        """All the buttons of what is said."""
        seal = self.sealer.seal
        buttons = [button for reply in replies for button in reply.buttons]
        return [Key(button.title, seal(button.command, conversation)) for button in buttons]

    def newest(self, keys: Sequence[Key], conversation: str, intent: str) -> list[Button]:
        """The buttons with this command that were shown last, to be put before somebody again."""
        buttons: list[Button] = []
        for key in reversed(keys):
            command = self.sealer.open(key.token, conversation)
            if command is None or command.intent != intent:
                break
            buttons.insert(0, Button(key.title, command, stays=True))
        return buttons

    def _picture(self, picture: Picture) -> dict[str, str]:
        png = self.pictures[picture.name](picture.facts)
        return {"png": b64encode(png).decode(), "alt": picture.words}
