"""References to members in what people say: a member's name is kept as a mark, and shown by the
name that they chose, as long as they are there."""

import re
from collections.abc import Callable, Mapping

_MARK = re.compile("\u27e6([\\w-]+)\u27e7")
_BEGINS = re.compile(r"(?:^|\n)(?:• (?:[^:\n]+: )?|\d+\. )?$")
MARKED = "\u27e6"  # with which every mark begins
SHORTEST = 3  # letters of a name's first part that stands for the whole


def mark(member: str) -> str:
    """What stands for a member in a text."""
    return f"\u27e6{member}\u27e7"


def refer(text: str, members: Mapping[str, str]) -> str:
    """``text`` with members' names as marks. ``members``: the name that each chose → their id.

    A name counts with a capital, or in a text without any: "roos" in a text with capitals is the
    flower.
    """
    names = _names(members)
    if not names:
        return text
    any_of = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    bare = text == text.lower()

    def marked(found: re.Match[str]) -> str:
        said = found[0]
        return mark(names[said.lower()]) if bare or said[:1].isupper() else said

    return re.sub(rf"(?<!\w)(?:{any_of})(?!\w)", marked, text, flags=re.IGNORECASE)


def resolve(text: str, shown: Callable[[str], str]) -> str:
    """``text`` with each mark as its member is shown; ``shown``: by their id. With a capital where
    a line begins with it, or what a line is about."""

    def as_shown(found: re.Match[str]) -> str:
        said = shown(found[1])
        begins = _BEGINS.search(text[: found.start()])
        return said[:1].upper() + said[1:] if begins else said

    return _MARK.sub(as_shown, text)


def without_marks(text: str) -> str:
    """``text`` as somebody typed it, without the two signs of which marks are made."""
    return text.replace("\u27e6", "").replace("\u27e7", "")


def _names(members: Mapping[str, str]) -> dict[str, str]:
    """Every way in which a member is named, in lower case: the whole name, and its first part."""
    found = {}
    for name, member in members.items():
        first = name.split()[0] if name.split() else ""
        if len(first) >= SHORTEST:
            found[first.lower()] = member
        found[name.lower()] = member
    return {name: member for name, member in found.items() if name}
