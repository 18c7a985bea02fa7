"""The RDF formats, read by rdflib and by Raptor."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import rdflib
from hypothesis import given, settings
from pyoxigraph import BlankNode, Dataset, Literal, NamedNode, Quad, RdfFormat, parse

from kg.errors import ExportError
from kg.export import convert, generate, read, write
from kg.graph.names import KGO, RDF
from kg.graph.rdf import to_rdf
from kg.model import Corpus
from tests.corpora import corpus
from tests.strategies import corpora

# rdflib warns of itself
pytestmark = pytest.mark.filterwarnings(
    "ignore:Dataset.default_context:DeprecationWarning",
    "ignore:ConjunctiveGraph is deprecated:DeprecationWarning",
)

GRAPHS = {"trig": "trig", "nquads": "nquads", "jsonld": "json-ld"}
UNIONS = {"turtle": "turtle", "ntriples": "nt", "rdfxml": "xml"}
RAPTOR = {"turtle": "turtle", "ntriples": "ntriples", "rdfxml": "rdfxml", "nquads": "nquads"}
OURS = {
    "trig": RdfFormat.TRIG,
    "nquads": RdfFormat.N_QUADS,
    "jsonld": RdfFormat.JSON_LD,
    "turtle": RdfFormat.TURTLE,
    "ntriples": RdfFormat.N_TRIPLES,
    "rdfxml": RdfFormat.RDF_XML,
}


def text(name: str, graph: Any = None, **options: Any) -> str:
    return "".join(generate(corpus() if graph is None else graph, name, **options))


def quads(data: str, reader: str) -> set[tuple[str, str, str, str]]:
    """What rdflib reads, a line a term; the default graph has no name."""
    dataset = rdflib.Dataset()
    dataset.parse(data=data, format=reader)
    return {(s.n3(), p.n3(), o.n3(), "" if g is None else g.n3()) for s, p, o, g in dataset.quads()}


def triples(data: str, reader: str) -> set[tuple[str, str, str]]:
    graph = rdflib.Graph().parse(data=data, format=reader)
    return {(s.n3(), p.n3(), o.n3()) for s, p, o in graph}


def expected() -> set[tuple[str, str, str, str]]:
    """The dataset as N-Quads lines that pyoxigraph prints, read by rdflib."""
    return quads("\n".join(f"{quad} ." for quad in to_rdf(corpus())), "nquads")


@pytest.mark.parametrize(("name", "reader"), GRAPHS.items())
def test_rdflib_reads_every_quad(name: str, reader: str) -> None:
    assert quads(text(name), reader) == expected()


@pytest.mark.parametrize(("name", "reader"), UNIONS.items())
def test_rdflib_reads_every_triple(name: str, reader: str) -> None:
    assert triples(text(name), reader) == {quad[:3] for quad in expected()}


# A second reader from another house. `make test` installs it from Debian's packages; where there
# are none, rdflib above has read the same files. A run of CI may not do without it.
@pytest.mark.skipif(
    not shutil.which("rapper") and not os.environ.get("CI"), reason="Raptor is not installed"
)
@pytest.mark.parametrize(("name", "reader"), RAPTOR.items())
def test_raptor_reads_every_triple(name: str, reader: str, tmp_path: Path) -> None:
    path = tmp_path / "graph"
    write(corpus(), path, name)
    counted = subprocess.run(
        ["rapper", "--quiet", "--input", reader, path, "http://example.org/"],
        capture_output=True,
        check=True,
        text=True,
    )
    lines = counted.stdout.splitlines()
    assert len(set(lines)) == len({quad[:3] for quad in expected()})


@settings(max_examples=25)
@given(corpora())
def test_any_text_goes_through_every_format_unchanged(any_corpus: Corpus) -> None:
    whole = set(to_rdf(any_corpus))
    union = {quad.triple for quad in whole}
    for name, format_ in OURS.items():
        found = list(parse(text(name, any_corpus), format_))
        if name in GRAPHS:
            assert set(found) == whole, name
        else:
            assert {quad.triple for quad in found} == union, name


def test_a_document_has_its_own_graph() -> None:
    lines = text("nquads").splitlines()
    attack = "<https://w3id.org/actorgraph/relation/attacks>"
    told = [line for line in lines if line.split(" ")[1] == attack]
    assert len(told) == 1  # denied in one article, asked and told in another
    assert told[0].endswith("-letter> .")


def test_lines_are_sorted_and_stand_once() -> None:
    for name in ("nquads", "ntriples"):
        lines = text(name).splitlines()
        assert lines == sorted(set(lines))


def test_the_base_begins_the_names_of_the_data() -> None:
    data = text("turtle", base="https://example.org/id/")
    assert "@prefix actor: <https://example.org/id/actor/> ." in data
    assert "actorgraph/id/" not in data


def test_json_ld_is_compact_and_fetches_nothing() -> None:
    data = json.loads(text("jsonld"))
    assert "Claim" in data["@context"]
    nodes = [node for graph in data["@graph"] for node in graph["@graph"]]
    russia = next(node for node in nodes if node["id"] == "actor:russia" and "type" in node)
    assert russia == {
        "id": "actor:russia",
        "type": "Country",
        "owl:sameAs": "wd:Q159",
        "skos:altLabel": ["Kremlin", "Moscow"],
        "skos:prefLabel": "Russia",
    }
    told = [node for node in nodes if "summonsEnvoyOf" in node]
    assert told == [{"id": "actor:russia", "summonsEnvoyOf": "actor:armenia"}]
    statement = next(node for node in nodes if node.get("rdf:predicate") == "summonsEnvoyOf")
    claim = next(node for node in nodes if node.get("states") == statement["id"])
    assert (claim["status"], claim["confidence"]) == ("asserted", "0.93")
    assert claim["time"] == {"@value": "2023-09-08", "type": "xsd:date"}


def foreign() -> list[Quad]:
    """Quads that another program may add: blank nodes, languages, our prefix as a scheme."""
    node, graph = NamedNode("https://example.org/a"), NamedNode("https://example.org/g")
    blank = BlankNode()
    return [
        Quad(node, NamedNode("https://example.org/p"), blank, graph),
        Quad(blank, NamedNode("https://example.org/q"), Literal("a\r\nb", language="en"), graph),
        Quad(blank, NamedNode("https://example.org/q"), Literal("1.50", datatype=_DECIMAL)),
    ]


_DECIMAL = NamedNode("http://www.w3.org/2001/XMLSchema#decimal")


@pytest.mark.parametrize("name", OURS)
def test_quads_of_other_programs_go_over_as_they_are(name: str, tmp_path: Path) -> None:
    source, target = tmp_path / "a.nq", tmp_path / "b"
    write(foreign(), source)
    convert(source, target, name)
    found = Dataset(parse(target.read_bytes(), OURS[name]))
    kept = foreign() if name in GRAPHS else [Quad(*quad.triple) for quad in foreign()]
    assert _canonical(found) == _canonical(Dataset(kept))
    assert text(name, foreign()) == text(name, foreign())


def _canonical(dataset: Dataset) -> set[Quad]:
    from pyoxigraph import CanonicalizationAlgorithm

    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return set(dataset)


def test_an_iri_that_json_ld_would_take_for_a_short_form_is_refused() -> None:
    quad = Quad(NamedNode("actor:russia"), NamedNode("https://example.org/p"), Literal("x"))
    with pytest.raises(ExportError, match="'actor:russia' looks like a short form"):
        text("jsonld", [quad])


def test_a_property_that_xml_cannot_name_is_refused() -> None:
    node = NamedNode("https://example.org/a")
    quad = Quad(node, NamedNode("https://example.org/1"), node)
    with pytest.raises(ExportError, match="XML cannot name the property <https://example.org/1>"):
        text("rdfxml", [quad])


@pytest.mark.parametrize("name", ["li", "about", "Description"])
def test_a_property_that_means_something_else_in_xml_is_refused(name: str) -> None:
    node = NamedNode("https://example.org/a")
    with pytest.raises(ExportError, match="XML cannot name the property"):
        text("rdfxml", [Quad(node, NamedNode(f"{RDF}{name}"), node)])


def test_a_character_that_xml_cannot_write_is_refused() -> None:
    node = NamedNode("https://example.org/a")
    with pytest.raises(ExportError, match=r"U\+0008, which <https://example.org/a> has"):
        text("rdfxml", [Quad(node, node, Literal("\b"))])


@pytest.mark.parametrize("class_", ["https://example.org/class/", KGO, f"{RDF}Description"])
def test_a_class_that_is_no_name_of_xml_is_written(class_: str) -> None:
    node = NamedNode("https://example.org/a")
    quad = Quad(node, NamedNode(RDF + "type"), NamedNode(class_))
    read = parse(text("rdfxml", [quad]), RdfFormat.RDF_XML)
    assert list(read) == [quad]


def test_xml_with_a_document_type_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "bomb.rdf"
    path.write_text('<!DOCTYPE a [<!ENTITY b "c">]>\n' + text("rdfxml").split("\n", 1)[1])
    with pytest.raises(ExportError, match="declares a document type"):
        read(path)
