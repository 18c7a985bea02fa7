"""Whom a sentence is about where its words are no plain names: each other, a noun beside a name."""

from __future__ import annotations

import pytest

from tests.extract.conftest import Read
from tests.extract.parses import parse, word
from tests.extract.told import told
from tests.extract.world import actors, relation, triples


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Kenya and Sudan accused each other of spying.",
         {"Kenya accuses Sudan", "Sudan accuses Kenya"}),
        ("Kenya and Sudan accused one another of spying.",
         {"Kenya accuses Sudan", "Sudan accuses Kenya"}),
        ("Pakistan and India attacked each other.",
         {"Pakistan attacks India", "India attacks Pakistan"}),
        ("Kenya, Sudan and Chad threatened one another.",
         {"Kenya threatens Sudan", "Kenya threatens Chad", "Sudan threatens Kenya",
          "Sudan threatens Chad", "Chad threatens Kenya", "Chad threatens Sudan"}),
    ],
)  # fmt: skip
def test_each_other(claims: Read, text: str, said: set[str]) -> None:
    assert told(claims(text)) == said


def test_another_and_one_of_them_are_somebody_else(claims: Read) -> None:
    assert told(claims("Kenya and Sudan attacked another state.")) == set()
    assert told(claims("Kenya and Sudan attacked one of them.")) == set()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Crowds mourned Jan Novak, the general killed by Russia.", "Russia killsPerson Jan Novak"),
        ("Jan Novak, the journalist murdered by Russia, lived in Spain.",
         "Russia killsPerson Jan Novak"),
        ("Osama bin Laden, the militant killed by the United States, had lived in Pakistan.",
         "United States killsPerson Osama bin Laden"),
    ],
)  # fmt: skip
def test_a_noun_beside_a_persons_name_is_the_person(claims: Read, text: str, said: str) -> None:
    assert told(claims(text, relation="killsPerson")) == {said}


@pytest.mark.parametrize(
    ("text", "relation_", "said"),
    [
        ("Ethiopian and Eritrean troops attacked Tigray.", "attacks",
         {"Ethiopian troops attacks Tigray", "Eritrean troops attacks Tigray"}),
        ("Armenian and Azerbaijani troops attacked the town of Goris.", "attacks",
         {"Armenian troops attacks Goris", "Azerbaijani troops attacks Goris"}),
        ("The French and German ministers met Recep Tayyip Erdogan.", "meets",
         {"French ministers meets Recep Tayyip Erdogan",
          "German ministers meets Recep Tayyip Erdogan"}),
    ],
)  # fmt: skip
def test_a_noun_that_two_states_share_is_each_ones_own(
    claims: Read, text: str, relation_: str, said: set[str]
) -> None:
    assert said <= told(claims(text, relation=relation_))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The European Parliament adopted a resolution condemning Hungary.",
         "European Parliament condemns Hungary"),
        ("The Kenyan parliament passed a resolution censuring Sudan.",
         "Kenyan parliament condemns Sudan"),
        ("A resolution condemning Hungary was adopted by the European Parliament.",
         "European Parliament condemns Hungary"),
        ("Turkey published a report criticising Sudan.", "Turkey criticises Sudan"),
        ("A statement by Amnesty International criticised Sudan.",
         "Amnesty International criticises Sudan"),
        ("An offensive by Turkey drove the Kurds out.", "Turkey displaces Kurds"),
        ("A raid by Israel hit Syria.", "Israel attacks Syria"),
    ],
)  # fmt: skip
def test_who_makes_a_text_or_a_deed_does_what_it_does(claims: Read, text: str, said: str) -> None:
    assert said in told(claims(text))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Poland condemned Russia's invasion of Ukraine.", "Poland condemns Russia"),
        ("Poland denounced Russia's bombing of Kharkiv.", "Poland condemns Russia"),
        ("Norway condemned Israel's occupation of Gaza.", "Norway condemns Israel"),
    ],
)
def test_the_victim_of_a_deed_is_not_condemned_for_it(claims: Read, text: str, said: str) -> None:
    assert told(claims(text, relation="condemns")) == {said}


@pytest.mark.parametrize(
    ("text", "unsaid"),
    [
        ("Poland condemned the invasion of Ukraine.", "Poland condemns Ukraine"),
        ("Kenya condemned the arrest of Alexei Navalny.", "Kenya condemns Alexei Navalny"),
    ],
)
def test_nor_is_it_where_the_doer_is_not_named(claims: Read, text: str, unsaid: str) -> None:
    assert unsaid not in told(claims(text))


REJECTS = relation("rejects", "verb: S reject demand of O")
THE_DEMAND_OF = """
    words   France   rejected the    demand   of     Ukraine
    lemmas  -        reject   -      -        -      -
    tags    NNP      VBD      DT     NN       IN     NNP
    deps    nsubj    ROOT     det    dobj     prep   pobj
    heads   rejected rejected demand rejected demand of
    ents    GPE      -        -      -        -      GPE
"""
RUSSIAS_DEMAND_OF = """
    words   France   rejected Russia 's     demand   of     Ukraine
    lemmas  -        reject   -      -      -        -      -
    tags    NNP      VBD      NNP    POS    NN       IN     NNP
    deps    nsubj    ROOT     poss   case   dobj     prep   pobj
    heads   rejected rejected demand Russia rejected demand of
    ents    GPE      -        GPE    -      -        -      GPE
"""


def test_of_names_the_doer_only_where_nobody_else_is_it() -> None:
    assert triples(parse(THE_DEMAND_OF), REJECTS) == [("France", "rejects", "Ukraine")]
    assert triples(parse(RUSSIAS_DEMAND_OF), REJECTS) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Egypt called on Israel to halt its strikes on Gaza.", "Israel attacks Gaza Strip"),
        ("Kenya urged Sudan to withdraw its troops from Chad.", "Sudan withdrawsForcesFrom Chad"),
        ("Kenya called on Sudan to stop its attacks on Chad.", "Sudan attacks Chad"),
        ("Kenya demanded that Sudan stop its attacks on Chad.", "Sudan attacks Chad"),
        ("Kenya asked Sudan to recall its ambassador from Chad.", "Sudan recallsEnvoyFrom Chad"),
    ],
)
def test_what_somebody_is_asked_to_end_is_their_own(claims: Read, text: str, said: str) -> None:
    (kept,) = told(claims(text, relation=said.split()[1]))
    assert kept == said


@pytest.mark.parametrize(
    "text",
    [
        "French President Emmanuel Macron spoke first. He condemned Serbia.",
        "French President Emmanuel Macron visited Iran. It was cold. He condemned Serbia.",
    ],
)
def test_he_is_the_person_and_not_the_title_before_the_name(claims: Read, text: str) -> None:
    assert told(claims(text, relation="condemns")) == {"Emmanuel Macron condemns Serbia"}


def test_who_is_called_terrorists_is_whom_the_words_are_about(claims: Read) -> None:
    found = claims("Kenya called the rebels terrorists.", relation="condemns")
    assert told(found) == {"Kenya condemns rebels"}


CALLED = """
    words   Macron called the    rebels terrorists
    lemmas  -      call   -      rebel  terrorist
    tags    NNP    VBD    DT     NNS    NNS
    deps    nsubj  ROOT   det    dobj   oprd
    heads   called called rebels called called
    ents    PERSON -      -      -      -
"""


def test_what_they_are_called_is_no_party_of_its_own() -> None:
    condemns = relation(
        "condemns", "verb: S call O", domain=("Person",), range_=("ArmedGroup", "PeopleGroup")
    )
    assert triples(parse(CALLED), condemns) == [("Emmanuel Macron", "condemns", "rebels")]


RAID_BY = """
    words   Russia    condemned the  attack    by     Hamas
    lemmas  -         condemn   -    -         -      -
    tags    NNP       VBD       DT   NN        IN     NNP
    deps    nsubj     ROOT      det  dobj      prep   pobj
    heads   condemned condemned attack condemned attack by
"""


def test_a_deed_belongs_to_whom_it_is_done_by() -> None:
    condemns = relation(
        "condemns", "verb: S condemn <attack of O>", range_=("Country", "ArmedGroup")
    )
    assert triples(parse(RAID_BY), condemns) == [("Russia", "condemns", "Hamas")]


COUNTERPART = """
    words   Macron met   his         Ukrainian   counterpart , Volodymyr Zelensky , on  Monday
    lemmas  -      meet  -           -           -           - -         -        - -   -
    tags    NNP    VBD   PRP$        JJ          NN          , NNP       NNP      , IN  NNP
    deps    nsubj  ROOT  poss        amod        dobj        punct compound dobj  punct prep pobj
    heads   met    met   counterpart counterpart met         met Zelensky  met     met met on
    ents    PERSON -     -           NORP        -           - PERSON   PERSON    - -   DATE
"""


def test_a_name_between_commas_is_the_counterpart_even_where_the_parse_lost_it() -> None:
    doc = parse(COUNTERPART)
    found = actors(doc).of(word(doc, "counterpart"))
    assert found is not None
    assert found.name == "Volodymyr Zelensky"
