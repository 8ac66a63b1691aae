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


@cache
def nodes(*folders: str) -> tuple[tuple[Path, ast.AST], ...]:
    """Everything in that code, each with its file: to walk through it once is enough."""
    return tuple((path, node) for path, tree in sources(*folders) for node in ast.walk(tree))


@cache
def calls(*folders: str) -> tuple[tuple[str, ast.Call], ...]:
    """Every call, with the last part of the name that is called."""
    found = (node for _, node in nodes(*folders) if isinstance(node, ast.Call))
    return tuple((called(node), node) for node in found)


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
    all_nodes = [node for _, node in nodes(*folders)]
    parts = {id(p) for n in all_nodes if isinstance(n, ast.JoinedStr) for p in n.values}
    return {
        node.value
        for node in all_nodes
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in parts
    }


@cache
def patterns(*folders: str) -> set[str]:
    """A pattern for every f-string in the code that could be the key of a sentence."""
    found = set()
    for _, node in nodes(*folders):
        if isinstance(node, ast.JoinedStr):
            parts = [
                re.escape(literal(part)) if isinstance(part, ast.Constant) else r"\w*"
                for part in node.values
            ]
            found.add("".join(parts))
    return {pattern for pattern in found if re.match(r"[a-z_]+\\\.", pattern)}


@cache
def said_literally(*folders: str) -> list[tuple[str, set[str] | None, str]]:
    """Each sentence said by a literal key: the key, what is filled in (None: a ``**``), where."""
    return list(_said_literally(*folders))


def _said_literally(*folders: str) -> Iterator[tuple[str, set[str] | None, str]]:
    for path, node in nodes(*folders):
        if isinstance(node, ast.Call) and called(node) in SAYS:
            named = [keyword.arg for keyword in node.keywords]
            given = None if None in named else {name for name in named if name}
            where = f"{path.relative_to(PROJECT)}:{node.lineno}"
            for arg in node.args:
                if "." in literal(arg):
                    yield literal(arg), given, where
