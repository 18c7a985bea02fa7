"""RDF/XML: all that a corpus holds but its named graphs; for older tools.

Carries and lacks what Turtle does. A property that XML cannot name is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple

from kg.errors import ExportError
from kg.export.rdf import Graph, dataset, text, triples
from kg.graph.files import read_corpus, write_text
from kg.graph.names import BASE, RDF, prefixes
from kg.graph.provenance import Run
from kg.model import UNWRITABLE, Corpus

_START = (
    "A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d"
    "\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
# an IRI that ends in a name as XML allows them
_NAMED = re.compile(f"[{_START}][{_START}0-9.\u00b7\u0300-\u036f\u203f\u2040-]*$")
_TYPE, _UNTYPED = NamedNode(RDF + "type"), NamedNode(RDF + "RDF")
_UNTYPED_LINE = f'\t\t<rdf:type rdf:resource="{_UNTYPED.value}"/>\n'
# names that mean something else to a reader of RDF/XML
_SYNTAX = frozenset(
    RDF + name
    for name in "Description RDF ID about aboutEach aboutEachPrefix bagID datatype li nodeID "
    "parseType resource".split()
)


def generate_rdfxml(graph: Graph, *, base: str = BASE, run: Run | None = None) -> Iterator[str]:
    """The text of an RDF/XML file; carries what Turtle carries.

    A graph that comes from elsewhere may have a property whose name XML cannot write, or a
    character: that raises `ExportError`.
    """
    found = [_writable(triple) for triple in triples(dataset(graph, base=base, run=run))]
    data = text(_described(found), RdfFormat.RDF_XML, prefixes(base)).replace(_UNTYPED_LINE, "")
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
    if not _is_name(triple.predicate) or (triple.predicate, value) == (_TYPE, _UNTYPED):
        raise ExportError(f"XML cannot name the property {triple.predicate}: write Turtle instead")
    if isinstance(triple.subject, Triple) or isinstance(value, Triple):
        raise ExportError(f"RDF/XML cannot hold a triple in a triple: write TriG instead: {triple}")
    if isinstance(value, Literal) and (found := UNWRITABLE.search(value.value)):
        raise ExportError(
            f"XML cannot write the character U+{ord(found[0]):04X}, which {triple.subject} has in "
            f"{triple.predicate}: write Turtle instead"
        )
    return triple


def _described(told: Iterable[Triple]) -> Iterator[Triple]:
    """The triples, and one more wherever the first is a type that XML cannot name.

    The writer names elements by the first type, and does so even where that is no name.
    """
    subject = None
    for triple in told:
        if triple.subject != subject and triple.predicate == _TYPE and not _is_name(triple.object):
            yield Triple(triple.subject, _TYPE, _UNTYPED)
        subject = triple.subject
        yield triple


def _is_name(term: object) -> bool:
    if not isinstance(term, NamedNode) or term.value in _SYNTAX:
        return False
    return bool(_NAMED.search(term.value))
