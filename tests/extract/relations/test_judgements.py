"""Who says what a deed is worth judges its doer; who tells a wrong of another accuses him."""

from __future__ import annotations

import pytest

from kg.model import Status
from tests.extract.conftest import Read
from tests.extract.told import status, told


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Latvia said Estonia's decision to leave the bloc was a mistake.",
         "Latvia criticises Estonia"),
        ("Latvia said that the decision of Estonia was wrong.", "Latvia criticises Estonia"),
        ("“Estonia's decision is a mistake,” Ann Lee said.", "Ann Lee criticises Estonia"),
        ("Latvia said Estonia's initiative was commendable.", "Latvia praises Estonia"),
        ("Latvia said Estonia's claims were baseless.", "Latvia rejects Estonia"),
        ("Estonia's actions are irresponsible, Latvia said.", "Latvia condemns Estonia"),
        ("Maduro said Vladimir Putin was a liar.", "Nicolás Maduro condemns Vladimir Putin"),
        ("Latvia considers Estonia's decision a violation of the pact.",
         "Latvia criticises Estonia"),
        ("Latvia considers Estonia an enemy.", "Latvia adversaryOf Estonia"),
    ],
)  # fmt: skip
def test_who_says_what_a_deed_is_worth(claims: Read, text: str, said: str) -> None:
    found = claims(text)
    assert said in told(found)
    assert status(found, said) is Status.ASSERTED


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Latvia said Estonia had broken its promises.", "Latvia accuses Estonia"),
        ("Estonia has violated the truce, Latvia said.", "Latvia accuses Estonia"),
        ("It was Estonia that violated the truce, Latvia said.", "Latvia accuses Estonia"),
        ("“Rwanda is provoking us,” Ann Lee said.", "Ann Lee accuses Rwanda"),
        ("Ukraine said Russian drones had violated Romanian airspace.", "Ukraine accuses Russia"),
    ],
)
def test_who_tells_a_wrong_of_another(claims: Read, text: str, said: str) -> None:
    found = claims(text)
    assert said in told(found)
    assert status(found, said) is Status.ASSERTED


@pytest.mark.parametrize(
    "text",
    [
        "Estonia's decision was a mistake.",
        "Latvia said that Estonia's decision was not a mistake.",
        "Latvia did not say that Estonia's decision was a mistake.",
        "Latvia said that Estonia's decision was a surprise.",
        "Latvia said that Latvia's decision was a mistake.",
        "Critics said Estonia's decision was a mistake.",
        "Latvia said Estonia had never violated the truce.",
        "Latvia said that if Estonia violated the truce it would respond.",
        "Latvia said Latvia had violated the truce.",
        "Estonia has violated the truce.",
        "Latvia said Estonia had broken the record.",
        "Latvia said the fighting had escalated.",
    ],
)
def test_no_judgement(claims: Read, text: str) -> None:
    judging = {"criticises", "condemns", "praises", "accuses"}
    assert not {claim.relation for claim in claims(text)} & judging
