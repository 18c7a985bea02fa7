"""Nouns that supporting words, coordination, hyphens or a name beside them complete."""

from __future__ import annotations

import pytest

from tests.extract.conftest import Read
from tests.extract.told import told


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The army was involved in the killing of Rohingya.", "army killsPerson Rohingya"),
        ("Rebels took part in the seizure of Bakhmut.", "Rebels occupies Bakhmut"),
        ("Russia was behind the poisoning of the dissidents.", "Russia attacks dissidents"),
        ("The militia is guilty of the killing of monks.", "militia killsPerson monks"),
        ("Rwanda denied any involvement in attacks on Uganda.", "Rwanda attacks Uganda"),
        ("Denmark joined in the condemnation of Russia.", "Denmark condemns Russia"),
    ],
)  # fmt: skip
def test_who_takes_part_in_a_deed_does_it(claims: Read, text: str, said: str) -> None:
    assert said in told(claims(text))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Qatar has come in for criticism from Egypt.", "Egypt criticises Qatar"),
        ("Kenya met with criticism from Uganda.", "Uganda criticises Kenya"),
        ("Hungary ran into opposition from Poland.", "Poland rejects Hungary"),
        ("Belgrade was the target of criticism by Croatia.", "Croatia criticises Serbia"),
        ("Myanmar became the object of sanctions by Canada.", "Canada sanctions Myanmar"),
    ],
)  # fmt: skip
def test_who_comes_under_a_deed_suffers_it(claims: Read, text: str, said: str) -> None:
    assert said in told(claims(text))


@pytest.mark.parametrize(
    ("text", "unsaid"),
    [
        ("Rwanda spoke of attacks on Uganda.", "Rwanda attacks Uganda"),
        ("Rwanda was astonished by the killing of civilians.", "Rwanda killsPerson civilians"),
        ("Qatar answered criticism from Egypt of Sudan.", "Egypt criticises Qatar"),
        ("Poland reported opposition from Hungary.", "Hungary rejects Poland"),
    ],
)
def test_who_speaks_of_a_deed_has_no_part_in_it(claims: Read, text: str, unsaid: str) -> None:
    assert unsaid not in told(claims(text))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Turkey's invasion of and presence in northern Cyprus is illegal.",
         "Turkey invades Northern Cyprus"),
        ("Iran's support for and supply of missiles to Hezbollah has alarmed Kuwait.",
         "Iran supports Hezbollah"),
        ("Iran's support for and supply of missiles to Hezbollah has alarmed Kuwait.",
         "Iran suppliesWeaponsTo Hezbollah"),
        ("Israel's bombing of Beirut and killing of militants alarm Kuwait.",
         "Israel killsPerson militants"),
    ],
)  # fmt: skip
def test_coordinated_nouns_share_owner_and_complement(claims: Read, text: str, said: str) -> None:
    assert said in told(claims(text))


def test_a_noun_with_its_own_determiner_has_another_doer(claims: Read) -> None:
    said = told(claims("Kenya's visit to Chad and the killing of civilians were in the papers."))
    assert said == {"Kenya visits Chad"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The Armenia-Azerbaijan border is closed.", "Armenia borders Azerbaijan"),
        ("The Israel-Hamas ceasefire collapsed.", "Israel ceasesFireWith Hamas"),
        ("A US-Taliban agreement was signed in Doha.", "United States signsAgreementWith Taliban"),
    ],
)  # fmt: skip
def test_a_hyphen_joins_both_ends(claims: Read, text: str, said: str) -> None:
    assert said in told(claims(text))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Saudi-led air strikes on Sanaa killed dozens.", "Saudi Arabia bombards Sanaa"),
        ("US-imposed sanctions on Iran hurt its economy.", "United States sanctions Iran"),
        ("The Qatari-mediated talks between Chad and Sudan stalled.", "Qatar mediatesBetween Chad"),
        ("The Qatari-mediated talks between Chad and Sudan stalled.",
         "Qatar mediatesBetween Sudan"),
    ],
)  # fmt: skip
def test_a_compound_tells_who_is_behind_a_deed(claims: Read, text: str, said: str) -> None:
    assert said in told(claims(text))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("As a member of the European Union, Cyprus pays.", "Cyprus memberOf European Union"),
        ("Ghana, as an ally of Togo, closed the border.", "Ghana alliedWith Togo"),
        ("Japan came to the summit as an ally of Canada.", "Japan alliedWith Canada"),
        ("Canada regards Iran as an enemy of Israel.", "Iran adversaryOf Israel"),
        ("Kenya asked Oman, as a member of the Arab League, to help.", "Oman memberOf Arab League"),
    ],
)  # fmt: skip
def test_in_what_capacity(claims: Read, text: str, said: str) -> None:
    assert said in told(claims(text))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Mali and Niger, members of the African Union, disagree.", "Niger memberOf African Union"),
        ("Longtime foes Greece and Turkey came to Vienna.", "Greece adversaryOf Turkey"),
        ("The two allies, Turkey and Azerbaijan, came to Vienna.", "Turkey alliedWith Azerbaijan"),
        ("Azerbaijan flew planes to its exclave Nakhchivan.", "Nakhichevan exclaveOf Azerbaijan"),
        ("Bahrain, home to the US Fifth Fleet, is small.", "US Fifth Fleet stationedIn Bahrain"),
        ("Vienna is home to the OSCE.",
         "Organization for Security and Co-operation in Europe locatedIn Vienna"),
    ],
)  # fmt: skip
def test_what_is_said_of_the_names_beside_a_noun(claims: Read, text: str, said: str) -> None:
    assert said in told(claims(text))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The port city Mykolaiv was shelled by Russia.", "Russia bombards Mykolaiv"),
        ("The bank, Sberbank, was sanctioned by Canada.", "Canada sanctions Sberbank"),
        ("Hezbollah, a group that is backed by Iran, is armed.", "Iran supports Hezbollah"),
        ("The Taliban, a movement which rules Afghanistan, is armed.",
         "Taliban controls Afghanistan"),
    ],
)  # fmt: skip
def test_a_common_noun_beside_a_name_stands_for_it(claims: Read, text: str, said: str) -> None:
    assert said in told(claims(text))


def test_a_noun_of_another_kind_does_not(claims: Read) -> None:
    assert told(claims("Kenya left Sudan, a move that angered Chad.")) & {
        "Chad criticises Sudan", "Sudan pressures Chad"
    } == set()  # fmt: skip


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The supply of Turkish drones to Ethiopia worried Egypt.",
         "Turkey suppliesWeaponsTo Ethiopia"),
        ("The deployment of French troops to Chad began in 1986.", "France deploysTroopsTo Chad"),
        ("Crimea remains under Russian occupation.", "Russia occupies Crimea"),
        ("The dispute between Guyana and Venezuela goes on.", "Guyana adversaryOf Venezuela"),
    ],
)  # fmt: skip
def test_whose_things_a_deed_moves(claims: Read, text: str, said: str) -> None:
    assert said in told(claims(text))


def test_who_owns_the_deed_does_it(claims: Read) -> None:
    said = told(claims("Germany's supply of American missiles to Kyiv goes on."))
    assert said == {"Germany suppliesWeaponsTo Ukraine"}


def test_a_place_under_fire_is_no_part_of_the_army(claims: Read) -> None:
    assert "partOf" not in str(told(claims("Mariupol came under shelling from Russian forces.")))
