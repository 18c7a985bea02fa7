"""Lexicon lines on hand-written parses: verbs, nouns, roles, adjectives and affixes."""

from __future__ import annotations

from tests.extract.parses import parse
from tests.extract.world import matcher, matches, relation, triples

SUPPLIES = relation(
    "supplies", "verb: S supply|give <weapon> to O", "verb: S supply O with <weapon>"
)
ATTACKS = relation(
    "attacks",
    "verb: S attack O",
    "noun: attack|raid on|against O",
    range_=("Country", "Region", "City", "ArmedGroup"),
)
SIGNS = relation("signs", "verb: S sign pact with O", "noun: pact with O", symmetric=True)
CLASHES = relation("clashesWith", "noun: clash with O", symmetric=True)
SUMMONS = relation("summons", "verb: S summon <envoy of O>")
REFUSES = relation("refusesToMeet", "verb: S refuse to+meet O")
PRESSURES = relation("pressures", "verb: S put|exert <pressure> on O")
CALLS = relation("callsOff", "verb: S call +off talk with O")
LEADS = relation("headOfStateOf", "role: president of O", domain=("Person",), range_=("Country",))
ALLY = relation("alliedWith", "role: ally|partner of O", "adj: allied with O")
DEPENDS = relation("dependsOn", "adj: dependent on O")
BACKS = relation("isBackedBy", "affix: O-backed S", domain=("ArmedGroup", "Country"))
VISITS = relation(
    "visits", "noun: visit to O", "verb: S visit O", range_=("Country", "City", "Region")
)

SUPPLIED_TO = """
    words   France   supplied jets     to       Ukraine
    lemmas  -        supply   jet      -        -
    tags    NNP      VBD      NNS      IN       NNP
    deps    nsubj    ROOT     dobj     prep     pobj
    heads   supplied supplied supplied supplied to
"""
SUPPLIED_WITH = """
    words   Ukraine   was      supplied with     jets by       France
    lemmas  -         be       supply   -        jet  -        -
    tags    NNP       VBD      VBN      IN       NNS  IN       NNP
    deps    nsubjpass auxpass  ROOT     prep     pobj agent    pobj
    heads   supplied  supplied supplied supplied with supplied by
"""
GAVE = """
    words   France gave Ukraine jets
    lemmas  -      give -       jet
    tags    NNP    VBD  NNP     NNS
    deps    nsubj  ROOT dative  dobj
    heads   gave   gave gave    gave
"""
GIVEN = """
    words   Ukraine   was     given jets  by    France
    lemmas  -         be      give  jet   -     -
    tags    NNP       VBD     VBN   NNS   IN    NNP
    deps    nsubjpass auxpass ROOT  dobj  agent pobj
    heads   given     given   given given given by
"""
JETS_GIVEN = """
    words   Jets    given to    Ukraine by    France crashed
    lemmas  jet     give  -     -       -     -      crash
    tags    NNS     VBN   IN    NNP     IN    NNP    VBD
    deps    nsubj   acl   prep  pobj    agent pobj   ROOT
    heads   crashed Jets  given to      given by     crashed
"""
SUPPLIED_FOOD = """
    words   France   supplied food     to       Ukraine
    lemmas  -        supply   -        -        -
    tags    NNP      VBD      NN       IN       NNP
    deps    nsubj    ROOT     dobj     prep     pobj
    heads   supplied supplied supplied supplied to
"""


def test_one_line_covers_active_passive_and_two_objects() -> None:
    for table in (SUPPLIED_TO, SUPPLIED_WITH, GAVE, GIVEN, JETS_GIVEN):
        assert triples(parse(table), SUPPLIES) == [("France", "supplies", "Ukraine")]


def test_a_word_that_the_line_does_not_name_is_no_match() -> None:
    assert triples(parse(SUPPLIED_FOOD), SUPPLIES) == []


def test_the_match_tells_its_rule_and_its_words() -> None:
    (match,) = matches(parse(SUPPLIED_TO), SUPPLIES)
    assert match.entry.rule == "supplies/verb/S supply|give <weapon> to O"
    assert match.predicate.text == "supplied"
    assert [token.text for token in match.cues] == ["supplied", "jets"]


COORDINATED = """
    words   Russia   attacked Ukraine  and     Armenia
    lemmas  -        attack   -        -       -
    tags    NNP      VBD      NNP      CC      NNP
    deps    nsubj    ROOT     dobj     cc      conj
    heads   attacked attacked attacked Ukraine Ukraine
"""


def test_every_coordinated_object_is_one() -> None:
    assert triples(parse(COORDINATED), ATTACKS) == [
        ("Russia", "attacks", "Ukraine"),
        ("Russia", "attacks", "Armenia"),
    ]


SUMMONED_ADJECTIVE = """
    words   Russia   summoned the        French     ambassador
    lemmas  -        summon   -          -          -
    tags    NNP      VBD      DT         JJ         NN
    deps    nsubj    ROOT     det        amod       dobj
    heads   summoned summoned ambassador ambassador summoned
"""
SUMMONED_POSSESSIVE = """
    words   Russia   summoned France     's     ambassador
    lemmas  -        summon   -          -      -
    tags    NNP      VBD      NNP        POS    NN
    deps    nsubj    ROOT     poss       case   dobj
    heads   summoned summoned ambassador France summoned
"""
SUMMONED_OF = """
    words   Russia   summoned the        ambassador of         France
    lemmas  -        summon   -          -          -          -
    tags    NNP      VBD      DT         NN         IN         NNP
    deps    nsubj    ROOT     det        dobj       prep       pobj
    heads   summoned summoned ambassador summoned   ambassador of
"""
SUMMONED_OWN = """
    words   Russia   summoned the        ambassador
    lemmas  -        summon   -          -
    tags    NNP      VBD      DT         NN
    deps    nsubj    ROOT     det        dobj
    heads   summoned summoned ambassador summoned
"""


def test_the_owner_of_a_word_is_an_end() -> None:
    for table in (SUMMONED_ADJECTIVE, SUMMONED_POSSESSIVE, SUMMONED_OF):
        assert triples(parse(table), SUMMONS) == [("Russia", "summons", "France")]


def test_a_word_without_owner_is_no_match() -> None:
    assert triples(parse(SUMMONED_OWN), SUMMONS) == []


REFUSED = """
    words   Turkey  refused to   meet    Iran
    lemmas  -       refuse  -    -       -
    tags    NNP     VBD     TO   VB      NNP
    deps    nsubj   ROOT    aux  xcomp   dobj
    heads   refused refused meet refused meet
"""
AGREED = """
    words   Turkey agreed to   meet   Iran
    lemmas  -      agree  -    -      -
    tags    NNP    VBD    TO   VB     NNP
    deps    nsubj  ROOT   aux  xcomp  dobj
    heads   agreed agreed meet agreed meet
"""
PUT = """
    words   Russia put  pressure on   Armenia
    tags    NNP    VBD  NN       IN   NNP
    deps    nsubj  ROOT dobj     prep pobj
    heads   put    put  put      put  on
"""
PUT_OTHERWISE = """
    words   Russia put  missiles on   Armenia
    lemmas  -      -    missile  -    -
    tags    NNP    VBD  NNS      IN   NNP
    deps    nsubj  ROOT dobj     prep pobj
    heads   put    put  put      put  on
"""
CALLED_OFF = """
    words   Turkey called off    talks  with  Iran
    lemmas  -      call   -      talk   -     -
    tags    NNP    VBD    RP     NNS    IN    NNP
    deps    nsubj  ROOT   prt    dobj   prep  pobj
    heads   called called called called talks with
"""
CALLED_FOR = """
    words   Turkey called for    talks with  Iran
    lemmas  -      call   -      talk  -     -
    tags    NNP    VBD    IN     NNS   IN    NNP
    deps    nsubj  ROOT   prep   pobj  prep  pobj
    heads   called called called for   talks with
"""


def test_an_infinitive_is_part_of_its_line() -> None:
    assert triples(parse(REFUSED), REFUSES) == [("Turkey", "refusesToMeet", "Iran")]
    assert triples(parse(AGREED), REFUSES) == []


def test_light_verbs_need_their_noun() -> None:
    assert triples(parse(PUT), PRESSURES) == [("Russia", "pressures", "Armenia")]
    assert triples(parse(PUT_OTHERWISE), PRESSURES) == []


def test_a_particle_makes_another_verb() -> None:
    assert triples(parse(CALLED_OFF), CALLS) == [("Turkey", "callsOff", "Iran")]
    assert triples(parse(CALLED_FOR), CALLS) == []


NOUN_POSSESSIVE = """
    words   Russia 's     attack on     Ukraine ended
    tags    NNP    POS    NN     IN     NNP     VBD
    deps    poss   case   nsubj  prep   pobj    ROOT
    heads   attack Russia ended  attack on      ended
"""
NOUN_ADJECTIVE = """
    words   the    Russian attack on     Ukraine
    tags    DT     JJ      NN     IN     NNP
    deps    det    amod    ROOT   prep   pobj
    heads   attack attack  attack attack on
"""
NOUN_BY = """
    words   an     attack on     Ukraine by     Russia
    tags    DT     NN     IN     NNP     IN     NNP
    deps    det    ROOT   prep   pobj    prep   pobj
    heads   attack attack attack on      attack by
"""
NOUN_LIGHT = """
    words   Russia  carried out     an     attack  on     Ukraine
    lemmas  -       carry   -       -      -       -      -
    tags    NNP     VBD     RP      DT     NN      IN     NNP
    deps    nsubj   ROOT    prt     det    dobj    prep   pobj
    heads   carried carried carried attack carried attack on
"""
NOUN_LIGHT_PASSIVE = """
    words   An     attack    on     Ukraine was      launched by       Russia
    lemmas  -      -         -      -       be       launch   -        -
    tags    DT     NN        IN     NNP     VBD      VBN      IN       NNP
    deps    det    nsubjpass prep   pobj    auxpass  ROOT     agent    pobj
    heads   attack launched  attack on      launched launched launched by
"""
NOUN_SEEN = """
    words   Russia saw  an     attack on     Ukraine
    lemmas  -      see  -      -      -      -
    tags    NNP    VBD  DT     NN     IN     NNP
    deps    nsubj  ROOT det    dobj   prep   pobj
    heads   saw    saw  attack saw    attack on
"""


def test_the_doer_of_an_event_noun() -> None:
    for table in (NOUN_POSSESSIVE, NOUN_ADJECTIVE, NOUN_BY, NOUN_LIGHT, NOUN_LIGHT_PASSIVE):
        assert triples(parse(table), ATTACKS) == [("Russia", "attacks", "Ukraine")], table


def test_who_sees_an_event_does_not_do_it() -> None:
    assert triples(parse(NOUN_SEEN), ATTACKS) == []


SIGNED_AND = """
    words   Russia and    Iran   signed a    pact
    lemmas  -      -      -      sign   -    -
    tags    NNP    CC     NNP    VBD    DT   NN
    deps    nsubj  cc     conj   ROOT   det  dobj
    heads   signed Russia Russia signed pact signed
"""
SIGNED_WITH = """
    words   Russia signed a    pact   with Iran
    lemmas  -      sign   -    -      -    -
    tags    NNP    VBD    DT   NN     IN   NNP
    deps    nsubj  ROOT   det  dobj   prep pobj
    heads   signed signed pact signed pact with
"""
BETWEEN = """
    words   clashes between Russia  and    Ukraine
    lemmas  clash   -       -       -      -
    tags    NNS     IN      NNP     CC     NNP
    deps    ROOT    prep    pobj    cc     conj
    heads   clashes clashes between Russia Russia
"""


def test_both_ends_of_a_symmetric_relation_may_be_coordinated() -> None:
    assert triples(parse(SIGNED_AND), SIGNS) == [("Russia", "signs", "Iran")]
    assert triples(parse(SIGNED_WITH), SIGNS) == [("Russia", "signs", "Iran")]
    assert triples(parse(BETWEEN), CLASHES) == [("Russia", "clashesWith", "Ukraine")]


APPOSITION = """
    words   Emmanuel Macron ,      the       president of        France ,      left
    lemmas  -        -      -      -         -         -         -      -      leave
    tags    NNP      NNP    ,      DT        NN        IN        NNP    ,      VBD
    deps    compound nsubj  punct  det       appos     prep      pobj   punct  ROOT
    heads   Macron   left   Macron president Macron    president of     Macron left
    ents    PERSON   PERSON -      -         -         -         GPE    -      -
"""
TITLE = """
    words   French    President Emmanuel Macron left
    lemmas  -         -         -        -      leave
    tags    JJ        NNP       NNP      NNP    VBD
    deps    amod      compound  compound nsubj  ROOT
    heads   President Macron    Macron   left   left
    ents    NORP      -         PERSON   PERSON -
"""
COPULA = """
    words   Armenia is   an   ally of   Russia
    lemmas  -       be   -    -    -    -
    tags    NNP     VBZ  DT   NN   IN   NNP
    deps    nsubj   ROOT det  attr prep pobj
    heads   is      is   ally is   ally of
"""
COPULA_POSSESSIVE = """
    words   Armenia is   Russia 's     ally
    lemmas  -       be   -      -      -
    tags    NNP     VBZ  NNP    POS    NN
    deps    nsubj   ROOT poss   case   attr
    heads   is      is   ally   Russia is
"""


def test_roles_by_apposition_title_and_copula() -> None:
    for table in (APPOSITION, TITLE):
        found = triples(parse(table), LEADS)
        assert found == [("Emmanuel Macron", "headOfStateOf", "France")], table
    for table in (COPULA, COPULA_POSSESSIVE):
        assert triples(parse(table), ALLY) == [("Armenia", "alliedWith", "Russia")], table


FORMER = """
    words   Former    French    President Emmanuel Macron left
    lemmas  -         -         -         -        -      leave
    tags    JJ        JJ        NNP       NNP      NNP    VBD
    deps    amod      amod      compound  compound nsubj  ROOT
    heads   President President Macron    Macron   left   left
    ents    -         NORP      -         PERSON   PERSON -
"""


def test_a_former_holder_keeps_only_the_wider_relation() -> None:
    wider = relation("holdsOfficeIn", domain=("Person",), range_=("Country",))
    narrow = relation(
        "headOfStateOf",
        "role: president of O",
        domain=("Person",),
        range_=("Country",),
        above="holdsOfficeIn",
    )
    found = triples(parse(FORMER), wider, narrow)
    assert found == [("Emmanuel Macron", "holdsOfficeIn", "France")]
    assert ("Emmanuel Macron", "headOfStateOf", "France") in triples(parse(TITLE), wider, narrow)


def test_a_title_is_no_event() -> None:
    (match,) = matches(parse(TITLE), LEADS)
    assert match.static


DEPENDENT = """
    words   Armenia is   dependent on        Russia
    lemmas  -       be   -         -         -
    tags    NNP     VBZ  JJ        IN        NNP
    deps    nsubj   ROOT acomp     prep      pobj
    heads   is      is   is        dependent on
"""
BACKED = """
    words   Iran     -      backed Hamas    attacked Gaza
    lemmas  -        -      back   -        attack   -
    tags    NNP      HYPH   VBN    NNP      VBD      NNP
    deps    npadvmod punct  amod   nsubj    ROOT     dobj
    heads   backed   backed Hamas  attacked attacked attacked
"""


def test_adjectives() -> None:
    assert triples(parse(DEPENDENT), DEPENDS) == [("Armenia", "dependsOn", "Russia")]


HELD = """
    words   Iran    shelled Russian  -     held Kyiv
    lemmas  -       shell   -        -     hold -
    tags    NNP     VBD     JJ       HYPH  VBN  NNP
    deps    nsubj   ROOT    npadvmod punct amod dobj
    heads   shelled shelled held     held  Kyiv shelled
"""
HOLDS = relation("controls", "affix: S-held O", range_=("City", "Region"))


def test_an_affix_may_name_its_subject() -> None:
    assert triples(parse(HELD), HOLDS) == [("Russia", "controls", "Kyiv")]


def test_affixes() -> None:
    assert triples(parse(BACKED), BACKS) == [("Hamas", "isBackedBy", "Iran")]


VISITED_NATO = """
    words   Macron  visited NATO
    lemmas  -       visit   -
    tags    NNP     VBD     NNP
    deps    nsubj   ROOT    dobj
    heads   visited visited visited
    ents    PERSON  -       ORG
"""


def test_ends_that_do_not_fit_are_refused_and_told() -> None:
    doc = parse(VISITED_NATO)
    found = matcher(doc, VISITS)
    assert list(found(doc)) == []
    ((entry, predicate, subject, object_),) = found.refused
    assert entry.rule == "visits/verb/S visit O"
    assert (predicate.text, subject.name, object_.name) == ("visited", "Emmanuel Macron", "NATO")


WAGED = """
    words   Russia waged attacks on      Ukraine
    lemmas  -      wag   attack  -       -
    tags    NNP    VBD   NNS     IN      NNP
    deps    nsubj  ROOT  dobj    prep    pobj
    heads   waged  waged waged   attacks on
"""
WAGES = relation("wagesWarOn", "verb: S wage <attack> on O")


def test_a_wrong_lemma_does_not_hide_a_word_of_the_lexicon() -> None:
    assert triples(parse(WAGED), WAGES) == [("Russia", "wagesWarOn", "Ukraine")]


ITSELF = """
    words   Russia   attacked Moscow
    lemmas  -        attack   -
    tags    NNP      VBD      NNP
    deps    nsubj    ROOT     dobj
    heads   attacked attacked attacked
"""


def test_no_event_between_a_state_and_its_own_capital() -> None:
    assert triples(parse(ITSELF), ATTACKS) == []


SURRENDERED = """
    words   Armenia     surrendered Gaza        to          Iran
    lemmas  -           surrender   -           -           -
    tags    NNP         VBD         NNP         IN          NNP
    deps    nsubj       ROOT        dobj        prep        pobj
    heads   surrendered surrendered surrendered surrendered to
"""
SURRENDERED_ARMS = """
    words   Armenia     surrendered weapons     to          Iran
    lemmas  -           surrender   weapon      -           -
    tags    NNP         VBD         NNS         IN          NNP
    deps    nsubj       ROOT        dobj        prep        pobj
    heads   surrendered surrendered surrendered surrendered to
"""
CEDES = relation("cedesTerritoryTo", "verb: S surrender X:Region to O")


def test_a_third_actor_decides_but_is_no_end() -> None:
    assert triples(parse(SURRENDERED), CEDES) == [("Armenia", "cedesTerritoryTo", "Iran")]
    assert triples(parse(SURRENDERED_ARMS), CEDES) == []
