"""Whom a pronoun or a description cannot mean: who acts on it, many for one, a sea for a land."""

from __future__ import annotations

from kg.extract.mentions.names import possessive
from tests.extract.conftest import Read
from tests.extract.told import told


def test_an_object_is_not_who_acts_on_it(claims: Read) -> None:
    text = "Beijing regards Taiwan as a province and has promised to bring it under its control."
    assert "China controls Taiwan" in told(claims(text))


def test_a_capital_that_is_told_something_is_its_state(claims: Read) -> None:
    text = "Mark Rutte assured Kyiv that the attack would not stop the allies from supporting it."
    assert told(claims(text, relation="supports")) == {"allies supports Ukraine"}


def test_many_are_not_he(claims: Read) -> None:
    text = "The generals met Jan Novak. Chad arms him."
    assert told(claims(text, relation="suppliesWeaponsTo")) == {"Chad suppliesWeaponsTo Jan Novak"}


def test_a_peninsula_is_no_sea(claims: Read) -> None:
    text = "The ship crossed the Black Sea. France deployed soldiers to the peninsula."
    assert told(claims(text, relation="deploysTroopsTo")) == set()


def test_sides_are_no_persons(claims: Read) -> None:
    text = "Friedrich Merz and Emmanuel Macron left Paris. Italy urged both sides to negotiate."
    assert told(claims(text, relation="urges")) == set()
    text = "Israel attacked Hamas in Gaza. Qatar urged both sides to negotiate."
    assert told(claims(text, relation="urges")) == {"Qatar urges Israel", "Qatar urges Hamas"}


def test_a_missile_in_the_sea_is_no_attack(claims: Read) -> None:
    text = "North Korea fired a missile into the Sea of Japan."
    assert "North Korea bombards Sea of Japan" not in told(claims(text))
    assert "North Korea bombards Seoul" in told(claims("North Korea fired a missile into Seoul."))


def test_the_possessive_of_a_plural() -> None:
    assert possessive("rebels") == "rebels'"
    assert possessive("Kenya") == "Kenya's"


def test_a_known_surname_after_another_first_name_is_another_person(claims: Read) -> None:
    assert told(claims("The generals met Jan Novak.")) == {"generals meets Jan Novak"}


def test_a_body_with_a_plural_name_is_one_body(claims: Read) -> None:
    text = "Doctors Without Borders suspended its work after police attacked one of its ambulances."
    assert told(claims(text)) == {"police attacks Doctors Without Borders"}


def test_a_name_in_s_is_one_person(claims: Read) -> None:
    text = "Antonio Guterres said he condemned Israel."
    assert told(claims(text, relation="condemns")) == {"António Guterres condemns Israel"}


def test_who_is_punished_has_done_what_provoked_it(claims: Read) -> None:
    text = "Peru broke off ties with Mexico after it gave asylum to a former minister."
    assert told(claims(text, relation="grantsAsylumTo")) == {
        "Mexico grantsAsylumTo former minister"
    }
    text = "Libya left the bloc after it condemned Egypt."
    assert told(claims(text, relation="condemns")) == {"Libya condemns Egypt"}


def test_an_unknown_area_is_no_peninsula(claims: Read) -> None:
    text = "The missiles left the Sunan area. Oman held a drill on the peninsula."
    assert told(claims(text, relation="holdsExerciseIn")) == set()


def test_both_judge_one_deed(claims: Read) -> None:
    text = "Kenya condemned Sudan's attack but Egypt praised it."
    assert told(claims(text, relation="praises")) == {"Egypt praises Sudan"}
    text = "Sudan's decision to expel the envoy was criticised by France. Germany denounced it too."
    assert told(claims(text, relation="condemns")) == {"Germany condemns Sudan"}
    text = "Sudan rejected Egypt's plan but Kenya backed it."
    assert told(claims(text, relation="supports")) == {"Kenya supports Egypt"}
    text = "Kenya expelled the Ugandan envoy. Chad criticised it for the move."
    assert told(claims(text, relation="criticises")) == {"Chad criticises Kenya"}


def test_who_is_asked_is_none_of_the_askers_own(claims: Read) -> None:
    text = "Serbia hopes to join. Ann Lee, head of the African Union, urged it to apply."
    assert told(claims(text, relation="urges")) == {"Ann Lee urges Serbia"}


def test_an_order_to_ones_own_is_no_demand(claims: Read) -> None:
    text = "Peru ordered the withdrawal of its troops from Haiti."
    assert told(claims(text, relation="demandsEndOf")) == set()
    text = "Chad demanded the withdrawal of Peru's troops from Haiti."
    assert "Chad demandsEndOf Peru" in told(claims(text))


def test_parties_of_a_kind_are_none_of_those_named(claims: Read) -> None:
    text = "Georgian Dream asked a court in Georgia to ban the two opposition parties."
    assert told(claims(text, relation="bans")) == set()


def test_a_ship_may_be_called_after_the_sea(claims: Read) -> None:
    text = "Libya's coastguard opened fire on the Ocean Viking, a rescue ship."
    assert told(claims(text, relation="attacks")) == {"Libya's coastguard attacks Ocean Viking"}
