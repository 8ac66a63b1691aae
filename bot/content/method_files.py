"""Reading ``data/method/`` as one method."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bot.content.reference import REFERENCE, check_reference
from bot.content.yaml_file import Gap, YamlFile
from bot.core.language import LANGUAGES
from bot.core.method import (
    CELLS,
    STRICT,
    Cell,
    CourseQuestion,
    Insight,
    Insights,
    Level,
    LevelText,
    Method,
    Question,
    QuestionText,
    Role,
    Spoken,
    Step,
    StepText,
    Viewpoint,
    ViewpointText,
    Voice,
)

QUESTIONS_A_CELL = 3
SHORT_CELL = "activate.content"  # the brochure has one question there, and 58 in all
FEWEST_ROLES = 40
FEWEST_PLAIN = 20
PLAIN = (Voice.FAMILY, Voice.YOUNG)  # those who are asked in plain words
TALKING = {Voice.EXECUTING, Voice.GOVERNING, *PLAIN}  # the groups of the talks on the course


@dataclass(frozen=True)
class _Plain(Spoken[QuestionText]):
    """A question in plain words, as it stands in a file."""

    nl: QuestionText
    en: QuestionText
    id: str
    __pydantic_config__ = STRICT


@dataclass(frozen=True)
class _Talk:
    """A question of the talks on the course, as it stands in a file."""

    id: str
    cell: str
    voices: Mapping[Voice, Spoken[QuestionText]]
    __pydantic_config__ = STRICT


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
    if "questions" in parts:  # who is asked what is told of these
        try:
            parts["audience"] = _audience(folder, root, parts["questions"])
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
    plain = _plain(folder, root, questions)
    return {id: replace(q, plain=plain.get(id, {})) for id, q in questions.items()}


def _plain(folder: Path, root: Path, known: Mapping[str, object]) -> dict[str, dict[Voice, Any]]:
    """The questions in plain words, by question and voice."""
    plain: dict[str, dict[Voice, Any]] = {}
    problems: list[str] = []
    for voice in PLAIN:
        file = YamlFile(folder / "plain" / f"{voice}.yml", root)
        found: tuple[_Plain, ...] = file.read(tuple[_Plain, ...])
        if len(found) < FEWEST_PLAIN:
            problems.append(file.problem((), f"fewer than {FEWEST_PLAIN} questions"))
        for index, entry in enumerate(found):
            if entry.id not in known:
                problems.append(file.problem((index, "id"), f"there is no question {entry.id}"))
            if voice in plain.setdefault(entry.id, {}):
                problems.append(file.problem((index, "id"), f"{entry.id} stands here twice"))
            plain[entry.id][voice] = entry
    if problems:
        raise Gap(problems)
    return plain


def _course(folder: Path, root: Path) -> dict[str, CourseQuestion]:
    file = YamlFile(folder / "course_talks.yml", root)
    found: tuple[_Talk, ...] = file.read(tuple[_Talk, ...])
    problems = []
    for index, talk in enumerate(found):
        if talk.cell not in {cell.id for cell in CELLS}:
            problems.append(file.problem((index, "cell"), f"there is no cell {talk.cell}"))
        for voice in sorted(TALKING - set(talk.voices)):
            problems.append(file.problem((index, "voices"), f"{talk.id}: {voice} is missing"))
    if problems:
        raise Gap(problems)
    return {t.id: CourseQuestion(t.id, Cell.parse(t.cell), t.voices) for t in found}


def _audience(
    folder: Path, root: Path, questions: Mapping[str, Question]
) -> dict[Voice, frozenset[str]]:
    """Which of the 58 are put to whom; those who are asked in plain words: what has such words."""
    file = YamlFile(folder / "audience.yml", root)
    lists: dict[Level, tuple[str, ...]] = file.read(dict[Level, tuple[str, ...]])
    asked = {Voice(level): frozenset(ids) for level, ids in lists.items()}
    for voice in PLAIN:
        asked[voice] = frozenset(id for id, q in questions.items() if voice in q.plain)
    problems = [
        file.problem((voice,), f"there is no question {id}")
        for voice, ids in asked.items()
        for id in sorted(ids - set(questions))
    ]
    for voice in Voice:
        for cell in CELLS:
            if not any(
                questions[id].cell == cell for id in asked.get(voice, ()) if id in questions
            ):
                problems.append(file.problem((), f"{voice} is asked nothing in {cell.id}"))
    if problems:
        raise Gap(problems)
    return asked


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
    "course": _course,
    "reference": _reference,
}
