from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.errors import StoreError
from kg.graph.corpus import from_rdf
from kg.graph.names import DCTERMS, REL, Names, kgo, node, rdf, rel
from kg.graph.owl import REGIME
from kg.graph.pool import pool
from kg.graph.provenance import Run
from kg.graph.rdf import to_rdf
from kg.model import Actor, Corpus, Resolution, ResolvedClaim
from kg.store import sparql
from kg.store.embedded import EmbeddedStore
from kg.store.inference import owl_triples
from kg.store.source import Snapshot
from tests.corpora import ARMS, ENVOY, LETTER, corpus
from tests.store.stores import RUN, everything, filled, graph, parts, union
from tests.strategies import corpora

ALL = ("arms & more", "envoy", "letter")


def test_a_store_holds_the_graph_that_a_build_makes(tmp_path: Path) -> None:
    assert graph(filled(tmp_path / "store")) == union(*ALL)


def test_the_order_of_the_documents_does_not_matter(tmp_path: Path) -> None:
    found = set()
    for n, order in enumerate(permutations(ALL)):
        with EmbeddedStore(tmp_path / str(n)) as store:
            for name in order:
                store.put(parts()[name], RUN)
        found.add(tuple(everything(tmp_path / str(n))))
    assert len(found) == 1


def test_an_article_is_held_until_it_or_the_program_changes(tmp_path: Path) -> None:
    with EmbeddedStore(filled(tmp_path / "store")) as store:
        assert store.holds(ENVOY, RUN)
        assert not store.holds(replace(ENVOY, text=ENVOY.text + " More."), RUN)
        assert not store.holds(replace(ENVOY, publisher="Other Wire"), RUN)
        assert not store.holds(replace(ENVOY, name="another"), RUN)
        assert not store.holds(ENVOY, Run("2.0", "a_model"))


def test_putting_a_document_twice_changes_nothing(tmp_path: Path) -> None:
    path = filled(tmp_path / "store")
    before = everything(path)
    assert everything(filled(path)) == before


def test_a_changed_document_replaces_what_its_name_held(tmp_path: Path) -> None:
    path = filled(tmp_path / "store")
    new = replace(ENVOY, text=ENVOY.text + " Nothing else happened.")
    claims = [replace(c, document=new) for c in parts()["envoy"].claims()][:1]
    with EmbeddedStore(path) as store:
        store.put(pool(claims, [new]), RUN)
    others = [c for name in ("arms & more", "letter") for c in parts()[name].claims()]
    assert graph(path) == set(to_rdf(pool([*others, *claims], [new, ARMS, LETTER]), run=RUN))


@pytest.mark.parametrize("gone", ALL)
def test_a_removed_document_leaves_what_the_others_make(tmp_path: Path, gone: str) -> None:
    path = filled(tmp_path / "store")
    with EmbeddedStore(path) as store:
        assert store.remove(gone)
        assert not store.remove(gone)
    left = [name for name in ALL if name != gone]
    assert graph(path) == union(*left)
    assert everything(path) == everything(filled(tmp_path / "fresh", *left))


def test_a_store_without_documents_is_empty(tmp_path: Path) -> None:
    path = filled(tmp_path / "store")
    with EmbeddedStore(path) as store:
        for name in list(store.documents()):
            store.remove(name)
    assert everything(path) == []


def test_names_that_only_a_removed_document_knew_are_forgotten(tmp_path: Path) -> None:
    path = filled(tmp_path / "store")
    known = Actor("csto", "CSTO", "IGO", ("the bloc",))
    claims = [_with(c, known) for c in parts()["arms & more"].claims()]
    with EmbeddedStore(path) as store:
        store.put(pool(claims, [ARMS]), RUN)
        bloc, csto = Literal("the bloc"), Names().of("actor", "csto")
        assert next(store.store.quads_for_pattern(csto, None, bloc, None), None)
        store.remove("arms & more")
        assert not next(store.store.quads_for_pattern(csto, None, bloc, None), None)
    assert graph(path) == union("envoy", "letter")


def test_a_publisher_is_forgotten_with_its_documents(tmp_path: Path) -> None:
    path = filled(tmp_path / "store")
    with EmbeddedStore(path) as store:
        assert store.forget_publisher("Example Wire") == ["envoy"]
        assert store.forget_publisher("Example Wire") == []
    assert graph(path) == union("arms & more", "letter")


def test_an_actor_is_forgotten_with_every_claim_it_has_a_part_in(tmp_path: Path) -> None:
    path = filled(tmp_path / "store")
    with EmbeddedStore(path) as store:
        assert store.forget_actor("vladimir-putin") == ["letter"]
        assert store.holds(LETTER, RUN)
    left = graph(path)
    assert not [q for q in left if "putin" in f"{q.subject} {q.object}".lower()]
    relations = {q.predicate.value.removeprefix(REL) for q in left}
    assert "meets" not in relations
    assert "memberOf" in relations


def test_nobody_acts_for_a_forgotten_actor(tmp_path: Path) -> None:
    path = filled(tmp_path / "store", "letter")
    with EmbeddedStore(path) as store:
        assert store.forget_actor("armenia") == ["letter"]
    assert not [q for q in graph(path) if q.object == Names().of("actor", "armenia")]


def test_what_follows_stands_in_a_graph_of_its_own_until_the_next_change(tmp_path: Path) -> None:
    path = filled(tmp_path / "store")
    with EmbeddedStore(path) as store:
        assert store.infer() == store.infer() > 0
    new = graph(path) - union(*ALL)
    russia, armenia = (Names().of("actor", id) for id in ("russia", "armenia"))
    assert {q.graph_name for q in new} == {Names().of("graph", "inferred")}
    assert Quad(russia, rel("meets"), armenia, Names().of("graph", "inferred")) in new
    with EmbeddedStore(path) as store:
        store.remove("envoy")
    assert graph(path) == union("arms & more", "letter")


def test_what_owl_entails_stands_in_the_same_graph_and_says_so(tmp_path: Path) -> None:
    path = filled(tmp_path / "store")
    with EmbeddedStore(path) as store:
        plain = store.infer()
        without = {q for q in store.store if q.graph_name == store.inferred}
        assert store.infer(owl_rl=True) >= plain
        found = {q for q in store.store if q.graph_name == store.inferred}
    inferred = Names().of("graph", "inferred")
    mark = Quad(inferred, node(DCTERMS + "conformsTo"), REGIME, inferred)
    assert without | {mark} <= found
    assert graph(path) - found == union(*ALL)
    with Snapshot(path) as source:
        assert source.corpus() == from_rdf(union(*ALL))
    with EmbeddedStore(path) as store:
        store.remove("envoy")
    assert graph(path) == union("arms & more", "letter")


def test_an_actor_is_of_the_class_that_a_relation_asks_for(tmp_path: Path) -> None:
    """Whom the vocabulary lets hold an office is a person, whatever a text took him for."""
    names, csto = Names(), Actor("csto", "CSTO", "Organisation")
    facts = [("nikol-pashinyan", "headOfGovernmentOf", "armenia"), ("a", "meets", "a")]
    types = {"nikol-pashinyan": "Actor", "armenia": "Country", csto.id: csto.type}
    found = set(owl_triples(facts, types, names))
    person = (names.of("actor", "nikol-pashinyan"), rdf("type"), kgo("Person"))
    assert person in found
    assert not [t for t in found if t[0] == names.of("actor", csto.id)]
    assert not [t for t in found if t[1].value.startswith(REL) and t[0] == t[2]]


def test_one_transaction_takes_one_document(tmp_path: Path) -> None:
    with (
        EmbeddedStore(tmp_path / "store") as store,
        pytest.raises(StoreError, match="one document, not 3"),
    ):
        store.put(corpus(), RUN)


def test_the_base_of_the_data_is_chosen_when_the_store_is_made(tmp_path: Path) -> None:
    with EmbeddedStore(tmp_path / "store", base="https://data.example/kg/") as store:
        store.put(parts()["envoy"], RUN)
    with EmbeddedStore(tmp_path / "store") as store:
        assert store.names.base == "https://data.example/kg/"


@settings(max_examples=15)
@given(corpora())
def test_any_corpus_goes_in_and_out(made: Corpus) -> None:
    documents = {document.name: document for document in made.documents}
    claims = [c for c in made.claims() if documents[c.document.name] == c.document]
    with TemporaryDirectory() as folder, EmbeddedStore(Path(folder) / "store") as store:
        for name, part in parts(pool(claims, documents.values())).items():
            store.put(part, RUN)
            assert store.holds(documents[name], RUN)
        held = {quad for quad in store.store if quad.graph_name != store.ledger}
        assert held == set(to_rdf(pool(claims, documents.values()), run=RUN))
        for name in documents:
            store.remove(name)
        assert list(store.store) == []


@pytest.mark.parametrize("value", ["a\\u0041", "a\\\\U0041", 'q"\\', "\x7f\\u", "tab\tnl\n"])
def test_text_comes_through_an_update_unchanged(value: str) -> None:
    store = Store()
    store.update(f"INSERT DATA {{ <urn:s> <urn:p> {sparql.text(Literal(value))} }}")
    assert [quad.object for quad in store] == [Literal(value)]


def test_iris_are_written_as_they_are() -> None:
    assert sparql.text(NamedNode("urn:a")) == "<urn:a>"


def _with(claim: ResolvedClaim, actor: Actor) -> ResolvedClaim:
    def known(resolution: Resolution) -> Resolution:
        same = resolution.actor.id == actor.id
        return replace(resolution, actor=actor) if same else resolution

    return replace(claim, subject=known(claim.subject), object=known(claim.object))
