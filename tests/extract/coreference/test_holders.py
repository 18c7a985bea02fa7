"""Whom "the prime minister", "the Turkish leader" and "the 57-year-old" mean, on the real model."""

from __future__ import annotations

import pytest

from tests.extract.conftest import Read
from tests.extract.told import told


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Turkish President Recep Tayyip Erdogan met Kaja Kallas. The Turkish leader",
         "Recep Tayyip Erdogan"),
        ("Kaja Kallas met Turkish President Recep Tayyip Erdogan. The president",
         "Recep Tayyip Erdogan"),
        ("Ghanaian Prime Minister Kofi Asante flew to Oslo. He met the king. The prime minister",
         "Kofi Asante"),
        ("Jan Visser, the Dutch foreign minister, flew to Oslo. The Dutch foreign minister",
         "Jan Visser"),
        ("The blogger Anton Sokolov left Minsk. The blogger", "Anton Sokolov"),
        ("Kenyan Defence Minister Aden Ali met Ugandan President Paul Okello. The Ugandan leader",
         "Paul Okello"),
        ("Former president Kofi Asante met President Paul Okello. The president", "Paul Okello"),
        ("Opposition activist Maria Sokolova left Minsk. The 41-year-old activist",
         "Maria Sokolova"),
        ("Anton Sokolov left Minsk for Riga on Friday. The 57-year-old has", "Anton Sokolov"),
    ],
)  # fmt: skip
def test_a_description_means_who_was_named_with_it(claims: Read, text: str, who: str) -> None:
    found = claims(f"{text} condemned Iran.", relation="condemns")
    assert told(found) == {f"{who} condemns Iran"}


@pytest.mark.parametrize(
    "text",
    [
        "Turkish President Recep Tayyip Erdogan met Kaja Kallas. The Danish prime minister",
        "Kenyan Defence Minister Aden Ali left Nairobi. The foreign minister",
        "Kenyan Defence Minister Aden Ali left Nairobi. A minister",
        "Former president Kofi Asante left Accra. The president",
        "Anton Sokolov and Jan Visser left Minsk. The 57-year-old has",
    ],
)
def test_another_description_is_somebody_else(claims: Read, text: str) -> None:
    found = claims(f"{text} condemned Iran.", relation="condemns")
    names = ("Erdogan", "Kallas", "Ali", "Asante", "Sokolov", "Visser")
    assert not [c for c in found if c.subject.name.endswith(names)]
