"""Names as a reader tells them apart: what is named, its kind, its title, its owner."""

from __future__ import annotations

import pytest

from tests.extract.conftest import Find


@pytest.mark.parametrize(
    ("text", "words", "type_"),
    [
        ("Brazil rejected the offer on Monday.", "Brazil", "Country"),
        ("The United Nations deplored the violence.", "United Nations", "IGO"),
        ("The UN deplored the violence.", "UN", "IGO"),
        ("Hezbollah fired rockets at the town.", "Hezbollah", "ArmedGroup"),
        ("Hungarian Prime Minister Viktor Orban met the crowd.", "Viktor Orban", "Person"),
        ("Lawyers for Amina Okafor appealed the verdict.", "Amina Okafor", "Person"),
        ("Protesters gathered outside the International Criminal Court.",
         "International Criminal Court", "Court"),
        ("Reuters first reported the deal.", "Reuters", "MediaOutlet"),
        ("Grain is shipped through the Suez Canal.", "Suez Canal", "Corridor"),
        ("Talks on Nagorno-Karabakh resumed.", "Nagorno-Karabakh", "DeFactoState"),
        ("Fighting went on in Tigray.", "Tigray", "Region"),
    ],
)  # fmt: skip
def test_what_is_named(find: Find, text: str, words: str, type_: str) -> None:
    assert find(text)[words].type == type_


@pytest.mark.parametrize(
    ("text", "words", "id_"),
    [
        ("Britain sent a frigate to the area.", "Britain", "united-kingdom"),
        ("The U.S. imposed tariffs on steel.", "U.S.", "united-states"),
        ("Turkiye summoned the envoy.", "Turkiye", "turkey"),
        ("DPRK troops crossed the river.", "DPRK", "north-korea"),
        ("On Monday Zelenskyy thanked the donors.", "Zelenskyy", "volodymyr-zelensky"),
    ],
)
def test_other_words_for_an_actor(find: Find, text: str, words: str, id_: str) -> None:
    entry = find(text)[words].entry
    assert entry is not None
    assert entry.id == id_


@pytest.mark.parametrize(
    ("text", "words", "id_"),
    [
        ("The Kremlin called the report false.", "Kremlin", "russia"),
        ("Downing Street declined to comment.", "Downing Street", "united-kingdom"),
        ("The Pentagon sent advisers.", "Pentagon", "united-states"),
    ],
)
def test_houses_act_for_their_state(find: Find, text: str, words: str, id_: str) -> None:
    entry = find(text)[words].entry
    assert entry is not None
    assert id_ in (entry.id, *entry.acts_for)


@pytest.mark.parametrize(
    ("text", "person", "title"),
    [
        ("Prime Minister Sanna Marin visited the base.", "Sanna Marin", "Prime Minister"),
        ("Foreign Minister Sergei Lavrov left early.", "Sergei Lavrov", "Foreign Minister"),
        ("President Adama Barrow won again.", "Adama Barrow", "President"),
        ("Chancellor Angela Merkel hosted the talks.", "Angela Merkel", "Chancellor"),
    ],
)
def test_titles_belong_to_the_name_behind_them(
    find: Find, text: str, person: str, title: str
) -> None:
    name = find(text)[person]
    assert name.type == "Person"
    assert name.title == title


def test_a_surname_is_the_full_name_of_the_article(find: Find) -> None:
    names = find("President Adama Barrow won again. Barrow thanked his voters.")
    assert names["Barrow"].name == "Adama Barrow"
    assert names["Barrow"].title == "President"


@pytest.mark.parametrize(
    ("text", "words", "type_", "owner"),
    [
        ("Russian peacekeepers left the village.", "Russian peacekeepers", "ArmedForce", "russia"),
        ("The Egyptian army denied the report.", "Egyptian army", "ArmedForce", "egypt"),
        ("The army of Myanmar burned villages.", "army", "ArmedForce", "myanmar"),
        ("Italy's foreign ministry protested.", "Italy's foreign ministry",
         "GovernmentBody", "italy"),
        ("Polish farmers blocked the crossing.", "Polish farmers", "PeopleGroup", "poland"),
        ("A Chinese company bought the port.", "Chinese company", "Company", "china"),
    ],
)  # fmt: skip
def test_descriptions_have_an_owner(
    find: Find, text: str, words: str, type_: str, owner: str
) -> None:
    name = find(text)[words]
    assert name.type == type_
    assert name.owner is not None
    assert name.owner.entry is not None
    assert name.owner.entry.id == owner


@pytest.mark.parametrize(
    ("text", "words", "id_"),
    [
        ("The Iraqi government resigned.", "Iraqi government", "iraq"),
        ("Authorities in Peru closed the mine. Peruvian authorities gave no reason.",
         "Peruvian authorities", "peru"),
    ],
)  # fmt: skip
def test_a_government_is_its_state(find: Find, text: str, words: str, id_: str) -> None:
    entry = find(text)[words].entry
    assert entry is not None
    assert entry.id == id_


def test_adjectives_name_a_state_only_through_their_noun(find: Find) -> None:
    names = find("Danish butter is sold everywhere.")
    assert names["Danish"].adjective


def test_a_place_inside_the_name_of_a_person_is_no_place(find: Find) -> None:
    names = find("Jordan Henderson scored twice on Sunday.")
    assert "Jordan" not in names


def test_articles_titles_and_possessives_are_no_part_of_a_name(find: Find) -> None:
    names = find("The president praised the African Union's mission in Somalia.")
    assert "African Union" in names


def test_places_keep_their_own_name(find: Find) -> None:
    name = find("He landed in Warsaw on Tuesday.")["Warsaw"]
    assert (name.name, name.type) == ("Warsaw", "City")


def test_half_names_of_divided_countries(find: Find) -> None:
    names = find("North Korea tested a missile. South Korea said the North broke the pact.")
    assert names["North"].entry is not None
    assert names["North"].entry.id == "north-korea"


@pytest.mark.parametrize(
    ("text", "words", "owner"),
    [
        ("North Korean hackers attacked Japan.", "North Korean hackers", "north-korea"),
        ("South African troops left Goma.", "South African troops", "south-africa"),
        ("South Korean police detained a man.", "South Korean police", "south-korea"),
        ("A spokesman for Hezbollah condemned Israel.", "spokesman", "hezbollah"),
    ],
)
def test_owners_of_two_words_and_those_spoken_for(
    find: Find, text: str, words: str, owner: str
) -> None:
    name = find(text)[words]
    assert name.owner is not None
    assert name.owner.entry is not None
    assert name.owner.entry.id == owner


@pytest.mark.parametrize(
    "text",
    [
        "Rwandan-backed fighters attacked Goma.",
        "Iranian-backed fighters attacked Israel.",
    ],
)
def test_backed_is_no_part_of_who_is_backed(find: Find, text: str) -> None:
    names = find(text)
    assert "fighters" in names
    assert "backed fighters" not in names


@pytest.mark.parametrize("text", ["Zelenskyy thanked Poland.", "Zelenskyy condemned Russia."])
def test_a_surname_may_begin_a_sentence(find: Find, text: str) -> None:
    assert find(text)["Zelenskyy"].name == "Volodymyr Zelensky"


@pytest.mark.parametrize("text", ["May thanked Poland.", "Will thanked Poland."])
def test_a_word_of_the_dictionary_at_the_beginning_is_no_surname(find: Find, text: str) -> None:
    assert set(find(text)) == {"Poland"}


@pytest.mark.parametrize(
    ("text", "surname", "name"),
    [
        ("Jay Carney spoke in Washington. Carney condemned Syria.", "Carney", "Jay Carney"),
        ("Boris Putin is a farmer in Omsk. Putin condemned Syria.", "Putin", "Boris Putin"),
        ("Mark Carney spoke in Ottawa. Carney condemned Syria.", "Carney", "Mark Carney"),
    ],
)
def test_a_surname_belongs_to_who_bears_it_in_this_article(
    find: Find, text: str, surname: str, name: str
) -> None:
    assert find(text)[surname].name == name


def test_the_surname_of_another_is_no_known_person(find: Find) -> None:
    assert find("Jay Carney spoke in Washington. Carney left.")["Carney"].entry is None


@pytest.mark.parametrize("name", ["Kent-Putin", "Smith-Trump"])
def test_a_surname_with_a_hyphen_is_its_own(find: Find, name: str) -> None:
    names = find(f"{name} condemned Syria.")
    assert names[name].entry is None
    assert not {"Putin", "Trump"} & set(names)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The National Security Council met in Seoul.", "National Security Council"),
        ("The Greek National Guard sealed the road.", "Greek National Guard"),
    ],
)
def test_a_longer_name_is_another_body(find: Find, text: str, words: str) -> None:
    assert find(text)[words].entry is None


def test_the_matter_of_an_office_is_no_body(find: Find) -> None:
    assert "Philippine Defense" not in find("Philippine Defense Secretary Gil Teodoro spoke.")


@pytest.mark.parametrize(
    ("text", "words", "type_"),
    [
        ("Nexperia, a chipmaker, was seized.", "Nexperia", "Company"),
        ("Oman took control of Nexperia, a chipmaker, in May.", "Nexperia", "Company"),
        ("Police raided the crypto exchange Upbit.", "Upbit", "Company"),
    ],
)
def test_a_noun_beside_a_name_tells_what_it_is(
    find: Find, text: str, words: str, type_: str
) -> None:
    assert find(text)[words].type == type_


def test_what_a_place_is_called_by_its_kind(find: Find) -> None:
    assert find("The army retook the town of Wad Madani.")["Wad Madani"].type == "City"


def test_a_wing_is_part_of_who_is_described(find: Find) -> None:
    assert "far-right ministers" in find("Oman heard the far-right ministers.")


def test_thousands_are_a_crowd_unless_something_is_counted(find: Find) -> None:
    assert "Thousands" in find("Thousands marched in Tbilisi.")
    assert "Thousands" not in find("Thousands of dollars were lost.")
