from __future__ import annotations

import pytest

from kg.extract.relations.proposals import Proposals
from kg.frames import parse
from kg.model import Proposal
from tests.extract.world import NOUNS, relation, vocabulary

KNOWN = vocabulary(
    relation("supplies", "verb: S deliver <weapon> to O", "verb: S lend O <weapon>"),
    relation("praises", "verb: S court O", "verb: S hail O"),
    relation("mediates", "noun: mediation with O"),
    relation("flees", "verb: O hound S"),
    relation("governs", "verb: S hail O as <envoy>", domain=("Person",)),
)


def proposed(kind: str, line: str, subject: str = "Country") -> tuple[Proposal, ...]:
    return Proposals(KNOWN)(parse(kind, line, NOUNS), subject, "Country")


def test_the_verb_in_another_frame() -> None:
    (found,) = proposed("verb", "S court favour with O")
    assert (found.relation, found.score) == ("praises", 0.7)
    assert found.reason == "`court` stands in the frame `S court O`"


def test_the_noun_among_the_words_of_a_slot_counts_more_with_the_same_preposition() -> None:
    (same,) = proposed("verb", "S truck jet to O")
    (other,) = proposed("verb", "S truck jet for O")
    assert same.relation == other.relation == "supplies"
    assert same.score > other.score
    assert same.reason == "`jet` stands in the frame `S deliver <weapon> to O`"


def test_a_word_of_one_family() -> None:
    (found,) = proposed("verb", "S mediate with O")
    assert found.relation == "mediates"
    assert found.reason == (
        "`mediate` is of one family with `mediation`: `mediation` stands in the frame "
        "`mediation with O`"
    )


def test_a_noun_that_is_spelt_like_a_verb_counts_as_of_its_family() -> None:
    (verb,) = proposed("verb", "S court with O")
    (noun,) = proposed("noun", "court with O")
    assert (verb.relation, noun.relation) == ("praises", "praises")
    assert verb.score > noun.score


def test_words_of_label_and_definition() -> None:
    (found,) = proposed("verb", "S govern O", "Person")
    assert (found.relation, found.reason) == (
        "governs",
        "`govern` is of one family with `governs` in the label",
    )


def test_ends_must_be_of_the_classes_that_the_relation_joins() -> None:
    assert [p.relation for p in proposed("verb", "S hail from O")] == ["praises"]
    assert {p.relation for p in proposed("verb", "S hail from O", "Person")} == {
        "praises",
        "governs",
    }


def test_a_word_that_speaks_for_many_says_less_of_each() -> None:
    (alone,) = proposed("verb", "S court with O")
    (shared,) = proposed("verb", "S hail with O")
    assert alone.score > shared.score


@pytest.mark.parametrize("line", ["S outbid O", "S hound O", "S outbid O for jet"])
def test_nothing_is_proposed_without_a_word_that_speaks_for_it(line: str) -> None:
    assert [p.relation for p in proposed("verb", line.removesuffix(" for jet"))] == []
