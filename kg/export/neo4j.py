"""A folder of CSV files for `neo4j-admin database import`, with typed headers.

The graph is that of `kg.export.tables`: a file for the nodes of each label, and one for the edges
between two labels. `import.args` holds the options, so inside of the folder this is all to do:

    neo4j-admin database import full @import.args neo4j

The items of a list are parted by U+001F, which no text of a corpus has. Lacks reasons of matches,
the places of names in the sentence, and aliases without a letter. Not for spreadsheets: no cell is
marked as text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from kg.errors import ExportError
from kg.export.tables import NUMBER, TEXT, TEXTS, TRUTH, TYPES, WHOLE, Edges, Nodes, edges, nodes
from kg.graph.files import write_text
from kg.model import Corpus

PARTED = "\x1f"
ARGUMENTS = "import.args"
_TYPES = {TEXT: "string", WHOLE: "long", NUMBER: "double", TRUTH: "boolean", TEXTS: "string[]"}


def write_neo4j(corpus: Corpus, path: Path) -> None:
    """Write the folder with `actors.csv`, `edges-actor-actor.csv` and so on."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError(f"{path}: cannot be made: {error.strerror}") from error
    arguments = ["--multiline-fields=true", "--array-delimiter=U+001F"]
    for table in nodes(corpus):
        name = f"{table.label.lower()}s.csv"
        write_text(_nodes(table), path / name)
        arguments.append(f"--nodes={name}")
    for ends, tables in _by_ends(edges(corpus)).items():
        name = f"edges-{'-'.join(ends).lower()}.csv"
        write_text(_edges(tables), path / name)
        arguments.append(f"--relationships={name}")
    write_text((f"{line}\n" for line in arguments), path / ARGUMENTS)


def _by_ends(tables: Iterable[Edges]) -> dict[tuple[str, str], list[Edges]]:
    grouped: dict[tuple[str, str], list[Edges]] = defaultdict(list)
    for table in tables:
        grouped[table.ends].append(table)
    return grouped


def _nodes(table: Nodes) -> Iterator[str]:
    yield ",".join([f"id:ID({table.label})", *map(_typed, table.columns), ":LABEL"]) + "\n"
    for id, row in table.rows:
        labels = [table.label, row["type"]] if table.label == "Actor" else [table.label]
        yield _line([id, *_cells(table.columns, row), labels])


def _edges(tables: list[Edges]) -> Iterator[str]:
    start, end = tables[0].ends
    columns = tables[0].columns
    head = [f":START_ID({start})", f":END_ID({end})", ":TYPE", *map(_typed, columns)]
    yield ",".join(head) + "\n"
    for table in tables:
        for first, last, row in table.rows:
            yield _line([first, last, table.type, *_cells(columns, row)])


def _typed(column: str) -> str:
    return f"{column}:{_TYPES[TYPES.get(column, TEXT)]}"


def _cells(columns: list[str], row: Mapping[str, Any]) -> list[Any]:
    return [row.get(column) for column in columns]


def _line(cells: list[Any]) -> str:
    return ",".join(map(_cell, cells)) + "\n"


def _cell(value: Any) -> str:
    """A cell; what is absent has no quotes, an empty text has."""
    if isinstance(value, list):
        value = PARTED.join(item for item in value if item) or None
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return '"' + value.replace('"', '""') + '"' if isinstance(value, str) else repr(value)
