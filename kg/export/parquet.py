"""Parquet for data frames and warehouses: a folder of five tables that refer to each other by id.

`actors` and `statements` hold what a networkx graph of the corpus holds, `claims` a row a claim,
`evidence` a row for each stretch of text that a claim rests on, `documents` a row a document.
Lacks reasons of matches, owners and titles of names, and the text that no claim quotes.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import ExportError
from kg.export.flat import cleaned_graph
from kg.export.rows import COLUMNS, Cell, Row, claim_rows, cleaned
from kg.export.tables import (
    ACTOR,
    DOCUMENT,
    NUMBER,
    STATEMENT,
    TEXT,
    TEXTS,
    TRUTH,
    TYPES,
    WHOLE,
    document_rows,
)
from kg.graph.files import write_bytes
from kg.model import Corpus, ResolvedClaim, Span

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped]

_TYPES = {TEXT: "string", WHOLE: "int64", NUMBER: "float64", TRUTH: "bool", TEXTS: "string"}
_EVIDENCE = "claim document_id document role start end text".split()


def parquet_tables(corpus: Corpus) -> dict[str, pa.Table]:
    """The tables by name, rows in a fixed order."""
    graph = cleaned_graph(corpus)
    actors = [{"id": id} | data for id, data in graph.nodes(data=True)]
    statements = [
        {"id": id, "subject": subject, "object": object_} | data
        for subject, object_, id, data in graph.edges(keys=True, data=True)
    ]
    rows = {
        "actors": (["id", *ACTOR], actors),
        "statements": (["id", "subject", "object", *STATEMENT], statements),
        "claims": (COLUMNS, claim_rows(corpus)),
        "evidence": (_EVIDENCE, _evidence(corpus)),
        "documents": (DOCUMENT, document_rows(corpus)),
    }
    return {name: _table(columns, list(data)) for name, (columns, data) in rows.items()}


def write_parquet(corpus: Corpus, path: Path) -> None:
    """Write the folder with `actors.parquet`, `statements.parquet` and so on."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError(f"{path}: cannot be made: {error.strerror}") from error
    for name, table in parquet_tables(corpus).items():
        write_bytes([_bytes(table)], path / f"{name}.parquet")


def _table(columns: list[str], rows: list[Any]) -> pa.Table:
    import pyarrow as pa

    fields = [(column, _type(column)) for column in columns]
    return pa.Table.from_pylist(rows, schema=pa.schema(fields))


def _type(column: str) -> pa.DataType:
    import pyarrow as pa

    kind = TYPES.get(column, TEXT)
    plain = pa.type_for_alias(_TYPES[kind])
    return pa.list_(plain) if kind == TEXTS else plain


def _bytes(table: pa.Table) -> bytes:
    import pyarrow as pa
    from pyarrow import parquet

    buffer = pa.BufferOutputStream()
    parquet.write_table(table, buffer)
    data: bytes = buffer.getvalue().to_pybytes()
    return data


def _evidence(corpus: Corpus) -> Iterator[Row]:
    for claim in sorted(corpus.claims(), key=lambda claim: claim.id):
        for role, span in sorted(_spans(claim)):
            document = claim.document
            row: dict[str, Cell] = {"claim": claim.id, "document_id": document.id}
            row |= {"document": document.name, "role": role}
            place: Row = {"start": span.start, "end": span.end, "text": span.of(document.text)}
            yield cleaned(row | place)


def _spans(claim: ResolvedClaim) -> Iterator[tuple[str, Span]]:
    plain, evidence = claim.claim, claim.claim.evidence
    yield "sentence", evidence.sentence
    yield "quote", evidence.quote
    yield "cue", evidence.cue
    yield "subject", evidence.subject
    yield "object", evidence.object
    yield from (("scope", span) for span in evidence.scope)
    for name, mention in (("subject", plain.subject), ("object", plain.object)):
        if mention.antecedent:
            yield f"{name} antecedent", mention.antecedent
    if plain.source:
        yield "source", plain.source.span
    if plain.time and plain.time.span:
        yield "time", plain.time.span
