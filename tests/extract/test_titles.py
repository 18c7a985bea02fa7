"""Titles before their owner and the name; topics before a colon; what is called to mind."""

from __future__ import annotations

import pytest

from kg.model import Status
from tests.extract.conftest import Read
from tests.extract.told import source, status, told


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The leader of the DPRK Kim Jong-un met Andrei Belousov.",
         "Kim Jong-un meets Andrei Belousov"),
        ("Turkey criticised the Minister of Foreign Affairs of Greece Nikos Dendias.",
         "Turkey criticises Nikos Dendias"),
        ("Turkey criticised the Minister of Foreign Affairs of Greece Nikos Dendias.",
         "Nikos Dendias holdsOfficeIn Greece"),
        ("The President of the European Commission Ursula von der Leyen accused Russia of lying.",
         "Ursula von der Leyen accuses Russia"),
    ],
)  # fmt: skip
def test_the_owner_of_a_title_stands_before_the_name(claims: Read, text: str, said: str) -> None:
    assert said in told(claims(text))


def test_what_is_before_a_colon_does_nothing(claims: Read) -> None:
    text = "Haiti: Kenya-led force retakes hospital from gangs"
    assert not any(words.startswith("Haiti") for words in told(claims(text)))


@pytest.mark.parametrize(
    "opening", ["It will be recalled that", "We remind you that", "Recall that"]
)
def test_what_the_article_calls_to_mind_it_says(claims: Read, opening: str) -> None:
    found = list(claims(f"{opening} Russia attacked Dnipro in November."))
    assert status(found, "Russia attacks Dnipro") is Status.ASSERTED
    assert source(found, "Russia attacks Dnipro") is None


def test_what_somebody_recalls_is_his_word(claims: Read) -> None:
    found = list(claims("Hakan Fidan recalled that Russia attacked Dnipro."))
    assert source(found, "Russia attacks Dnipro") == "Hakan Fidan"


def test_a_move_is_condemned_with_whoever_made_it(claims: Read) -> None:
    text = "Turkey detained the mayor of Istanbul, a move that Germany condemned."
    assert "Germany condemns Turkey" in told(claims(text))
    text = "Israel approved new settlements, a decision criticised by France and Norway."
    assert told(claims(text, relation="criticises")) == {
        "France criticises Israel", "Norway criticises Israel",
    }  # fmt: skip


def test_an_order_to_ones_own_is_no_sanction(claims: Read) -> None:
    text = "Washington has barred U.S. firms from selling chips to Huawei."
    assert told(claims(text, relation="sanctions")) == set()
    text = "Washington has barred Chinese firms from selling chips to Huawei."
    assert "United States sanctions Chinese firms" in told(claims(text))


def test_the_matter_of_an_office_is_no_actor(claims: Read) -> None:
    text = "Turkey criticised the Minister of Foreign Affairs of Greece Nikos Dendias."
    assert told(claims(text)) == {
        "Turkey criticises Nikos Dendias", "Nikos Dendias holdsOfficeIn Greece",
    }  # fmt: skip
