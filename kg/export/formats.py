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
    what a file holds. What is `binary` is no text; what is `whole` can be read back; what is `rdf`
    can also be written from a dataset.
    """

    name: str
    module: str
    endings: tuple[str, ...]
    carries: str
    binary: bool = False
    whole: bool = False
    rdf: bool = False


def _rdf(name: str, ending: str, carries: str) -> Format:
    return Format(name, f"kg.export.{name}", (ending,), carries, whole=True, rdf=True)


_GRAPHS = "all, with a named graph a document"
_UNION = "all but the named graphs"
_TABLES = "a folder of tables: actors, statements, claims, evidence"
_ALL = (
    Format("jsonl", "kg.export.jsonl", (".jsonl",), "all claims with their evidence", whole=True),
    _rdf("trig", ".trig", _GRAPHS),
    _rdf("nquads", ".nq", _GRAPHS),
    _rdf("jsonld", ".jsonld", _GRAPHS),
    _rdf("turtle", ".ttl", _UNION),
    _rdf("ntriples", ".nt", _UNION),
    _rdf("rdfxml", ".rdf", _UNION),
    Format("csv", "kg.export.table", (".csv",), "a row a claim"),
    Format("tsv", "kg.export.table", (".tsv",), "a row a claim"),
    Format("parquet", "kg.export.parquet", (".parquet",), _TABLES, binary=True),
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
