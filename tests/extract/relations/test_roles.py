"""Titles and offices: who bears them, where one title is part of a longer one."""

from __future__ import annotations

import pytest

from kg.model import Status
from tests.extract.conftest import Read
from tests.extract.told import source, status, told


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("United Nations Secretary General Ban Ki-moon visited Peru.",
         "Ban Ki-moon leaderOf United Nations"),
        ("NATO Secretary General Jens Stoltenberg visited Peru.",
         "Jens Stoltenberg leaderOf NATO"),
        ("Kenya's Attorney General Justin Muturi visited Peru.",
         "Justin Muturi holdsOfficeIn Kenya"),
    ],
)  # fmt: skip
def test_a_title_inside_a_longer_one_is_none_of_its_own(
    claims: Read, text: str, office: str
) -> None:
    assert {said for said in told(claims(text)) if "visits" not in said} == {office}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("A spokesman for Emmanuel Macron condemned Serbia.",
         {"spokesman for Emmanuel Macron spokespersonFor Emmanuel Macron",
          "spokesman for Emmanuel Macron condemns Serbia"}),
        ("A spokeswoman for Angela Merkel resigned.",
         {"spokeswoman for Angela Merkel spokespersonFor Angela Merkel"}),
        ("A spokesman for Hezbollah condemned Israel.",
         {"spokesman spokespersonFor Hezbollah", "spokesman condemns Israel"}),
    ],
)  # fmt: skip
def test_who_speaks_for_somebody_may_stay_unnamed(claims: Read, text: str, said: set[str]) -> None:
    assert told(claims(text)) == said


def test_a_title_told_by_the_way_is_nobodys_word(claims: Read) -> None:
    found = claims("Kenya said it would meet with the president of Chile, Gabriel Boric.")
    assert source(found, "Kenya meets Gabriel Boric") == "Kenya"
    assert source(found, "Gabriel Boric headOfStateOf Chile") is None


@pytest.mark.parametrize(
    "text",
    [
        "Kenya said that it would expel the militia allied with Iran.",
        "Kenya said that the militia allied with Iran had left.",
    ],
)
def test_a_participle_beside_its_noun_is_told_by_the_way(claims: Read, text: str) -> None:
    found = claims(text, relation="alliedWith")
    assert source(found, "militia alliedWith Iran") is None
    assert status(found, "militia alliedWith Iran") is Status.ASSERTED


def test_what_is_made_an_ally_is_the_object(claims: Read) -> None:
    found = claims("Treaties have aligned Kenya with Sudan.", relation="alliedWith")
    assert told(found) == {"Kenya alliedWith Sudan"}


@pytest.mark.parametrize(
    ("text", "relation", "said"),
    [
        ("Angela Merkel called Viktor Orban a puppet of Russia.",
         "dependsOn", "Viktor Orban dependsOn Russia"),
        ("Joe Biden was elected president of the United States.",
         "headOfStateOf", "Joe Biden headOfStateOf United States"),
        ("Moscow calls itself the guarantor of Armenia's security.",
         "guarantorOfSecurityOf", "Russia guarantorOfSecurityOf Armenia"),
    ],
)  # fmt: skip
def test_a_role_is_that_of_whom_it_is_said_of(
    claims: Read, text: str, relation: str, said: str
) -> None:
    assert told(claims(text, relation=relation)) == {said}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Chairman of the African Union Commission Moussa Faki Mahamat condemned the coup.",
         "Moussa Faki Mahamat leaderOf African Union Commission"),
        ("The director of the Federal Security Service of Kenya, Jan Novak, resigned.",
         "Jan Novak holdsOfficeIn Federal Security Service"),
        ("A representative of the US Treasury Department, Jan Novak, spoke.",
         "Jan Novak envoyOf US Department of the Treasury"),
        ("Jan Novak, deputy chief of staff of the Kenyan army, resigned.",
         "Jan Novak holdsOfficeIn Kenyan army"),
    ],
)  # fmt: skip
def test_a_name_behind_the_office_and_its_body(claims: Read, text: str, said: str) -> None:
    assert said in told(claims(text))


def test_of_says_more_than_an_adjective(claims: Read) -> None:
    said = told(claims("Ankara calls the YPG the Syrian branch of the PKK."))
    assert "People's Protection Units partOf Kurdistan Workers' Party" in said
    assert "People's Protection Units partOf Syria" not in said


def test_an_adjective_that_cannot_own_leaves_the_place_to_the_phrase(claims: Read) -> None:
    said = told(claims("Jan Novak, a Czech journalist with the BBC, was detained in Minsk."))
    assert {"Jan Novak worksFor BBC", "Jan Novak citizenOf Czechia"} <= said


def test_the_end_of_a_title_owns_nothing(claims: Read) -> None:
    said = told(claims("US Secretary of State Antony Blinken met Jan Novak."))
    assert "Antony Blinken holdsOfficeIn United States" in said
    assert not [words for words in said if words.endswith("State")]


def test_part_of_a_name_is_no_title(claims: Read) -> None:
    said = told(claims("The head of Iran's Revolutionary Guard, Hossein Salami, spoke."))
    assert said == {"Hossein Salami holdsOfficeIn Islamic Revolutionary Guard Corps"}


def test_the_president_of_a_state_heads_it_though_he_held_another_office(claims: Read) -> None:
    text = "U.S. President Joe Biden, once a vice president, left."
    assert "Joe Biden headOfStateOf United States" in told(claims(text))


def test_who_serves_a_leader_holds_office_in_his_state(claims: Read) -> None:
    text = "U.S. President Joe Biden's national security adviser, Jake Sullivan, left."
    assert "Jake Sullivan holdsOfficeIn United States" in told(claims(text))
    text = "Russia's president Vladimir Putin spoke. His foreign minister, Sergei Lavrov, left."
    assert "Sergei Lavrov holdsOfficeIn Russia" in told(claims(text))


def test_a_person_in_apposition_to_an_office_acts(claims: Read) -> None:
    text = "Russia's president Vladimir Putin left. His minister, Sergei Lavrov, met Hakan Fidan."
    assert told(claims(text, relation="meets")) == {"Sergei Lavrov meets Hakan Fidan"}
