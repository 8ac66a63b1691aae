"""Which part of a case a text is about: what it is called, the child's wish, or the ambition."""

import re

_NAMED = {
    "wish": r"wens|wensen|wish|wishes|(?:eigen )?vraag van (?:het|de) (?:kind|jongere)",
    "ambition": r"ambitie|doel|naartoe|stip|ambition|goal|aim",
    "alias": r"naam|alias|schuilnaam|bijnaam|heet|heten|hernoem(?:en)?|noemen|(?:re|nick)?name",
}


def field_named(text: str) -> str | None:
    """The field that a text names; None when it names none of them, or several."""
    found = [
        field
        for field, words in _NAMED.items()
        if re.search(rf"\b(?:{words})\b", text, re.IGNORECASE)
    ]
    return found[0] if len(found) == 1 else None
