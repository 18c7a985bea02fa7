from __future__ import annotations

import pytest
from hypothesis import given
from pyoxigraph import Dataset, Quad

from kg.errors import ExportError
from kg.graph.corpus import from_rdf
from kg.graph.literals import clean
from kg.graph.names import KGO, kgo
from kg.graph.rdf import to_rdf
from kg.graph.statements import generate_statements
from kg.model import Corpus
from tests.corpora import corpus
from tests.strategies import corpora, encodable


def test_a_dataset_gives_back_the_statements_it_was_made_of() -> None:
    assert list(generate_statements(from_rdf(to_rdf(corpus())))) == list(
        generate_statements(corpus())
    )


def test_neither_base_nor_graph_names_matter() -> None:
    dataset = to_rdf(corpus(), base="urn:x/")
    flat = Dataset(Quad(quad.subject, quad.predicate, quad.object) for quad in dataset)
    assert list(generate_statements(from_rdf(flat))) == list(generate_statements(corpus()))


def test_documents_and_actors_that_no_claim_speaks_of_come_back_too() -> None:
    read = from_rdf(to_rdf(corpus()))
    assert read.actors == corpus().actors
    assert [(d.name, d.id) for d in read.documents] == [(d.name, d.id) for d in corpus().documents]


@given(corpora(encodable.map(clean)))
def test_any_corpus_comes_back(made: Corpus) -> None:
    dataset = to_rdf(made)
    assert to_rdf(from_rdf(dataset)) == dataset


@pytest.mark.parametrize(
    "lost",
    [
        "states",
        "status",
        "confidence",
        "cue",
        "sentence",
        "rule",
        "subjectMention",
        "refersTo",
    ],
)
def test_a_graph_that_lacks_something_is_refused_by_name(lost: str) -> None:
    incomplete = [quad for quad in to_rdf(corpus()) if quad.predicate != kgo(lost)]
    with pytest.raises(ExportError, match=f"has no <{KGO}{lost}>"):
        from_rdf(incomplete)


def test_a_value_that_is_none_is_refused() -> None:
    dataset = to_rdf(corpus())
    wrong = [
        Quad(q.subject, q.predicate, kgo("certain"), q.graph_name)
        if q.predicate == kgo("status")
        else q
        for q in dataset
    ]
    with pytest.raises(ExportError, match="certain"):
        from_rdf(wrong)
