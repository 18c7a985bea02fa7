"""Who does what in a parse, whatever grammar moves about."""

from __future__ import annotations

from kg.extract.parse import syntax
from kg.extract.parse.syntax import Arguments, arguments
from tests.extract.parses import parse, texts, word


def of(verb: str, table: str) -> Arguments:
    return arguments(word(parse(table), verb))


def prepositions(found: Arguments) -> list[tuple[str, str]]:
    return [(link, token.text) for link, token in found.prepositions]


def clauses(found: Arguments) -> list[tuple[str, str]]:
    return [(link, token.text) for link, token in found.clauses]


def test_active() -> None:
    found = of(
        "sent",
        """
        words   France sent jets to   Ukraine
        tags    NNP    VBD  NNS  IN   NNP
        deps    nsubj  ROOT dobj prep pobj
        heads   sent   sent sent sent to
        """,
    )
    assert not found.passive
    assert texts(found.subjects) == ["France"]
    assert texts(found.objects) == ["jets"]
    assert prepositions(found) == [("to", "Ukraine")]


def test_passive_with_its_agent() -> None:
    found = of(
        "sent",
        """
        words   Jets      were    sent to   Ukraine by    France
        tags    NNS       VBD     VBN  IN   NNP     IN    NNP
        deps    nsubjpass auxpass ROOT prep pobj    agent pobj
        heads   sent      sent    sent sent to      sent  by
        """,
    )
    assert found.passive
    assert texts(found.subjects) == ["France"]
    assert texts(found.objects) == ["Jets"]
    assert prepositions(found) == [("to", "Ukraine")]


def test_passive_without_agent_has_no_subject() -> None:
    found = of(
        "expelled",
        """
        words   The   envoy     was      expelled
        tags    DT    NN        VBD      VBN
        deps    det   nsubjpass auxpass  ROOT
        heads   envoy expelled  expelled expelled
        """,
    )
    assert found.passive
    assert found.subjects == []
    assert texts(found.objects) == ["envoy"]


def test_perfect_is_no_passive() -> None:
    found = of(
        "freed",
        """
        words   Cuba  has   freed prisoners
        lemmas  -     have  free  prisoner
        tags    NNP   VBZ   VBN   NNS
        deps    nsubj aux   ROOT  dobj
        heads   freed freed freed freed
        """,
    )
    assert not found.passive
    assert texts(found.subjects) == ["Cuba"]
    assert texts(found.objects) == ["prisoners"]


def test_perfect_passive() -> None:
    found = of(
        "bombed",
        """
        words   The    bridge    has    been    bombed by     rebels
        lemmas  -      -         have   be      bomb   -      rebel
        tags    DT     NN        VBZ    VBN     VBN    IN     NNS
        deps    det    nsubjpass aux    auxpass ROOT   agent  pobj
        heads   bridge bombed    bombed bombed  bombed bombed by
        """,
    )
    assert found.passive
    assert texts(found.subjects) == ["rebels"]
    assert texts(found.objects) == ["bridge"]


def test_relative_pronoun_as_subject_is_the_noun_before_it() -> None:
    found = of(
        "shelters",
        """
        words   Poland ,      which    shelters refugees ,      asked for   help
        tags    NNP    ,      WDT      VBZ      NNS      ,      VBD   IN    NN
        deps    nsubj  punct  nsubj    relcl    dobj     punct  ROOT  prep  pobj
        heads   asked  Poland shelters Poland   shelters Poland asked asked for
        """,
    )
    assert texts(found.subjects) == ["Poland"]
    assert texts(found.objects) == ["refugees"]


def test_relative_pronoun_as_object_is_the_noun_before_it() -> None:
    found = of(
        "expelled",
        """
        words   The   envoy whom     Peru     expelled left
        tags    DT    NN    WP       NNP      VBD      VBD
        deps    det   nsubj dobj     nsubj    relcl    ROOT
        heads   envoy left  expelled expelled envoy    left
        """,
    )
    assert texts(found.subjects) == ["Peru"]
    assert texts(found.objects) == ["envoy"]


def test_relative_clause_without_pronoun_has_the_noun_as_its_object() -> None:
    found = of(
        "sold",
        """
        words   The      missiles Iran  sold     reached Yemen
        tags    DT       NNS      NNP   VBD      VBD     NNP
        deps    det      nsubj    nsubj relcl    ROOT    dobj
        heads   missiles reached  sold  missiles reached reached
        """,
    )
    assert texts(found.subjects) == ["Iran"]
    assert texts(found.objects) == ["missiles"]


def test_preposition_left_alone_governs_the_noun_before_the_relative_clause() -> None:
    found = of(
        "depends",
        """
        words   Peru  left the  bank it      depends on
        tags    NNP   VBD  DT   NN   PRP     VBZ     IN
        deps    nsubj ROOT det  dobj nsubj   relcl   prep
        heads   left  left bank left depends bank    depends
        """,
    )
    assert texts(found.subjects) == ["it"]
    assert ("on", "bank") in prepositions(found)


def test_preposition_before_its_relative_pronoun() -> None:
    found = of(
        "depends",
        """
        words   the  bank on      which Peru    depends
        tags    DT   NN   IN      WDT   NNP     VBZ
        deps    det  ROOT prep    pobj  nsubj   relcl
        heads   bank bank depends on    depends bank
        """,
    )
    assert texts(found.subjects) == ["Peru"]
    assert prepositions(found) == [("on", "bank")]


def test_past_participle_is_done_to_its_noun() -> None:
    found = of(
        "supplied",
        """
        words   Missiles supplied by       Iran hit  Haifa
        tags    NNS      VBN      IN       NNP  VBD  NNP
        deps    nsubj    acl      agent    pobj ROOT dobj
        heads   hit      Missiles supplied by   hit  hit
        """,
    )
    assert found.passive
    assert texts(found.subjects) == ["Iran"]
    assert texts(found.objects) == ["Missiles"]


def test_present_participle_is_done_by_its_noun() -> None:
    found = of(
        "guarding",
        """
        words   Troops guarding the    border   left
        tags    NNS    VBG      DT     NN       VBD
        deps    nsubj  acl      det    dobj     ROOT
        heads   left   Troops   border guarding left
        """,
    )
    assert texts(found.subjects) == ["Troops"]
    assert texts(found.objects) == ["border"]


def test_participle_after_the_clause_has_the_subject_of_the_clause() -> None:
    found = of(
        "killing",
        """
        words   Israel bombed Gaza   ,      killing dozens
        tags    NNP    VBD    NNP    ,      VBG     NNS
        deps    nsubj  ROOT   dobj   punct  advcl   dobj
        heads   bombed bombed bombed bombed bombed  killing
        """,
    )
    assert texts(found.subjects) == ["Israel"]
    assert texts(found.objects) == ["dozens"]


def test_coordinated_verbs_share_their_subject() -> None:
    found = of(
        "recalled",
        """
        words   Egypt     condemned the  raid      and       recalled  its   envoy
        tags    NNP       VBD       DT   NN        CC        VBD       PRP$  NN
        deps    nsubj     ROOT      det  dobj      cc        conj      poss  dobj
        heads   condemned condemned raid condemned condemned condemned envoy recalled
        """,
    )
    assert texts(found.subjects) == ["Egypt"]
    assert texts(found.objects) == ["envoy"]


def test_coordinated_verbs_share_an_object_that_stands_after_the_last() -> None:
    found = of(
        "invaded",
        """
        words   Russia  invaded and     occupied Crimea
        tags    NNP     VBD     CC      VBD      NNP
        deps    nsubj   ROOT    cc      conj     dobj
        heads   invaded invaded invaded invaded  occupied
        """,
    )
    assert texts(found.subjects) == ["Russia"]
    assert texts(found.objects) == ["Crimea"]


def test_second_of_coordinated_passives_is_a_passive() -> None:
    found = of(
        "destroyed",
        """
        words   The    bridge    was     bombed and    destroyed by        Israel
        tags    DT     NN        VBD     VBN    CC     VBN       IN        NNP
        deps    det    nsubjpass auxpass ROOT   cc     conj      agent     pobj
        heads   bridge bombed    bombed  bombed bombed bombed    destroyed by
        """,
    )
    assert found.passive
    assert texts(found.subjects) == ["Israel"]
    assert texts(found.objects) == ["bridge"]


def test_second_of_coordinated_verbs_with_a_subject_of_its_own() -> None:
    found = of(
        "left",
        """
        words   Mali       threatened sanctions  and        France left
        tags    NNP        VBD        NNS        CC         NNP    VBD
        deps    nsubj      ROOT       dobj       cc         nsubj  conj
        heads   threatened threatened threatened threatened left   threatened
        """,
    )
    assert texts(found.subjects) == ["France"]


def test_conjuncts_come_in_order_of_the_text() -> None:
    doc = parse(
        """
        words   Iran   ,     Iraq and  Syria signed the  pact
        tags    NNP    ,     NNP  CC   NNP   VBD    DT   NN
        deps    nsubj  punct conj cc   conj  ROOT   det  dobj
        heads   signed Iran  Iran Iraq Iraq  signed pact signed
        """
    )
    assert texts(syntax.conjuncts(word(doc, "Iran"))) == ["Iran", "Iraq", "Syria"]


def test_who_agreed_does_what_was_agreed() -> None:
    found = of(
        "release",
        """
        words   Serbia agreed to      release the       prisoners
        lemmas  -      agree  -       -       -         prisoner
        tags    NNP    VBD    TO      VB      DT        NNS
        deps    nsubj  ROOT   aux     xcomp   det       dobj
        heads   agreed agreed release agreed  prisoners release
        """,
    )
    assert texts(found.subjects) == ["Serbia"]
    assert texts(found.objects) == ["prisoners"]


def test_the_infinitive_is_a_clause_of_its_governor() -> None:
    found = of(
        "agreed",
        """
        words   Serbia agreed to      release the       prisoners
        lemmas  -      agree  -       -       -         prisoner
        tags    NNP    VBD    TO      VB      DT        NNS
        deps    nsubj  ROOT   aux     xcomp   det       dobj
        heads   agreed agreed release agreed  prisoners release
        """,
    )
    assert clauses(found) == [("to", "release")]


def test_who_was_urged_does_what_was_urged() -> None:
    found = of(
        "extradite",
        """
        words   Turkey urged Sweden to        extradite activists
        lemmas  -      urge  -      -         -         activist
        tags    NNP    VBD   NNP    TO        VB        NNS
        deps    nsubj  ROOT  dobj   aux       xcomp     dobj
        heads   urged  urged urged  extradite urged     extradite
        """,
    )
    assert texts(found.subjects) == ["Sweden"]
    assert texts(found.objects) == ["activists"]


def test_who_was_urged_in_the_passive() -> None:
    found = of(
        "extradite",
        """
        words   Sweden    was     urged by    Turkey to        extradite activists
        lemmas  -         be      urge  -     -      -         -         activist
        tags    NNP       VBD     VBN   IN    NNP    TO        VB        NNS
        deps    nsubjpass auxpass ROOT  agent pobj   aux       xcomp     dobj
        heads   urged     urged   urged urged by     extradite urged     extradite
        """,
    )
    assert texts(found.subjects) == ["Sweden"]


def test_who_is_called_on_does_what_is_called_for() -> None:
    found = of(
        "withdraw",
        """
        words   Japan  called on     Russia to       withdraw
        lemmas  -      call   -      -      -        -
        tags    NNP    VBD    IN     NNP    TO       VB
        deps    nsubj  ROOT   prep   pobj   aux      xcomp
        heads   called called called on     withdraw called
        """,
    )
    assert texts(found.subjects) == ["Russia"]


def test_gerund_of_an_accusation_is_the_deed_of_the_accused() -> None:
    found = of(
        "arming",
        """
        words   India   accused Pakistan of      arming rebels
        lemmas  -       accuse  -        -       arm    rebel
        tags    NNP     VBD     NNP      IN      VBG    NNS
        deps    nsubj   ROOT    dobj     prep    pcomp  dobj
        heads   accused accused accused  accused of     arming
        """,
    )
    assert texts(found.subjects) == ["Pakistan"]
    assert texts(found.objects) == ["rebels"]


def test_gerund_of_a_passive_accusation() -> None:
    found = of(
        "arming",
        """
        words   Pakistan  was     accused by      India of      arming rebels
        lemmas  -         be      accuse  -       -     -       arm    rebel
        tags    NNP       VBD     VBN     IN      NNP   IN      VBG    NNS
        deps    nsubjpass auxpass ROOT    agent   pobj  prep    pcomp  dobj
        heads   accused   accused accused accused by    accused of     arming
        """,
    )
    assert texts(found.subjects) == ["Pakistan"]


def test_gerund_after_another_preposition_is_the_deed_of_the_subject() -> None:
    found = of(
        "joining",
        """
        words   Japan    insisted on       joining the   talks
        lemmas  -        insist   -        join    -     talk
        tags    NNP      VBD      IN       VBG     DT    NNS
        deps    nsubj    ROOT     prep     pcomp   det   dobj
        heads   insisted insisted insisted on      talks joining
        """,
    )
    assert texts(found.subjects) == ["Japan"]


def test_raising_verb_lends_its_subject() -> None:
    found = of(
        "support",
        """
        words   Chad  seems to      support the    rebels
        lemmas  -     seem  -       -       -      rebel
        tags    NNP   VBZ   TO      VB      DT     NNS
        deps    nsubj ROOT  aux     xcomp   det    dobj
        heads   seems seems support seems   rebels support
        """,
    )
    assert texts(found.subjects) == ["Chad"]


def test_adjective_lends_the_subject_of_its_copula() -> None:
    found = of(
        "host",
        """
        words   Oman  is   ready to   host  talks
        lemmas  -     be   -     -    -     talk
        tags    NNP   VBZ  JJ    TO   VB    NNS
        deps    nsubj ROOT acomp aux  xcomp dobj
        heads   is    is   is    host ready host
        """,
    )
    assert texts(found.subjects) == ["Oman"]


def test_infinitive_below_a_noun_is_the_deed_of_its_possessor() -> None:
    found = of(
        "send",
        """
        words   Kenya    's    decision to   send     police angered Haiti
        tags    NNP      POS   NN       TO   VB       NNS    VBD     NNP
        deps    poss     case  nsubj    aux  acl      dobj   ROOT    dobj
        heads   decision Kenya angered  send decision send   angered angered
        """,
    )
    assert texts(found.subjects) == ["Kenya"]
    assert texts(found.objects) == ["police"]


def test_infinitive_below_an_object_is_the_deed_of_the_subject() -> None:
    found = of(
        "send",
        """
        words   Kenya took a        decision to   send     police
        tags    NNP   VBD  DT       NN       TO   VB       NNS
        deps    nsubj ROOT det      dobj     aux  acl      dobj
        heads   took  took decision took     send decision send
        """,
    )
    assert texts(found.subjects) == ["Kenya"]


def test_two_objects() -> None:
    found = of(
        "gave",
        """
        words   Norway gave Ukraine jets
        tags    NNP    VBD  NNP     NNS
        deps    nsubj  ROOT dative  dobj
        heads   gave   gave gave    gave
        """,
    )
    assert texts(found.datives) == ["Ukraine"]
    assert texts(found.objects) == ["jets"]


def test_dative_with_its_preposition_counts_as_both() -> None:
    found = of(
        "gave",
        """
        words   Norway gave jets to     Ukraine
        tags    NNP    VBD  NNS  IN     NNP
        deps    nsubj  ROOT dobj dative pobj
        heads   gave   gave gave gave   to
        """,
    )
    assert texts(found.datives) == ["Ukraine"]
    assert prepositions(found) == [("to", "Ukraine")]


def test_receiver_as_subject_of_a_passive() -> None:
    found = of(
        "given",
        """
        words   Ukraine   was     given jets  by    Norway
        lemmas  -         be      give  jet   -     -
        tags    NNP       VBD     VBN   NNS   IN    NNP
        deps    nsubjpass auxpass ROOT  dobj  agent pobj
        heads   given     given   given given given by
        """,
    )
    assert texts(found.subjects) == ["Norway"]
    assert texts(found.objects) == ["Ukraine", "jets"]


def test_cleft_sentence() -> None:
    found = of(
        "boycotted",
        """
        words   It    was  India that      boycotted the    summit
        lemmas  -     be   -     -         boycott   -      -
        tags    PRP   VBD  NNP   WDT       VBD       DT     NN
        deps    nsubj ROOT attr  nsubj     ccomp     det    dobj
        heads   was   was  was   boycotted was       summit boycotted
        """,
    )
    assert texts(found.subjects) == ["India"]
    assert texts(found.objects) == ["summit"]


def test_particle_is_kept_apart_from_the_arguments() -> None:
    found = of(
        "called",
        """
        words   Mali   called off    the   talks
        tags    NNP    VBD    RP     DT    NNS
        deps    nsubj  ROOT   prt    det   dobj
        heads   called called called talks called
        """,
    )
    assert found.particles == {"off"}
    assert texts(found.objects) == ["talks"]


def test_double_preposition_is_named_by_its_second_word() -> None:
    found = of(
        "pulled",
        """
        words   Ghana  pulled troops out    of   Mali
        tags    NNP    VBD    NNS    IN     IN   NNP
        deps    nsubj  ROOT   dobj   prep   prep pobj
        heads   pulled pulled pulled pulled out  of
        """,
    )
    assert prepositions(found) == [("of", "Mali")]


def test_prepositions_below_a_noun() -> None:
    doc = parse(
        """
        words   the     killing of      hostages by      rebels
        tags    DT      NN      IN      NNS      IN      NNS
        deps    det     ROOT    prep    pobj     prep    pobj
        heads   killing killing killing of       killing by
        """
    )
    found = [(link, token.text) for link, token in syntax.prepositional(word(doc, "killing"))]
    assert found == [("of", "hostages"), ("by", "rebels")]


def test_clause_of_a_word_is_its_nearest_verb() -> None:
    doc = parse(
        """
        words   Poland ,      which    shelters many     refugees ,      asked for   help
        tags    NNP    ,      WDT      VBZ      JJ       NNS      ,      VBD   IN    NN
        deps    nsubj  punct  nsubj    relcl    amod     dobj     punct  ROOT  prep  pobj
        heads   asked  Poland shelters Poland   refugees shelters Poland asked asked for
        """
    )
    assert syntax.clause_of(word(doc, "many")).text == "shelters"
    assert syntax.clause_of(word(doc, "help")).text == "asked"
    assert syntax.clause_of(word(doc, "asked")).text == "asked"
