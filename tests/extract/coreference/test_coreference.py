"""Which earlier name a pronoun or a definite noun stands for, on hand-written parses."""

from __future__ import annotations

from kg.extract.coreference.antecedents import Coreference
from tests.extract.parses import parse, word
from tests.extract.world import mentions


def antecedent(text: str, *tables: str) -> str | None:
    """The name that the word stands for; its place must be that of an earlier mention."""
    doc = parse(*tables)
    found = Coreference(doc, mentions(doc)).of(word(doc, text))
    if found is None:
        return None
    assert found.antecedent is not None
    assert found.antecedent.start < found.start
    return found.name


WARNED = """
    words   Russia warned Armenia .
    lemmas  -      warn   -       -
    tags    NNP    VBD    NNP     .
    deps    nsubj  ROOT   dobj    punct
    heads   warned warned warned  warned
    ents    GPE    -      GPE     -
"""
IT = """
    words   It       recalled an    envoy    .
    lemmas  -        recall   -     -        -
    tags    PRP      VBD      DT    NN       .
    deps    nsubj    ROOT     det   dobj     punct
    heads   recalled recalled envoy recalled recalled
"""
ITS = """
    words   Its   envoy left  .
    lemmas  -     -     leave -
    tags    PRP$  NN    VBD   .
    deps    poss  nsubj ROOT  punct
    heads   envoy left  left  left
"""
MACRON = """
    words   Emmanuel Macron  visited Armenia .
    lemmas  -        -       visit   -       -
    tags    NNP      NNP     VBD     NNP     .
    deps    compound nsubj   ROOT    dobj    punct
    heads   Macron   visited visited visited visited
    ents    PERSON   PERSON  -       GPE     -
"""
HE = """
    words   He      praised Turkey  .
    lemmas  -       praise  -       -
    tags    PRP     VBD     NNP     .
    deps    nsubj   ROOT    dobj    punct
    heads   praised praised praised praised
    ents    -       -       GPE     -
"""
SHE = """
    words   She     praised Turkey  .
    lemmas  -       praise  -       -
    tags    PRP     VBD     NNP     .
    deps    nsubj   ROOT    dobj    punct
    heads   praised praised praised praised
    ents    -       -       GPE     -
"""


def test_it_takes_the_subject_before_the_object() -> None:
    assert antecedent("It", WARNED, IT) == "Russia"


def test_its_takes_the_subject_of_the_sentence_before() -> None:
    assert antecedent("Its", WARNED, ITS) == "Russia"


def test_he_is_a_person_and_no_state() -> None:
    assert antecedent("He", MACRON, HE) == "Emmanuel Macron"
    assert antecedent("He", WARNED, HE) is None


def test_it_is_no_person() -> None:
    assert antecedent("It", MACRON, IT) != "Emmanuel Macron"


def test_nothing_earlier_means_no_antecedent() -> None:
    assert antecedent("He", HE) is None


ANGELA = """
    words   Angela   Merkel met  Emmanuel Macron .
    lemmas  -        -      meet -        -      -
    tags    NNP      NNP    VBD  NNP      NNP    .
    deps    compound nsubj  ROOT compound dobj   punct
    heads   Merkel   met    met  Macron   met    met
    ents    PERSON   PERSON -    PERSON   PERSON -
"""


def test_she_is_a_woman() -> None:
    assert antecedent("She", ANGELA, SHE) == "Angela Merkel"


SAID = """
    words   Russia said it    would pay   .
    lemmas  -      say  -     -     -     -
    tags    NNP    VBD  PRP   MD    VB    .
    deps    nsubj  ROOT nsubj aux   ccomp punct
    heads   said   said pay   pay   said  said
    ents    GPE    -    -     -     -     -
"""
ATTACKED_IT = """
    words   Russia   attacked it       .
    lemmas  -        attack   -        -
    tags    NNP      VBD      PRP      .
    deps    nsubj    ROOT     dobj     punct
    heads   attacked attacked attacked attacked
    ents    GPE      -        -        -
"""
OWN_ENVOY = """
    words   Russia   recalled its   envoy    .
    lemmas  -        recall   -     -        -
    tags    NNP      VBD      PRP$  NN       .
    deps    nsubj    ROOT     poss  dobj     punct
    heads   recalled recalled envoy recalled recalled
    ents    GPE      -        -     -        -
"""


def test_it_in_a_clause_below_is_the_speaker() -> None:
    assert antecedent("it", SAID) == "Russia"


def test_an_object_is_not_its_own_subject() -> None:
    assert antecedent("it", ATTACKED_IT) is None


def test_a_possessive_may_be_the_subject_of_its_clause() -> None:
    assert antecedent("its", OWN_ENVOY) == "Russia"


CLEAR = """
    words   It    is   clear that Iran  lied  .
    lemmas  -     be   -     -    -     lie   -
    tags    PRP   VBZ  JJ    IN   NNP   VBD   .
    deps    nsubj ROOT acomp mark nsubj ccomp punct
    heads   is    is   is    lied lied  is    is
    ents    -     -    -     -    GPE   -     -
"""
SEEMS = """
    words   It    seems that Iran  lied  .
    lemmas  -     seem  -    -     lie   -
    tags    PRP   VBZ   IN   NNP   VBD   .
    deps    nsubj ROOT  mark nsubj ccomp punct
    heads   seems seems lied lied  seems seems
    ents    -     -     -    GPE   -     -
"""
REPORTED = """
    words   It        was      reported that Iran  lied     .
    lemmas  -         be       report   -    -     lie      -
    tags    PRP       VBD      VBN      IN   NNP   VBD      .
    deps    nsubjpass auxpass  ROOT     mark nsubj ccomp    punct
    heads   reported  reported reported lied lied  reported reported
    ents    -         -        -        -    GPE   -        -
"""
TIME = """
    words   It    is   time to   talk  .
    lemmas  -     be   -    -    -     -
    tags    PRP   VBZ  NN   TO   VB    .
    deps    nsubj ROOT attr aux  relcl punct
    heads   is    is   is   talk time  is
"""
RAINED = """
    words   It     rained .
    lemmas  -      rain   -
    tags    PRP    VBD    .
    deps    nsubj  ROOT   punct
    heads   rained rained rained
"""


def test_it_that_means_nothing() -> None:
    for table in (CLEAR, SEEMS, REPORTED, TIME, RAINED):
        assert antecedent("It", WARNED, table) is None, table


THE_COUNTRY = """
    words   The     country closed an      embassy .
    lemmas  -       -       close  -       -       -
    tags    DT      NN      VBD    DT      NN      .
    deps    det     nsubj   ROOT   det     dobj    punct
    heads   country closed  closed embassy closed  closed
"""
A_COUNTRY = """
    words   A       country closed an      embassy .
    lemmas  -       -       close  -       -       -
    tags    DT      NN      VBD    DT      NN      .
    deps    det     nsubj   ROOT   det     dobj    punct
    heads   country closed  closed embassy closed  closed
"""
THE_ALLIANCE = """
    words   The      alliance rejected a    plan     .
    lemmas  -        -        reject   -    -        -
    tags    DT       NN       VBD      DT   NN       .
    deps    det      nsubj    ROOT     det  dobj     punct
    heads   alliance rejected rejected plan rejected rejected
"""
NATO = """
    words   NATO   warned Russia .
    lemmas  -      warn   -      -
    tags    NNP    VBD    NNP    .
    deps    nsubj  ROOT   dobj   punct
    heads   warned warned warned warned
    ents    ORG    -      GPE    -
"""
COMPANY = """
    words   TotalEnergies left  Russia .
    lemmas  -             leave -      -
    tags    NNP           VBD   NNP    .
    deps    nsubj         ROOT  dobj   punct
    heads   left          left  left   left
    ents    ORG           -     GPE    -
"""
THE_COMPANY = """
    words   The     company sold a     plant .
    lemmas  -       -       sell -     -     -
    tags    DT      NN      VBD  DT    NN    .
    deps    det     nsubj   ROOT det   dobj  punct
    heads   company sold    sold plant sold  sold
"""


def test_a_definite_noun_takes_an_actor_of_its_kind() -> None:
    assert antecedent("country", NATO, THE_COUNTRY) == "Russia"
    assert antecedent("alliance", NATO, THE_ALLIANCE) == "NATO"
    assert antecedent("company", COMPANY, THE_COMPANY) == "TotalEnergies"


def test_an_indefinite_noun_is_something_new() -> None:
    assert antecedent("country", NATO, A_COUNTRY) is None


LATTER = """
    words   The    latter left  .
    lemmas  -      -      leave -
    tags    DT     JJ     VBD   .
    deps    det    nsubj  ROOT  punct
    heads   latter left   left  left
"""
FORMER = """
    words   The    former left  .
    lemmas  -      -      leave -
    tags    DT     JJ     VBD   .
    deps    det    nsubj  ROOT  punct
    heads   former left   left  left
"""
PAIR = """
    words   France met  Turkey .
    lemmas  -      meet -      -
    tags    NNP    VBD  NNP    .
    deps    nsubj  ROOT dobj   punct
    heads   met    met  met    met
    ents    GPE    -    GPE    -
"""


def test_the_former_and_the_latter() -> None:
    assert antecedent("former", PAIR, FORMER) == "France"
    assert antecedent("latter", PAIR, LATTER) == "Turkey"


TITLED = """
    words   President Emmanuel Macron  visited Armenia .
    lemmas  -         -        -       visit   -       -
    tags    NNP       NNP      NNP     VBD     NNP     .
    deps    compound  compound nsubj   ROOT    dobj    punct
    heads   Macron    Macron   visited visited visited visited
    ents    -         PERSON   PERSON  -       GPE     -
"""
THE_PRESIDENT = """
    words   The       president praised Turkey  .
    lemmas  -         -         praise  -       -
    tags    DT        NN        VBD     NNP     .
    deps    det       nsubj     ROOT    dobj    punct
    heads   president praised   praised praised praised
    ents    -         -         -       GPE     -
"""
THE_KING = """
    words   The  king    praised Turkey  .
    lemmas  -    -       praise  -       -
    tags    DT   NN      VBD     NNP     .
    deps    det  nsubj   ROOT    dobj    punct
    heads   king praised praised praised praised
    ents    -    -       -       GPE     -
"""


def test_an_office_is_whoever_was_named_with_it() -> None:
    assert antecedent("president", TITLED, THE_PRESIDENT) == "Emmanuel Macron"
    assert antecedent("king", TITLED, THE_KING) is None


TROOPS = """
    words   Russian troops  entered Gaza    .
    lemmas  -       troop   enter   -       -
    tags    JJ      NNS     VBD     NNP     .
    deps    amod    nsubj   ROOT    dobj    punct
    heads   troops  entered entered entered entered
    ents    NORP    -       -       GPE     -
"""
THEY = """
    words   They   seized a    port   .
    lemmas  -      seize  -    -      -
    tags    PRP    VBD    DT   NN     .
    deps    nsubj  ROOT   det  dobj   punct
    heads   seized seized port seized seized
"""


def test_they_are_many() -> None:
    assert antecedent("They", TROOPS, THEY) == "Russian troops"
    assert antecedent("They", NATO, THEY) is None


WE = """
    words   We    will  fight ,     Macron said .
    lemmas  -     -     -     -     -      say  -
    tags    PRP   MD    VB    ,     NNP    VBD  .
    deps    nsubj aux   ccomp punct nsubj  ROOT punct
    heads   fight fight said  said  said   said said
    ents    -     -     -     -     PERSON -    -
"""


def test_the_first_person_is_the_speaker() -> None:
    doc = parse(WE)
    found = Coreference(doc, mentions(doc)).of(word(doc, "We"))
    assert found is not None
    assert found.name == "Emmanuel Macron"


def test_a_name_too_far_back_is_no_antecedent() -> None:
    assert antecedent("He", MACRON, RAINED, RAINED, RAINED, RAINED, HE) is None
