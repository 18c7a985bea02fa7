"""Names that several bodies bear, and names that are parts of longer ones."""

from __future__ import annotations

import pytest

from tests.extract.conftest import Find, Read
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


@pytest.mark.parametrize(
    ("published", "person"),
    [("1985-02-01", "Ferdinand Marcos"), ("2024-02-01", "Ferdinand Marcos Jr.")],
)
def test_a_surname_is_that_of_the_holder_of_the_office(
    claims: Read, published: str, person: str
) -> None:
    assert told(claims("Marcos praised Japan.", published=published)) == {f"{person} praises Japan"}


def test_a_full_name_too_may_be_that_of_father_and_son(claims: Read) -> None:
    text = "President George Bush criticised Iraq."
    said = told(claims(text, published="1990-11-02", relation="criticises"))
    assert said == {"George H. W. Bush criticises Iraq"}
    said = told(claims(text, published="2002-11-02", relation="criticises"))
    assert said == {"George W. Bush criticises Iraq"}


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Britain was silent. The Foreign Office condemned Iran.", "UK Foreign Office"),
        ("The Foreign Office in London condemned Iran.", "UK Foreign Office"),
        ("The Pakistani Foreign Office condemned Iran.", "Pakistani Foreign Office"),
        ("The Foreign Office in Islamabad condemned Iran.", "Foreign Office"),
        ("Pakistan left the talks. Pakistan was silent. The Foreign Office condemned Iran.",
         "Foreign Office"),
        ("Donald Trump sent him. The National Guard condemned Iran.", "US National Guard"),
        ("The Mexican National Guard condemned Iran.", "Mexican National Guard"),
        ("The National Guard of Tunisia condemned Iran.", "National Guard"),
        ("The Labour Party of Norway condemned Iran.", "Labour Party of Norway"),
        ("The Popular Front of Kenya condemned Iran.", "Popular Front of Kenya"),
    ],
)  # fmt: skip
def test_a_shared_name_is_that_of_the_state_beside_it(claims: Read, text: str, body: str) -> None:
    assert told(claims(text, relation="condemns")) == {f"{body} condemns Iran"}


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("The Karenni National Liberation Army condemned Iran.",
         "Karenni National Liberation Army"),
        ("Libya left. The National Liberation Army condemned Iran.", "National Liberation Army"),
        ("Libya left. The National Liberation Army (ELN) condemned Iran.",
         "National Liberation Army (Colombia)"),
        ("The Ta'ang National Liberation Army condemned Iran.",
         "Ta'ang National Liberation Army"),
    ],
)  # fmt: skip
def test_armies_of_liberation_are_many(claims: Read, text: str, group: str) -> None:
    assert told(claims(text, relation="condemns")) == {f"{group} condemns Iran"}


def test_a_body_s_acronym_may_be_of_another_tongue(claims: Read) -> None:
    text = "The Social Democratic Party (PSD) praised Oman. PSD criticised Chad."
    assert told(claims(text, relation="criticises")) == {"Social Democratic Party criticises Chad"}
    text = "The Greens (EU) praised Oman. The EU criticised Chad."
    assert told(claims(text, relation="criticises")) == {"European Union criticises Chad"}


def test_an_article_makes_no_name_longer(find: Find) -> None:
    found = find("Settlers in the West Bank are ignored by the West.")
    assert {words: name.type for words, name in found.items() if name.entry} == {
        "West Bank": "Region",
        "West": "Bloc",
    }


def test_a_body_behind_a_state_is_that_state_s(claims: Read) -> None:
    found = claims("The National Guard of Tunisia condemned Iran.", relation="condemns")
    assert [claim.subject.owner for claim in found] == ["Tunisia"]
