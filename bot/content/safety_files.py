"""Reading ``data/safety/``: the phrases of danger, and where a human can help."""

from collections.abc import Iterator
from pathlib import Path

from bot.content.yaml_file import Gap, YamlFile
from bot.core.helplines import Helplines
from bot.core.reading.intents import UNCLEAR
from bot.core.safety import DangerDataError, DangerKind, DangerLexicon
from bot.core.safety.told import Told, ToldDataError, read_told

KINDS = (*DangerKind, UNCLEAR)


def read_helplines(root: Path) -> Helplines:
    """The helplines. Gap when a kind of danger has none, or names one that is not there."""
    file = YamlFile(root / "data" / "safety" / "helplines.yml", root)
    found: Helplines = file.read(Helplines)
    problems = list(_problems(file, found))
    if problems:
        raise Gap(problems)
    return found


def read_lexicon(root: Path) -> DangerLexicon:
    """The phrases of danger. Gap when one of them breaks the grammar."""
    file = YamlFile(root / "data" / "safety" / "danger.yml", root)
    try:
        return DangerLexicon.build(file.data)
    except DangerDataError as error:
        raise Gap([file.problem((), str(error))]) from None


def read_examples(root: Path) -> list[Told]:
    """What danger is learnt from. Gap at the first example that is not right."""
    folder = root / "data" / "safety" / "told"
    try:
        return list(read_told(folder))
    except ToldDataError as error:
        raise Gap([f"{folder.relative_to(root)}/{error}"]) from None


def read_safety(root: Path) -> tuple[DangerLexicon, Helplines]:
    """Both; for checking."""
    return read_lexicon(root), read_helplines(root)


def _problems(file: YamlFile, found: Helplines) -> Iterator[str]:
    ids = {line.id for line in found.lines}
    for kind in KINDS:
        for name in ("for_kind", "for_young"):
            if not getattr(found, name).get(kind):
                yield file.problem((name,), f"no line is given for {kind}")
    for name in ("for_kind", "for_young"):
        for kind, lines in getattr(found, name).items():
            for unknown in set(lines) - ids:
                yield file.problem((name, kind), f"there is no line {unknown}")
