"""Every road to what somebody said goes through the services."""

import ast
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).parent.parent.parent
SHELVES = {"people", "cases", "memberships", "answers", "revisions", "skips", "own_questions",
           "notes", "invitations", "openings", "attempts", "parties", "traces", "agreements",
           "agreement_events", "schedules", "check_ins", "ratings", "round_ups", "scans",
           "obstacles", "alarms"}  # fmt: skip


def reaches(folder: str) -> Iterator[str]:
    """Where code in a folder takes something from a shelf of the record, or from the store."""
    for file in sorted((PROJECT / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            where = f"{file.relative_to(PROJECT)}:{getattr(node, 'lineno', 0)}"
            shelf = isinstance(node, ast.Attribute) and node.attr in SHELVES
            if shelf and getattr(getattr(node, "value", None), "attr", "") == "record":
                yield where
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("bot.store"):
                yield where


def test_no_action_and_no_connector_reaches_the_record_past_the_services() -> None:
    assert [*reaches("actions"), *reaches("bot/connectors"), *reaches("bot/voice")] == []


def test_the_look_itself_sees_such_a_reach() -> None:
    assert len(list(reaches("bot/services"))) > 100
