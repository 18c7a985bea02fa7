"""Which actor a phrase names, and in what sense: capitals, instruments, groups, owners."""

from __future__ import annotations

import pytest

from kg.extract.mentions.names import Name
from tests.extract.parses import parse, word
from tests.extract.world import actors

STATE = ("Country", "IGO")
PLACE = ("Place", "City", "Region")


def named(text: str, table: str) -> str | None:
    """The name of the actor that the word stands for."""
    doc = parse(table)
    found = actors(doc).of(word(doc, text))
    return found.name if found else None


def fitted(text: str, table: str, classes: tuple[str, ...], *, agent: bool = False) -> Name | None:
    doc = parse(table)
    known = actors(doc)
    found = known.of(word(doc, text))
    assert found is not None
    return known.fit(found, classes, agent=agent)


CAPITALS = """
    words   Moscow   attacked Kyiv
    lemmas  -        attack   -
    tags    NNP      VBD      NNP
    deps    nsubj    ROOT     dobj
    heads   attacked attacked attacked
    ents    GPE      -        GPE
"""


def test_a_capital_that_acts_is_its_state() -> None:
    name = fitted("Moscow", CAPITALS, STATE, agent=True)
    assert name is not None
    assert (name.name, name.type) == ("Russia", "Country")


def test_a_capital_where_a_place_is_wanted_is_a_city() -> None:
    name = fitted("Kyiv", CAPITALS, PLACE)
    assert name is not None
    assert (name.name, name.type) == ("Kyiv", "City")


def test_a_capital_where_only_a_state_can_be_is_its_state() -> None:
    name = fitted("Kyiv", CAPITALS, STATE)
    assert name is not None
    assert name.name == "Ukraine"


def test_a_capital_that_acts_is_no_place_even_where_places_fit() -> None:
    name = fitted("Moscow", CAPITALS, (*STATE, *PLACE), agent=True)
    assert name is not None
    assert name.name == "Russia"


KREMLIN = """
    words   The     Kremlin warned Armenia
    lemmas  -       -       warn   -
    tags    DT      NNP     VBD    NNP
    deps    det     nsubj   ROOT   dobj
    heads   Kremlin warned  warned warned
    ents    -       ORG     -      GPE
"""


def test_a_building_that_acts_is_its_state() -> None:
    name = fitted("Kremlin", KREMLIN, STATE, agent=True)
    assert name is not None
    assert name.name == "Russia"


def test_what_is_no_member_of_a_class_does_not_fit() -> None:
    assert fitted("Armenia", KREMLIN, ("Person",)) is None


MISSILES = """
    words   Russian  missiles hit  Ukraine
    lemmas  -        missile  -    -
    tags    JJ       NNS      VBD  NNP
    deps    amod     nsubj    ROOT dobj
    heads   missiles hit      hit  hit
    ents    NORP     -        -    GPE
"""
ORDERED = """
    words   Iran    ordered a      strike
    lemmas  -       order   -      -
    tags    NNP     VBD     DT     NN
    deps    nsubj   ROOT    det    dobj
    heads   ordered ordered strike ordered
    ents    GPE     -       -      -
"""


def test_an_instrument_acts_for_its_owner() -> None:
    assert named("missiles", MISSILES) == "Russia"


def test_a_deed_is_that_of_who_ordered_it() -> None:
    assert named("strike", ORDERED) == "Iran"


HUNDREDS = """
    words   Hundreds of       Ukrainians fled Gaza
    lemmas  hundred  -        -          flee -
    tags    NNS      IN       NNPS       VBD  NNP
    deps    nsubj    prep     pobj       ROOT dobj
    heads   fled     Hundreds of         fled fled
    ents    -        -        NORP       -    GPE
"""
GROUP = """
    words   A     group of    Russian  soldiers left
    lemmas  -     -     -     -        soldier  leave
    tags    DT    NN    IN    JJ       NNS      VBD
    deps    det   nsubj prep  amod     pobj     ROOT
    heads   group left  group soldiers of       left
    ents    -     -     -     NORP     -        -
"""


def test_words_of_number_stand_for_what_they_count() -> None:
    assert named("Hundreds", HUNDREDS) == "Ukrainians"


def test_a_group_stands_for_its_members() -> None:
    assert named("group", GROUP) == "Russian soldiers"


SOLDIERS = """
    words   Russian  soldiers entered Armenia
    lemmas  -        soldier  enter   -
    tags    JJ       NNS      VBD     NNP
    deps    amod     nsubj    ROOT    dobj
    heads   soldiers entered  entered entered
    ents    NORP     -        -       GPE
"""


def test_a_description_keeps_its_own_class_and_owner() -> None:
    name = fitted("soldiers", SOLDIERS, ("ArmedForce",), agent=True)
    assert name is not None
    assert (name.type, name.name) == ("ArmedForce", "Russian soldiers")
    assert name.owner is not None
    assert name.owner.entry is not None
    assert name.owner.entry.id == "russia"


def test_a_description_acts_for_its_owner_where_only_a_state_fits() -> None:
    name = fitted("soldiers", SOLDIERS, STATE, agent=True)
    assert name is not None
    assert name.name == "Russia"


AUTHORITIES = """
    words   Armenian    authorities arrested Frenchmen
    lemmas  -           authority   arrest   -
    tags    JJ          NNS         VBD      NNPS
    deps    amod        nsubj       ROOT     dobj
    heads   authorities arrested    arrested arrested
    ents    NORP        -           -        NORP
"""


def test_authorities_are_their_state() -> None:
    name = fitted("authorities", AUTHORITIES, STATE, agent=True)
    assert name is not None
    assert name.name == "Armenia"


def test_a_people_is_not_its_state() -> None:
    assert fitted("Frenchmen", AUTHORITIES, STATE) is None
    assert fitted("Frenchmen", AUTHORITIES, ("PeopleGroup",)) is not None


APPOSITION = """
    words   The       French    president ,         Emmanuel Macron    ,         left
    lemmas  -         -         -         -         -        -         -         leave
    tags    DT        JJ        NN        ,         NNP      NNP       ,         VBD
    deps    det       amod      nsubj     punct     compound appos     punct     ROOT
    heads   president president left      president Macron   president president left
    ents    -         NORP      -         -         PERSON   PERSON    -         -
"""


def test_the_name_in_apposition_says_more_than_the_noun() -> None:
    assert named("president", APPOSITION) == "Emmanuel Macron"


OFFICE = """
    words   Macron met  Armenia  's      foreign  minister
    lemmas  -      meet -        -       -        -
    tags    NNP    VBD  NNP      POS     JJ       NN
    deps    nsubj  ROOT poss     case    amod     dobj
    heads   met    met  minister Armenia minister met
    ents    PERSON -    GPE      -       -        -
"""


def test_a_surname_is_the_person() -> None:
    assert named("Macron", OFFICE) == "Emmanuel Macron"


def test_an_unnamed_minister_is_a_person_of_a_state() -> None:
    doc = parse(OFFICE)
    found = actors(doc).of(word(doc, "minister"))
    assert found is not None
    assert found.type == "Person"
    assert found.owner is not None
    assert found.owner.name == "Armenia"


LIST = """
    words   Russia ,      Iran   and  Turkey signed
    lemmas  -      -      -      -    -      sign
    tags    NNP    ,      NNP    CC   NNP    VBD
    deps    nsubj  punct  conj   cc   conj   ROOT
    heads   signed Russia Russia Iran Iran   signed
    ents    GPE    -      GPE    -    GPE    -
"""


def test_all_actors_of_a_list() -> None:
    doc = parse(LIST)
    found = actors(doc).all(word(doc, "Russia"))
    assert [name.name for name in found] == ["Russia", "Iran", "Turkey"]


PLAIN = """
    words   The     weather  worsened yesterday
    lemmas  -       -        worsen   -
    tags    DT      NN       VBD      NN
    deps    det     nsubj    ROOT     npadvmod
    heads   weather worsened worsened worsened
"""


@pytest.mark.parametrize("text", ["weather", "yesterday"])
def test_other_nouns_name_nobody(text: str) -> None:
    assert named(text, PLAIN) is None
