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
    what a file holds, `lacks` what it does not. What is `binary` is no text; what is `whole` can
    be read back; what is `rdf` can also be written from a dataset; `takes` names the options of
    `kg.export.write` that bear on it.
    """

    name: str
    module: str
    endings: tuple[str, ...]
    carries: str
    lacks: str
    binary: bool = False
    whole: bool = False
    rdf: bool = False
    takes: tuple[str, ...] = ()


_RDF = ("base", "run")
_GRAPHS = "all, with a named graph a document"
_UNQUOTED = "text that no claim quotes"
_SILENT = "actors and documents of which no claim speaks"
_UNIONS = "which document's graph a triple stands in"
_NETWORK = "claims one by one: sentences, documents, dates but the first and the last"
_PLACES = "reasons of matches, places of names in the sentence"
_GRAPH_OF_CLAIMS = "a property graph: actors, statements, claims, documents"


def _rdf(name: str, ending: str, carries: str = "all", lacks: str = _UNIONS) -> Format:
    module = f"kg.export.{name}"
    return Format(name, module, (ending,), carries, lacks, whole=True, rdf=True, takes=_RDF)


def _table(name: str) -> Format:
    lacks = f"{_SILENT}; aliases of actors; {_PLACES}"
    return Format(name, "kg.export.table", (f".{name}",), "a row a claim", lacks, takes=("safe",))


def _folder(name: str, endings: tuple[str, ...], carries: str, lacks: str) -> Format:
    return Format(name, f"kg.export.{name}", endings, carries, lacks, binary=True)


_ALL = (
    Format("jsonl", "kg.export.jsonl", (".jsonl",), "a line a claim", _SILENT, whole=True),
    _rdf("trig", ".trig", _GRAPHS, _UNQUOTED),
    _rdf("nquads", ".nq", _GRAPHS, _UNQUOTED),
    _rdf("jsonld", ".jsonld", _GRAPHS, _UNQUOTED),
    _rdf("framed", ".framed.jsonld", "a tree a statement: claims, evidence, actors"),
    _rdf("turtle", ".ttl"),
    _rdf("turtle12", ".rdf12.ttl", "RDF 1.2: a claim is a reifier of its triple"),
    _rdf("ntriples", ".nt"),
    _rdf("rdfxml", ".rdf"),
    Format(
        "nanopub",
        "kg.export.nanopub",
        (".nanopub.trig",),
        "a nanopublication a claim",
        f"{_SILENT}; what the ontology says of relations",
        whole=True,
        takes=_RDF,
    ),
    _table("csv"),
    _table("tsv"),
    _folder(
        "parquet",
        (".parquet",),
        "a folder of tables: actors, statements, claims, evidence, documents",
        "reasons of matches; owners and titles of names",
    ),
    Format("graphml", "kg.export.graphml", (".graphml",), "an edge a statement", _NETWORK),
    Format(
        "gexf",
        "kg.export.gexf",
        (".gexf",),
        "an edge a statement, its dates as spells",
        "claims one by one: sentences, documents",
    ),
    Format("cytoscape", "kg.export.cytoscape", (".cyjs",), "an edge a statement", _NETWORK),
    Format("cypher", "kg.export.cypher", (".cypher", ".cql"), _GRAPH_OF_CLAIMS, _PLACES),
    _folder("neo4j", (".neo4j",), f"{_GRAPH_OF_CLAIMS}; for neo4j-admin", _PLACES),
    _folder("ladybug", (".lbug",), f"{_GRAPH_OF_CLAIMS}; a database in a file", _PLACES),
    Format(
        "events",
        "kg.export.events",
        (".events.jsonl",),
        "the events in PLOVER's terms",
        "relations that are no events; what a statement pools",
    ),
    Format(
        "html",
        "kg.export.html",
        (".html", ".htm"),
        "a page to explore",
        "reasons of matches; for people, not for programs",
    ),
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
