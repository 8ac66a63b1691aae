"""The languages that Zwaan speaks."""

from typing import Literal, get_args

Language = Literal["nl", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
DEFAULT_LANGUAGE: Language = "nl"


def language_of(tag: str | None) -> Language:
    """The language for a browser's or Telegram's language tag ("nl-BE", "en_GB", "fr", None).

    Someone whose language Zwaan does not speak is more likely to read English than Dutch;
    someone who names no language most likely lives where Zwaan does: the Netherlands.
    """
    if not tag:
        return DEFAULT_LANGUAGE
    return "nl" if tag.lower().startswith("nl") else "en"
