"""Cypher for Neo4j and other property graphs: a text of statements, each on its own line.

`(:Actor)-[:relation]->(:Actor)` is a statement, with the attributes of
`kg.graph.network.to_networkx`; `(:Claim)` has the columns of a row of the CSV export and edges
`SUBJECT`, `OBJECT`, `SOURCE` to actors and `IN` to its `(:Document)`. Running the text twice
changes nothing. It does not carry reasons of matches and the places of names in the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from kg.export.flat import cleaned_graph
from kg.export.rows import claim_rows, cleaned
from kg.graph.files import write_text
from kg.model import Corpus

_ESCAPES = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_SPECIAL = re.compile(r"[\\'\n\r\t]")
_DOCUMENT = "document document_id title publisher url published".split()
_PARTIES = {"SUBJECT": "subject_id", "OBJECT": "object_id", "SOURCE": "attributed_to_id"}


def generate_cypher(corpus: Corpus) -> Iterator[str]:
    """The lines of the text; every one is a whole statement."""
    for label in ("Actor", "Claim", "Document"):
        name = f"actorgraph_{label.lower()}"
        yield f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE;\n"
    graph = cleaned_graph(corpus)
    for id, data in graph.nodes(data=True):
        kind = _name(data["type"])
        yield f"MERGE (n:Actor {{id: {_value(id)}}}) SET n += {_map(data)} SET n:{kind};\n"
    for source, target, id, data in graph.edges(keys=True, data=True):
        yield _edge(source, target, id, data)
    yield from _documents(corpus)
    for row in claim_rows(corpus):
        yield from _claim(row)


def write_cypher(corpus: Corpus, path: Path) -> None:
    """Write a text for `cypher-shell`."""
    write_text(generate_cypher(corpus), path)


def _edge(source: str, target: str, id: str, data: Mapping[str, Any]) -> str:
    ends = f"MATCH (a:Actor {{id: {_value(source)}}}), (b:Actor {{id: {_value(target)}}})"
    kind = _name(data["relation"])
    return f"{ends} MERGE (a)-[r:{kind} {{id: {_value(id)}}}]->(b) SET r += {_map(data)};\n"


def _documents(corpus: Corpus) -> Iterator[str]:
    for document in corpus.documents:
        row = cleaned(
            {
                "name": document.name,
                "digest": document.id,
                "title": document.title,
                "publisher": document.publisher,
                "url": document.url,
                "published": document.published,
            }
        )
        id = _value(_document_id(row["digest"], row["name"]))
        yield f"MERGE (n:Document {{id: {id}}}) SET n += {_map(row)};\n"


def _claim(row: Mapping[str, Any]) -> Iterator[str]:
    id = _value(row["id"])
    data = {k: v for k, v in row.items() if k not in _DOCUMENT and k not in _PARTIES.values()}
    yield f"MERGE (n:Claim {{id: {id}}}) SET n += {_map(data)};\n"
    ends = [("Actor", row[key], kind) for kind, key in _PARTIES.items() if row[key] is not None]
    ends.append(("Document", _document_id(row["document_id"], row["document"]), "IN"))
    for label, other, kind in ends:
        match = f"MATCH (c:Claim {{id: {id}}}), (n:{label} {{id: {_value(other)}}})"
        yield f"{match} MERGE (c)-[:{kind}]->(n);\n"


def _document_id(digest: Any, name: Any) -> str:
    return f"{digest}-{name}"


def _map(data: Mapping[str, Any]) -> str:
    held = {key: value for key, value in data.items() if value is not None and value != []}
    return "{" + ", ".join(f"{_name(key)}: {_value(held[key])}" for key in held) + "}"


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
