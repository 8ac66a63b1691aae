"""Small choices of a person: their language, and leaving a yes-or-no matter open no longer."""

from dataclasses import replace

from bot.core.language import Language
from bot.core.record import Person
from bot.services.danger import drop_held
from bot.services.ports import Desk


def change_language(desk: Desk, person: Person, language: Language) -> Person:
    """Speak another language from now on."""
    changed = replace(person, language=language)
    desk.record.people.put(changed)
    return changed


def let_go(desk: Desk, person: Person) -> Person:
    """Let a yes-or-no matter rest; what was held in danger goes."""
    return drop_held(desk, person)
