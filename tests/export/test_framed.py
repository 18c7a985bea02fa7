"""Framed JSON-LD: trees for people and programs that know no RDF, and the same graph for others."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import rdflib
from hypothesis import given, settings
from pyoxigraph import RdfFormat, parse

from kg.export import generate, read, write
from kg.export.framed import frame
from kg.graph.rdf import to_rdf
from kg.model import Corpus, Statement
from tests.corpora import corpus
from tests.strategies import corpora

# rdflib warns of itself
pytestmark = pytest.mark.filterwarnings(
    "ignore:ConjunctiveGraph is deprecated:DeprecationWarning",
    "ignore:Dataset.default_context:DeprecationWarning",
)


def framed(graph: Corpus) -> str:
    return "".join(generate(graph, "framed"))


def trees() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(framed(corpus()))["@graph"]
    return found


def statement(*parts: str) -> dict[str, Any]:
    return next(t for t in trees() if t["id"] == f"stmt:{Statement.id_of(*parts)}")


def test_a_statement_holds_its_actors_and_claims_with_their_evidence() -> None:
    tree = statement("russia", "summonsEnvoyOf", "armenia")
    assert (tree["type"], tree["rdf:predicate"]) == ("Statement", "summonsEnvoyOf")
    assert tree["rdf:subject"] == {
        "id": "actor:russia",
        "type": "Country",
        "owl:sameAs": "wd:Q159",
        "skos:altLabel": ["Kremlin", "Moscow"],
        "skos:prefLabel": "Russia",
    }
    [claim] = tree["claims"]
    assert (claim["status"], claim["confidence"]) == ("asserted", "0.93")
    assert claim["prov:wasDerivedFrom"]["dcterms:title"] == "Moscow calls in the ambassador"
    quote = "Russia summoned Armenia"
    assert {"id": _id(claim["oa:hasTarget"], "quote"), "oa:exact": quote}.items() <= next(
        selector
        for selector in claim["oa:hasTarget"]["oa:hasSelector"]
        if selector["type"] == "oa:TextQuoteSelector"
    ).items()


def _id(span: dict[str, Any], prefix: str) -> str:
    return str(span["id"]).replace("span:", prefix + ":")


def test_each_claim_of_a_statement_stands_in_it_with_its_speaker() -> None:
    claims = statement("azerbaijan", "attacks", "armenia")["claims"]
    assert sorted(claim["status"] for claim in claims) == ["asserted", "negated", "questioned"]
    [quoted] = [claim for claim in claims if "source" in claim]
    assert quoted["source"]["skos:prefLabel"] == "the ministry"
    assert quoted["status"] == "negated"


def test_actors_stand_once_more_behind_with_the_plain_triples() -> None:
    [russia] = [tree for tree in trees() if tree["id"] == "actor:russia"]
    assert russia["summonsEnvoyOf"] == "actor:armenia"
    assert "suppliesWeaponsTo" not in russia  # denied, and told by a quoted speaker


def test_the_frame_stands_for_itself() -> None:
    found = json.loads(framed(corpus()))
    assert found["@context"] == frame()["@context"]
    assert frame()["claims"]["prov:wasDerivedFrom"]["@embed"] == "@always"


def test_rdflib_reads_the_same_graph() -> None:
    ours = rdflib.Graph().parse(data=framed(corpus()), format="json-ld")
    lines = "".join(f"{quad.triple} .\n" for quad in to_rdf(corpus()))
    assert set(ours) == set(rdflib.Graph().parse(data=lines, format="nt"))


def test_it_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "graph.framed.jsonld"
    write(corpus(), path)
    assert list(generate(read(path), "jsonl")) == list(generate(corpus(), "jsonl"))


@settings(max_examples=25)
@given(corpora())
def test_any_text_comes_back(any_corpus: Corpus) -> None:
    found = {quad.triple for quad in parse(framed(any_corpus).encode(), RdfFormat.JSON_LD)}
    assert found == {quad.triple for quad in to_rdf(any_corpus)}


def test_no_name_of_the_context_is_missing() -> None:
    context = frame()["@context"]
    prefixes = {name for name, value in context.items() if isinstance(value, str)}
    for key in _keys(trees()):
        assert key in context or key.partition(":")[0] in prefixes or key.startswith("@"), key


def _keys(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield from _keys(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from _keys(item)
