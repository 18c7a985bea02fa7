"""The property graph that several formats share: tables of nodes and of edges, with typed columns.

`(:Actor)-[:relation]->(:Actor)` is a statement, with the attributes of
`kg.graph.network.to_networkx`; `(:Claim)` has the columns of a row of the CSV export and edges
`SUBJECT`, `OBJECT`, `SOURCE` to actors and `STATED_IN` to its `(:Document)`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg.export.flat import cleaned_graph
from kg.export.rows import COLUMNS, Cell, Row, claim_rows, cleaned
from kg.model import Corpus

TEXT, WHOLE, NUMBER, TRUTH, TEXTS = "text", "whole", "number", "truth", "texts"
TYPES = {
    **dict.fromkeys("plover_score confidence".split(), NUMBER),
    **dict.fromkeys("told symmetric contested".split(), TRUTH),
    **dict.fromkeys("start end claims documents publishers".split(), WHOLE),
    **dict.fromkeys("asserted negated planned hypothetical questioned".split(), WHOLE),
    **dict.fromkeys("aliases acts_for speakers".split(), TEXTS),
}
ACTOR = "label type aliases acts_for same_as".split()
STATEMENT = (
    "relation label kind symmetric plover_type plover_mode plover_score told contested status "
    "asserted negated planned hypothetical questioned claims documents publishers speakers first "
    "last confidence"
).split()
DOCUMENT = "name digest title publisher url published language".split()
PARTIES = {"SUBJECT": "subject_id", "OBJECT": "object_id", "SOURCE": "attributed_to_id"}
_OF_DOCUMENT = {*"document document_id title publisher url published".split(), *PARTIES.values()}
CLAIM = [name for name in COLUMNS if name != "id" and name not in _OF_DOCUMENT]


Values = Mapping[str, Any]
Tie = tuple[str, str, Values]


@dataclass(frozen=True, slots=True)
class Nodes:
    """The nodes of a label, by id; a value that is None is absent."""

    label: str
    columns: list[str]
    rows: Sequence[tuple[str, Values]]


@dataclass(frozen=True, slots=True)
class Edges:
    """The edges of a type between two labels: start, end, and values; they are in a fixed order."""

    type: str
    ends: tuple[str, str]
    columns: list[str]
    rows: Sequence[Tie]


def nodes(corpus: Corpus) -> list[Nodes]:
    """The tables of actors, documents and claims."""
    actors = [(id, data) for id, data in cleaned_graph(corpus).nodes(data=True)]
    documents = {document_id(row): row for row in document_rows(corpus)}
    claims = [(str(row["id"]), row) for row in claim_rows(corpus)]
    return [
        Nodes("Actor", ACTOR, actors),
        Nodes("Document", DOCUMENT, list(documents.items())),
        Nodes("Claim", CLAIM, claims),
    ]


def edges(corpus: Corpus) -> list[Edges]:
    """The tables of statements, one a relation, and of what ties a claim to actors and document."""
    relations: dict[str, list[Tie]] = defaultdict(list)
    for start, end, id, data in cleaned_graph(corpus).edges(keys=True, data=True):
        relations[data["relation"]].append((start, end, {"id": id} | data))
    columns = ["id", *STATEMENT]
    found = [
        Edges(type_, ("Actor", "Actor"), columns, relations[type_]) for type_ in sorted(relations)
    ]
    rows = list(claim_rows(corpus))
    for type_, key in PARTIES.items():
        ties = [_tie(row, row[key]) for row in rows if row[key] is not None]
        found.append(Edges(type_, ("Claim", "Actor"), [], ties))
    homes = [_tie(row, f"{row['document_id']}-{row['document']}") for row in rows]
    return [*found, Edges("STATED_IN", ("Claim", "Document"), [], homes)]


def document_rows(corpus: Corpus) -> Iterator[Row]:
    """A row a document, with the columns of `DOCUMENT`."""
    for document in corpus.documents:
        yield cleaned(
            {
                "name": document.name,
                "digest": document.id,
                "title": document.title,
                "publisher": document.publisher,
                "url": document.url,
                "published": document.published,
                "language": document.language,
            }
        )


def document_id(row: Row) -> str:
    """The id of a document: the hash of its text, and its name."""
    return f"{row['digest']}-{row['name']}"


def _tie(claim: Row, other: Cell) -> Tie:
    return str(claim["id"]), str(other), {}
