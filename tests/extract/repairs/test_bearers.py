"""A place in a title belongs to the title: its bearer's name follows."""

from __future__ import annotations

import pytest

from tests.extract.conftest import Read
from tests.extract.told import told


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("US special envoy for Syria John Smith met Erdogan.",
         {"John Smith envoyTo Syria", "John Smith envoyOf United States",
          "John Smith meets Recep Tayyip Erdogan"}),
        ("Iran's envoy to Iraq Mohammad Sadr praised Chad.",
         {"Mohammad Sadr envoyTo Iraq", "Mohammad Sadr envoyOf Iran",
          "Mohammad Sadr praises Chad"}),
        ("Turkey's envoy to Kenya, Ali Demir, praised Chad.",
         {"Ali Demir envoyTo Kenya", "Ali Demir envoyOf Turkey", "Ali Demir praises Chad"}),
        ("She met the ambassador to Kenya Ann Lee.", {"Ann Lee envoyTo Kenya"}),
    ],
)  # fmt: skip
def test_who_is_sent_to_a_place(claims: Read, text: str, said: set[str]) -> None:
    assert told(claims(text)) == said


def test_a_party_before_a_name_is_no_place(claims: Read) -> None:
    found = claims("A lawyer for Republican Donald Trump sued Iran.")
    assert "Donald Trump filesCaseAgainst Iran" not in told(found)
