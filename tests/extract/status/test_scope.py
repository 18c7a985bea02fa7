"""Whether something is told as so, as not so, as planned, as possible or asked."""

from __future__ import annotations

import pytest

from kg.extract.status.scope import status_of
from kg.extract.words.scopes import words
from kg.model import Status
from tests.extract.parses import parse, texts, word

ASSERTED, NEGATED, PLANNED = Status.ASSERTED, Status.NEGATED, Status.PLANNED
HYPOTHETICAL, QUESTIONED = Status.HYPOTHETICAL, Status.QUESTIONED


def status(predicate: str, table: str, implied: Status | None = None) -> Status:
    return status_of(word(parse(table), predicate), implied)[0]


def cues(predicate: str, table: str) -> list[str]:
    return texts(list(status_of(word(parse(table), predicate))[1]))


PLAIN = """
    words   Iran     attacked Israel
    lemmas  -        attack   -
    tags    NNP      VBD      NNP
    deps    nsubj    ROOT     dobj
    heads   attacked attacked attacked
"""
NOT = """
    words   Iran   did    not    attack Israel
    lemmas  -      do     -      -      -
    tags    NNP    VBD    RB     VB     NNP
    deps    nsubj  aux    neg    ROOT   dobj
    heads   attack attack attack attack attack
"""
NEVER = """
    words   Iran     never    attacked Israel
    lemmas  -        -        attack   -
    tags    NNP      RB       VBD      NNP
    deps    nsubj    neg      ROOT     dobj
    heads   attacked attacked attacked attacked
"""
FAILED = """
    words   Libya  failed to     attack the  port
    lemmas  -      fail   -      -      -    -
    tags    NNP    VBD    TO     VB     DT   NN
    deps    nsubj  ROOT   aux    xcomp  det  dobj
    heads   failed failed attack failed port attack
"""
NO_LONGER = """
    words   Libya   no     longer  attacks the  port
    lemmas  -       -      -       attack  -    -
    tags    NNP     RB     RB      VBZ     DT   NN
    deps    nsubj   neg    advmod  ROOT    det  dobj
    heads   attacks longer attacks attacks port attacks
"""
DENIED = """
    words   Rwanda denied that     it       attacked Goma
    lemmas  -      deny   -        -        attack   -
    tags    NNP    VBD    IN       PRP      VBD      NNP
    deps    nsubj  ROOT   mark     nsubj    ccomp    dobj
    heads   denied denied attacked attacked denied   attacked
"""
DENIED_GERUND = """
    words   Rwanda denied attacking Goma
    lemmas  -      deny   attack    -
    tags    NNP    VBD    VBG       NNP
    deps    nsubj  ROOT   xcomp     dobj
    heads   denied denied denied    attacking
"""
WITHOUT = """
    words   Rebels   withdrew without  attacking Goma
    lemmas  rebel    withdraw -        attack    -
    tags    NNS      VBD      IN       VBG       NNP
    deps    nsubj    ROOT     prep     pcomp     dobj
    heads   withdrew withdrew withdrew without   attacking
"""
PREVENTED = """
    words   Mediators prevented Libya     from      attacking the  port
    lemmas  mediator  prevent   -         -         attack    -    -
    tags    NNS       VBD       NNP       IN        VBG       DT   NN
    deps    nsubj     ROOT      dobj      prep      pcomp     det  dobj
    heads   prevented prevented prevented prevented from      port attacking
"""
MAY = """
    words   Iran   may    attack Israel
    tags    NNP    MD     VB     NNP
    deps    nsubj  aux    ROOT   dobj
    heads   attack attack attack attack
"""
WILL = """
    words   Iran   will   attack Israel
    tags    NNP    MD     VB     NNP
    deps    nsubj  aux    ROOT   dobj
    heads   attack attack attack attack
"""
WILL_NOT = """
    words   Iran   will   not    attack Israel
    tags    NNP    MD     RB     VB     NNP
    deps    nsubj  aux    neg    ROOT   dobj
    heads   attack attack attack attack attack
"""
PLANS = """
    words   Libya plans to     attack the  port
    lemmas  -     plan  -      -      -    -
    tags    NNP   VBZ   TO     VB     DT   NN
    deps    nsubj ROOT  aux    xcomp  det  dobj
    heads   plans plans attack plans  port attack
"""
THREATENED = """
    words   Libya      threatened to     attack     the  port
    lemmas  -          threaten   -      -          -    -
    tags    NNP        VBD        TO     VB         DT   NN
    deps    nsubj      ROOT       aux    xcomp      det  dobj
    heads   threatened threatened attack threatened port attack
"""
MAY_PLAN = """
    words   Libya may  plan to     attack the  port
    tags    NNP   MD   VB   TO     VB     DT   NN
    deps    nsubj aux  ROOT aux    xcomp  det  dobj
    heads   plan  plan plan attack plan   port attack
"""
GOING = """
    words   Libya is    going to     attack the  port
    lemmas  -     be    go    -      -      -    -
    tags    NNP   VBZ   VBG   TO     VB     DT   NN
    deps    nsubj aux   ROOT  aux    xcomp  det  dobj
    heads   going going going attack going  port attack
"""
HEADLINE = """
    words   Libya  to     attack the  port
    tags    NNP    TO     VB     DT   NN
    deps    nsubj  aux    ROOT   det  dobj
    heads   attack attack attack port attack
"""
IF = """
    words   Turkey will  react if      Libya   attacks the  port
    lemmas  -      -     -     -       -       attack  -    -
    tags    NNP    MD    VB    IN      NNP     VBZ     DT   NN
    deps    nsubj  aux   ROOT  mark    nsubj   advcl   det  dobj
    heads   react  react react attacks attacks react   port attacks
"""
UNLESS = """
    words   Turkey will  react unless    Libya     withdraws
    lemmas  -      -     -     -         -         withdraw
    tags    NNP    MD    VB    IN        NNP       VBZ
    deps    nsubj  aux   ROOT  mark      nsubj     advcl
    heads   react  react react withdraws withdraws react
"""
WOULD_SAID = """
    words   Norway said it    would send  jets
    lemmas  -      say  -     -     -     jet
    tags    NNP    VBD  PRP   MD    VB    NNS
    deps    nsubj  ROOT nsubj aux   ccomp dobj
    heads   said   said send  send  said  send
"""
WOULD_IF = """
    words   Norway said it    would send  jets if     Sweden agreed
    lemmas  -      say  -     -     -     jet  -      -      agree
    tags    NNP    VBD  PRP   MD    VB    NNS  IN     NNP    VBD
    deps    nsubj  ROOT nsubj aux   ccomp dobj mark   nsubj  advcl
    heads   said   said send  send  said  send agreed agreed send
"""
WOULD_ALONE = """
    words   Sending jets    would  please Ukraine
    lemmas  send    jet     -      -      -
    tags    VBG     NNS     MD     VB     NNP
    deps    csubj   dobj    aux    ROOT   dobj
    heads   please  Sending please please please
"""
QUESTION = """
    words   Did    Iran   attack Israel ?
    lemmas  do     -      -      -      -
    tags    VBD    NNP    VB     NNP    .
    deps    aux    nsubj  ROOT   dobj   punct
    heads   attack attack attack attack attack
"""
READY = """
    words   Libya is   ready to     attack the  port
    lemmas  -     be   -     -      -      -    -
    tags    NNP   VBZ  JJ    TO     VB     DT   NN
    deps    nsubj ROOT acomp aux    xcomp  det  dobj
    heads   is    is   is    attack ready  port attack
"""
UNLIKELY = """
    words   Libya is   unlikely to     attack   the  port
    lemmas  -     be   -        -      -        -    -
    tags    NNP   VBZ  JJ       TO     VB       DT   NN
    deps    nsubj ROOT acomp    aux    xcomp    det  dobj
    heads   is    is   is       attack unlikely port attack
"""
URGED = """
    words   Turkey urged Sweden to        extradite activists
    lemmas  -      urge  -      -         -         activist
    tags    NNP    VBD   NNP    TO        VB        NNS
    deps    nsubj  ROOT  dobj   aux       xcomp     dobj
    heads   urged  urged urged  extradite urged     extradite
"""
SAID = """
    words   Turkey said that     Libya    attacked the  port
    lemmas  -      say  -        -        attack   -    -
    tags    NNP    VBD  IN       NNP      VBD      DT   NN
    deps    nsubj  ROOT mark     nsubj    ccomp    det  dobj
    heads   said   said attacked attacked said     port attacked
"""
FEARS = """
    words   Turkey fears that     Libya    attacked the  port
    lemmas  -      fear  -        -        attack   -    -
    tags    NNP    VBZ   IN       NNP      VBD      DT   NN
    deps    nsubj  ROOT  mark     nsubj    ccomp    det  dobj
    heads   fears  fears attacked attacked fears    port attacked
"""


@pytest.mark.parametrize(
    ("table", "predicate", "expected"),
    [
        (PLAIN, "attacked", ASSERTED),
        (NOT, "attack", NEGATED),
        (NEVER, "attacked", NEGATED),
        (FAILED, "attack", NEGATED),
        (FAILED, "failed", ASSERTED),
        (NO_LONGER, "attacks", NEGATED),
        (DENIED, "attacked", NEGATED),
        (DENIED, "denied", ASSERTED),
        (DENIED_GERUND, "attacking", NEGATED),
        (WITHOUT, "attacking", NEGATED),
        (WITHOUT, "withdrew", ASSERTED),
        (PREVENTED, "attacking", NEGATED),
        (MAY, "attack", HYPOTHETICAL),
        (WILL, "attack", PLANNED),
        (WILL_NOT, "attack", NEGATED),
        (PLANS, "attack", PLANNED),
        (THREATENED, "attack", HYPOTHETICAL),
        (MAY_PLAN, "attack", HYPOTHETICAL),
        (GOING, "attack", PLANNED),
        (HEADLINE, "attack", PLANNED),
        (IF, "attacks", HYPOTHETICAL),
        (UNLESS, "withdraws", HYPOTHETICAL),
        (WOULD_SAID, "send", PLANNED),
        (WOULD_IF, "send", HYPOTHETICAL),
        (WOULD_IF, "agreed", HYPOTHETICAL),
        (WOULD_ALONE, "please", HYPOTHETICAL),
        (QUESTION, "attack", QUESTIONED),
        (READY, "attack", PLANNED),
        (UNLIKELY, "attack", HYPOTHETICAL),
        (URGED, "extradite", HYPOTHETICAL),
        (SAID, "attacked", ASSERTED),
        (FEARS, "attacked", HYPOTHETICAL),
    ],
)
def test_status_of_a_verb(table: str, predicate: str, expected: Status) -> None:
    assert status(predicate, table) is expected


NOT_REFUSE = """
    words   Serbia did    not    refuse to   meet   Kosovo
    lemmas  -      do     -      -      -    -      -
    tags    NNP    VBD    RB     VB     TO   VB     NNP
    deps    nsubj  aux    neg    ROOT   aux  xcomp  dobj
    heads   refuse refuse refuse refuse meet refuse meet
"""
NOT_DENY = """
    words   Rwanda did  not  deny that     it       attacked Goma
    lemmas  -      do   -    -    -        -        attack   -
    tags    NNP    VBD  RB   VB   IN       PRP      VBD      NNP
    deps    nsubj  aux  neg  ROOT mark     nsubj    ccomp    dobj
    heads   deny   deny deny deny attacked attacked deny     attacked
"""
REFUSED_NOT = """
    words   Serbia  refused not    to     attend  talks
    lemmas  -       refuse  -      -      -       talk
    tags    NNP     VBD     RB     TO     VB      NNS
    deps    nsubj   ROOT    neg    aux    xcomp   dobj
    heads   refused refused attend attend refused attend
"""
PLANS_NOT = """
    words   Serbia plans not    to     attend talks
    lemmas  -      plan  -      -      -      talk
    tags    NNP    VBZ   RB     TO     VB     NNS
    deps    nsubj  ROOT  neg    aux    xcomp  dobj
    heads   plans  plans attend attend plans  attend
"""


@pytest.mark.parametrize(
    ("table", "predicate"),
    [(NOT_REFUSE, "meet"), (NOT_DENY, "attacked"), (REFUSED_NOT, "attend")],
)
def test_two_negations_make_none(table: str, predicate: str) -> None:
    assert status(predicate, table) is ASSERTED


def test_negation_wins_over_a_plan() -> None:
    assert status("attend", PLANS_NOT) is NEGATED


MAY_LAUNCH = """
    words   Iran   may    launch an     attack
    tags    NNP    MD     VB     DT     NN
    deps    nsubj  aux    ROOT   det    dobj
    heads   launch launch launch attack launch
"""
NOT_CARRY = """
    words   Iran  did   not   carry out   the    attack
    lemmas  -     do    -     -     -     -      -
    tags    NNP   VBD   RB    VB    RP    DT     NN
    deps    nsubj aux   neg   ROOT  prt   det    dobj
    heads   carry carry carry carry carry attack carry
"""
NO_VISIT = """
    words   No    visit took place
    lemmas  -     -     take -
    tags    DT    NN    VBD  NN
    deps    det   nsubj ROOT dobj
    heads   visit took  took took
"""
PLANNED_VISIT = """
    words   The   planned visit   annoyed China
    lemmas  -     -       -       annoy   -
    tags    DT    JJ      NN      VBD     NNP
    deps    det   amod    nsubj   ROOT    dobj
    heads   visit visit   annoyed annoyed annoyed
"""
CANCELLED = """
    words   Japan     cancelled the   visit
    lemmas  -         cancel    -     -
    tags    NNP       VBD       DT    NN
    deps    nsubj     ROOT      det   dobj
    heads   cancelled cancelled visit cancelled
"""
PLANS_FOR = """
    words   Plans  for   an     attack leaked
    lemmas  plan   -     -      -      leak
    tags    NNS    IN    DT     NN     VBD
    deps    nsubj  prep  det    pobj   ROOT
    heads   leaked Plans attack for    leaked
"""
THREAT_OF = """
    words   The    threat of     an     attack rose
    lemmas  -      -      -      -      -      rise
    tags    DT     NN     IN     DT     NN     VBD
    deps    det    nsubj  prep   det    pobj   ROOT
    heads   threat rose   threat attack of     rose
"""
RULED_OUT = """
    words   Japan ruled out   a     visit
    lemmas  -     rule  -     -     -
    tags    NNP   VBD   RP    DT    NN
    deps    nsubj ROOT  prt   det   dobj
    heads   ruled ruled ruled visit ruled
"""


@pytest.mark.parametrize(
    ("table", "noun", "expected"),
    [
        (MAY_LAUNCH, "attack", HYPOTHETICAL),
        (NOT_CARRY, "attack", NEGATED),
        (NO_VISIT, "visit", NEGATED),
        (PLANNED_VISIT, "visit", PLANNED),
        (CANCELLED, "visit", NEGATED),
        (PLANS_FOR, "attack", PLANNED),
        (THREAT_OF, "attack", HYPOTHETICAL),
        (RULED_OUT, "visit", NEGATED),
    ],
)
def test_an_event_noun_has_the_status_of_what_carries_it(
    table: str, noun: str, expected: Status
) -> None:
    assert status(noun, table) is expected


RELATIVE = """
    words   Peru  may sue  the  firm that   bribed ministers
    lemmas  -     -   -    -    -    -      bribe  minister
    tags    NNP   MD  VB   DT   NN   WDT    VBD    NNS
    deps    nsubj aux ROOT det  dobj nsubj  relcl  dobj
    heads   sue   sue sue  firm sue  bribed firm   bribed
"""
AFTER = """
    words   Iran      may       retaliate after  Israel bombed    Isfahan
    lemmas  -         -         -         -      -      bomb      -
    tags    NNP       MD        VB        IN     NNP    VBD       NNP
    deps    nsubj     aux       ROOT      mark   nsubj  advcl     dobj
    heads   retaliate retaliate retaliate bombed bombed retaliate bombed
"""


@pytest.mark.parametrize(
    ("table", "predicate"),
    [
        (RELATIVE, "bribed"),
        (AFTER, "bombed"),
    ],
)
def test_what_is_presupposed_is_asserted(table: str, predicate: str) -> None:
    assert status(predicate, table) is ASSERTED


SHARED_MODAL = """
    words   Iran   may    attack and    occupy Kuwait
    tags    NNP    MD     VB     CC     VB     NNP
    deps    nsubj  aux    ROOT   cc     conj   dobj
    heads   attack attack attack attack attack occupy
"""
OTHER_CLAUSE = """
    words   Iran  did   not   react but   Israel   attacked
    lemmas  -     do    -     -     -     -        attack
    tags    NNP   VBD   RB    VB    CC    NNP      VBD
    deps    nsubj aux   neg   ROOT  cc    nsubj    conj
    heads   react react react react react attacked react
"""
DECISION = """
    words   Kenya     announced a        decision  to   send     police
    lemmas  -         announce  -        -         -    -        -
    tags    NNP       VBD       DT       NN        TO   VB       NNS
    deps    nsubj     ROOT      det      dobj      aux  acl      dobj
    heads   announced announced decision announced send decision send
"""
REFUSAL = """
    words   Serbia   repeated its     refusal  to   join    NATO
    lemmas  -        repeat   -       -        -    -       -
    tags    NNP      VBD      PRP$    NN       TO   VB      NNP
    deps    nsubj    ROOT     poss    dobj     aux  acl     dobj
    heads   repeated repeated refusal repeated join refusal join
"""


def test_a_modal_holds_for_all_coordinated_verbs() -> None:
    assert status("occupy", SHARED_MODAL) is HYPOTHETICAL


def test_a_negation_stays_in_its_clause() -> None:
    assert status("attacked", OTHER_CLAUSE) is ASSERTED


def test_nouns_govern_their_infinitives() -> None:
    assert status("send", DECISION) is PLANNED
    assert status("join", REFUSAL) is NEGATED


def test_a_frame_may_imply_a_status_that_a_negation_turns() -> None:
    assert status("attacked", PLAIN, PLANNED) is PLANNED
    assert status("attacked", PLAIN, NEGATED) is NEGATED
    assert status("attack", NOT, NEGATED) is ASSERTED


def test_the_cues_are_told() -> None:
    assert cues("attack", NOT) == ["not"]
    assert cues("attack", MAY_PLAN) == ["plan", "may"]
    assert cues("attacked", PLAIN) == []


def test_the_plain_lists_of_the_table() -> None:
    assert {"say", "tell"} <= words("speech")
    assert "allegedly" in words("hearsay")


IN_A_CALL = """
    words   Oman    refused to      condemn Iran    in      a       call    with    Iraq
    lemmas  -       refuse  -       -       -       -       -       -       -       -
    tags    NNP     VBD     TO      VB      NNP     IN      DT      NN      IN      NNP
    deps    nsubj   ROOT    aux     xcomp   dobj    prep    det     pobj    prep    pobj
    heads   refused refused condemn refused condemn condemn call    in      call    with
"""
COULD_LEAD = """
    words   An      attack  on      Iran    could   trigger war
    tags    DT      NN      IN      NNP     MD      VB      NN
    deps    det     nsubj   prep    pobj    aux     ROOT    dobj
    heads   attack  trigger attack  on      trigger trigger trigger
"""


def test_what_is_refused_on_an_occasion_leaves_the_occasion() -> None:
    assert status("condemn", IN_A_CALL) is NEGATED
    assert status("call", IN_A_CALL) is ASSERTED
    assert status("call", IN_A_CALL.replace("condemn Iran    in", "take Iran    in").replace(
        "condemn", "take"
    )) is NEGATED  # fmt: skip


def test_some_deed_that_could_bring_something_about_has_not_been_done() -> None:
    assert status("attack", COULD_LEAD) is HYPOTHETICAL
    assert status("attack", COULD_LEAD.replace("An ", "The")) is ASSERTED
