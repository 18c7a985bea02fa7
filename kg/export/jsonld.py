"""JSON-LD: all that a corpus holds, compacted with our own context, which stands in the file.

Carries and lacks what TriG does. An IRI that the context would take for a short form, and a triple
in a triple, are refused.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

from kg.errors import ExportError
from kg.export.rdf import Graph, dataset
from kg.graph.context import context
from kg.graph.files import read_corpus, write_text
from kg.graph.names import BASE, RDF, XSD, prefixes
from kg.graph.provenance import Run
from kg.model import Corpus

Term = NamedNode | BlankNode | Literal | Triple


def generate_jsonld(graph: Graph, *, base: str = BASE, run: Run | None = None) -> Iterator[str]:
    """The text of a JSON-LD 1.1 file, a node a line; carries what TriG carries.

    No reader has to fetch anything: the context is in the file.
    """
    terms = Terms(base)
    graphs: dict[NamedNode | BlankNode | DefaultGraph, list[Quad]] = defaultdict(list)
    for quad in dataset(graph, base=base, run=run):
        graphs[quad.graph_name].append(quad)
    yield '{"@context": ' + _json(context(base)) + ',\n"@graph": [\n'
    yield ",\n".join(_graph(name, graphs[name], terms) for name in sorted(graphs, key=str))
    yield "\n]}\n"


def write_jsonld(graph: Graph, path: Path, *, base: str = BASE, run: Run | None = None) -> None:
    """Write a JSON-LD file."""
    write_text(generate_jsonld(graph, base=base, run=run), path)


def read_jsonld(path: Path) -> Corpus:
    """The corpus of a file that ends in `.jsonld`; a context that it names is not fetched."""
    return read_corpus(path)


def _graph(name: NamedNode | BlankNode | DefaultGraph, quads: Iterable[Quad], terms: Terms) -> str:
    nodes: dict[Term, list[Quad]] = defaultdict(list)
    for quad in quads:
        nodes[quad.subject].append(quad)
    text = ",\n".join(_json(terms.node(nodes[subject])) for subject in sorted(nodes, key=str))
    if isinstance(name, DefaultGraph):
        return text
    return f'{{"id": {_json(terms.id(name))}, "@graph": [\n{text}\n]}}'


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


class Terms:
    """The context turned round: IRIs to names, and how values of a name are written."""

    def __init__(self, base: str) -> None:
        self.prefixes = prefixes(base)
        self.by_namespace = {namespace: prefix for prefix, namespace in self.prefixes.items()}
        self.names: dict[str, str] = {}
        self.types: dict[str, str] = {}
        for name, entry in context(base).items():
            if isinstance(entry, dict):
                self.names[self.expand(entry["@id"])] = name
                self.types[name] = entry.get("@type", "")
            elif name not in self.prefixes and not name.startswith("@"):
                self.names[entry] = name

    def expand(self, name: str) -> str:
        """The IRI that a name of the context stands for."""
        prefix, colon, local = name.partition(":")
        return self.prefixes[prefix] + local if colon and prefix in self.prefixes else name

    def node(self, quads: list[Quad]) -> dict[str, Any]:
        """What is said of one subject, as an object."""
        values: dict[str, list[Term]] = defaultdict(list)
        for quad in sorted(quads, key=str):
            values[quad.predicate.value].append(quad.object)
        written: dict[str, Any] = {"id": self.id(quads[0].subject)}
        if types := values.pop(RDF + "type", []):
            written["type"] = _single([self.vocabulary(type_) for type_ in types])
        said = {self.name(predicate): terms for predicate, terms in values.items()}
        for name in sorted(said):
            written[name] = _single([self.value(term, name) for term in said[name]])
        return written

    def value(self, term: Term, name: str) -> Any:
        """An object, as short as the name's type allows."""
        wanted = self.types.get(name, "")
        if isinstance(term, Literal):
            return _literal(term, self.expand(wanted), self.name(term.datatype.value))
        if wanted == "@vocab":
            return self.vocabulary(term)
        return self.id(term) if wanted == "@id" else {"id": self.id(term)}

    def vocabulary(self, term: Term) -> str:
        """A term where names of the context may stand."""
        return self.name(term.value) if isinstance(term, NamedNode) else self.id(term)

    def id(self, term: Term) -> str:
        """A term where only IRIs may stand."""
        if isinstance(term, NamedNode):
            return self.short(term.value)
        if isinstance(term, BlankNode):
            return str(term)
        raise ExportError(f"{term} cannot stand as a node of JSON-LD: remove it, or use TriG")

    def name(self, iri: str) -> str:
        """The name of an IRI in the context, else its short form."""
        return self.names.get(iri) or self.short(iri)

    def short(self, iri: str) -> str:
        """prefix:local where the context has the prefix."""
        cut = max(iri.rfind("/"), iri.rfind("#")) + 1
        if (prefix := self.by_namespace.get(iri[:cut])) and iri[cut:]:
            return f"{prefix}:{iri[cut:]}"
        if iri.partition(":")[0] in self.prefixes:
            raise ExportError(f"{iri!r} looks like a short form in JSON-LD: write TriG instead")
        return iri


def _single(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values


def _literal(literal: Literal, wanted: str, datatype: str) -> Any:
    text = literal.value
    if literal.language:
        return {"@value": text, "@language": literal.language}
    if literal.datatype.value == (wanted or XSD + "string"):
        is_plain = wanted == XSD + "integer" and text == str(_integer(text))
        return int(text) if is_plain else text
    plain = {"@value": text}
    return plain if literal.datatype.value == XSD + "string" else plain | {"type": datatype}


def _integer(text: str) -> int | None:
    try:
        number = int(text)
    except ValueError:
        return None
    return number if abs(number) < 2**53 else None
