"""What the RDF formats share: a dataset in a fixed order, with stable names for blank nodes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    Quad,
    RdfFormat,
    Triple,
    serialize,
)

from kg.graph.names import BASE
from kg.graph.provenance import Run
from kg.graph.rdf import quads
from kg.model import Corpus

Graph = Corpus | Iterable[Quad]


def dataset(graph: Graph, *, base: str = BASE, run: Run | None = None) -> Dataset:
    """The dataset of a corpus, or of quads as they are; equal graphs have equal blank nodes."""
    given = quads(graph, base=base, run=run) if isinstance(graph, Corpus) else graph
    found = given if isinstance(given, Dataset) else Dataset(given)
    if any(isinstance(term, BlankNode) for quad in found for term in _ends(quad)):
        found = Dataset(found)
        found.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return found


def triples(found: Dataset) -> list[Triple]:
    """The union of all graphs, each triple once, in order."""
    return sorted({quad.triple for quad in found}, key=str)


def text(
    statements: Iterable[Triple] | Iterable[Quad],
    format_: RdfFormat,
    prefixes: Mapping[str, str] | None = None,
) -> str:
    """The statements in a format that pyoxigraph writes, in their own order."""
    data: bytes = serialize(statements, None, format_, prefixes=dict(prefixes or {})) or b""
    return data.decode()


def lines(statements: Iterable[Triple] | Iterable[Quad], format_: RdfFormat) -> list[str]:
    """The lines of N-Quads or N-Triples, sorted."""
    return sorted(line + "\n" for line in text(statements, format_).split("\n") if line)


def _ends(quad: Quad) -> tuple[object, object, object]:
    return quad.subject, quad.object, quad.graph_name
