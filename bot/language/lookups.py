"""deduce's lists, trimmed, and the words that spaCy knows: made once, kept in a cache folder.

deduce with all its lists takes over a minute to build and a gigabyte of memory. Without its street
list and its list of care institutions it takes seconds and a tenth of that; streets with a number
are found by pattern (`bot.language.numbers`), and institutions are parties, whose names stay.
"""

from __future__ import annotations

import gzip
import importlib
import json
import logging
import shutil
import tempfile
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from typing import Any

import yaml

_TRIMMED = ("lst_street", "lst_healthcare_institution")
_FORMAT = 3  # raise it when what is cached changes
LONGEST_WORD = 10  # letters; longer words are too many to keep, and seldom look like a name
_PARTS = {
    "nl": ("nl_lemma_lookup", "nl_lemma_index", "nl_lemma_exc"),
    "en": ("en_lemma_lookup", "en_lemma_index", "en_lemma_exc"),
}


@contextmanager
def _as_it_was() -> Iterator[None]:
    """Undo what importing deduce does to everyone: a root log handler at DEBUG, a warning filter;
    and let it say nothing of its waiting.

    One part cannot be kept local: while the import runs, other threads see its root handler, and
    what they log below a warning is lost.
    """
    root = logging.getLogger()
    handlers, level, silent = root.handlers[:], root.level, root.manager.disable
    logging.disable(logging.INFO)
    if not handlers:
        root.addHandler(logging.NullHandler())  # basicConfig then leaves the root alone
    with warnings.catch_warnings():
        try:
            yield
        finally:
            root.handlers[:] = handlers
            root.setLevel(level)
            logging.disable(silent)


def _deduce() -> Any:
    """The deduce package, imported late and silently (it is untyped, hence `Any`)."""
    with _as_it_was():
        return importlib.import_module("deduce.deduce")


def read_list(folder: Path, name: str) -> frozenset[str]:
    """The items of one of deduce's lists (`names/lst_surname`), its sublists included."""
    return frozenset(
        line.strip()
        for path in sorted((folder / "src" / name).glob("**/items.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
    )


def _spacy_words(language: str) -> set[str]:
    """The words, in lower case, that spaCy's lookup tables know for `language`."""
    found: set[str] = set()
    data = resources.files("spacy_lookups_data") / "data"
    for part in _PARTS[language]:
        table = json.loads(gzip.decompress((data / f"{part}.json.gz").read_bytes()))
        for key, value in table.items():
            if isinstance(value, str):
                found.update((key, value))
            else:
                found.update(value)
    return {
        word for word in found if word.islower() and word[0].isalpha() and len(word) <= LONGEST_WORD
    }


def _stop_words(language: str) -> frozenset[str]:
    module = importlib.import_module(f"spacy.lang.{language}.stop_words")
    return lower(module.STOP_WORDS)


def _write(folder: Path, kind: str, language: str, words: Iterable[str]) -> None:
    path = folder / f"{kind}_{language}.txt"
    path.write_text("\n".join(sorted(words)), encoding="utf-8")


def _build(target: Path) -> None:
    deduce = _deduce()

    def without_big_lists(folder: str, names: list[str]) -> set[str]:
        trimmed = any(part in Path(folder).parts for part in _TRIMMED)
        return {name for name in names if name == "cache" or (trimmed and name.endswith(".txt"))}

    shutil.copytree(deduce._LOOKUP_LIST_PATH, target, ignore=without_big_lists)
    for name in ("locations/lst_street", "institutions/lst_healthcare_institution"):
        (target / "src" / name / "items.txt").write_text("", encoding="utf-8")
    for language in _PARTS:
        stops = _stop_words(language)
        _write(target, "stop", language, stops)
        _write(target, "ordinary", language, _spacy_words(language) | stops)
    load_deduce(target)


def prepare(cache_dir: Path) -> Path:
    """The folder with trimmed lists and cached structures under `cache_dir`; built if missing.

    It is built beside its place and moved there whole, so a start that is broken off, or two
    processes that start together, never leave half a cache. The folder holds a pickle: keep
    `cache_dir` where only Zwaan can write.
    """
    version = _deduce().__version__
    target = cache_dir / f"deduce-{version}-{_FORMAT}"
    if target.is_dir():
        return target
    cache_dir.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache_dir, prefix="building-") as beside:
        built = Path(beside) / "lookup"
        _build(built)
        try:
            built.replace(target)
        except OSError:
            if not target.is_dir():  # else another process was first, and its copy is as good
                raise
    return target


def load_deduce(folder: Path) -> Any:
    """A deduce instance on the lists in `folder` (about a second; three when it must build)."""
    with _as_it_was():
        return _deduce().Deduce(lookup_data_path=folder, cache_path=folder)


def read_words(folder: Path, kind: str, language: str) -> frozenset[str]:
    """spaCy's words of `language` (`nl` or `en`), in lower case, from a folder of `prepare`.

    `kind` is `ordinary` (every word of up to `LONGEST_WORD` letters) or `stop` (stop words).
    """
    path = folder / f"{kind}_{language}.txt"
    return frozenset(path.read_text(encoding="utf-8").splitlines())


def read_steering(language: str) -> dict[str, Any]:
    """Our own word lists for `language`: `words/masking_<language>.yml` beside this module."""
    source = resources.files("bot.language") / "words" / f"masking_{language}.yml"
    content: dict[str, Any] = yaml.safe_load(source.read_text(encoding="utf-8"))
    return content


def lower(words: Iterable[str]) -> frozenset[str]:
    """The words in lower case."""
    return frozenset(word.lower() for word in words)
