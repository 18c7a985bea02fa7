"""Answers of SPARQL queries in a form in which equal answers are equal.

Blank nodes may be called anything; numbers are compared by value: stores keep no more of them.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal, InvalidOperation
from urllib.parse import urljoin

from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
)

Term = NamedNode | BlankNode | Literal | Triple
_RESULTS = {
    ".srx": QueryResultsFormat.XML,
    ".srj": QueryResultsFormat.JSON,
    ".tsv": QueryResultsFormat.TSV,
}
_FORMATS = {".ttl": RdfFormat.TURTLE, ".nt": RdfFormat.N_TRIPLES, ".trig": RdfFormat.TRIG}
_XSD = "http://www.w3.org/2001/XMLSchema#"
_NUMBERS = frozenset(_XSD + name for name in ("integer", "decimal", "double", "float"))
_TRUTH = {"0": "false", "1": "true"}
_URI = re.compile(rb"(?<=<uri>)[^<]*(?=</uri>)")


def canonical(quads: Iterable[Quad]) -> frozenset[Quad]:
    """Quads with blank nodes that are called the same in isomorphic graphs."""
    dataset = Dataset(
        Quad(quad.subject, quad.predicate, by_value(quad.object), quad.graph_name) for quad in quads
    )
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return frozenset(dataset)


def comparable(data: bytes, ending: str, *, base: str, ordered: bool) -> object:
    """What an answer says; `base` is what relative IRIs in it are relative to."""
    if ending == ".csv":
        return _solutions(*_csv(data), ordered=ordered)
    if ending not in _RESULTS:
        return canonical(parse(data, _FORMATS[ending], base_iri=base))
    if ending == ".srx":
        data = _URI.sub(lambda iri: urljoin(base, iri[0].decode()).encode(), data)
    found = parse_query_results(data, format=_RESULTS[ending])
    if isinstance(found, QueryBoolean):
        return bool(found)
    return _solutions(*_rows(found), ordered=ordered)


def by_value(term: Term) -> Term:
    """A number or a truth value in one form for each value; any other term as it is."""
    if not isinstance(term, Literal):
        return term
    if term.datatype.value == _XSD + "boolean":
        return Literal(_TRUTH.get(term.value, term.value), datatype=term.datatype)
    if term.datatype.value not in _NUMBERS:
        return term
    try:
        number = Decimal(term.value)
    except InvalidOperation:
        return term
    if term.datatype.value == _XSD + "float":
        return Literal(f"{float(number):.6g}", datatype=term.datatype)
    return Literal(f"{number.normalize() + 0}", datatype=term.datatype)


def _rows(found: QuerySolutions) -> tuple[list[str], Iterator[list[Term | None]]]:
    names = [variable.value for variable in found.variables]
    return names, (list(row) for row in found)


def _csv(data: bytes) -> tuple[list[str], Iterator[list[Term | None]]]:
    """CSV tells no kinds of terms apart but blank nodes."""
    names, *rows = csv.reader(io.StringIO(data.decode(), newline=""))
    return names, ([_cell(cell) for cell in row] for row in rows)


def _cell(text: str) -> Term:
    if text.startswith("_:"):
        return BlankNode(text.removeprefix("_:"))
    try:
        return Literal(f"{Decimal(text).normalize() + 0}")
    except InvalidOperation:
        return Literal(text)


def _solutions(
    names: list[str], rows: Iterable[list[Term | None]], *, ordered: bool
) -> tuple[list[str], frozenset[Quad]]:
    """Every row as a node with its values."""
    quads = []
    for number, row in enumerate(rows):
        node = BlankNode()
        quads.append(Quad(node, NamedNode("urn:row"), Literal(str(number) if ordered else "")))
        for name, value in zip(names, row, strict=True):
            if value is not None:
                quads.append(Quad(node, NamedNode(f"urn:{name}"), value))
    return sorted(names), canonical(quads)
