"""An answer of several messages: each keeps its own place in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core import pieces

TEXTS = st.lists(st.text(max_size=20), min_size=1, max_size=5)


@given(TEXTS, st.data())
def test_whatever_was_sent_a_message_changes_its_own_words_only(
    texts: list[str], data: st.DataObject
) -> None:
    text, said = texts[0], (pieces.piece("m0", texts[0]),)
    for number, more in enumerate(texts[1:], 1):
        text, said = pieces.continued(text, said, more, f"m{number}")
    for _ in range(3):
        changed = data.draw(st.integers(0, len(texts) - 1))
        texts[changed] = data.draw(st.text(max_size=20))
        text, said = pieces.reworded(text, said, f"m{changed}", texts[changed])
    assert text == "\n".join(texts)
    assert pieces.keys(said) == [f"m{number}" for number in range(len(texts))]


def test_a_message_that_said_nothing_of_it_is_not_found() -> None:
    with pytest.raises(KeyError):
        pieces.reworded("Een.", ("m1:4",), "m2", "Twee.")
