"""How sure the program is of a claim: what its features count, and what its weights may be."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import OntologyError
from kg.extract.confidence import (
    FEATURES,
    Confidence,
    confidence,
    probability,
    read_confidence,
)
from kg.extract.relations.matcher import Match
from tests.extract.parses import parse
from tests.extract.world import matches, relation

ATTACKS = relation("attacks", "verb: S attack O", "noun: attack on O")
GROUPS = relation("attacks", "verb: S attack O", domain=("PeopleGroup", "ArmedGroup"))
NARROWED = relation("withdrawsFrom", "verb: S withdraw from O:IGO")
PLAIN = """
    words   Russia   attacked Ukraine
    lemmas  -        attack   -
    tags    NNP      VBD      NNP
    deps    nsubj    ROOT     dobj
    heads   attacked attacked attacked
"""
MODAL = """
    words   Russia may    attack Ukraine
    tags    NNP    MD     VB     NNP
    deps    nsubj  aux    ROOT   dobj
    heads   attack attack attack attack
"""
PASSIVE = """
    words   Ukraine   was      attacked by       Russia
    lemmas  -         be       attack   -        -
    tags    NNP       VBD      VBN      IN       NNP
    deps    nsubjpass auxpass  ROOT     agent    pobj
    heads   attacked  attacked attacked attacked by
"""
PRONOUN = """
    words   It       attacked Ukraine
    lemmas  -        attack   -
    tags    PRP      VBD      NNP
    deps    nsubj    ROOT     dobj
    heads   attacked attacked attacked
"""
REBELS = """
    words   Rebels   attacked Ukraine
    lemmas  rebel    attack   -
    tags    NNS      VBD      NNP
    deps    nsubj    ROOT     dobj
    heads   attacked attacked attacked
"""
FAR = """
    words   Russia   ,        tired    of    waiting for     the  other side
    lemmas  -        -        -        -     wait    -       -    -     -
    tags    NNP      ,        JJ       IN    VBG     IN      DT   JJ    NN
    deps    nsubj    punct    advcl    prep  pcomp   prep    det  amod  pobj
    heads   attacked attacked attacked tired of      waiting side side  for

    words   ,        attacked Ukraine
    lemmas  -        attack   -
    tags    ,        VBD      NNP
    deps    punct    ROOT     dobj
    heads   attacked attacked attacked
"""
WITHDREW = """
    words   France   withdrew from     NATO
    lemmas  -        withdraw -        -
    tags    NNP      VBD      IN       NNP
    deps    nsubj    ROOT     prep     pobj
    heads   withdrew withdrew withdrew from
"""


def only(found: list[Match]) -> Match:
    (match,) = found
    return match


def features(match: Match) -> dict[str, float]:
    return {name: float(feature(match)) for name, feature in FEATURES.items() if feature(match)}


def test_a_short_sentence_of_two_names_has_nothing_but_its_length() -> None:
    match = only(matches(parse(PLAIN), ATTACKS))
    assert features(match) == {"subject_gap": 0.1, "span": 0.3}


def test_words_between_subject_and_verb_are_counted() -> None:
    match = only(matches(parse(FAR), ATTACKS))
    assert features(match) == {"subject_gap": 1.0, "span": 1.2}


def test_the_form_of_the_verb_is_told() -> None:
    assert features(only(matches(parse(MODAL), ATTACKS)))["base_form"] == 1
    assert features(only(matches(parse(PASSIVE), ATTACKS)))["participle"] == 1


def test_a_pronoun_with_an_antecedent_is_counted() -> None:
    first, second = matches(parse(PLAIN, PRONOUN), ATTACKS)
    assert "pronouns" not in features(first)
    assert features(second)["pronouns"] == 1


def test_a_common_noun_that_belongs_to_nobody_is_counted() -> None:
    assert features(only(matches(parse(REBELS), GROUPS)))["bare_nouns"] == 1


def test_a_rule_that_narrows_the_class_of_an_end_is_told() -> None:
    assert features(only(matches(parse(WITHDREW), NARROWED)))["narrowed"] == 1


def test_no_weights_mean_the_intercept_alone() -> None:
    # The logistic function is one half at nought, and 0.88 at 2.
    match = only(matches(parse(PLAIN), ATTACKS))
    assert Confidence(0, {})(match) == 0.5
    assert Confidence(2, {})(match) == 0.88


def test_a_weight_counts_by_the_value_of_its_feature() -> None:
    # 2 - 10 x 0.1 = 1, where the logistic function is 0.73.
    match = only(matches(parse(PLAIN), ATTACKS))
    assert Confidence(2, {"subject_gap": -10})(match) == 0.73


def test_a_name_beside_its_verb_is_surer_than_a_pronoun() -> None:
    named, pronoun = matches(parse(PLAIN, PRONOUN), ATTACKS)
    assert confidence()(named) > confidence()(pronoun)


@given(
    st.floats(-10, 10),
    st.dictionaries(st.sampled_from(list(FEATURES)), st.floats(-10, 10)),
    st.floats(0, 3),
)
def test_a_probability_has_two_digits_and_is_never_certain(
    intercept: float, weights: dict[str, float], value: float
) -> None:
    found = probability(intercept, weights, dict.fromkeys(weights, value))
    assert 0.01 <= found <= 0.99
    assert found == round(found, 2)


@given(st.floats(-5, 5), st.floats(0, 5), st.floats(0, 3), st.floats(0, 3))
def test_a_positive_weight_never_makes_a_claim_less_sure(
    intercept: float, weight: float, value: float, more: float
) -> None:
    low = probability(intercept, {"span": weight}, {"span": value})
    assert low <= probability(intercept, {"span": weight}, {"span": value + more})


def test_the_weights_of_the_ontology_are_those_of_all_features() -> None:
    assert set(confidence().weights) == set(FEATURES)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- 1", "needs an intercept and a mapping of weights"),
        ("intercept: 1", "needs an intercept and a mapping of weights"),
        ("weights: {}", "intercept must be a number from -10 to 10, not None"),
        ("intercept: 1\nweights: {size: 1}", "'size' is no feature: use pronouns"),
        ("intercept: 1\nweights: {span: long}", "span must be a number"),
        ("intercept: 1\nweights: {span: true}", "span must be a number"),
        ("intercept: .nan\nweights: {}", "intercept must be a number"),
        ("intercept: 1\nweights: {span: 1000}", "from -10 to 10, not 1000"),
        ("intercept: [", "cannot be read as YAML"),
    ],
)
def test_a_faulty_file_is_named(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "confidence.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(OntologyError, match="confidence.yaml") as error:
        read_confidence(path)
    assert message in str(error.value)
