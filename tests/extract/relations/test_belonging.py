"""What belongs to whom without a noun that says so, and whose name a description is."""

from __future__ import annotations

import pytest

from tests.extract.conftest import Read
from tests.extract.parses import parse
from tests.extract.told import told
from tests.extract.world import mentions


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Jordan Bardella of the National Rally praised Hungary.",
         "Jordan Bardella memberOf National Rally"),
        ("Tamas Deutsch (Fidesz) accused Brussels of blackmail.", "Tamas Deutsch memberOf Fidesz"),
        ("Peter Kovacs of the Fidesz party criticised Ukraine.", "Peter Kovacs memberOf Fidesz"),
        ("Hassan Nasrallah of Hezbollah threatened Cyprus.", "Hassan Nasrallah memberOf Hezbollah"),
        ("Agnes Callamard of Amnesty International accused Israel of genocide.",
         "Agnes Callamard worksFor Amnesty International"),
        ("Ali Vaez of the International Crisis Group criticised Iran.",
         "Ali Vaez worksFor International Crisis Group"),
        ("Rep. Ilhan Omar, a Democrat from Minnesota, criticised Israel.",
         "Ilhan Omar memberOf Democratic Party (United States)"),
        ("Republican Senator Tom Cotton criticised China.",
         "Tom Cotton memberOf Republican Party (United States)"),
    ],
)  # fmt: skip
def test_a_persons_party_or_house(claims: Read, text: str, said: str) -> None:
    assert said in told(claims(text))


@pytest.mark.parametrize(
    "text",
    [
        "King Abdullah of Jordan visited Egypt.",
        "Peter Stano from the European Commission condemned Serbia.",
        "The party of Viktor Orban condemned Hezbollah.",
        "Paul Biya (92) praised Fidesz.",
    ],
)
def test_states_and_authorities_have_no_members(claims: Read, text: str) -> None:
    assert not told(claims(text, relation="memberOf")) | told(claims(text, relation="worksFor"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Chinese Foreign Minister Wang Yi met his Rwandan counterpart Olivier Nduhungirehe.",
         {"Wang Yi holdsOfficeIn China", "Olivier Nduhungirehe holdsOfficeIn Rwanda",
          "Wang Yi meets Olivier Nduhungirehe"}),
        ("Foreign Minister Annalena Baerbock met her Egyptian counterpart, Sameh Shoukry.",
         {"Sameh Shoukry holdsOfficeIn Egypt", "Annalena Baerbock meets Sameh Shoukry"}),
        ("Russian President Vladimir Putin met his Turkish counterpart, Recep Tayyip Erdogan.",
         {"Vladimir Putin headOfStateOf Russia", "Recep Tayyip Erdogan headOfStateOf Turkey",
          "Vladimir Putin meets Recep Tayyip Erdogan"}),
        ("The minister met his German counterpart, Boris Pistorius.",
         {"minister meets Boris Pistorius"}),
    ],
)  # fmt: skip
def test_a_counterpart_holds_the_same_office(claims: Read, text: str, said: set[str]) -> None:
    assert told(claims(text)) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("A spokesman for the Kenyan foreign ministry condemned Somalia.",
         "spokesman for the Kenyan foreign ministry condemns Somalia"),
        ("The wife of Alexei Navalny met Emmanuel Macron.",
         "wife of Alexei Navalny spouseOf Alexei Navalny"),
        ("The widow of Alexei Navalny met Emmanuel Macron.",
         "widow of Alexei Navalny meets Emmanuel Macron"),
        ("Hamas fighters attacked Israel.", "Hamas attacks Israel"),
        ("Rwandan-backed M23 rebels attacked Goma.", "Rwanda supports M23"),
    ],
)  # fmt: skip
def test_descriptions_with_a_name_inside(claims: Read, text: str, said: str) -> None:
    assert said in told(claims(text))


@pytest.mark.parametrize(
    ("text", "relation", "said"),
    [
        ("The Arakan Army captured the town of Paletwa in Chin State.", "occupies",
         {"Arakan Army occupies Paletwa"}),
        ("Russia attacked the village of Velyka Pysarivka in Sumy Oblast.", "attacks",
         {"Russia attacks Velyka Pysarivka"}),
        ("Russia attacked a village in Sumy Oblast.", "attacks", {"Russia attacks Sumy Oblast"}),
    ],
)  # fmt: skip
def test_a_place_with_a_name_is_not_what_it_lies_in(
    claims: Read, text: str, relation: str, said: set[str]
) -> None:
    assert told(claims(text, relation=relation)) == said


ETHNIC = """
    words   Ethnic   Russian  villagers praised Poland
    lemmas  -        -        villager  praise  -
    tags    JJ       JJ       NNS       VBD     NNP
    deps    amod     amod     nsubj     ROOT    dobj
    heads   villagers villagers praised praised praised
"""


def test_ethnic_russians_do_not_belong_to_russia() -> None:
    (described,) = [name for name in mentions(parse(ETHNIC)) if name.type == "PeopleGroup"]
    assert described.owner is None
