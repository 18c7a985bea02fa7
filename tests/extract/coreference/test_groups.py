"""Whom "both", "the two countries", "the pair" and "they" stand for, on the real model."""

from __future__ import annotations

import pytest

from tests.extract.conftest import Read
from tests.extract.told import told


@pytest.mark.parametrize(
    ("text", "relation", "said"),
    [
        ("Laos and Vietnam ended their dispute. Both countries condemned Cambodia.", "condemns",
         {"Laos condemns Cambodia", "Vietnam condemns Cambodia"}),
        ("Chad and Niger held talks on Monday. Both condemned France.", "condemns",
         {"Chad condemns France", "Niger condemns France"}),
        ("Narendra Modi met Emmanuel Macron in Delhi. The pair condemned Iran.", "condemns",
         {"Narendra Modi condemns Iran", "Emmanuel Macron condemns Iran"}),
        ("Kenya, Rwanda and Uganda met in Nairobi. The three countries condemned Sudan.",
         "condemns",
         {"Kenya condemns Sudan", "Rwanda condemns Sudan", "Uganda condemns Sudan"}),
        ("Peru and Chile broke off relations in 1910. They restored relations a year later.",
         "establishesRelationsWith", {"Peru establishesRelationsWith Chile"}),
        ("Togo and Ghana are neighbours. The two US allies signed an agreement on Friday.",
         "signsAgreementWith", {"Togo signsAgreementWith Ghana"}),
        ("Eritrea accused Djibouti of sabotage. Egypt urged both countries to talk.", "urges",
         {"Egypt urges Eritrea", "Egypt urges Djibouti"}),
        ("Polish and Latvian troops held a drill. Belarus accused both countries of provocation.",
         "accuses", {"Belarus accuses Poland", "Belarus accuses Latvia"}),
        ("Qatar said that Israel and Hamas had met and that the two sides signed a ceasefire.",
         "signsAgreementWith", {"Israel signsAgreementWith Hamas"}),
    ],
)  # fmt: skip
def test_a_group_is_whom_a_sentence_joins(
    claims: Read, text: str, relation: str, said: set[str]
) -> None:
    assert told(claims(text, relation=relation)) == said


@pytest.mark.parametrize(
    "sentence",
    [
        "Both sides accused each other of sabotage.",
        "Each side accused the other of sabotage.",
        "Each accused the other side of sabotage.",
        "They accused one another of sabotage.",
        "The rivals accused each other of sabotage.",
    ],
)
def test_partners_accuse_each_other(claims: Read, sentence: str) -> None:
    found = claims(f"Mali and Mauritania closed their border. {sentence}", relation="accuses")
    assert told(found) == {"Mali accuses Mauritania", "Mauritania accuses Mali"}


@pytest.mark.parametrize(
    "text",
    [
        "Brazil criticised Chile, Peru and Bolivia. The two countries condemned Brazil.",
        "France buys oil and gas from Algeria. Both support Mali.",
        "The plan of Norway and Sweden for Spain and Italy failed. Both condemned Russia.",
        "Relations with the two countries are good. Both condemned Russia.",
        "The talks between Ghana and Togo failed. They condemned Russia.",
        "Angola and Zambia signed a deal. The other countries condemned Russia.",
    ],
)
def test_where_two_groups_are_as_good_or_none_is_there_nothing_is_said(
    claims: Read, text: str
) -> None:
    assert not claims(text, relation="condemns")
    assert not claims(text, relation="supports")


def test_who_acts_on_a_group_is_no_part_of_it(claims: Read) -> None:
    found = claims("Sudan accused Chad of sabotage. Chad said it had told both sides to stop.")
    assert not any(claim.relation == "urges" for claim in found)


def test_the_former_and_the_latter_of_a_coordination(claims: Read) -> None:
    found = claims(
        "Oman and Kuwait met Iraq's envoy. The former condemned Iran. The latter praised Qatar."
    )
    assert {"Oman condemns Iran", "Kuwait praises Qatar"} <= told(found)


def test_the_foes_are_states(claims: Read) -> None:
    found = claims("Paul Okello and Jan Visser condemned Mali. The foes signed an agreement.")
    assert not any(claim.relation == "signsAgreementWith" for claim in found)


def test_who_fought_fought_each_other(claims: Read) -> None:
    said = told(claims("Ghana and Togo are neighbours. The two sides fought in 1998."))
    assert "Ghana wagesWarOn Togo" in said
    assert "Ghana cooperatesWith Togo" not in said
    for rest in ("fought against Benin", "fought for freedom", "fought alongside Benin"):
        assert "Ghana wagesWarOn Togo" not in told(claims(f"Ghana and Togo {rest}."))
