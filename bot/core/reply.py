"""What Zwaan says: one bubble, with its buttons, picture or file. It travels as JSON."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from bot.core.command import Command
from bot.core.language import Language


@dataclass(frozen=True)
class Button:
    """A quick reply. ``stays``: it may be used after other things were said (an undo, a file)."""

    title: str
    command: Command
    stays: bool = False


@dataclass(frozen=True)
class Picture:
    """A picture to draw when it is sent: which one, from which facts, and the same in words."""

    name: str
    facts: Mapping[str, Any]
    words: str


@dataclass(frozen=True)
class File:
    """A document to save: plain text."""

    name: str
    text: str


@dataclass(frozen=True)
class Reply:
    """One bubble. ``label`` stands small above the text; ``quiet`` makes it a small line;
    ``asks`` names the question it puts, as "membership/question"."""

    text: str
    language: Language
    label: str = ""
    buttons: Sequence[Button] = ()
    picture: Picture | None = None
    file: File | None = None
    quiet: bool = False
    clears: bool = False  # the page forgets what was said before
    asks: str | None = None

    @classmethod
    def silence(cls, language: Language) -> "Reply":
        """Nothing at all: what Zwaan had to say by itself is over. It is not sent."""
        return cls("", language)

    @property
    def silent(self) -> bool:
        """Whether there is nothing in it."""
        return not (self.text or self.label or self.buttons or self.picture or self.file)

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "Reply":
        """The reverse of ``as_dict``; KeyError or TypeError when it is no reply."""
        return cls(
            text=data["text"],
            language=data["language"],
            label=data["label"],
            buttons=tuple(
                Button(b["title"], Command(**b["command"]), b["stays"]) for b in data["buttons"]
            ),
            picture=Picture(**data["picture"]) if data["picture"] else None,
            file=File(**data["file"]) if data["file"] else None,
            quiet=data["quiet"],
            clears=data["clears"],
            asks=data["asks"],
        )
