"""RDF 1.2 Turtle, read by pyoxigraph: claims are reifiers, and only what is told is asserted."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, parse

from kg.export import convert, generate, read, write
from kg.graph.rdf import to_rdf
from kg.graph.reifiers import reified, stated
from kg.model import Corpus
from tests.corpora import corpus
from tests.strategies import corpora

REL, KGO = "https://w3id.org/actorgraph/relation/", "https://w3id.org/actorgraph/ontology#"
REIFIES = "http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies"


def text(graph: Corpus | list[Quad]) -> str:
    return "".join(generate(graph, "turtle12"))


def triples(data: str) -> set[Triple]:
    return {quad.triple for quad in parse(data, RdfFormat.TURTLE)}


def union(graph: Corpus) -> set[Triple]:
    return {quad.triple for quad in to_rdf(graph)}


def test_a_fact_is_annotated_by_the_claim_that_tells_it() -> None:
    [block] = [b for b in text(corpus()).split("\n\n") if "rel:summonsEnvoyOf actor:armenia ~" in b]
    head, *body, foot = block.splitlines()
    assert head.startswith("actor:russia rel:summonsEnvoyOf actor:armenia ~ claim:")
    assert head.endswith(" {|")
    assert "    kgo:status kgo:asserted ;" in body
    assert foot == "|} ."


def test_a_denial_names_its_triple_and_does_not_assert_it() -> None:
    blocks = text(corpus()).split("\n\n")
    [denied] = [b for b in blocks if "<< actor:azerbaijan" in b and "kgo:source" in b]
    assert denied.splitlines()[0].startswith("<< actor:azerbaijan rel:attacks actor:armenia ~ cl")
    assert "kgo:status kgo:negated" in denied


def test_what_is_asserted_is_what_the_plain_graph_asserts() -> None:
    found = triples(text(corpus()))
    asserted = {t for t in found if t.predicate.value.startswith(REL)}
    assert asserted == {t for t in union(corpus()) if t.predicate.value.startswith(REL)}
    reifiers = {t.subject: t.object for t in found if t.predicate.value == REIFIES}
    assert len(reifiers) == 15
    status = {t.subject: t.object for t in found if t.predicate.value == KGO + "status"}
    quoted = {t.subject for t in found if t.predicate.value == KGO + "source"}
    told = {
        triple
        for claim, triple in reifiers.items()
        if status[claim] == NamedNode(KGO + "asserted") and claim not in quoted
    }
    assert asserted >= told
    assert not asserted & (set(reifiers.values()) - told)


def test_nothing_is_lost() -> None:
    back = stated(Quad(*triple) for triple in triples(text(corpus())))
    assert {quad.triple for quad in back} == union(corpus())
    assert "kgo:Statement" not in text(corpus())


def test_a_file_is_read_and_converted(tmp_path: Path) -> None:
    source, target = tmp_path / "graph.rdf12.ttl", tmp_path / "graph.nt"
    write(corpus(), source)
    assert list(generate(read(source), "jsonl")) == list(generate(corpus(), "jsonl"))
    convert(source, target)
    assert target.read_text("utf-8") == "".join(generate(corpus(), "ntriples"))


def node(name: str) -> NamedNode:
    return NamedNode("https://example.org/" + name)


OTHERS = [
    # a reifier that is no claim, one of two triples, and a statement that no claim states
    Quad(node("r"), NamedNode(REIFIES), Triple(node("a"), node("p"), node("b"))),
    Quad(node("r2"), NamedNode(REIFIES), Triple(node("a"), node("p"), node("b"))),
    Quad(node("r2"), NamedNode(REIFIES), Triple(node("a"), node("q"), node("b"))),
    *(quad for quad in to_rdf(corpus()) if quad.predicate.value != KGO + "states"),
]


def test_reifiers_of_other_programs_stay() -> None:
    whole = {quad.triple for quad in OTHERS}
    assert triples(text(OTHERS)) == whole
    assert {quad.triple for quad in stated(OTHERS)} == whole


def test_a_statement_of_another_name_stays() -> None:
    renamed = [
        Quad(*(node("s") if "/statement/" in str(term) else term for term in quad.triple))
        for quad in to_rdf(corpus())
        if "summonsEnvoyOf" in str(quad) or "/claim/" in str(quad.subject)
    ]
    assert set(reified(quad.triple for quad in renamed)) == {quad.triple for quad in renamed}


@settings(max_examples=25)
@given(corpora())
def test_any_text_comes_back(any_corpus: Corpus) -> None:
    back = stated(Quad(*triple) for triple in triples(text(any_corpus)))
    assert {quad.triple for quad in back} == union(any_corpus)


@pytest.mark.parametrize("base", ["https://example.org/id/", "https://example.org/g#"])
def test_the_base_does_not_matter(base: str) -> None:
    found = triples("".join(generate(corpus(), "turtle12", base=base)))
    back = {quad.triple for quad in stated(Quad(*triple) for triple in found)}
    assert back == {quad.triple for quad in to_rdf(corpus(), base=base)}
