"""The long titles of agencies, in front of a name and without a comma."""

from __future__ import annotations

import pytest

from kg.model import Status
from tests.extract.conftest import Read
from tests.extract.told import source, told

COUNCIL = (
    "The President of the Council and Commander-in-Chief of the Armed Forces, Lieutenant General "
    "Omar Al-Tayeb, received the Egyptian Foreign Minister, Sameh Shoukry."
)
BARE = ("Minister", "Councilor", "President", "Commander")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Defense Ministry Spokesman Lieutenant-General Igor Petrov spoke on Friday.",
            "Igor Petrov spokespersonFor Defense Ministry",
        ),
        (
            "Xi Jinping exchanged congratulations with Kazakh President Kassym-Jomart Tokayev.",
            "Kassym-Jomart Tokayev headOfStateOf Kazakhstan",
        ),
        (
            "Chadian President Mahamat Idriss Deby Itno has arrived in Niamey.",
            "Mahamat Idriss Deby Itno visits Niamey",
        ),
        (
            "The ministry handed a note to the Ambassador of Iran Seyyed Abbas Mousavi.",
            "Seyyed Abbas Mousavi envoyOf Iran",
        ),
    ],
)
def test_titles_and_last_names_are_told_apart(claims: Read, text: str, said: str) -> None:
    assert said in told(claims(text))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "The Minister of Defence of Ukraine Oleksii Reznikov sent his thanks to Jakob Jensen.",
            "Oleksii Reznikov praises Jakob Jensen",
        ),
        (
            "Chinese State Councilor and Foreign Minister Wang Yi met Yoshimasa Hayashi.",
            "Wang Yi meets Yoshimasa Hayashi",
        ),
        (
            COUNCIL,
            "Omar Al-Tayeb hosts Sameh Shoukry",
        ),
    ],
)
def test_nobody_acts_beside_the_one_who_is_named(claims: Read, text: str, said: str) -> None:
    found = told(claims(text))
    assert said in found
    assert not any(one.startswith(BARE) for one in found)


def test_the_name_behind_the_body_is_who_speaks(claims: Read) -> None:
    text = (
        "According to the Head of the Kharkiv Regional Military Administration Oleh Syniehubov, "
        "the Russian occupiers shelled the town of Kupiansk."
    )
    assert source(claims(text), "Russian occupiers bombards Kupiansk") == "Oleh Syniehubov"


def test_who_told_a_thing_is_no_party_to_it(claims: Read) -> None:
    text = (
        "An accord was signed between Pakistan and Saudi Arabia, Finance Minister Ishaq Dar told "
        "the National Assembly."
    )
    assert told(claims(text, relation="signsAgreementWith")) == {
        "Pakistan signsAgreementWith Saudi Arabia"
    }


def test_a_council_behind_and_is_not_the_one_that_is_known(claims: Read) -> None:
    text = "The Mano River Peace and Security Council condemned Niger."
    assert not any("UN Security Council" in one for one in told(claims(text)))


def test_itself_is_who_does_it(claims: Read) -> None:
    text = "An aide told the Global Times that Washington will end up shooting itself in the foot."
    assert not claims(text, relation="attacks")


def test_who_sends_a_delegation_stays_at_home(claims: Read) -> None:
    text = "A delegation headed by Abdul Musa was dispatched to Niamey by President Bola Tinubu."
    assert "Bola Tinubu visits Niamey" not in told(claims(text))


def test_who_belongs_to_a_group_is_not_held_by_it(claims: Read) -> None:
    text = "Six gunmen belonging to Hezbollah were killed by the army."
    assert not claims(text, relation="controls")


def test_a_sponsor_of_terror_gets_no_recognition(claims: Read) -> None:
    text = "The Verkhovna Rada recognized the Russian Federation as a state sponsor of terrorism."
    assert told(claims(text)) == {"Verkhovna Rada condemns Russia"}


def test_a_decision_to_send_arms_is_a_plan(claims: Read) -> None:
    (claim,) = claims("Denmark had decided to transfer 19 howitzers to Ukraine.")
    assert (claim.relation, claim.status) == ("suppliesWeaponsTo", Status.PLANNED)
