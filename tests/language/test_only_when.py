"""What says nothing but when, and what says that something happens then."""

import pytest

from bot.language.only_when import says_only_when


@pytest.mark.parametrize(
    "text",
    ["doe maar woensdagochtend half negen", "mij best, maar dan s avonds", "dinsdag rond achten",
     "liever vrijdag", "om 9 uur", "9:30", "kan het op vrijdagmiddag?", "half 9 s avonds",
     "tuesday at half past eight please", "rather in the evening"],
)  # fmt: skip
def test_it_says_only_when(text: str) -> None:
    assert says_only_when(text)


@pytest.mark.parametrize(
    "text",
    ["hij komt dinsdag", "dinsdag komt hij weer", "en op maandag is hij boos", "ja", "nee", "",
     "moeder belt dinsdag", "s avonds na het eten", "in de ochtend slaapt ze",
     "he is back on tuesday", "3", "9:30 komt hij pas binnen"],
)  # fmt: skip
def test_it_says_what_happens_then(text: str) -> None:
    assert not says_only_when(text)
