"""Names that several bodies bear, and names that are parts of longer ones."""

from __future__ import annotations

import pytest

from tests.extract.conftest import Read
from tests.extract.told import told


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The Democratic Party criticised Russia. The United States left, the United States said.",
         "Democratic Party (United States) criticises Russia"),
        ("The Democratic Party criticised Russia. South Korea left. South Korea was silent.",
         "Democratic Party criticises Russia"),
    ],
)  # fmt: skip
def test_a_party_is_that_of_the_state_named_most(claims: Read, text: str, said: str) -> None:
    assert told(claims(text, relation="criticises")) == {said}


def test_a_longer_name_is_another_body(claims: Read) -> None:
    text = "The Chin National Front attacked Falam."
    assert told(claims(text)) == {"Chin National Front attacks Falam"}
    text = "The French National Front supports Russia."
    assert told(claims(text)) == {"National Rally supports Russia"}
