"""What the long sentences of news agencies say: whose, who speaks, when, and who acts."""

from __future__ import annotations

import pytest

from kg.model import Claim
from tests.extract.conftest import Read
from tests.extract.told import source, status, told

DAY = "2023-09-11"
INVITED = (
    "At the invitation of Ann Lee, Chad's Deputy Prime Minister and Foreign Minister Bo Larsen"
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Amnesty International said Chad had broken its obligations under the Rome Statute.",
            "Chad partyTo Rome Statute",
        ),
        (
            "Chad accuses Niger of sending soldiers to help Russia retake its Kursk region.",
            "Russia occupies Kursk Oblast",
        ),
        (
            "Oman praised Bo Larsen, who fled after a judge issued a warrant for his arrest.",
            "judge issuesArrestWarrantFor Bo Larsen",
        ),
        ("Oman wants Chad to scrap a pact it signed with Iraq.", "Chad signsAgreementWith Iraq"),
        ('Bo Larsen condemned the "hideous" attack.', "Bo Larsen condemns hideous attack"),
    ],
)
def test_a_possessive_means_who_is_spoken_of_last(claims: Read, text: str, said: str) -> None:
    assert said in told(claims(text))


@pytest.mark.parametrize(
    ("text", "said", "speaker"),
    [
        (
            "Amnesty International said Chad had jailed Bo Larsen, and urged Oman to free him.",
            "Amnesty International demandsEndOf Oman",
            None,
        ),
        (
            "The Kenyan army said nobody had died, and Prime Minister Ann Lee accused Chad.",
            "Ann Lee accuses Chad",
            None,
        ),
        (
            "Norway said it would help, while Denmark's premier, Ann Lee, condemned Chad.",
            "Ann Lee condemns Chad",
            None,
        ),
        ("Hamas said Israel continued to attack Gaza.", "Israel attacks Gaza Strip", "Hamas"),
        ("Israel continued to attack Gaza.", "Israel attacks Gaza Strip", None),
    ],
)
def test_who_speaks(claims: Read, text: str, said: str, speaker: str | None) -> None:
    assert source(claims(text), said) == speaker


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Kenya's president, Bo Larsen, and Chad's king, Jan Novak, met on Monday.",
            "Bo Larsen meets Jan Novak",
        ),
        ("Uganda was accused by UN experts of aiding Rwanda.", "Uganda givesAidTo Rwanda"),
        (
            "Turkish police detained Bo Larsen over alleged graft and aiding Hamas.",
            "Bo Larsen givesAidTo Hamas",
        ),
        (
            "Israeli soldiers entered Jenin, killing a 16-year-old boy.",
            "Israel Defense Forces killsPerson 16-year-old boy",
        ),
    ],
)
def test_who_acts_on_whom(claims: Read, text: str, said: str) -> None:
    assert said in told(claims(text))


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Chad freed two soldiers in exchange for the release of 50 prisoners.", "releases"),
        ("The passengers boarded a plane to Rome.", "seizes"),
        ("Gunmen killed ten civilians in an attack.", "attacks"),
        ('"We do not back down," Jan Novak told Ann Lee.', "demandsEndOf"),
        ("Oman praised Field Marshal Bo Larsen.", "holdsOfficeIn"),
    ],
)
def test_what_is_not_said(claims: Read, text: str, relation: str) -> None:
    found = told(claims(text, relation=relation))
    assert found <= {"Chad releases two soldiers"}


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Algeria has mediated between the junta and its opponents.", "Algeria's opponents"),
        ("Bo Larsen quit. Soldiers entered Rome, killing a boy and arresting his father.",
         "Bo Larsen's father"),
        ("Bo Larsen expelled French soldiers and tore up a pact with Chad.", "France"),
    ],
)  # fmt: skip
def test_who_has_no_part_in_it(claims: Read, text: str, wrong: str) -> None:
    found = claims(text)
    assert found
    assert not [c for c in found if wrong in (c.object.name, c.subject.name) and _disputed(c)]


def _disputed(claim: Claim) -> bool:
    return claim.relation in ("mediatesBetween", "detains", "signsAgreementWith")


def test_a_meeting_that_somebody_offers_to_broker_has_not_been_held(claims: Read) -> None:
    text = "Brazil has offered to broker a meeting between Bo Larsen and Jan Novak."
    assert status(claims(text), "Bo Larsen meets Jan Novak") == "planned"


@pytest.mark.parametrize(
    ("text", "said", "date"),
    [
        ("Chad, which left Niger in 2019, has invaded Serbia.", "Chad invades Serbia", None),
        ("Chad has invaded Serbia, which left Niger in 2019.", "Chad invades Serbia", None),
        ("Oman praised Chad, which invaded Serbia in 2019.", "Chad invades Serbia", "2019"),
        ("Oman accused Chad of rigging last month's election.", "Oman accuses Chad", None),
        ("Oman accused Chad in last month's debate.", "Oman accuses Chad", "2023-08"),
    ],
)
def test_a_date_is_for_its_own_clause(claims: Read, text: str, said: str, date: str | None) -> None:
    found = {
        f"{claim.subject.name} {claim.relation} {claim.object.name}": claim.time
        for claim in claims(text, published=DAY)
    }
    when = found[said]
    assert (when.date if when else None) == date


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ankara protested. Foreign Minister Hakan Fidan quit.",
         "Hakan Fidan holdsOfficeIn Turkey"),
        ("Norway's defense minister, Tore Sandvik, visited Chad.", "Tore Sandvik visits Chad"),
        ("Iran's charge d'affaires, Shahriar Amouzegar, visited Chad.",
         "Shahriar Amouzegar visits Chad"),
        ("His predecessor, Muse Bihi Abdi, visited Chad.", "Muse Bihi Abdi visits Chad"),
        ("Norway said Oslo backed its allies.", "Norway supports Norway's allies"),
        ("Guyana's council met. Georgetown accused Chad of lying.", "Guyana accuses Chad"),
        ("Hungary is a member of NATO and of the European Union.",
         "Hungary memberOf European Union"),
        ("He met the premier. Jan Novak spoke to Ann Lee and to Bo Larsen.",
         "Jan Novak meets Bo Larsen"),
        ("Chad's President Jan Novak met Oman's President Bo Larsen. The two leaders signed pacts.",
         "Jan Novak signsAgreementWith Bo Larsen"),
    ],
)  # fmt: skip
def test_who_is_meant_by_an_office_a_capital_and_a_pair(claims: Read, text: str, said: str) -> None:
    assert said in told(claims(text))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Angela Merkel met France's president, Emmanuel Macron.", "Angela Merkel meets France"),
        (INVITED + " will visit China. Norway praised Chad.",
         "Ann Lee holdsOfficeIn Chad"),
        ("Vice President Ann Lee met President Jan Novak. The two presidents signed a pact.",
         "Ann Lee signsAgreementWith Jan Novak"),
        ("Israel bombed Beirut, the first attack in months.", "Israel bombards first attack"),
        ("Kenya's army rejected claims that Sudan had hit Chad.", "Kenya's army accuses Sudan"),
        ("Iran's army rejected a report that Tehran had sent missiles to Chad.",
         "Iran's army rejects Iran"),
        ("In Kyiv, the foreign ministry summoned Iran's ambassador.",
         "foreign ministry recallsEnvoyFrom Ukraine"),
        ("Asked by Reuters to comment, Oman said Iraq had attacked Chad.", "Reuters urges Oman"),
        ("Denmark hit back at Angela Merkel.", "Denmark attacks Angela Merkel"),
        ("Russian border guards patrol Armenia's frontier with Iran.",
         "Russian border guards deploysTroopsTo Iran"),
    ],
)  # fmt: skip
def test_who_is_not_meant_by_it(claims: Read, text: str, wrong: str) -> None:
    found = told(claims(text))
    assert found
    assert wrong not in found


@pytest.mark.parametrize(
    ("text", "said", "date"),
    [
        ("Chad met Serbia, their first meeting since 2019.", "Chad meets Serbia", None),
        ("Chad held its largest drill with Serbia since 2019.",
         "Chad holdsExerciseWith Serbia", None),
        ("In 2019 Chad's Prime Minister Bo Larsen met Ann Lee.",
         "Bo Larsen headOfGovernmentOf Chad", None),
        ("Bo Larsen, premier of Chad since 2019, met Ann Lee.",
         "Bo Larsen headOfGovernmentOf Chad", "2019"),
        ("Chad has occupied Serbia since 2019.", "Chad occupies Serbia", "2019"),
    ],
)  # fmt: skip
def test_the_date_of_the_last_time_is_not_that_of_the_deed(
    claims: Read, text: str, said: str, date: str | None
) -> None:
    (claim,) = [claim for claim in claims(text) if said in told([claim])]
    assert (claim.time.date if claim.time else None) == date
