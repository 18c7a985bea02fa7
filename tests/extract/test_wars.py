"""Sentences of wars, coups and courts: who did what to whom, and who did not."""

from __future__ import annotations

import pytest

from kg.model import Status
from tests.extract.conftest import Read
from tests.extract.told import status, told


@pytest.mark.parametrize(
    ("text", "relation", "said"),
    [
        ("Burundi sent soldiers to help Kinshasa.", "deploysTroopsTo",
         {"Burundi deploysTroopsTo Democratic Republic of the Congo"}),
        ("Taiwan froze assets tied to the Prince Group.", "sanctions",
         {"Taiwan sanctions Prince Group"}),
        ("Qatar offered help to the crew.", "mediatesBetween", set()),
        ("Rwanda expelled its diplomats.", "deports", set()),
        ("Chad is in Niger. The former president tried to remove his monitor.",
         "withdrawsForcesFrom", set()),
        ("The court in Lima authorised the police.", "instructs", set()),
        ("Gunmen shot dead nine people in Lagos.", "killsPerson",
         {"Gunmen killsPerson nine people"}),
        ("Orbán visited Moscow.", "visits", {"Viktor Orban visits Moscow"}),
        ("The Kremlin's attempts to pull Moldova back into its orbit failed.", "drawsCloserTo",
         {"Moldova drawsCloserTo Russia"}),
        ("Russia struck the cities of Lviv and Ternopil.", "locatedIn", set()),
        ("The International Court of Justice ordered Israel to allow aid into Gaza.", "urges",
         {"International Court of Justice urges Israel"}),
    ],
)  # fmt: skip
def test_who_did_what(claims: Read, text: str, relation: str, said: set[str]) -> None:
    assert told(claims(text, relation=relation)) == said


def test_a_place_may_have_somebodys_name(claims: Read) -> None:
    text = "The army bombed villages in Masisi."
    assert {claim.object.type for claim in claims(text)} == {"City"}


def test_a_leader_before_a_name_is_no_second_leader(claims: Read) -> None:
    text = (
        "Anutin Charnvirakul left. Cambodian leader Hun Manet stayed. "
        "Donald Trump spoke with both leaders by phone."
    )
    assert "Donald Trump talksByPhoneWith Cambodian leader" not in told(claims(text))


def test_a_capital_is_no_town(claims: Read) -> None:
    text = "The envoys met in Abu Dhabi. Russia captured the town."
    assert told(claims(text, relation="occupies")) == set()


def test_any_deed_is_none_that_was_done(claims: Read) -> None:
    found = claims("Russia would not accept any deployment of NATO troops in Ukraine.")
    assert status(found, "NATO deploysTroopsTo Ukraine") is Status.HYPOTHETICAL


def test_what_one_will_do_another_may_have_done(claims: Read) -> None:
    found = claims("Japan will help Kenya, and Oman signed a pact with Manila in April.")
    assert status(found, "Oman signsAgreementWith Philippines") is Status.ASSERTED


def test_what_a_tariff_is_about_is_not_hit(claims: Read) -> None:
    found = told(claims("Washington increased tariffs on Indian goods over Russian oil."))
    assert "United States sanctions India" in found
    assert not any("Russian oil" in one for one in found)
