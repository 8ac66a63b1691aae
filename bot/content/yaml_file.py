"""A YAML file that knows on which line each of its values stands."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError

T = TypeVar("T")


class Gap(Exception):
    """Something is missing or wrong in the data: each line names file, line and reason."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = list(problems)


class YamlFile:
    """One file, read once. Gap when it is missing or is no YAML."""

    def __init__(self, path: Path, root: Path) -> None:
        self.name = path.relative_to(root).as_posix()
        try:
            text = path.read_text(encoding="utf-8")
            loader = yaml.CSafeLoader(text)  # libyaml's: ten times as fast
            self._node = loader.get_single_node()
            self.data: Any = loader.construct_document(self._node) if self._node else None
        except FileNotFoundError:
            raise Gap([f"{self.name}: the file is missing"]) from None
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            raise Gap([f"{self.name}:{line}: no valid YAML: {error.problem}"]) from None

    def read(self, kind: type[T] | Any, at: Sequence[str | int] = ()) -> T:
        """The file's data, or the part at a path, as values of a type. Gap names what is wrong."""
        data = self.data
        for key in at:
            data = data.get(key) if isinstance(data, dict) else None
        try:
            found: T = TypeAdapter(kind).validate_python(data)
            return found
        except ValidationError as error:
            raise Gap(
                [self.problem((*at, *e["loc"]), f"{_path(e['loc'])}: {e['msg']}")
                 for e in error.errors()]
            ) from None  # fmt: skip

    def problem(self, path: Sequence[str | int], reason: str) -> str:
        """A line that says where and what: "data/method/steps.yml:12: …"."""
        return f"{self.name}:{self.line(path)}: {reason}"

    def line(self, path: Sequence[str | int]) -> int:
        """The line of the value at a path, or of the nearest thing around it that exists."""
        node = self._node
        for key in path:
            found = _child(node, key)
            if found is None:
                break
            node = found
        return node.start_mark.line + 1 if node else 1


def _child(node: Any, key: str | int) -> Any:
    if isinstance(node, yaml.MappingNode):
        return next((value for name, value in node.value if name.value == str(key)), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
        return node.value[key]
    return None


def _path(location: Sequence[str | int]) -> str:
    return ".".join(str(part) for part in location) or "the file"
