"""The formats that are known: what each is called, how its files end and what it carries."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from kg.errors import ExportError


@dataclass(frozen=True, slots=True)
class Format:
    """One format.

    `module` holds its verbs; of `endings` the first is the usual one; `carries` says in one line
    what a file holds; `binary` files cannot go to a terminal; `whole` files can be read back.
    """

    name: str
    module: str
    endings: tuple[str, ...]
    carries: str
    binary: bool = False
    whole: bool = False


_ALL = (
    Format("jsonl", "kg.export.jsonl", (".jsonl",), "all claims with their evidence", whole=True),
    Format("trig", "kg.export.trig", (".trig",), "all, a named graph a document", whole=True),
    Format("nquads", "kg.export.nquads", (".nq",), "all, a named graph a document", whole=True),
    Format("jsonld", "kg.export.jsonld", (".jsonld",), "all, a named graph a document", whole=True),
    Format("turtle", "kg.export.turtle", (".ttl",), "all but the named graphs", whole=True),
    Format("ntriples", "kg.export.ntriples", (".nt",), "all but the named graphs", whole=True),
    Format("rdfxml", "kg.export.rdfxml", (".rdf",), "all but the named graphs", whole=True),
    Format("csv", "kg.export.table", (".csv",), "a row a claim"),
    Format("tsv", "kg.export.table", (".tsv",), "a row a claim"),
    Format(
        "parquet",
        "kg.export.parquet",
        (".parquet",),
        "a folder of tables: actors, statements, claims, evidence",
        binary=True,
    ),
    Format("graphml", "kg.export.graphml", (".graphml",), "an edge a statement, no sentences"),
    Format("gexf", "kg.export.gexf", (".gexf",), "an edge a statement, with its dates as spells"),
    Format("cytoscape", "kg.export.cytoscape", (".cyjs",), "an edge a statement, no sentences"),
    Format("cypher", "kg.export.cypher", (".cypher", ".cql"), "a property graph with all claims"),
    Format("events", "kg.export.events", (".events.jsonl",), "the events in PLOVER's terms"),
    Format("html", "kg.export.html", (".html", ".htm"), "a page to explore"),
)
FORMATS = {format_.name: format_ for format_ in _ALL}


def named(name: str) -> Format:
    """The format of this name or ending ("turtle", "ttl", ".ttl")."""
    known = FORMATS.get(name) or _by_ending().get("." + name.lower().removeprefix("."))
    if known is None:
        near = get_close_matches(name, FORMATS, 1)
        hint = f"; did you mean {near[0]}?" if near else ""
        raise ExportError(f"{name!r} is no format: use one of {', '.join(FORMATS)}{hint}")
    return known


def format_of(path: Path) -> Format:
    """The format of a file by its ending; the longest ending that fits decides."""
    name = path.name.lower()
    fitting = [ending for ending in _by_ending() if name.endswith(ending)]
    if not fitting:
        known = ", ".join(_by_ending())
        raise ExportError(
            f"{path}: its ending tells no format: name the format, or use one of {known}"
        )
    return _by_ending()[max(fitting, key=len)]


def _by_ending() -> dict[str, Format]:
    return {ending: format_ for format_ in _ALL for ending in format_.endings}
