"""The small Dutch spaCy pipeline: tokens, lemmas, and the parties around a child.

No Dutch model with word vectors can be had as a package, and none is needed here: the words for
roles and organisations stand in ``data/method/roles.yml``.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

from bot.core.language import LANGUAGES
from bot.core.method import Method

PARTY = "party"
# "Hij gaat niet naar school" names a place, "school belde" a party. The longer match wins.
PLACE = "place"
_WHERE = {
    "op in naar uit na voor buiten": ("school", "de school", "zijn school", "haar school"),
    "at in to from after before": ("school", "the school", "his school", "her school"),
}


def build_pipeline(method: Method) -> Language:
    """A pipeline that finds every word of ``data/method/roles.yml``, in any case and number."""
    nlp = spacy.blank("nl")
    nlp.add_pipe("lemmatizer", config={"mode": "lookup"})
    ruler: Any = nlp.add_pipe("entity_ruler", config={"phrase_matcher_attr": "LOWER"})
    nlp.initialize()
    ruler.add_patterns(list(_patterns(method)))
    return nlp


def save_pipeline(method: Method, folder: Path) -> None:
    """Build the pipeline and keep it in ``folder`` (4 MB)."""
    folder.mkdir(parents=True, exist_ok=True)
    build_pipeline(method).to_disk(folder)


def _patterns(method: Method) -> Iterator[dict[str, str]]:
    """Every word for a role, of both languages; which of them count is decided by the language
    in which a person speaks (``Method.role_for``)."""
    seen: set[str] = set()
    for role in method.roles.values():
        for language in LANGUAGES:
            for word in (role.in_(language).name, *role.in_(language).words):
                if word.lower() not in seen:
                    seen.add(word.lower())
                    yield {"label": PARTY, "pattern": word, "id": role.id}
    for prepositions, places in _WHERE.items():
        for preposition in prepositions.split():
            for place in places:
                yield {"label": PLACE, "pattern": f"{preposition} {place}"}
