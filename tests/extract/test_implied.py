"""Nouns whose agent is left to the clause around them, and clauses that only speak of it."""

from __future__ import annotations

import pytest

from tests.extract.conftest import Read
from tests.extract.parses import parse
from tests.extract.told import told
from tests.extract.world import matches, relation, triples


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Armenia keeps to the path of rapprochement with Russia.", "Armenia drawsCloserTo Russia"),
        ("Georgia deepened cooperation with Turkey.", "Georgia cooperatesWith Turkey"),
        ("Armenia fostered reconciliation with Turkey.", "Armenia drawsCloserTo Turkey"),
        ("Syria regained control of Aleppo.", "Syria controls Aleppo"),
        ("The rebels seized control of Goma.", "rebels controls Goma"),
        ("Kenya has come to depend on cooperation with Chad.", "Kenya cooperatesWith Chad"),
        ("Japan returned to negotiations with China.", "Japan negotiatesWith China"),
        ("Japan takes part in negotiations with China.", "Japan negotiatesWith China"),
        ("Kenya said in talks with Sudan that prices would rise.", "Kenya meets Sudan"),
        ("Kenya announced at talks with Sudan that prices would rise.", "Kenya meets Sudan"),
    ],
)
def test_the_subject_of_the_clause_has_what_the_noun_says(
    claims: Read, text: str, said: str
) -> None:
    assert said in told(claims(text))


@pytest.mark.parametrize(
    ("text", "unsaid"),
    [
        ("Hungary opposes support for Ukraine.", "Hungary supports Ukraine"),
        ("Hungary blocked support for Ukraine.", "Hungary supports Ukraine"),
        ("Hungary criticised cooperation with Russia.", "Hungary cooperatesWith Russia"),
        ("Hungary discussed cooperation with Russia.", "Hungary cooperatesWith Russia"),
        ("Syria lost control of Aleppo.", "Syria controls Aleppo"),
        ("Armenia mocked dialogue with Turkey.", "Armenia meets Turkey"),
        ("Israel hit an air base in Syria.", "Israel hasMilitaryBaseIn Syria"),
    ],
)
def test_who_opposes_loses_or_hits_a_thing_has_it_not(claims: Read, text: str, unsaid: str) -> None:
    assert unsaid not in told(claims(text))


@pytest.mark.parametrize(
    ("text", "unsaid"),
    [
        ("Kenya warned of cooperation with Russia.", "Kenya cooperatesWith Russia"),
        ("Kenya called for cooperation with Russia.", "Kenya cooperatesWith Russia"),
        ("Kenya spoke of an alliance with Sudan.", "Kenya alliedWith Sudan"),
        ("Kenya stopped at cooperation with Sudan.", "Kenya cooperatesWith Sudan"),
        ("Kenya voted against cooperation with Sudan.", "Kenya cooperatesWith Sudan"),
        ("Kenya grew despite support for Sudan.", "Kenya supports Sudan"),
        ("Kenya acted without support for Sudan.", "Kenya supports Sudan"),
    ],
)
def test_who_speaks_of_a_thing_or_does_without_it_has_it_not(
    claims: Read, text: str, unsaid: str
) -> None:
    assert unsaid not in told(claims(text))


@pytest.mark.parametrize(
    ("text", "unsaid"),
    [
        ("Kenya objected to an air base in Syria.", "Kenya hasMilitaryBaseIn Syria"),
        ("Kenya objected to a visit to Chad.", "Kenya visits Chad"),
        ("Kenya looked into attacks on Chad.", "Kenya attacks Chad"),
        ("Kenya responded to attacks on Chad.", "Kenya attacks Chad"),
        ("Kenya reacted to sanctions on Chad.", "Kenya sanctions Chad"),
        ("Kenya lives with sanctions on Chad.", "Kenya sanctions Chad"),
        ("Kenya lives with the threat of sanctions on Chad.", "Kenya sanctions Chad"),
    ],
)
def test_deeds_need_their_doer_beside_them(claims: Read, text: str, unsaid: str) -> None:
    assert unsaid not in told(claims(text))


@pytest.mark.parametrize(
    "text",
    [
        "Kenya took part in attacks on Chad.",
        "Kenya engaged in attacks on Chad.",
        "Kenya responded with attacks on Chad.",
        "Kenya launched attacks on Chad.",
    ],
)
def test_whoever_takes_part_does_it(claims: Read, text: str) -> None:
    assert "Kenya attacks Chad" in told(claims(text))


COOPERATES = relation("cooperatesWith", "noun: cooperation with O")
DEEPENED = """
    words   Armenia  deepened cooperation with        France
    lemmas  -        deepen   -           -           -
    tags    NNP      VBD      NN          IN          NNP
    deps    nsubj    ROOT     dobj        prep        pobj
    heads   deepened deepened deepened    cooperation with
"""
OWNED = """
    words   Armenia  praised Turkey      's     cooperation with        France
    lemmas  -        praise  -           -      -           -           -
    tags    NNP      VBD     NNP         POS    NN          IN          NNP
    deps    nsubj    ROOT    poss        case   dobj        prep        pobj
    heads   praised  praised cooperation Turkey praised     cooperation with
"""


def test_a_match_tells_that_its_agent_was_left_to_the_clause() -> None:
    assert {match.implied for match in matches(parse(DEEPENED), COOPERATES)} == {True}
    assert {match.implied for match in matches(parse(OWNED), COOPERATES)} == {False}


def test_an_owner_comes_before_the_subject_of_the_clause() -> None:
    assert triples(parse(OWNED), COOPERATES) == [("Turkey", "cooperatesWith", "France")]


ON_A_VISIT = """
    words   Macron was  on   a     visit to    Ukraine
    lemmas  -      be   -    -     -     -     -
    tags    NNP    VBD  IN   DT    NN    IN    NNP
    deps    nsubj  ROOT prep det   pobj  prep  pobj
    heads   was    was  was  visit on    visit to
    ents    PERSON -    -    -     -     -     GPE
"""
SPOKE_OF_A_VISIT = """
    words   Macron worried about   a     visit to    Ukraine
    lemmas  -      worry   -       -     -     -     -
    tags    NNP    VBD     IN      DT    NN    IN    NNP
    deps    nsubj  ROOT    prep    det   pobj  prep  pobj
    heads   worried worried worried visit about visit to
    ents    PERSON -       -       -     -     -     GPE
"""


def test_who_is_on_a_visit_does_it() -> None:
    visits = relation("visits", "noun: visit to O")
    assert triples(parse(ON_A_VISIT), visits) == [("Emmanuel Macron", "visits", "Ukraine")]
    assert triples(parse(SPOKE_OF_A_VISIT), visits) == []
