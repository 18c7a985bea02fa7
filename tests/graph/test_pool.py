from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kg.graph.excerpt import Excerpt
from kg.graph.pool import merge, pool
from kg.model import Corpus
from tests.corpora import ACTORS, ENVOY, corpus
from tests.strategies import corpora


def test_claims_that_say_one_thing_are_one_statement() -> None:
    statements = {
        (s.subject.id, s.relation, s.object.id): len(s.claims) for s in corpus().statements
    }
    assert statements["azerbaijan", "attacks", "armenia"] == 3
    assert statements["russia", "suppliesWeaponsTo", "armenia"] == 2
    assert len(statements) == 11


def test_everything_is_in_the_order_of_ids() -> None:
    made = corpus()
    assert [s.id for s in made.statements] == sorted(s.id for s in made.statements)
    assert [a.id for a in made.actors] == sorted(ACTORS)
    assert [d.id for d in made.documents] == sorted(d.id for d in made.documents)


def test_the_order_of_claims_does_not_matter() -> None:
    claims = list(corpus().claims())
    assert pool(reversed(claims), corpus().documents, corpus().actors) == corpus()


def test_of_two_claims_with_one_id_the_surer_stays() -> None:
    claim = next(corpus().claims())
    weaker = replace(claim, claim=replace(claim.claim, confidence=0.1))
    assert pool([weaker, claim]) == pool([claim, weaker]) == pool([claim])


def test_records_of_one_actor_become_one_with_the_names_of_both() -> None:
    russia = ACTORS["russia"]
    other = replace(russia, label="Russian Federation", aliases=("RF",), same_as=None)
    (united,) = pool([], [], [russia, other]).actors
    assert united.label == "Russia"
    assert united.aliases == ("Kremlin", "Moscow", "RF", "Russian Federation")
    assert united.same_as == "Q159"


def test_a_whole_text_is_preferred_to_an_excerpt_and_excerpts_complete_each_other() -> None:
    text = ENVOY.text
    head = Excerpt(ENVOY.name, text[:6], whole=ENVOY.id)
    tail = Excerpt(ENVOY.name, " " * 7 + text[7:15], whole=ENVOY.id)
    assert pool([], [head, tail]).documents[0].text == "Russia summoned"
    assert pool([], [head, ENVOY]).documents == (ENVOY,)


@given(st.lists(corpora(), max_size=3))
def test_merging_is_the_same_in_any_order_and_changes_nothing_twice(made: list[Corpus]) -> None:
    whole = merge(made)
    assert merge(reversed(made)) == whole
    assert merge([whole, *made]) == whole
