"""Reading ``data/method/`` as one method."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from bot.content.reference import REFERENCE, check_reference
from bot.content.yaml_file import Gap, YamlFile
from bot.core.language import LANGUAGES
from bot.core.method import (
    CELLS,
    Insight,
    Insights,
    Level,
    LevelText,
    Method,
    Question,
    Role,
    Spoken,
    Step,
    StepText,
    Viewpoint,
    ViewpointText,
)

QUESTIONS_A_CELL = 3
SHORT_CELL = "activate.content"  # the brochure has one question there, and 58 in all
FEWEST_ROLES = 40


def read_method(root: Path) -> Method:
    """The whole method under ``root``/data/method. Gap lists everything that is amiss."""
    folder = root / "data" / "method"
    problems: list[str] = []
    parts: dict[str, Any] = {}
    for name, read in _PARTS.items():
        try:
            parts[name] = read(folder, root)
        except Gap as gap:
            problems += gap.problems
    if problems:
        raise Gap(problems)
    return Method(**parts)


def _steps(folder: Path, root: Path) -> dict[Step, StepText]:
    file = YamlFile(folder / "steps.yml", root)
    steps: tuple[StepText, ...] = file.read(tuple[StepText, ...])
    return _complete(file, {step.id: step for step in steps}, set(Step))


def _viewpoints(folder: Path, root: Path) -> dict[Viewpoint, ViewpointText]:
    file = YamlFile(folder / "viewpoints.yml", root)
    found: tuple[ViewpointText, ...] = file.read(tuple[ViewpointText, ...])
    return _complete(file, {v.id: v for v in found}, set(Viewpoint))


def _levels(folder: Path, root: Path) -> dict[Level, LevelText]:
    file = YamlFile(folder / "levels.yml", root)
    found: tuple[LevelText, ...] = file.read(tuple[LevelText, ...], ("levels",))
    return _complete(file, {level.id: level for level in found}, set(Level))


def _questions(folder: Path, root: Path) -> dict[str, Question]:
    questions: dict[str, Question] = {}
    problems: list[str] = []
    for step in Step:
        file = YamlFile(folder / "questions" / f"{step}.yml", root)
        found: tuple[Question, ...] = file.read(tuple[Question, ...])
        problems += _question_problems(file, step, found)
        questions.update({question.id: question for question in found})
    if problems:
        raise Gap(problems)
    return questions


def _question_problems(file: YamlFile, step: Step, found: tuple[Question, ...]) -> Iterator[str]:
    ids = [question.id for question in found]
    cells = {cell.id for cell in CELLS if cell.step is step}
    for cell in (cell for cell in CELLS if cell.step is step):
        for number in range(1, (1 if cell.id == SHORT_CELL else QUESTIONS_A_CELL) + 1):
            if f"{cell.id}.{number}" not in ids:
                yield file.problem((), f"question {cell.id}.{number} is missing")
    for index, question in enumerate(found):
        if question.id.rpartition(".")[0] not in cells:
            reason = f"{question.id} belongs to no cell of the step {step}"
            yield file.problem((index, "id"), reason)
        if ids.count(question.id) > 1:
            yield file.problem((index, "id"), f"question {question.id} stands here twice")
        for path, text in _texts(question):
            if not text.strip():
                yield file.problem((index, *path), f"{question.id}: {'.'.join(path)} is empty")
            if "{" in text.replace("{alias}", ""):
                yield file.problem(
                    (index, *path), f"{question.id}: only {{alias}} can be filled in"
                )


def _texts(question: Question) -> Iterator[tuple[tuple[str, ...], str]]:
    for language in LANGUAGES:
        for name, text in vars(question.in_(language)).items():
            yield (language, name), text
        variant = vars(question.challenge.in_(language)) if question.challenge else {}
        for name, text in variant.items():
            if text is not None:
                yield ("challenge", language, name), text


def _roles(folder: Path, root: Path) -> dict[str, Role]:
    file = YamlFile(folder / "roles.yml", root)
    found: tuple[Role, ...] = file.read(tuple[Role, ...])
    problems = [] if len(found) >= FEWEST_ROLES else [file.problem((), "fewer than 40 roles")]
    ids = [role.id for role in found]
    problems += [
        file.problem((index, "id"), f"the role {role.id} stands here twice")
        for index, role in enumerate(found)
        if ids.count(role.id) > 1
    ]
    for language in LANGUAGES:
        taken: dict[str, str] = {}
        for index, role in enumerate(found):
            spoken = role.in_(language)
            for word in {w.lower() for w in (spoken.name, *spoken.words)}:
                if taken.setdefault(word, role.id) != role.id:
                    reason = f"“{word}” is a word for {taken[word]} already"
                    problems.append(file.problem((index, language), reason))
    if problems:
        raise Gap(problems)
    return {role.id: role for role in found}


def _insights(folder: Path, root: Path) -> Insights:
    file = YamlFile(folder / "insights.yml", root)
    insights: tuple[Insight, ...] = file.read(tuple[Insight, ...], ("insights",))
    signals: dict[str, Spoken[tuple[str, ...]]] = file.read(
        dict[str, Spoken[tuple[str, ...]]], ("signals",)
    )
    problems = (
        [] if len(insights) == 8 else [file.problem(("insights",), "there must be 8 insights")]
    )
    for index, insight in enumerate(insights):
        for language in LANGUAGES:
            problems += [
                file.problem(("insights", index, language, name), f"{insight.id}: {name} is empty")
                for name, text in vars(insight.in_(language)).items()
                if not text.strip()
            ]
        if insight.when not in {*signals, "always"}:
            reason = f"no signals are given for “{insight.when}”"
            problems.append(file.problem(("insights", index, "when"), reason))
    if problems:
        raise Gap(problems)
    return Insights(insights, signals)


def _reference(folder: Path, root: Path) -> dict[str, object]:
    files = {name: YamlFile(folder / f"{name}.yml", root) for name in REFERENCE}
    problems = [p for name, file in files.items() for p in check_reference(file, name)]
    if problems:
        raise Gap(problems)
    return {name: file.data for name, file in files.items()}


def _complete(file: YamlFile, found: dict[Any, Any], wanted: set[Any]) -> dict[Any, Any]:
    missing = wanted - set(found)
    if missing:
        raise Gap([file.problem((), f"{name} is missing") for name in sorted(missing)])
    return found


_PARTS: Mapping[str, Any] = {
    "steps": _steps,
    "viewpoints": _viewpoints,
    "levels": _levels,
    "roles": _roles,
    "questions": _questions,
    "insights": _insights,
    "reference": _reference,
}
