"""What analyses, interviews and timelines say: conditions, groups, owners, lists."""

from __future__ import annotations

import pytest

from kg.model import Status
from tests.extract.conftest import Read
from tests.extract.told import source, status, told

ASSERTED, NEGATED, PLANNED = Status.ASSERTED, Status.NEGATED, Status.PLANNED
HYPOTHETICAL = Status.HYPOTHETICAL


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        ("Not only has Oman failed to condemn Serbia, it has praised it.",
         "Oman condemns Serbia", NEGATED),
        ("Were Oman to restore relations with Israel, Iran would be furious.",
         "Oman establishesRelationsWith Israel", HYPOTHETICAL),
        ("Had Russia intervened, Armenia would not have left the WTO.",
         "Armenia leaves World Trade Organization", HYPOTHETICAL),
        ("If Poland had intervened, Germany would not have attacked Denmark.",
         "Germany attacks Denmark", HYPOTHETICAL),
        ("Germany would not have attacked Denmark.", "Germany attacks Denmark", NEGATED),
        ("Serbia denied supplying drones to Niger and condemned Ukraine.",
         "Serbia condemns Ukraine", ASSERTED),
        ("Emmanuel Macron is not scheduled to visit Egypt before May.",
         "Emmanuel Macron visits Egypt", PLANNED),
        ("A restoration of relations between Chad and Sudan cannot be excluded.",
         "Chad establishesRelationsWith Sudan", HYPOTHETICAL),
        ("Serbia rejects the membership of Ukraine in NATO.",
         "Ukraine memberOf NATO", HYPOTHETICAL),
        ("Finland's membership of NATO has angered Russia.", "Finland memberOf NATO", ASSERTED),
    ],
)  # fmt: skip
def test_what_an_analysis_supposes(claims: Read, text: str, said: str, expected: Status) -> None:
    assert status(claims(text), said) is expected


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Cambodia responded by downgrading ties with Thailand.",
         "Cambodia reducesRelationsWith Thailand"),
        ("Ann Lee finds it hard to maintain her criticism of Israel.",
         "Ann Lee criticises Israel"),
    ],
)  # fmt: skip
def test_what_is_done_is_not_said(claims: Read, text: str, said: str) -> None:
    assert source(claims(text), said) is None


@pytest.mark.parametrize(
    ("text", "relation", "said"),
    [
        ("Mr President, Latvia has condemned Belarus.", "condemns",
         {"Latvia condemns Belarus"}),
        ("Turkey and Saudi Arabia are rivals. Baykar delivered drones to the kingdom.",
         "suppliesWeaponsTo", {"Baykar suppliesWeaponsTo Saudi Arabia"}),
        ("NATO and the European Union held a summit. The bloc sanctioned Belarus.", "sanctions",
         {"European Union sanctions Belarus"}),
        (("Bo Yu's soldiers have attacked Chad, his courts have jailed opposition leaders such as "
         "Ann Lee, and his police have arrested Farah Osman."), "detains",
         {"Bo Yu's courts detains opposition leaders", "Bo Yu's courts detains Ann Lee",
          "Bo Yu's police detains Farah Osman"}),
        (("Nobody forced the African Union to ignore the European Parliament, whose members have "
         "urged it to suspend aid to Tunisia."), "stopsAidTo",
         {"African Union stopsAidTo Tunisia"}),
        ("Ann Lee praised Europe. Bo Yu signed the deal and called it a model.", "praises",
         {"Ann Lee praises Europe", "Bo Yu praises deal"}),
        ("Xi Jinping and Vladimir Putin signed a pact with Narendra Modi.", "signsAgreementWith",
         {"Xi Jinping signsAgreementWith Narendra Modi",
          "Vladimir Putin signsAgreementWith Narendra Modi"}),
        ("Ann Lee offended her partner. Oman attacked them.", "attacks", set()),
        ("Japan will host American missiles.", "hosts", set()),
        ("Yerevan hosted a Russian base.", "hasMilitaryBaseIn",
         {"Russia hasMilitaryBaseIn Armenia"}),
        ("Niger gave the ambassador, Bo Yu, a week to leave Mali.", "withdrawsForcesFrom", set()),
        ("The minister gave Iran permission to reopen an embassy in Oman.",
         "establishesRelationsWith", {"Iran establishesRelationsWith Oman"}),
        ("Defenders of the deal, chief among them Ann Lee, argue that it would last.", "supports",
         {"Ann Lee supports deal"}),
        ("Mali, Burkina Faso and Niger attacked Chad.", "attacks",
         {"Mali attacks Chad", "Burkina Faso attacks Chad", "Niger attacks Chad"}),
        ("Modi, Xi and Putin condemned Iran.", "condemns",
         {"Narendra Modi condemns Iran", "Xi Jinping condemns Iran",
          "Vladimir Putin condemns Iran"}),
    ],
)  # fmt: skip
def test_who_is_meant(claims: Read, text: str, relation: str, said: set[str]) -> None:
    assert told(claims(text, relation=relation)) == said


@pytest.mark.parametrize(
    ("text", "relation", "said"),
    [
        (("What we know about the clashes between Laos and Peru. It began in May. "
         "Nobody knows why. Ann Lee has asked the UN Security Council for a meeting. Who will act? "
         "Malaysia condemned the two sides."), "condemns",
         {"Malaysia condemns Laos", "Malaysia condemns Peru"}),
        (("Laos and Peru: an unlikely pact. Laos wants arms. Peru met Chad in May. "
         "Malaysia condemned the two countries."), "condemns",
         {"Malaysia condemns Laos", "Malaysia condemns Peru"}),
        (("Peru, Chile and Ecuador signed a pact. Russia sent gifts. The United States and China "
         "were alarmed. It was over. The three states left OPEC."), "leaves",
         {"Peru leaves OPEC", "Chile leaves OPEC", "Ecuador leaves OPEC"}),
    ],
)  # fmt: skip
def test_whom_the_article_is_about(claims: Read, text: str, relation: str, said: set[str]) -> None:
    assert told(claims(text, relation=relation)) == said
