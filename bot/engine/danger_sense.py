"""A sense for danger that is told in a roundabout way, learnt from examples.

Words and pieces of words, weighed by how seldom they are, and two logistic regressions: is there
danger, and of which kind. It comes after the phrases of ``data/safety/danger.yml``, which need no
learning; what to do with what it says is decided in ``bot.engine.reader``.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import HashingVectorizer, TfidfTransformer
from sklearn.linear_model import LogisticRegression

from bot.core.reading.intents import DANGER, UNCLEAR
from bot.core.safety.told import SAFE, Told, read_told
from bot.core.safety.words import plain

SENSED = "sensed"  # under which a message carries the kind of danger, and how likely there is any
STANDS_OUT = 0.5  # logits, for each time that there are e times as many parts
CLEARLY = 1.5  # logits that a kind must be ahead of the next to be named
FEATURES = 2**17  # of words, and as many of pieces: enough that few share a place
AT_ONCE = 45  # words; a longer text is read in parts, so that one sentence is not lost in it
_SENTENCE = re.compile(r"[^.!?\n]+[.!?\n]*")
_STRETCHED = re.compile(r"(.)\1{2,}")


class DangerModel:
    """Weights of words and pieces: a row for danger against none, and then a row a kind."""

    def __init__(self, kinds: Sequence[str], rarity: Any, weights: Any, bias: Any) -> None:
        """``rarity``: a number a feature; ``bias``: a number a row."""
        self._kinds = tuple(kinds)
        self._rarity = rarity
        self._weights = numpy.asfortranarray(weights)  # else scipy copies them at every message
        self._bias = bias

    @classmethod
    def learn(cls, examples: Sequence[Told], strength: float) -> DangerModel:
        """``strength``: the inverse of the regularisation's."""
        counts = _counts([example.text for example in examples])
        rarity = TfidfTransformer().fit(counts).idf_.astype(numpy.float32)
        weighed = _weighed(counts, rarity)
        named = numpy.array([example.kind for example in examples])
        dangerous = named != SAFE
        whether, which = (
            LogisticRegression(C=strength, solver="liblinear", multi_class="ovr").fit(rows, labels)
            for rows, labels in ((weighed, dangerous), (weighed[dangerous], named[dangerous]))
        )
        weights = numpy.vstack([whether.coef_, which.coef_]).astype(numpy.float32)
        bias = numpy.hstack([whether.intercept_, which.intercept_])
        return cls(which.classes_, rarity, weights, bias)

    def sense(self, text: str) -> tuple[str, float]:
        """The kind of danger in a text, and how likely it is that there is any (0 to 1).

        A long text is as dangerous as the most dangerous part of it; the more parts there are, the
        more that one must stand out, for by chance some part always does. Where two kinds are about
        as likely, it is ``UNCLEAR``.
        """
        weighed = _weighed(_counts(list(parts_of(text))), self._rarity)
        scores = weighed @ self._weights.T + self._bias
        worst = scores[scores[:, 0].argmax()]
        second, first = numpy.argsort(worst[1:])[-2:]
        ahead = worst[1:][first] - worst[1:][second]
        kind = self._kinds[first] if ahead >= CLEARLY else UNCLEAR
        score = worst[0] - STANDS_OUT * numpy.log(len(scores))
        return kind, float(1 / (1 + numpy.exp(-score)))

    def save(self, file: Path) -> None:
        numpy.savez_compressed(
            file, kinds=self._kinds, rarity=self._rarity, weights=self._weights, bias=self._bias
        )

    @classmethod
    def load(cls, file: Path) -> DangerModel:
        with numpy.load(file) as kept:
            kinds = [str(kind) for kind in kept["kinds"]]
            return cls(kinds, kept["rarity"], kept["weights"], kept["bias"])


def examples(told: Iterable[Told], training_data: TrainingData) -> list[Told]:
    """What was told, and then everything else that people type, which is harmless."""
    learnt = list(told)
    known = {each.text.casefold() for each in learnt}
    typed = (e for e in training_data.intent_examples if e.get(INTENT) != DANGER)
    others = sorted({str(e.get(TEXT)) for e in typed if e.get(TEXT)})
    return learnt + [Told(SAFE, text) for text in others if text.casefold() not in known]


def parts_of(text: str) -> Iterator[str]:
    """The text itself; of a long one its sentences, put together up to AT_ONCE words."""
    words = 0
    part: list[str] = []
    sentences = [sentence.split() for sentence in _SENTENCE.findall(text)] or [[text]]
    pieces = [said[at : at + AT_ONCE] for said in sentences for at in range(0, len(said), AT_ONCE)]
    for piece in pieces:
        if part and words + len(piece) > AT_ONCE:
            yield " ".join(part)
            part, words = [], 0
        part += piece
        words += len(piece)
    yield " ".join(part)


def _ready(text: str) -> str:
    """Without case, accents and stretched letters."""
    return _STRETCHED.sub(r"\1\1", plain(text))


def _hashing(**settings: Any) -> HashingVectorizer:
    return HashingVectorizer(
        n_features=FEATURES,
        alternate_sign=False,
        norm="l2",
        preprocessor=_ready,
        dtype=numpy.float32,
        **settings,
    )


_READERS = (
    _hashing(analyzer="word", ngram_range=(1, 2), token_pattern=r"\w+", binary=True),
    _hashing(analyzer="char_wb", ngram_range=(2, 5)),
)


def _counts(texts: Sequence[str]) -> csr_matrix:
    return hstack([reader.transform(texts) for reader in _READERS], format="csr")


def _weighed(counts: csr_matrix, rarity: Any) -> csr_matrix:
    """What is seldom counts for more; a long text for no more than a short one."""
    values = counts.data * rarity[counts.indices]
    rows = numpy.repeat(numpy.arange(counts.shape[0]), numpy.diff(counts.indptr))
    lengths = numpy.sqrt(numpy.bincount(rows, values**2, minlength=counts.shape[0]))
    values = (values / lengths[rows]).astype(numpy.float32)
    return csr_matrix((values, counts.indices, counts.indptr), shape=counts.shape)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class DangerSense(GraphComponent):
    """Notes at each message how likely it tells of danger. ``told``: the folder of examples;
    ``C``: the inverse of the regularisation's strength."""

    def __init__(
        self, config: dict[str, Any], storage: ModelStorage, resource: Resource, model: Any = None
    ) -> None:
        self._config = config
        self._storage = storage
        self._resource = resource
        self._model: DangerModel | None = model

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"told": "data/safety/told", "C": 30.0}

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """Rasa learns anew when this changes: the examples are none of its own files.

        Where it finds that nothing changed, it asks once more, with a ``config`` that is not ours.
        """
        told = config.get("told", cls.get_default_config()["told"])
        files = sorted(Path(told).glob("*.tsv"))
        return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> DangerSense:
        return cls(config, model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        """From the examples of danger, and everything else that people type."""
        told = examples(read_told(Path(self._config["told"])), training_data)
        self._model = DangerModel.learn(told, self._config["C"])
        with self._storage.write_to(self._resource) as folder:
            self._model.save(folder / "danger.npz")
        return self._resource

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> DangerSense:
        with model_storage.read_from(resource) as folder:
            model = DangerModel.load(folder / "danger.npz")
        return cls(config, model_storage, resource, model)

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            if self._model and (text := message.get(TEXT)):
                message.set(SENSED, self._model.sense(text), add_to_output=False)
        return messages
