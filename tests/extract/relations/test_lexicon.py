"""The index of the lexicon: which lines a word may begin."""

from __future__ import annotations

from kg.extract.relations.lexicon import Lexicon, base_forms, lexicon
from kg.vocabulary import vocabulary
from tests.extract import world
from tests.extract.parses import parse, word

LEXICON = Lexicon(
    world.vocabulary(
        world.relation("attacks", "verb: S attack O", "noun: attack|raid on O"),
        world.relation("leads", "role: minister of O", "role: prime-minister of O"),
        world.relation("wages", "verb: S wage attack on O"),
    )
)


def rules(text: str, kind: str, table: str) -> list[str]:
    return [entry.rule for entry in LEXICON.at(word(parse(table), text), kind)]


PRIME = """
    words   The      prime    minister attacked
    lemmas  -        -        -        attack
    tags    DT       JJ       NN       VBD
    deps    det      amod     nsubj    ROOT
    heads   minister minister attacked attacked
"""
HYPHENED = """
    words   The      prime    -        minister attacked
    lemmas  -        -        -        -        attack
    tags    DT       JJ       HYPH     NN       VBD
    deps    det      amod     punct    nsubj    ROOT
    heads   minister minister minister attacked attacked
"""
FINANCE = """
    words   The      finance  minister attacked
    lemmas  -        -        -        attack
    tags    DT       NN       NN       VBD
    deps    det      compound nsubj    ROOT
    heads   minister minister attacked attacked
"""
WAGED = """
    words   They  waged wars
    lemmas  -     wag   war
    tags    PRP   VBD   NNS
    deps    nsubj ROOT  dobj
    heads   waged waged waged
"""


def test_a_word_is_found_under_its_lemma_and_kind() -> None:
    assert rules("attacked", "verb", PRIME) == ["attacks/verb/S attack O"]
    assert rules("attacked", "role", PRIME) == []


def test_a_longer_head_hides_the_shorter_one() -> None:
    assert rules("minister", "role", PRIME) == ["leads/role/prime-minister of O"]
    assert rules("minister", "role", HYPHENED) == ["leads/role/prime-minister of O"]
    assert rules("minister", "role", FINANCE) == ["leads/role/minister of O"]


def test_the_lexicon_knows_better_than_a_wrong_lemma() -> None:
    assert rules("waged", "verb", WAGED) == ["wages/verb/S wage attack on O"]
    assert "wage" in list(base_forms(word(parse(WAGED), "waged")))


def test_base_forms_are_told_once() -> None:
    forms = list(base_forms(word(parse(PRIME), "attacked")))
    assert forms[0] == "attack"
    assert len(forms) == len(set(forms))


RAIDS = """
    words   Iran  levies raids
    lemmas  -     levie  raids
    tags    NNP   VBZ    NNS
    deps    nsubj ROOT   dobj
    heads   levies levies levies
"""


def test_endings_in_s_have_bases_too() -> None:
    doc = parse(RAIDS)
    assert "levy" in base_forms(word(doc, "levies"))
    assert "raid" in base_forms(word(doc, "raids"))
    assert rules("raids", "noun", RAIDS) == ["attacks/noun/attack|raid on O"]


def test_titles_are_the_last_words_of_roles() -> None:
    assert LEXICON.titles() == {"minister"}


def test_between_is_no_title_though_a_go_between_is_one() -> None:
    go_between = world.relation("mediates", "role: go-between of O")
    assert Lexicon(world.vocabulary(go_between)).titles() == frozenset()


def test_the_whole_lexicon_is_broad() -> None:
    heads = sum(len(frame.heads) for entry in vocabulary().values() for frame in entry.lexicon)
    assert heads >= 1500


def test_every_head_of_the_whole_lexicon_is_indexed() -> None:
    index = lexicon().index
    for entry in vocabulary().values():
        for frame in entry.lexicon:
            for head in frame.heads:
                found = index[frame.kind][head.split("-")[-1]]
                assert any(known.frame is frame for known in found), frame.text


SUMS = """
    words   It    gave 5      m    and The m     left
    lemmas  -     give -      -    -   -   -     leave
    tags    PRP   VBD  CD     NNS  CC  DT  NNS   VBD
    deps    nsubj ROOT nummod dobj cc  det nsubj conj
    heads   gave  gave m/1    gave gave m/2 left gave
"""


def test_what_is_kept_of_a_word_does_not_tell_that_it_is_a_sum() -> None:
    given = Lexicon(
        world.vocabulary(
            world.relation("pays", "verb: S give million to O", "noun: million from S to O")
        )
    )
    doc = parse(SUMS)
    assert [entry.rule for entry in given.at(doc[6], "noun")] == []
    assert [entry.rule for entry in given.at(doc[3], "noun")] == ["pays/noun/million from S to O"]
    assert [entry.rule for entry in given.at(doc[6], "noun")] == []
