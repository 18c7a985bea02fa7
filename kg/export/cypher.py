"""Cypher for Neo4j and other property graphs: a text of statements, each on its own line.

The graph is that of `kg.export.tables`. All but the first three lines, which declare what is
unique to Neo4j, are openCypher; running the text twice changes nothing. Lacks reasons of matches
and the places of names in the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from kg.export.tables import Edges, Nodes, edges, nodes
from kg.graph.files import write_text
from kg.model import Corpus

_ESCAPES = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_SPECIAL = re.compile(r"[\\'\n\r\t]")


def generate_cypher(corpus: Corpus) -> Iterator[str]:
    """The lines of the text; every one is a whole statement."""
    tables = nodes(corpus)
    for table in tables:
        name = f"actorgraph_{table.label.lower()}"
        unique = f"FOR (n:{table.label}) REQUIRE n.id IS UNIQUE"
        yield f"CREATE CONSTRAINT {name} IF NOT EXISTS {unique};\n"
    for table in tables:
        yield from _nodes(table)
    for ties in edges(corpus):
        yield from _edges(ties)


def write_cypher(corpus: Corpus, path: Path) -> None:
    """Write a text for `cypher-shell`."""
    write_text(generate_cypher(corpus), path)


def _nodes(table: Nodes) -> Iterator[str]:
    for id, row in table.rows:
        node = f"(n:{table.label} {{id: {_value(id)}}})"
        yield f"MERGE {node}{_set('n', table.columns, row)};\n"
        if table.label == "Actor":
            yield f"MATCH {node} SET n:{_name(row['type'])};\n"


def _edges(table: Edges) -> Iterator[str]:
    start_label, end_label = table.ends
    for start, end, row in table.rows:
        ends = f"(a:{start_label} {{id: {_value(start)}}}), (b:{end_label} {{id: {_value(end)}}})"
        key = f" {{id: {_value(row['id'])}}}" if row else ""
        said = _set("r", [name for name in table.columns if name != "id"], row)
        yield f"MATCH {ends} MERGE (a)-[r:{_name(table.type)}{key}]->(b){said};\n"


def _set(variable: str, columns: list[str], row: Mapping[str, Any]) -> str:
    held = [name for name in columns if row.get(name) not in (None, [])]
    pairs = ", ".join(f"{variable}.{_name(name)} = {_value(row[name])}" for name in held)
    return f" SET {pairs}" if pairs else ""


def _name(name: str) -> str:
    """A label, a type or a key in back quotes."""
    return "`" + name.replace("`", "``") + "`"


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return "[" + ", ".join(map(_value, value)) + "]"
    return _string(value) if isinstance(value, str) else repr(value)


def _string(text: str) -> str:
    # some readers turn a \u escape into a character before they look for quotes, whatever stands
    # before it: a backslash never stands right before a "u"
    pieces = text.split("\\u")
    quoted = [_SPECIAL.sub(lambda match: _ESCAPES[match[0]], piece) for piece in pieces]
    return "'" + "\\\\' + 'u".join(quoted) + "'"
