"""What "it", "the country" and the victim of a deed stand for, on the real model."""

from __future__ import annotations

import pytest

from tests.extract.conftest import Read
from tests.extract.told import source, told


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Russia let Azerbaijan invade Armenia and occupy parts of it.",
         "Azerbaijan occupies Armenia"),
        ("Israel bombed Lebanon and invaded it.", "Israel invades Lebanon"),
        ("Turkey attacked the rebels and defeated them.", "Turkey defeats rebels"),
    ],
)  # fmt: skip
def test_it_is_what_the_verb_before_did_something_to(claims: Read, text: str, said: str) -> None:
    assert said in told(claims(text))


def test_a_leader_travels_to_another_country_than_his_own(claims: Read) -> None:
    found = claims(
        "Russian Prime Minister Mikhail Mishustin arrived in Azerbaijan on Friday. "
        "Russia is its ally. He had last travelled to the republic in November.",
        relation="visits",
    )
    assert told(found) == {"Mikhail Mishustin visits Azerbaijan"}


@pytest.mark.parametrize(
    ("text", "blamed"),
    [
        ("France condemned the invasion of Ukraine.", set()),
        ("France condemned Russia's invasion of Ukraine.", {"France condemns Russia"}),
        ("Iran condemned the assassination of Ismail Haniyeh by Israel.",
         {"Iran condemns Israel"}),
        ("France condemned the government of Syria.", {"France condemns Syria"}),
    ],
)  # fmt: skip
def test_who_suffers_a_deed_is_not_blamed_for_it(claims: Read, text: str, blamed: set[str]) -> None:
    named = ("Ukraine", "Russia", "Ismail Haniyeh", "Israel", "Syria")
    found = [claim for claim in claims(text, relation="condemns") if claim.object.name in named]
    assert told(found) == blamed


def test_a_capital_that_somebody_is_for_is_its_state(claims: Read) -> None:
    found = claims("The Maldives' pro-Beijing president, Mohamed Muizzu, visited India.")
    said = told(found)
    assert "Mohamed Muizzu supports China" in said
    assert "Mohamed Muizzu headOfStateOf Maldives" in said
    assert "Mohamed Muizzu headOfStateOf China" not in said


def test_where_a_deed_is_done_is_not_whose_it_is(claims: Read) -> None:
    assert told(claims("The attack in Moscow killed ten people.")) == set()
    assert "Russia killsPerson ten people" in told(
        claims("The Russian attack on Kyiv killed ten people.")
    )


def test_not_yet(claims: Read) -> None:
    (claim,) = claims("Serbia has yet to recognise Kosovo.", relation="recognises")
    assert claim.status == "negated"


def test_an_envoy_is_not_from_where_he_is_recalled(claims: Read) -> None:
    found = claims("Chad recalled its ambassador from Berlin.")
    assert "Chad recallsEnvoyFrom Germany" in told(found)
    assert told(claim for claim in found if claim.relation == "envoyOf") == {
        "ambassador envoyOf Chad"
    }


def test_reporters_are_nobody_whom_they_is_about(claims: Read) -> None:
    found = claims(
        "“Sudan has sent weapons to the militias in Darfur,” Angela Merkel told reporters. "
        "“Ethiopia has refused to help them,” she said."
    )
    assert not any(claim.object.name == "reporters" for claim in found)


@pytest.mark.parametrize(
    ("text", "said", "by"),
    [
        ("“We will send tanks to Latvia,” German Defence Minister Boris Pistorius said.",
         "Germany suppliesWeaponsTo Latvia", "Boris Pistorius"),
        ("“Eritrea is threatening us,” the Ethiopian president, Taye Atske, told reporters.",
         "Eritrea threatens Ethiopia", "Taye Atske"),
        ("“Sudan has bombed our army,” said Idriss Haroun, Chad's foreign minister.",
         "Sudan bombards Chad", "Idriss Haroun"),
        ("“Yesterday Israel bombed us again,” a Lebanese minister told AFP.",
         "Israel bombards Lebanon", "Lebanese minister"),
        ("“It is time. Our country will send troops to Haiti,” Kenyan President Ruto said.",
         "Kenya deploysTroopsTo Haiti", "Ruto"),
    ],
)  # fmt: skip
def test_we_of_an_official_is_his_state(claims: Read, text: str, said: str, by: str) -> None:
    found = claims(text)
    assert said in told(found)
    assert by in str(source(found, said))


@pytest.mark.parametrize(
    "text",
    [
        "“Russia is threatening us,” French opposition leader Marine Dupont said.",
        "“Russia is threatening us,” a Paris baker told reporters.",
    ],
)
def test_us_of_anybody_else_is_not_a_state(claims: Read, text: str) -> None:
    assert not claims(text, relation="threatens")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Oman condemned Chad over its attack on Togo.", "Chad attacks Togo"),
        ("Oman imposed sanctions on Chad for its invasion of Togo.", "Chad invades Togo"),
        ("Oman thanked Chad for its support for Togo.", "Chad supports Togo"),
        ("Despite its invasion of Togo, Chad met Oman.", "Chad invades Togo"),
        ("Oman left. In his speech to Togo, Paul Biya condemned Chad.", "Paul Biya condemns Chad"),
    ],
)  # fmt: skip
def test_its_is_who_is_judged_or_who_comes_after(claims: Read, text: str, said: str) -> None:
    assert said in told(claims(text))


@pytest.mark.parametrize(
    ("text", "unsaid"),
    [
        ("Oman condemned Chad over its attack on Togo.", "Oman attacks Togo"),
        ("Oman imposed sanctions on Chad for its invasion of Togo.", "Oman invades Togo"),
        ("Chad met Togo. Oman alone cannot invade the country.", "Oman invades Oman"),
    ],
)  # fmt: skip
def test_its_is_not_who_judges(claims: Read, text: str, unsaid: str) -> None:
    assert unsaid not in told(claims(text))


@pytest.mark.parametrize(
    "text",
    [
        "Pro-Russian Prime Minister Sergei Dubov said: “Chad is threatening us every day.”",
        "“Chad is threatening us every day,” pro-French President Paul Dubois said.",
    ],
)
def test_whom_a_leader_is_for_is_not_his_state(claims: Read, text: str) -> None:
    assert not claims(text, relation="threatens")


def test_an_official_speaks_for_the_state_that_another_mention_tells(claims: Read) -> None:
    found = claims(
        "Chinese foreign ministry spokesman Lu Wen met reporters in Rome. "
        "“Chad is threatening us every day,” Lu Wen said."
    )
    assert "Chad threatens China" in told(found)


def test_an_office_in_capitals_is_nobodys_name(claims: Read) -> None:
    found = claims("Chancellor Karl Braun left Rome. Yesterday the Chancellor condemned Chad.")
    assert "Karl Braun condemns Chad" in told(found)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Wagner fighters arrived in Mali. They have since trained its army.",
         "Wagner Group trainsForcesOf Mali"),
        ("Chad left ECOWAS. Officials accuse the bloc of serving Oman. It has condemned Chad.",
         "Economic Community of West African States condemns Chad"),
        ("Turkish police arrested two Kurds. Oman demanded their release and condemned them.",
         "Oman condemns Kurds"),
        ("Serbia protested. Its president, Aleksandar Vucic, condemned Kosovo.",
         "Aleksandar Vucic condemns Kosovo"),
        ("Mali is poor. Oman, which withdrew its troops from the country, condemned Chad.",
         "Oman withdrawsForcesFrom Mali"),
    ],
)  # fmt: skip
def test_the_likelier_of_two(claims: Read, text: str, said: str) -> None:
    assert said in told(claims(text))


def test_it_that_comes_to_something_means_nothing(claims: Read) -> None:
    found = claims("Chad has friends. When it comes to an attack on Togo, Oman is alone.")
    assert "Chad attacks Togo" not in told(found)
