"""One query evaluated and its answer written out; runs in a worker process."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import asdict, dataclass, field
from itertools import islice
from typing import Any

from pyoxigraph import (
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    Store,
    Triple,
    serialize,
)

from kg.graph.files import RDF_FORMATS
from kg.graph.names import prefixes
from kg.graph.tokens import names_dataset
from kg.serve.negotiation import GRAPHS, RESULTS, choose

_RESULT_FORMATS = {
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
}


@dataclass(frozen=True, slots=True)
class Question:
    """A query, and what its answer may be.

    Without graphs of its own it is asked of all graphs, and their `union` is the default graph.
    `ledger` asks what the store keeps for itself, and not the graph.
    """

    query: str
    accept: str = ""
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    union: bool = True
    ledger: bool = False
    rows: int = 100_000
    answer: int = 64_000_000

    def data(self) -> dict[str, Any]:
        """The question as JSON has it."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a question: `status` as in HTTP, and a body of a media type."""

    status: int
    type: str
    body: bytes = field(repr=False)

    @staticmethod
    def fault(status: int, why: str) -> Answer:
        """A refusal, in words."""
        return Answer(status, "text/plain; charset=utf-8", (why + "\n").encode())


class _TooLargeError(Exception):
    """The answer goes beyond what an answer may be."""


class _Capped(io.BytesIO):
    """Bytes up to a limit."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self.limit = limit

    def write(self, data: Any, /) -> int:
        if self.tell() + len(data) > self.limit:
            raise _TooLargeError(f"the answer is larger than {self.limit} bytes: ask for less")
        return super().write(data)


def answer(store: Store, question: Question, base: str) -> Answer:
    """Ask the store; every fault of the query becomes an answer that says so."""
    try:
        found = store.query(
            question.query, base_iri=base, prefixes=prefixes(base), **_dataset(question)
        )
        return _written(found, question, base)
    except _TooLargeError as error:
        return Answer.fault(503, str(error))
    except (SyntaxError, ValueError) as error:
        return Answer.fault(400, f"the query cannot be read: {error}")
    except RuntimeError as error:
        return Answer.fault(500, f"the query cannot be answered: {error}")
    except OSError as error:
        return Answer.fault(400, f"the query cannot be answered: {error}")


def _dataset(question: Question) -> dict[str, Any]:
    if not (question.default_graphs or question.named_graphs):
        return {"use_default_graph_as_union": question.union and not names_dataset(question.query)}
    return {
        "default_graph": [NamedNode(iri) for iri in question.default_graphs],
        "named_graphs": [NamedNode(iri) for iri in question.named_graphs],
    }


def _written(
    found: QuerySolutions | QueryBoolean | QueryTriples, question: Question, base: str
) -> Answer:
    offered = GRAPHS if isinstance(found, QueryTriples) else RESULTS
    type_ = choose(question.accept, list(offered))
    if type_ is None:
        return Answer.fault(406, f"this answer can be had as {', '.join(offered)}")
    output, name = _Capped(question.answer), offered[type_]
    if isinstance(found, QueryTriples):
        triples = _limited(found, question.rows)
        used = None if name in ("nt", "nq") else prefixes(base)
        serialize(triples, output, format=RDF_FORMATS[f".{name}"], prefixes=used)
    elif isinstance(found, QueryBoolean) and name in ("csv", "tsv"):
        output.write(b"true" if found else b"false")
    else:
        found.serialize(output, format=_RESULT_FORMATS[name])
        if _rows(output, name) > question.rows:
            raise _TooLargeError(f"the answer has more than {question.rows} rows: ask for less")
    return Answer(200, type_, output.getvalue())


def _limited(found: QueryTriples, rows: int) -> list[Triple]:
    triples = list(islice(found, rows + 1))
    if len(triples) > rows:
        raise _TooLargeError(f"the answer has more than {rows} triples: ask for less")
    return triples


def _rows(output: io.BytesIO, name: str) -> int:
    data = output.getvalue()
    if name == "json":
        return len(json.loads(data).get("results", {}).get("bindings", ()))
    if name == "xml":
        return data.count(b"<result>")
    if name == "tsv":
        return max(data.count(b"\n") - 1, 0)
    return sum(1 for _ in csv.reader(io.StringIO(data.decode(), newline=""))) - 1
