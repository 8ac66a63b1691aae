"""What stands in the source itself: refusals, and the keys of sentences."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.harness.memory import PROJECT

SAYS = frozenset({"say", "line", "reply", "_sentence", "_refuse", "all_of"})


@cache
def sources(*folders: str) -> tuple[tuple[Path, ast.Module], ...]:
    """Every Python file in these folders, parsed."""
    files = [path for folder in folders for path in sorted((PROJECT / folder).rglob("*.py"))]
    return tuple((path, ast.parse(path.read_text(encoding="utf-8"))) for path in files)


def called(call: ast.Call) -> str:
    """The last part of the name that is called."""
    match call.func:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
    return ""


def literal(node: ast.expr) -> str:
    """The string that stands here by itself; empty for anything else."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def calls(*folders: str) -> Iterator[tuple[str, ast.Call]]:
    """Every call, with the last part of the name that is called."""
    for _, tree in sources(*folders):
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                yield called(node), node


@cache
def refusal_keys(*folders: str) -> set[str]:
    """The key of every ``Refusal("…")``."""
    return {
        literal(node.args[0])
        for name, node in calls(*folders)
        if name == "Refusal" and literal(node.args[0])
    }


@cache
def constants(*folders: str) -> set[str]:
    """Every string that stands in the code by itself, and not as a part of an f-string."""
    found = set()
    for _, tree in sources(*folders):
        parts = {id(p) for n in ast.walk(tree) if isinstance(n, ast.JoinedStr) for p in n.values}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found |= {node.value} if id(node) not in parts else set()
    return found


@cache
def patterns(*folders: str) -> set[str]:
    """A pattern for every f-string in the code that could be the key of a sentence."""
    found = set()
    for _, tree in sources(*folders):
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr):
                parts = [
                    re.escape(literal(part)) if isinstance(part, ast.Constant) else r"\w*"
                    for part in node.values
                ]
                found.add("".join(parts))
    return {pattern for pattern in found if re.match(r"[a-z_]+\\\.", pattern)}


def said_literally(*folders: str) -> Iterator[tuple[str, set[str] | None, str]]:
    """Each sentence said by a literal key: the key, what is filled in (None: a ``**``), where."""
    for path, tree in sources(*folders):
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or called(node) not in SAYS:
                continue
            named = [keyword.arg for keyword in node.keywords]
            given = None if None in named else {name for name in named if name}
            where = f"{path.relative_to(PROJECT)}:{node.lineno}"
            for arg in node.args:
                if "." in literal(arg):
                    yield literal(arg), given, where
