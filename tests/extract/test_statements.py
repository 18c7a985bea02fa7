"""How ministries and councils put it: titles with capitals, what is welcomed, what is denied."""

from __future__ import annotations

import pytest

from kg.model import Status
from tests.extract.conftest import Read
from tests.extract.told import status, told


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("His Special Representative, Ann Lee, met Marco Rubio.", "Ann Lee meets Marco Rubio"),
        ("The President of the Republic of Cyprus, Nikos Christodoulides, met Marco Rubio.",
         "Nikos Christodoulides meets Marco Rubio"),
        ("Marco Rubio thanked Albania's Minister of Foreign Affairs, Igli Hasani.",
         "Marco Rubio praises Igli Hasani"),
        ("Moldova's Minister of Foreign Affairs, Mihai Popsoi, met Marco Rubio.",
         "Mihai Popsoi meets Marco Rubio"),
    ],
)  # fmt: skip
def test_a_title_with_capitals_has_a_name_behind_it(claims: Read, text: str, said: str) -> None:
    assert said in told(claims(text))


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("The Council welcomed President Maia Sandu to NATO Headquarters.", "joins"),
        ("The Council thanked Moldova for its part in the KFOR mission in Kosovo.", "visits"),
        ("Chad accused the Sudanese air force of dropping bombs on villages.", "visits"),
        ("The Secretary General extends his condolences to the people of Peru.", "apologisesTo"),
        ("The PKK runs training camps in Iraq.", "givesHumanitarianAidTo"),
        ("Brussels has treated Serbia's president Aleksandar Vucic as a guarantor of stability.",
         "givesHumanitarianAidTo"),
        ("Serbia has refused to join EU sanctions against Russia.", "refusesToMeet"),
        ("The PKK runs training camps in Iraq.", "trainsForcesOf"),
        ("Olaf Scholz flew to Serbia to celebrate it with Rio Tinto.", "praises"),
        ("NATO is concerned by the arrest of Ekrem Imamoglu.", "criticises"),
        ("Japan will transfer destroyers to the Philippine Navy.", "deploysTroopsTo"),
        ("Beijing accused Washington of using Manila to contain China.", "partOf"),
    ],
)  # fmt: skip
def test_courtesies_and_metaphors(claims: Read, text: str, never: str) -> None:
    assert not any(f" {never} " in said for said in told(claims(text)))


def test_what_is_in_force_is_so(claims: Read) -> None:
    text = "Paris welcomed the entry into force of the treaty between Chad and Gabon."
    assert status(claims(text), "Chad signsAgreementWith Gabon") is Status.ASSERTED


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Human Rights Watch has accused Chad of torture, an allegation Gabon denies.",
         "Human Rights Watch accuses Chad"),
        ("I don't find that convincing: the UN reported last year that Iran arms Hezbollah.",
         "Iran suppliesWeaponsTo Hezbollah"),
    ],
)  # fmt: skip
def test_what_is_denied_beside_a_sentence_leaves_it_alone(
    claims: Read, text: str, said: str
) -> None:
    assert status(claims(text), said) is Status.ASSERTED


def test_an_object_that_sums_up_denies_no_clause_of_its_own(claims: Read) -> None:
    found = claims("Iran denied that Chad had invaded Sudan.")
    assert status(found, "Chad invades Sudan") is Status.NEGATED


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("France, which had left Mali in 2022, criticised Niger.", None),
        ("Paris criticised Niger for breaking the pact they signed in 2018.", None),
        ("In 2022, France criticised Niger.", "2022"),
    ],
)
def test_the_date_of_a_relative_clause_is_its_own(
    claims: Read, text: str, date: str | None
) -> None:
    found = [claim for claim in claims(text, relation="criticises")]
    assert [claim.time.date if claim.time else None for claim in found] == [date]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("NATO is alarmed by the Russian attack on Kyiv.", "NATO criticises Russia"),
        ("Japan will transfer destroyers to Vietnam.", "Japan suppliesWeaponsTo Vietnam"),
        ("Egypt, which is locked in a dispute with Ethiopia, reinforced its army.",
         "Egypt adversaryOf Ethiopia"),
        ("Ghana is embroiled in a border dispute with Togo.", "Ghana adversaryOf Togo"),
        ("The White Army, a militia allied with Riek Machar, took a town.",
         "White Army alliedWith Riek Machar"),
    ],
)  # fmt: skip
def test_concern_quarrels_and_allies(claims: Read, text: str, said: str) -> None:
    assert said in told(claims(text))


def test_a_body_in_the_title_of_a_speaker_is_no_it(claims: Read) -> None:
    text = "Chinese Foreign Ministry spokesperson Lin Jian told reporters that China opposed it."
    assert not any(" rejects " in said for said in told(claims(text)))
