"""``python -m bot check`` finds what is missing or wrong, and says where: file, line, reason."""

import re
import shutil
from pathlib import Path

import pytest

from bot.content.check import check_content
from tests.content.broken import (
    EN,
    EXPLORE,
    METHOD,
    NL,
    PAGE,
    Break,
    add,
    again,
    copy_content,
    gone,
    swap,
    without,
)
from tests.harness.memory import PROJECT

TOLD = "data/safety/told/nl_young.tsv"
ROLES, INSIGHTS = METHOD + "roles.yml", METHOD + "insights.yml"
BLOCKS = METHOD + "building_blocks.yml"

# What is done to a copy of the content, the file that must be named, and a word of the reason.
BROKEN: dict[str, tuple[Break, str, str]] = {
    "a question is missing": (
        without(EXPLORE, "explore.content.2"), EXPLORE, "explore.content.2 is missing",
    ),
    "a question stands twice": (
        again(EXPLORE, "explore.content.2"), EXPLORE, "explore.content.2 stands here twice",
    ),
    "a question too many": (
        swap(EXPLORE, r"id: explore.emotion.3$", "id: explore.emotion.4"), EXPLORE, "emotion.3",
    ),
    "a question of a cell that is not there": (
        add(EXPLORE, "\n- id: explore.nothing.1\n  source: {document: g, step: 1, viewpoint: x, "
            "number: 1}\n  nl: &t {ask: a, explain: b, example: c}\n  en: *t\n"),
        EXPLORE, "explore.nothing.1",
    ),
    "a question in the file of another step": (
        swap(EXPLORE, r"id: explore.content.3$", "id: engage.content.3"), EXPLORE, "content.3",
    ),
    "an empty question": (
        swap(EXPLORE, r'^    ask: ".*?"$', '    ask: " "'), EXPLORE, "ask is empty",
    ),
    "a question without an example": (
        swap(EXPLORE, r'^    example: ".*?"\n', ""), EXPLORE, "example",
    ),
    "a wrong blank in a question": (
        swap(EXPLORE, r'^    ask: "', '    ask: "{name} '), EXPLORE, "only {alias}",
    ),
    "a wrong blank in the variant for a challenge": (
        swap(EXPLORE, r'(  challenge:\n    nl:\n      \w+: ")', r"\g<1>{name} "), EXPLORE, "alias",
    ),
    "a key that is no key": (
        swap(EXPLORE, r"^    explain:", "    explains:"), EXPLORE, "explains",
    ),
    "a step is missing": (
        without(METHOD + "steps.yml", "arrange"), METHOD + "steps.yml", "arrange is missing",
    ),
    "a step with an unknown name": (
        swap(METHOD + "steps.yml", "id: arrange", "id: arrrange"), METHOD + "steps.yml", "id",
    ),
    "a viewpoint is missing": (
        without(METHOD + "viewpoints.yml", "emotion"), METHOD + "viewpoints.yml", "emotion",
    ),
    "a level is missing": (
        without(METHOD + "levels.yml", "organising"), METHOD + "levels.yml", "organising",
    ),
    "a language of a step is missing": (
        swap(METHOD + "steps.yml", r"^  en:\n(    .*?\n)+", ""), METHOD + "steps.yml", "en",
    ),
    "a word stands for two roles": (
        swap(ROLES, r"words: \[mentoren", "words: [juf, mentoren"), ROLES, "“juf” is a word for",
    ),
    "a role stands twice": (again(ROLES, "mentor"), ROLES, "mentor"),
    "a role on no level": (swap(ROLES, "^  level: executing", "  level: high"), ROLES, "level"),
    "an insight is missing": (
        without(INSIGHTS, "keep_going"), INSIGHTS, "there must be 8 insights",
    ),
    "an insight without a signal": (
        swap(INSIGHTS, "when: stuck", "when: stuk"), INSIGHTS, "no signals are given for “stuk”",
    ),
    "an empty insight": (
        swap(INSIGHTS, r'nudge: ".*?"$', 'nudge: ""'), INSIGHTS, "nudge",
    ),
    "a building block is missing": (
        without(BLOCKS, "broad_view"), BLOCKS, "must be 7",
    ),
    "a matter that says nothing": (
        swap(METHOD + "matters.yml", r'^    why: ".*?"$', '    why: ""'),
        METHOD + "matters.yml", "nl.why is missing",
    ),
    "a file that is missing": (
        gone(METHOD + "rounds.yml"), METHOD + "rounds.yml", "the file is missing",
    ),
    "a file that is no YAML": (add(ROLES, "\n - : : [\n"), ROLES, "no valid YAML"),
    "a sentence is missing in one language": (
        swap(NL, r'^  dropped: ".*?"\n', ""), NL, "dropped is missing",
    ),
    "a sentence too many in one language": (
        add(NL, '\nextra:\n  more: "Meer."\n'), EN, "extra.more is missing",
    ),
    "a sentence fills in something else": (
        swap(NL, r"\{alias\}", "{name}"), NL, "does not fill in the same",
    ),
    "a sentence with half a blank": (
        swap(NL, r"  file_name: \"", '  file_name: "{'), NL, "file_name",
    ),
    "an empty sentence": (swap(NL, r'^  dropped: ".*?"$', "  dropped:"), NL, "dropped"),
    "a bare yes for a key": (swap(NL, r'^  "no":', "  yes:"), NL, "yes"),
    "a sentence of the page is missing": (
        swap(PAGE, r"^  send: .*?\n", ""), PAGE, "send is missing",
    ),
    "a page without sentences": (swap(PAGE, r"^page:", "pages:"), PAGE, "page"),
    "a slash word for two commands": (
        swap(NL, r'^  pause: "pauze,', '  pause: "skip, pauze,'), NL, "/skip is",
    ),
    "an example of danger of a kind that there is not": (
        add(TOLD, "worry\tze is bang\n"), TOLD, "'worry' is none of suicide",
    ),
    "an empty file": (swap(NL, r"\A.*\Z", ""), NL, ""),
}  # fmt: skip


def test_the_content_of_this_project_is_whole() -> None:
    assert check_content(PROJECT) == []


@pytest.mark.parametrize("what", BROKEN)
def test_what_is_wrong_is_named_with_its_file_and_line(tmp_path: Path, what: str) -> None:
    breaks, file, reason = BROKEN[what]
    copy_content(tmp_path, file)
    breaks(tmp_path)
    named = re.compile(rf"{re.escape(file)}(:\d+: |: the file is missing).*")
    lines = [line for line in check_content(tmp_path) if named.match(line)]
    assert [line for line in lines if reason in line]


@pytest.mark.parametrize("file", sorted({file for _, file, _ in BROKEN.values()}))
def test_before_it_was_broken_nothing_was_said_of_the_file(tmp_path: Path, file: str) -> None:
    copy_content(tmp_path, file)
    assert [line for line in check_content(tmp_path) if line.startswith(file)] == []


def test_the_line_is_the_one_where_it_stands(tmp_path: Path) -> None:
    copy_content(tmp_path, EXPLORE)
    swap(EXPLORE, r'^    ask: ".*?"$', '    ask: ""')(tmp_path)
    text = (tmp_path / EXPLORE).read_text(encoding="utf-8")
    line = text.splitlines().index('    ask: ""') + 1
    wanted = f"{EXPLORE}:{line}: explore.content.1: nl.ask is empty"
    assert wanted in check_content(tmp_path)


def test_everything_that_is_wrong_is_named_at_once(tmp_path: Path) -> None:
    shutil.copytree(PROJECT / "data", tmp_path / "data")
    for what in ("a step is missing", "an insight is missing", "a sentence of the page is missing"):
        BROKEN[what][0](tmp_path)
    named = {line.split(":")[0] for line in check_content(tmp_path)}
    assert named == {METHOD + "steps.yml", INSIGHTS, PAGE}
