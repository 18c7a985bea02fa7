"""Verbs whose arguments the parse gives in another shape: particles, demands, two prepositions."""

from __future__ import annotations

import pytest

from tests.extract.conftest import Read
from tests.extract.parses import parse
from tests.extract.told import told
from tests.extract.world import relation, triples

SUMMONS = relation("summons", "verb: S call +in <envoy of O>")
CALLED_IN = """
    words   Russia called in     the        ambassador of         France
    lemmas  -      call   -      -          -          -          -
    tags    NNP    VBD    RP     DT         NN         IN         NNP
    deps    nsubj  ROOT   prt    det        dobj       prep       pobj
    heads   called called called ambassador called     ambassador of
"""
CALLED_IN_PREPOSITION = """
    words   Russia called in     the        ambassador of         France
    lemmas  -      call   -      -          -          -          -
    tags    NNP    VBD    IN     DT         NN         IN         NNP
    deps    nsubj  ROOT   prep   det        pobj       prep       pobj
    heads   called called called ambassador in         ambassador of
"""
CALLED_IN_MAY = """
    words   Russia called the        ambassador of         France in     May
    lemmas  -      call   -          -          -          -      -      -
    tags    NNP    VBD    DT         NN         IN         NNP    IN     NNP
    deps    nsubj  ROOT   det        dobj       prep       pobj   prep   pobj
    heads   called called ambassador called     ambassador of     called in
"""
IN_FRONT = """
    words   In     Russia  called the        ambassador of         France
    lemmas  -      -       call   -          -          -          -
    tags    IN     NNP     VBD    DT         NN         IN         NNP
    deps    advmod nsubj   ROOT   det        dobj       prep       pobj
    heads   called called  called ambassador called     ambassador of
"""


@pytest.mark.parametrize("table", [CALLED_IN, CALLED_IN_PREPOSITION])
def test_a_particle_may_look_like_the_preposition_of_the_object(table: str) -> None:
    assert triples(parse(table), SUMMONS) == [("Russia", "summons", "France")]


@pytest.mark.parametrize("table", [CALLED_IN_MAY, IN_FRONT])
def test_a_preposition_elsewhere_is_no_particle(table: str) -> None:
    assert triples(parse(table), SUMMONS) == []


@pytest.mark.parametrize(
    "text", ["Kenya called in the ambassador of Sudan.", "Kenya called in Sudan's ambassador."]
)
def test_to_call_in_is_to_summon(claims: Read, text: str) -> None:
    assert told(claims(text, relation="summonsEnvoyOf")) == {"Kenya summonsEnvoyOf Sudan"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Kenya demanded that Sudan withdraw its troops from Chad.", "Kenya demandsEndOf Sudan"),
        ("Kenya insists that Sudan must leave Chad.", "Kenya demandsEndOf Sudan"),
        ("Kenya insists Sudan must leave Chad.", "Kenya demandsEndOf Sudan"),
        ("Kenya insisted Sudan should stop the war.", "Kenya demandsEndOf Sudan"),
        ("Kenya urged that Sudan end the war.", "Kenya demandsEndOf Sudan"),
        ("Kenya requested that Sudan send doctors.", "Kenya requestsHelpFrom Sudan"),
    ],
)
def test_a_demand_in_a_finite_clause(claims: Read, text: str, said: str) -> None:
    assert said in told(claims(text))


@pytest.mark.parametrize(
    "text",
    [
        "Kenya suggested that Sudan had attacked Chad.",
        "Kenya insists that Sudan attacked Chad.",
    ],
)
def test_what_is_insisted_to_be_so_is_no_demand(claims: Read, text: str) -> None:
    assert told(claims(text)) == {"Sudan attacks Chad"}


@pytest.mark.parametrize(
    ("text", "unsaid"),
    [
        ("France sent tanks according to Armenia.", "France suppliesWeaponsTo Armenia"),
        ("France sold rifles, according to Armenia.", "France suppliesWeaponsTo Armenia"),
        ("Peru issued a warning, according to Chile.", "Peru warns Chile"),
        ("Peru made an appeal, according to Chile.", "Peru urges Chile"),
    ],
)
def test_a_preposition_of_two_words_is_not_its_second_word(
    claims: Read, text: str, unsaid: str
) -> None:
    assert unsaid not in told(claims(text))


SUPPLIES = relation("supplies", "verb: S send <weapon> to O")
SENT = """
    words   France sent jets owing to    Ukraine
    lemmas  -      send jet  -     -     -
    tags    NNP    VBD  NNS  IN    IN    NNP
    deps    nsubj  ROOT dobj prep  prep  pobj
    heads   sent   sent sent sent  owing to
"""
SENT_BACK_TO = SENT.replace("owing", "over")


def test_two_prepositions_that_mean_a_way_are_two() -> None:
    assert triples(parse(SENT), SUPPLIES) == []
    assert triples(parse(SENT_BACK_TO), SUPPLIES) == [("France", "supplies", "Ukraine")]


ATTACKS = relation("attacks", "verb: S attack O")
BY_ATTACKING = """
    words   Russia ended France 's     hopes by    attacking Ukraine
    lemmas  -      end   -      -      hope  -     attack    -
    tags    NNP    VBD   NNP    POS    NNS   IN    VBG       NNP
    deps    nsubj  ROOT  poss   case   dobj  prep  pcomp     dobj
    heads   ended  ended hopes  France ended hopes by        attacking
    ents    GPE    -     GPE    -      -     -     -         GPE
"""


def test_who_did_a_thing_by_attacking_attacked() -> None:
    assert triples(parse(BY_ATTACKING), ATTACKS) == [("Russia", "attacks", "Ukraine")]


def test_to_let_somebody_use_a_base(claims: Read) -> None:
    said = told(claims("Turkey let Russia use its air base."))
    assert said == {"Russia hasMilitaryBaseIn Turkey", "Turkey grantsAccessTo Russia"}


def test_hours_given_to_diplomats(claims: Read) -> None:
    found = claims("Norway gave Russian diplomats 48 hours to leave the country.")
    assert "Norway expelsDiplomatsOf Russia" in told(found)


WAGED_RAIDS = """
    words   Russia staged raids  on    Ukraine
    lemmas  -      stag   rai    -     -
    tags    NNP    VBD    NNS    IN    NNP
    deps    nsubj  ROOT   dobj   prep  pobj
    heads   staged staged staged raids on
"""


def test_the_words_of_a_line_may_have_wrong_lemmas() -> None:
    raids = relation("raids", "verb: S stage <attack> on O")
    assert triples(parse(WAGED_RAIDS), raids) == [("Russia", "raids", "Ukraine")]


def test_two_liars_are_no_neighbours(claims: Read) -> None:
    assert told(claims("Armenia and Azerbaijan lied for years.")) == set()
    assert told(claims("Armenia and Azerbaijan accused each other of lying.")) == {
        "Armenia accuses Azerbaijan",
        "Azerbaijan accuses Armenia",
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Brazil was slapped with a 50 percent tariff by the United States.",
         "United States sanctions Brazil"),
        ("Sudan's ambassador was declared persona non grata by Kenya.",
         "Kenya expelsDiplomatsOf Sudan"),
        ("Turkey summoned Swedish Ambassador Lars Hult to protest.",
         "Turkey summonsEnvoyOf Sweden"),
        ("Russia killed three people in Kharkiv.", "Russia killsPerson three people"),
        ("Russia killed three people in Kharkiv.", "Russia attacks Kharkiv"),
        ("Soldiers of Chad pushed into the outskirts of Goma.", "Chad invades Goma"),
    ],
)  # fmt: skip
def test_ends_that_the_parser_hangs_elsewhere(claims: Read, text: str, said: str) -> None:
    assert said in told(claims(text))


def test_those_who_are_deployed_do_not_deploy(claims: Read) -> None:
    text = "Chad ordered the deployment of 200 soldiers to Niger."
    assert told(claims(text, relation="deploysTroopsTo")) == {"Chad deploysTroopsTo Niger"}


def test_a_truce_over_tariffs_is_no_ceasefire(claims: Read) -> None:
    text = "China and the United States extended their tariff truce."
    assert told(claims(text, relation="ceasesFireWith")) == set()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Nicolas Sarkozy was found guilty of fraud by a court.", "court convicts Nicolas Sarkozy"),
        ("Thailand and Cambodia exchanged fire along the river.", "Thailand attacks Cambodia"),
        ("Sudan's army retook the palace.", "Sudanese Armed Forces occupies palace"),
    ],
)
def test_ends_and_forms_that_the_parser_mistakes(claims: Read, text: str, said: str) -> None:
    assert said in told(claims(text))


def test_whoever_condemns_to_death_has_not_killed(claims: Read) -> None:
    text = "A court sentenced Ann Lee to death."
    assert told(claims(text)) == {"court convicts Ann Lee"}


@pytest.mark.parametrize(
    ("text", "relation_", "said"),
    [
        ("Syria and Turkey traded blame for the clashes.", "accuses", {"Syria accuses Turkey"}),
        ("Trump threatened a tariff on Canadian goods.", "threatensSanctionsOn",
         {"Donald Trump threatensSanctionsOn Canada"}),
        ("Chad jailed seven journalists of the agency Sputnik.", "detains",
         {"Chad detains seven journalists"}),
        ("Poland demanded the release of Ann Lee.", "releases", set()),
        ("Poland ordered the release of Ann Lee.", "releases", {"Poland releases Ann Lee"}),
        ("The offensive of Sudan was backed by drones.", "supports", set()),
        ("The patrol of the army came under fire from Hamas.", "partOf", set()),
    ],
)  # fmt: skip
def test_who_does_it_and_to_whom(claims: Read, text: str, relation_: str, said: set[str]) -> None:
    assert told(claims(text, relation=relation_)) == said
