"""Who says what somebody must do urges him to do it."""

from __future__ import annotations

import pytest

from kg.model import Status
from tests.extract.conftest import Read
from tests.extract.told import status, told


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Latvia said Estonia must return the refugees.", "Latvia urges Estonia"),
        ("Latvia said that Estonia has to show restraint.", "Latvia urges Estonia"),
        ("Latvia said that Estonia ought to respect the pact.", "Latvia urges Estonia"),
        ("“Estonia should free Ann Lee,” Latvia said.", "Latvia demandsEndOf Estonia"),
        ("Estonia must leave Gaza, Latvia said.", "Latvia urges Estonia"),
        ("According to Latvia, Estonia should help Peru.", "Latvia requestsHelpFrom Estonia"),
    ],
)
def test_what_a_speaker_says_that_another_must_do(claims: Read, text: str, said: str) -> None:
    found = claims(text)
    assert said in told(found)
    assert status(found, said) is Status.ASSERTED


def test_whom_a_parliament_votes_to_have_do_a_thing(claims: Read) -> None:
    found = told(claims("Chad's parliament voted for French troops to leave the country."))
    assert "Chad's parliament urges French troops" in found
    assert "Chad's parliament supports French troops" not in found


@pytest.mark.parametrize(
    "text",
    [
        "Latvia said Latvia must respect the pact.",
        "Latvia's foreign ministry said Latvia must respect the pact.",
        "Kim Jong Un said North Korea should show restraint.",
        "Latvia did not say that Estonia should respect the pact.",
        "Critics said Estonia should respect the pact.",
        "Latvia said Estonia must have respected the pact.",
        "Latvia said Estonia would respect the pact.",
        "Should Estonia respect the pact, Latvia said, it would sign.",
        "Latvia said it must respect the pact with Estonia.",
        "Estonia must respect the pact.",
    ],
)
def test_no_demand(claims: Read, text: str) -> None:
    assert not {claim.relation for claim in claims(text)} & {"urges", "demandsEndOf"}
