"""Long names and whose they are: bodies that go on after a preposition, persons behind them."""

from __future__ import annotations

import pytest

from kg.extract.mentions.forenames import is_persons, overlooked
from kg.extract.mentions.names import Names
from tests.extract.conftest import Find, Read
from tests.extract.parses import parse
from tests.extract.told import told
from tests.extract.world import mentions


@pytest.mark.parametrize(
    ("text", "words", "type_"),
    [
        ("The Bank of Japan warned Tokyo.", "Bank of Japan", "Company"),
        ("The National Bank of Georgia lent money.", "National Bank of Georgia", "Company"),
        ("The Committee to Protect Journalists condemned Mali.",
         "Committee to Protect Journalists", "NGO"),
        ("The Helsinki Committee for Human Rights criticised Serbia.",
         "Helsinki Committee for Human Rights", "Organisation"),
        ("The University of Nairobi praised Kenya.", "University of Nairobi", "Organisation"),
        ("The Commission on Human Rights of the Philippines condemned Manila.",
         "Commission on Human Rights", "GovernmentBody"),
        ("Ships left the Gulf of Oman on Monday.", "Gulf of Oman", "Region"),
    ],
)  # fmt: skip
def test_a_name_goes_on_after_a_preposition(find: Find, text: str, words: str, type_: str) -> None:
    assert find(text)[words].type == type_


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Senate on Monday condemned Turkey.", "Senate"),
        ("The Supreme Court of Brazil condemned Chile.", "Supreme Court"),
        ("Bank of England Governor Andrew Bailey left.", "Andrew Bailey"),
    ],
)
def test_dates_states_and_titles_are_no_part_of_it(find: Find, text: str, words: str) -> None:
    assert words in find(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Ministry of Foreign Affairs of Azerbaijan protested.", "Ministry of Foreign Affairs"),
        ("The Ministry of Defence of Ukraine protested.", "Ministry of Defence"),
    ],
)
def test_a_ministry_is_of_the_state_behind_it(find: Find, text: str, words: str) -> None:
    owner = find(text)[words].owner
    assert owner is not None
    assert owner.type == "Country"


@pytest.mark.parametrize("front", ["The Dutch", "Libya's"])
def test_another_states_house_is_not_americas(find: Find, front: str) -> None:
    for name in find(f"{front} House of Representatives condemned Syria.").values():
        assert name.type != "GovernmentBody" or name.entry is None


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("A court in Tunis jailed Rached Ghannouchi.", "Rached Ghannouchi"),
        ("A Vietnamese court sentenced Pham Doan Trang.", "Pham Doan Trang"),
        ("Amnesty International's Agnes Callamard accused Israel.", "Agnes Callamard"),
        ("Ukraine's first lady Olena Zelenska visited Serbia.", "Olena Zelenska"),
    ],
)
def test_a_first_name_tells_a_person(find: Find, text: str, person: str) -> None:
    assert find(text)[person].type == "Person"


@pytest.mark.parametrize(
    ("text", "words", "type_"),
    [
        ("Japan took part in Exercise Malabar with India.", "Exercise Malabar", "Event"),
        ("Turkey launched Operation Olive Branch in 2018.", "Operation Olive Branch", "Event"),
    ],
)
def test_exercises_and_operations(find: Find, text: str, words: str, type_: str) -> None:
    assert find(text)[words].type == type_


HYPHENS = """
    words   Karwan - e - Aman praised Kyiv - based Poland
    tags    NNP HYPH NN HYPH NNP VBD NNP HYPH VBN NNP
    deps    nmod punct nmod punct nsubj ROOT npadvmod punct amod dobj
    heads   Aman Aman Aman Aman praised praised based based Poland praised
    ents    ORG - - - - - GPE - - GPE
"""


def test_a_name_goes_on_over_a_particle_between_hyphens() -> None:
    spans = {(name.start, name.end) for name in mentions(parse(HYPHENS))}
    assert (0, 5) in spans
    assert (6, 7) in spans


def test_a_house_may_stand_between_a_title_and_its_bearer(claims: Read) -> None:
    said = told(claims("Chairperson Pakistan People's Party Bilawal Bhutto Zardari praised Iran."))
    assert said == {
        "Bilawal Bhutto Zardari leaderOf Pakistan Peoples Party",
        "Bilawal Bhutto Zardari praises Iran",
    }


def test_provinces_are_no_persons(find: Find) -> None:
    assert find("Russia attacked Kherson Oblast and Sumy Oblast.")["Sumy Oblast"].type == "Region"


NAMES = """
    words   Olena Koval met   Ivan Novak Hospital staff in Narges
    tags    NNP   NNP   VBD   NNP  NNP   NNP      NN    IN NNP
    deps    compound nsubj ROOT compound compound compound dobj prep pobj
    heads   Koval met   met   Hospital Hospital staff met met in
"""


def test_persons_that_the_model_overlooked() -> None:
    doc = parse(NAMES)
    assert [name.name for name in overlooked(Names(doc))] == ["Olena Koval"]
    assert not is_persons(doc, 3, 6)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Secretary-General of the Arab League Ahmed Aboul Gheit condemned Iran.",
         {"Ahmed Aboul Gheit leaderOf Arab League", "Ahmed Aboul Gheit condemns Iran"}),
        ("The foreign minister of Poland Radoslaw Sikorski met Marco Rubio.",
         {"Radoslaw Sikorski holdsOfficeIn Poland", "Radoslaw Sikorski meets Marco Rubio"}),
        ("The president of Kenya William Ruto visited Haiti.",
         {"William Ruto headOfStateOf Kenya", "William Ruto visits Haiti"}),
        ("Chairman of the Duma Committee on Defence Andrei Kartapolov spoke.",
         {"Andrei Kartapolov holdsOfficeIn Duma Committee on Defence"}),
    ],
)  # fmt: skip
def test_the_person_whose_title_stands_in_front(claims: Read, text: str, said: set[str]) -> None:
    assert told(claims(text)) == said


def test_whom_a_title_holder_thanks_is_another(claims: Read) -> None:
    said = told(claims("The president of Kenya thanked William Ruto."))
    assert "William Ruto headOfStateOf Kenya" not in said
