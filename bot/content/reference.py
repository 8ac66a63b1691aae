"""The parts of the method that are only told, not reckoned with: their shape is checked here."""

from collections.abc import Iterator, Mapping
from typing import Any

from bot.content.yaml_file import YamlFile

# How many there are of each, and what each must say in every language.
REFERENCE: Mapping[str, tuple[int, tuple[str, ...]]] = {
    "sources": (2, ()),
    "matters": (5, ("name", "about", "rate", "why")),
    "obstacles": (6, ("name", "about", "check", "help")),
    "building_blocks": (7, ("name", "about", "rate", "why", "tips")),
    "rounds": (6, ("name", "about", "asks", "yields")),
}


def check_reference(file: YamlFile, name: str) -> Iterator[str]:
    """What is missing in one of these files."""
    count, wanted = REFERENCE[name]
    items = file.data
    if not isinstance(items, list) or len(items) != count:
        yield file.problem((), f"there must be {count} of them")
        return
    for index, item in enumerate(items):
        if not item.get("id"):
            yield file.problem((index,), "id is missing")
        for language in ("nl", "en") if wanted else ():
            yield from _gaps(file, index, language, item, wanted)


def _gaps(
    file: YamlFile,
    index: int,
    language: str,
    item: dict[str, Any],
    wanted: tuple[str, ...],
) -> Iterator[str]:
    texts = item.get(language) or {}
    for key in wanted:
        if not texts.get(key):
            yield file.problem((index, language), f"{item.get('id')}: {language}.{key} is missing")
