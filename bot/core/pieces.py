"""An answer that came in several messages: each piece by its message's key, one under the other.

Who sends two messages before the reply to the first has gone on with what they were saying.
"""

from collections.abc import Iterator, Sequence

BETWEEN = "\n"
MOST = 12  # messages in one answer


def piece(key: str, text: str) -> str:
    """Says that the message ``key`` said ``text``."""
    return f"{key}:{len(text)}"


def keys(pieces: Sequence[str]) -> list[str]:
    """The keys of the messages that said an answer, in order."""
    return [key for key, _ in map(_parted, pieces)]


def continued(text: str, pieces: Sequence[str], more: str, key: str) -> tuple[str, tuple[str, ...]]:
    """An answer with one more piece under it: its text, and its pieces."""
    return text + BETWEEN + more, (*pieces, piece(key, more))


def reworded(text: str, pieces: Sequence[str], key: str, words: str) -> tuple[str, tuple[str, ...]]:
    """An answer in which one message has new words: its text, and its pieces.

    KeyError when no piece of it is of that message.
    """
    for number, (own, begin, end) in enumerate(_spans(pieces)):
        if own == key:
            now = (*pieces[:number], piece(key, words), *pieces[number + 1 :])
            return text[:begin] + words + text[end:], now
    raise KeyError(key)


def _spans(pieces: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    begin = 0
    for key, length in map(_parted, pieces):
        yield key, begin, begin + length
        begin += length + len(BETWEEN)


def _parted(said: str) -> tuple[str, int]:
    key, _, length = said.rpartition(":")
    return key, int(length)
