"""RDF/XML: all that a corpus holds but its named graphs; for older tools."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import Literal, RdfFormat, Triple

from kg.errors import ExportError
from kg.export.rdf import Graph, dataset, text, triples
from kg.graph.files import read_corpus, write_text
from kg.graph.literals import clean
from kg.graph.names import BASE, prefixes
from kg.graph.provenance import Run
from kg.model import Corpus


def generate_rdfxml(graph: Graph, *, base: str = BASE, run: Run | None = None) -> Iterator[str]:
    """The text of an RDF/XML file; carries what Turtle carries.

    A graph that comes from elsewhere may have a property whose name XML cannot write: that raises
    `ExportError`.
    """
    found = [_writable(triple) for triple in triples(dataset(graph, base=base, run=run))]
    try:
        data = text(found, RdfFormat.RDF_XML, prefixes(base))
    except ValueError as error:
        raise ExportError(f"the graph cannot be written as RDF/XML: {error}") from error
    # XML readers turn a bare carriage return into a line feed
    yield data.replace("\r", "&#13;") + "\n"


def write_rdfxml(graph: Graph, path: Path, *, base: str = BASE, run: Run | None = None) -> None:
    """Write an RDF/XML file."""
    write_text(generate_rdfxml(graph, base=base, run=run), path)


def read_rdfxml(path: Path) -> Corpus:
    """The corpus of a file that ends in `.rdf`; a document type declaration is refused."""
    return read_corpus(path)


def _writable(triple: Triple) -> Triple:
    value = triple.object
    if not isinstance(value, Literal) or clean(value.value) == value.value:
        return triple
    typed = {"language": value.language} if value.language else {"datatype": value.datatype}
    return Triple(triple.subject, triple.predicate, Literal(clean(value.value), **typed))
