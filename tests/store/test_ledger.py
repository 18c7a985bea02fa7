"""What a store keeps for itself is met by no query over the graph."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Store

from kg.graph.rdf import to_rdf
from kg.query import named_queries, run, run_named
from kg.query.result import Result
from kg.store.databases import Databases
from kg.store.embedded import open_published
from kg.store.ledger import STORE
from kg.store.source import Snapshot
from tests.corpora import corpus
from tests.store.stores import RUN, filled

VALUES = {
    "actor": "armenia",
    "from": "armenia",
    "other": "russia",
    "relation": "accuses",
    "speaker": "vladimir-putin",
    "to": "russia",
}


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return filled(tmp_path_factory.mktemp("ledger") / "store")


@pytest.fixture(scope="module")
def plain() -> Store:
    """A store of the same quads that never had a ledger."""
    store = Store()
    store.extend(to_rdf(corpus(), run=RUN))
    return store


def answers(store: Store, name: str) -> Result:
    parameters = named_queries()[name].parameters
    needed = {p.name: VALUES[p.name] for p in parameters if not p.optional}
    return run_named(store, name, needed)


@pytest.mark.parametrize("name", named_queries())
def test_named_queries_answer_as_if_there_were_no_ledger(
    path: Path, plain: Store, name: str
) -> None:
    with Snapshot(path) as source:
        assert answers(source.store, name) == answers(plain, name)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
        "SELECT DISTINCT ?p { ?s ?p ?o } ORDER BY ?p",
        "SELECT DISTINCT ?p { GRAPH ?g { ?s ?p ?o } } ORDER BY ?p",
        "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g",
        "SELECT (COUNT(DISTINCT ?o) AS ?n) { ?s !rdf:type ?o }",
        "SELECT (COUNT(DISTINCT ?o) AS ?n) { ?s rdf:type* ?o }",
        "DESCRIBE ?doc { ?doc a kgo:Document }",
        "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }",
    ],
)
def test_queries_over_any_predicate_do_not_meet_the_ledger(
    path: Path, plain: Store, query: str
) -> None:
    with Snapshot(path) as source:
        assert run(source.store, query) == run(plain, query)


def test_the_ledger_is_published_beside_the_graph(path: Path) -> None:
    _, published, pinned = open_published(path)
    with pinned:
        held = Databases.reading(published.folder)
        assert {quad.predicate.value.startswith(STORE) for quad in held.ledger} == {True}
        assert not [quad for quad in held.graph if quad.predicate.value.startswith(STORE)]
