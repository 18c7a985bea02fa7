"""A property graph as a database in one file, for Ladybug (the embedded successor of Kuzu).

The graph is that of `kg.export.tables`: a table of nodes for actors, documents and claims, a table
of edges for each relation. Needs the extra `propertygraph`. Lacks reasons of matches and the places
of names in the sentence. Equal corpora give equal answers; the bytes are the database's own.

    db = ladybug.Connection(ladybug.Database("graph.lbug", read_only=True))
    db.execute("MATCH (a:Actor)-[r:suppliesWeaponsTo]->(b) WHERE r.told RETURN a.label, b.label")
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import ExportError
from kg.export.tables import NUMBER, TEXT, TEXTS, TRUTH, TYPES, WHOLE, Edges, Nodes, edges, nodes
from kg.model import Corpus

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped]
    from ladybug import Connection

_TYPES = {TEXT: "STRING", WHOLE: "INT64", NUMBER: "DOUBLE", TRUTH: "BOOLEAN", TEXTS: "STRING[]"}
_ARROW = {TEXT: "string", WHOLE: "int64", NUMBER: "float64", TRUTH: "bool", TEXTS: "string"}


def write_ladybug(corpus: Corpus, path: Path) -> None:
    """Write the database; a file in its place is replaced when the new one is complete."""
    path = path.resolve()
    if path.is_dir():
        raise ExportError(f"{path}: is a folder: name a file to write the database to")
    unfinished = path.with_name(f".{path.name[:200]}.{os.getpid()}")
    try:
        with _database(unfinished) as database:
            fill(database, corpus)
        unfinished.replace(path)
    except (OSError, RuntimeError) as error:
        raise ExportError(f"{path}: cannot be written: {error}") from error
    finally:
        for left in path.parent.glob(f"{unfinished.name}*"):
            left.unlink()


def fill(database: Connection, corpus: Corpus) -> None:
    """Declare the tables and copy the rows."""
    for statement in schema(corpus):
        database.execute(statement)
    for table in nodes(corpus):
        _copy(database, table.label, _node_table(table))
    for ties in edges(corpus):
        _copy(database, ties.type, _edge_table(ties))


def schema(corpus: Corpus) -> Iterator[str]:
    """What declares the tables of a corpus, a statement a table."""
    for table in nodes(corpus):
        columns = _columns(table.columns)
        yield f"CREATE NODE TABLE `{table.label}`(`id` STRING PRIMARY KEY{columns})"
    for ties in edges(corpus):
        start, end = ties.ends
        columns = _columns(ties.columns)
        yield f"CREATE REL TABLE `{ties.type}`(FROM `{start}` TO `{end}`{columns})"


@contextmanager
def _database(path: Path) -> Iterator[Connection]:
    try:
        from ladybug import Connection, Database
    except ImportError as error:
        raise ExportError(
            "a property graph needs Ladybug: install the extra actorgraph[propertygraph]"
        ) from error
    with (
        closing(Database(path, auto_checkpoint=False)) as database,
        closing(Connection(database)) as connection,
    ):
        yield connection


def _columns(names: list[str]) -> str:
    return "".join(f", `{name}` {_TYPES[_type(name)]}" for name in names)


def _type(name: str) -> str:
    return TYPES.get(name, TEXT)


def _copy(database: Connection, name: str, table: pa.Table) -> None:
    # Ladybug finds the table by the name of the variable
    if table.num_rows:
        database.execute(f"COPY `{name}` FROM $rows", {"rows": table})


def _node_table(table: Nodes) -> pa.Table:
    rows = [{"id": id} | {name: row.get(name) for name in table.columns} for id, row in table.rows]
    return _table(["id", *table.columns], rows)


def _edge_table(table: Edges) -> pa.Table:
    rows = [
        {"from": start, "to": end} | {name: row.get(name) for name in table.columns}
        for start, end, row in table.rows
    ]
    return _table(["from", "to", *table.columns], rows)


def _table(columns: list[str], rows: list[dict[str, Any]]) -> pa.Table:
    import pyarrow as pa

    return pa.Table.from_pylist(rows, pa.schema([(name, _arrow(name)) for name in columns]))


def _arrow(name: str) -> pa.DataType:
    import pyarrow as pa

    plain = pa.type_for_alias(_ARROW[_type(name)])
    return pa.list_(plain) if _type(name) == TEXTS else plain
