"""Who alleges a hostile deed accuses its doer; who only tells of it does not."""

from __future__ import annotations

import pytest

from kg.model import Status
from tests.extract.conftest import Read
from tests.extract.told import source, status, told


@pytest.mark.parametrize(
    ("text", "accusation", "deed"),
    [
        ("Burundi alleged that Rwanda had attacked Uganda.",
         "Burundi accuses Rwanda", "Rwanda attacks Uganda"),
        ("Burundi claimed that Rwanda had attacked Uganda.",
         "Burundi accuses Rwanda", "Rwanda attacks Uganda"),
        ("Burundi charged that Rwanda had attacked Uganda.",
         "Burundi accuses Rwanda", "Rwanda attacks Uganda"),
        ("Burundi complained that Rwanda had bombed Gitega.",
         "Burundi accuses Rwanda", "Rwanda bombards Gitega"),
        ("Burundi claims that Rwanda is threatening Uganda.",
         "Burundi accuses Rwanda", "Rwanda threatens Uganda"),
        ("Emmanuel Macron alleged that Russia had attacked Georgia.",
         "Emmanuel Macron accuses Russia", "Russia attacks Georgia"),
        ("Sudan had attacked Chad, Kenya alleged.",
         "Kenya accuses Sudan", "Sudan attacks Chad"),
    ],
)  # fmt: skip
def test_an_allegation_is_an_accusation(
    claims: Read, text: str, accusation: str, deed: str
) -> None:
    found = claims(text)
    assert told(found) == {accusation, deed}
    assert source(found, accusation) is None
    assert source(found, deed) == accusation.partition(" accuses ")[0]


def test_a_suspicion_accuses_for_sure_of_what_may_be_so(claims: Read) -> None:
    found = claims("Burundi suspects that Rwanda has attacked Uganda.")
    assert status(found, "Burundi accuses Rwanda") is Status.ASSERTED
    assert status(found, "Rwanda attacks Uganda") is Status.HYPOTHETICAL


@pytest.mark.parametrize(
    "text",
    [
        "Burundi said that Rwanda had attacked Uganda.",
        "Burundi confirmed that Rwanda had attacked Uganda.",
        "Burundi claimed that Rwanda had praised Uganda.",
        "Burundi claimed that Rwanda had met Uganda.",
        "Burundi claimed that it had attacked Rwanda.",
        "Burundi claimed that Burundi had attacked Rwanda.",
        "Burundi claimed that Rwanda-backed rebels had fled.",
    ],
)
def test_no_accusation(claims: Read, text: str) -> None:
    assert claims(text)
    assert claims(text, relation="accuses") == []


@pytest.mark.parametrize(
    "text",
    [
        "Burundi claimed that Rwanda knew that Uganda had attacked Kenya.",
        "Burundi claimed that Rwanda said that Uganda had attacked Kenya.",
        "Burundi alleged that Rwanda had left after Uganda attacked Kenya.",
    ],
)
def test_only_whom_the_allegation_is_about_is_accused(claims: Read, text: str) -> None:
    found = claims(text)
    assert "Uganda attacks Kenya" in told(found)
    assert "Burundi accuses Uganda" not in told(found)
