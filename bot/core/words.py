"""Every sentence that Zwaan can say, by key and language, from ``data/wording/``."""

from collections.abc import Mapping, Sequence

from bot.core.language import Language

Sentences = Mapping[str, str | Sequence[str]]  # "reflect.saved" → a sentence, or its variants


def fill(sentence: str, **values: object) -> str:
    """``sentence`` with its {blanks} filled in; a value that ends in a dot ("R.") ends it."""
    for name, value in values.items():
        if str(value).endswith("."):
            sentence = sentence.replace(f"{{{name}}}.", f"{{{name}}}")
    return sentence.format(**values)


class Words:
    """Looks up a sentence and fills it in. Unknown keys raise KeyError: a mistake of ours."""

    def __init__(self, sentences: Mapping[Language, Sentences]) -> None:
        self._sentences = sentences

    def say(self, language: Language, key: str, nth: int = 0, /, **values: object) -> str:
        """The sentence for ``key``; of several variants the ``nth``, round and round."""
        found = self._sentences[language][key]
        sentence = found if isinstance(found, str) else found[nth % len(found)]
        return fill(sentence, **values) if values else sentence

    def all_of(self, language: Language, prefix: str) -> dict[str, str]:
        """Every single sentence under a prefix, by the rest of its key."""
        start = prefix + "."
        return {
            key.removeprefix(start): value
            for key, value in self._sentences[language].items()
            if key.startswith(start) and isinstance(value, str)
        }
