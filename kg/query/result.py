"""The answer to a query, and its forms: rows of text, CSV, SPARQL JSON, Turtle."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from kg.errors import QueryError
from kg.graph.cells import safe_cell
from kg.graph.literals import clean
from kg.graph.names import prefixes
from kg.graph.turtle import generate_turtle

Term = NamedNode | BlankNode | Literal | Triple
FORMATS = ("csv", "json", "ttl")


@dataclass(frozen=True, slots=True)
class Result:
    """Rows of a SELECT (`None` where unbound), the truth of an ASK, or triples of a CONSTRUCT.

    `prefixes` shorten IRIs where people read them.
    """

    variables: tuple[str, ...] = ()
    rows: tuple[tuple[Term | None, ...], ...] = ()
    truth: bool | None = None
    is_graph: bool = False
    prefixes: Mapping[str, str] = field(default_factory=prefixes)

    def table(self) -> list[list[str]]:
        """Rows for people: IRIs shortened, nothing that could control a terminal."""
        if self.truth is not None:
            return [["true" if self.truth else "false"]]
        return [["" if term is None else self._shown(term) for term in row] for row in self.rows]

    @property
    def head(self) -> tuple[str, ...]:
        """The names of the columns of `table`."""
        return self.variables if self.truth is None else ("answer",)

    def to(self, format: str) -> str:
        """The result in one of `FORMATS`."""
        writers = {"csv": self.csv, "json": self.json, "ttl": self.turtle}
        if format not in writers:
            raise QueryError(f"a result has no form {format!r}: use one of {', '.join(FORMATS)}")
        return writers[format]()

    def csv(self, *, safe: bool = True) -> str:
        """CSV with full IRIs; `safe` marks cells that a spreadsheet would take for formulas."""
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow(self.head)
        for row in self._values():
            writer.writerow([safe_cell(cell) for cell in row] if safe else row)
        return out.getvalue()

    def json(self) -> str:
        """SPARQL 1.1 Query Results JSON; a graph's triples are rows of three."""
        if self.truth is not None:
            return json.dumps({"head": {}, "boolean": self.truth}) + "\n"
        bindings = [
            {
                v: _json(term)
                for v, term in zip(self.variables, row, strict=True)
                if term is not None
            }
            for row in self.rows
        ]
        data = {"head": {"vars": list(self.variables)}, "results": {"bindings": bindings}}
        return json.dumps(data, ensure_ascii=False, indent=1) + "\n"

    def turtle(self) -> str:
        """The graph of a CONSTRUCT or DESCRIBE as Turtle."""
        if not self.is_graph:
            raise QueryError(
                "only CONSTRUCT and DESCRIBE give a graph that can be written as Turtle"
            )
        quads = (Quad(*row) for row in self.rows)  # type: ignore[arg-type]
        return "".join(generate_turtle(quads, self.prefixes))

    def _values(self) -> Iterator[list[str]]:
        if self.truth is not None:
            yield from self.table()
        for row in self.rows:
            yield ["" if term is None else _value(term) for term in row]

    def _shown(self, term: Term) -> str:
        if not isinstance(term, NamedNode):
            return clean(_value(term)).replace("\r", " ")
        for prefix, namespace in self.prefixes.items():
            if term.value.startswith(namespace) and term.value != namespace:
                return f"{prefix}:{term.value.removeprefix(namespace)}"
        return term.value


def _value(term: Term) -> str:
    return str(term) if isinstance(term, BlankNode | Triple) else term.value


def _json(term: Term) -> dict[str, object]:
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, Triple):
        parts = ("subject", "predicate", "object")
        return {"type": "triple", "value": {p: _json(getattr(term, p)) for p in parts}}
    if term.language:
        return {"type": "literal", "value": term.value, "xml:lang": term.language}
    if term.datatype.value.endswith("#string"):
        return {"type": "literal", "value": term.value}
    return {"type": "literal", "value": term.value, "datatype": term.datatype.value}
