"""Military units and armed groups: their names, what they are part of, who serves in them."""

from __future__ import annotations

import pytest

from tests.extract.conftest import Find, Read
from tests.extract.told import told


@pytest.mark.parametrize(
    ("text", "words", "type_"),
    [
        ("Peru sent the 14th Jungle Infantry Regiment to the border.",
         "14th Jungle Infantry Regiment", "ArmedForce"),
        ("Pilots of the 48th Fighter Wing flew to Qatar.", "48th Fighter Wing", "ArmedForce"),
        ("The 26th Marine Expeditionary Unit boarded the tanker.",
         "26th Marine Expeditionary Unit", "ArmedForce"),
        ("Hackers of Unit 8200 broke into the network.", "Unit 8200", "ArmedForce"),
        ("A sniper of Bravo Company, 4th Battalion was hurt.", "Bravo Company", "ArmedForce"),
        ("Liwa al-Haqq attacked the base.", "Liwa al-Haqq", "ArmedGroup"),
        ("Faylaq al-Majd left the front on Monday.", "Faylaq al-Majd", "ArmedGroup"),
        ("The frigate joined HMS Daring on Monday.", "HMS Daring", "ArmedForce"),
        ("Abu Jandal al-Kuwaiti was killed on Monday.", "Abu Jandal al-Kuwaiti", "Person"),
        ("Near Palmyra, the army retreated.", "Palmyra", "City"),
        ("Troops entered the village of Robotyne.", "Robotyne", "City"),
        ("Officers of the Syrian Arab Coalition met.", "Syrian Arab Coalition", "Organisation"),
        ("Pentagon Press Secretary Ann Lee left.", "Pentagon", "GovernmentBody"),
        ("The French-led coalition retreated.", "led coalition", "Bloc"),
    ],
)  # fmt: skip
def test_names_of_units_and_groups(find: Find, text: str, words: str, type_: str) -> None:
    assert find(text)[words].type == type_


@pytest.mark.parametrize(
    "text", ["Engineers shut down Unit 3 of the power station.", "Shares of Century Group fell."]
)
def test_what_is_no_unit(find: Find, text: str) -> None:
    assert all(name.type != "ArmedForce" for name in find(text).values())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Soldiers of the 2nd Battalion, 14th Infantry Regiment guarded the bridge.",
         "2nd Battalion partOf 14th Infantry Regiment"),
        ("The 41st Mechanised Brigade, 5th Army Corps, left for the front.",
         "41st Mechanised Brigade partOf 5th Army Corps"),
        ("The Iraqi army's 9th Division entered the town.", "9th Division partOf Iraqi army"),
        ("The 82nd Brigade is part of the 7th Rapid Response Corps.",
         "82nd Brigade partOf 7th Rapid Response Corps"),
        ("Liwa al-Haqq, a faction of the Free Syrian Army, shelled the base.",
         "Liwa al-Haqq partOf Free Syrian Army"),
    ],
)  # fmt: skip
def test_the_larger_unit(claims: Read, text: str, said: str) -> None:
    assert told(claims(text, relation="partOf")) == {said}


def test_units_of_one_size_are_a_list(claims: Read) -> None:
    assert not claims("The 3rd Brigade, 4th Brigade and 5th Brigade left.", relation="partOf")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Sergeant Paul Hall was assigned to 1st Battalion, 9th Cavalry Regiment, Fort Hood.",
         {"Sergeant Paul Hall worksFor 1st Battalion",
          "1st Battalion partOf 9th Cavalry Regiment"}),
        ("Ivan Petrov of the 93rd Brigade praised Norway.",
         {"Ivan Petrov worksFor 93rd Brigade", "Ivan Petrov praises Norway"}),
        ("Marines with the 26th Marine Expeditionary Unit boarded the tanker.",
         {"Marines memberOf 26th Marine Expeditionary Unit"}),
        ("Soldiers deployed from the 20th Engineer Brigade will build a bridge.",
         {"Soldiers memberOf 20th Engineer Brigade"}),
        ("Gen. Michael Hall, commander, U.S. Africa Command, praised Kenya.",
         {"Michael Hall holdsOfficeIn US Africa Command", "Michael Hall praises Kenya"}),
        ("Ann Lee, director, Amnesty International, condemned Chad.",
         {"Ann Lee leaderOf Amnesty International", "Ann Lee condemns Chad"}),
    ],
)  # fmt: skip
def test_who_serves_in_a_unit_and_leads_it(claims: Read, text: str, said: set[str]) -> None:
    assert told(claims(text)) == said


def test_a_body_with_a_capital_is_a_name(claims: Read) -> None:
    text = "Chad praised the Coalition. Coalition nations that sent jets include Peru and Togo."
    found = told(claims(text, relation="memberOf"))
    assert found == {"Peru memberOf Coalition", "Togo memberOf Coalition"}
    assert not claims("A coalition left. Coalition nations include Peru.", relation="memberOf")


def test_the_members_that_a_body_includes(claims: Read) -> None:
    text = "The US-led coalition began in 2014. The coalition's members include Jordan and Togo."
    assert told(claims(text, relation="memberOf")) == {
        "Jordan memberOf Global Coalition against Daesh",
        "Togo memberOf Global Coalition against Daesh",
    }
    assert not claims("Israel's allies include Germany.", relation="memberOf")


def test_a_body_that_another_is_said_to_be_has_its_own_name(claims: Read) -> None:
    found = told(claims("Serval Union, a French-led bloc, praised Togo.", relation="praises"))
    assert found == {"Serval Union praises Togo"}


def test_whose_component_goes_before_of_what_kind(claims: Read) -> None:
    text = "Hezbollah praised its Arab component, the Tigris Coalition."
    assert "Tigris Coalition memberOf Hezbollah" in told(claims(text))


@pytest.mark.parametrize("text", ["Mali values its partnership with its allies."])
def test_allies_that_nobody_names(claims: Read, text: str) -> None:
    assert not claims(text)


def test_no_unit_is_the_wests(claims: Read) -> None:
    text = "Rebels captured the headquarters of the Western Command in Ann."
    assert not any("West " in f"{words} " for words in told(claims(text)))
