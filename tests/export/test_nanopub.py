"""Nanopublications, checked by the rules of the guidelines for what is well-formed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from pyoxigraph import Dataset, DefaultGraph, NamedNode, Quad, RdfFormat, parse

from kg.export import generate, read, write
from kg.export.nanopub import AGENT
from kg.graph.pool import pool
from kg.graph.rdf import is_told
from kg.model import Corpus, ResolvedClaim
from tests.corpora import corpus
from tests.strategies import corpora
from tests.terms import value

NP = "http://www.nanopub.org/nschema#"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
KGO = "https://w3id.org/actorgraph/ontology#"
REL = "https://w3id.org/actorgraph/relation/"
PARTS = ("hasAssertion", "hasProvenance", "hasPublicationInfo")


def published(graph: Corpus) -> list[Quad]:
    return list(parse("".join(generate(graph, "nanopub")), RdfFormat.TRIG))


def of_one(quads: list[Quad]) -> dict[str, list[Quad]]:
    """The graphs of a nanopublication by their part, after every rule has been checked."""
    dataset = Dataset(quads)
    # every triple stands in a graph with a name
    assert not list(dataset.quads_for_graph_name(DefaultGraph()))
    # exactly one nanopublication N, in the head H
    [head] = [q for q in quads if (q.predicate.value, q.object) == (RDF_TYPE, _np())]
    this = head.subject
    # exactly one assertion A, provenance P and publication info I
    graphs = {"head": head.graph_name}
    for part in PARTS:
        [link] = [q for q in quads if q.subject == this and q.predicate.value == NP + part]
        assert link.graph_name == head.graph_name
        assert isinstance(link.object, NamedNode)
        graphs[part] = link.object
    # N, H, A, P, I are different, and nothing stands elsewhere
    assert len({this, *graphs.values()}) == 5
    assert {quad.graph_name for quad in quads} == set(graphs.values())
    found = {part: list(dataset.quads_for_graph_name(name)) for part, name in graphs.items()}
    # P speaks of A, and every subject of I is N
    assert any(q.subject == graphs["hasAssertion"] for q in found["hasProvenance"])
    assert {q.subject for q in found["hasPublicationInfo"]} == {this}
    return found


def _np() -> NamedNode:
    return NamedNode(NP + "Nanopublication")


def alone(claim: ResolvedClaim) -> dict[str, list[Quad]]:
    return of_one(published(pool([claim])))


@pytest.mark.parametrize("claim", list(corpus().claims()), ids=lambda claim: claim.claim.relation)
def test_each_claim_is_a_well_formed_nanopublication(claim: ResolvedClaim) -> None:
    assertion = alone(claim)["hasAssertion"]
    bare = [quad for quad in assertion if quad.predicate.value.startswith(REL)]
    if is_told(claim):
        assert [str(quad.triple) for quad in assertion] == [str(quad.triple) for quad in bare]
        assert len(bare) == 1
    else:
        assert not bare
        said = {value(q.object) for q in assertion if q.predicate.value == KGO + "status"}
        assert said == {KGO + claim.claim.status}


def test_the_bare_triple_of_a_denial_stands_nowhere() -> None:
    for claim in corpus().claims():
        if not is_told(claim):
            quads = published(pool([claim]))
            assert not [quad for quad in quads if quad.predicate.value.startswith(REL)]


def test_provenance_names_document_and_speaker() -> None:
    quoted = next(c for c in corpus().claims() if c.source and c.claim.relation == "attacks")
    parts = alone(quoted)
    assertion = parts["hasAssertion"][0].graph_name
    about = {
        q.predicate.value.rpartition("#")[2]: value(q.object)
        for q in parts["hasProvenance"]
        if q.subject == assertion and "/claim/" not in value(q.object)
    }
    assert about["wasAttributedTo"].endswith("/actor/armenian-ministry")
    assert about["wasDerivedFrom"].endswith("-envoy")


def test_publication_info_names_the_maker_and_no_moment_of_making() -> None:
    quads = published(corpus())
    creators = {value(q.object) for q in quads if q.predicate.value.endswith("/terms/creator")}
    assert creators == {AGENT}
    assert not [q for q in quads if q.predicate.value.endswith("/terms/created")]
    dates = re.findall(r'"(\d{4}-\d\d-\d\d)[^"]*"\^\^xsd:date', "".join(_text()))
    given = {d.published for d in corpus().documents} | {
        c.claim.time.date for c in corpus().claims() if c.claim.time
    }
    assert set(dates) <= {date[:10] for date in given if date}


def _text() -> list[str]:
    return list(generate(corpus(), "nanopub"))


def test_it_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "claims.nanopub.trig"
    write(corpus(), path)
    assert list(generate(read(path), "jsonl")) == list(generate(corpus(), "jsonl"))


def test_a_graph_of_nothing_is_a_file_of_nothing() -> None:
    assert published(Corpus((), (), ())) == []


@settings(max_examples=20)
@given(corpora())
def test_any_text_gives_nanopublications_that_come_back(any_corpus: Corpus) -> None:
    for claim in any_corpus.claims():
        alone(claim)
    assert len(
        [q for q in published(any_corpus) if (q.predicate.value, q.object) == (RDF_TYPE, _np())]
    ) == len(list(any_corpus.claims()))
