"""A whole graph into a new store at once: much faster than a transaction a document.

The file is what `kg export` or `kg build` wrote. What it says is the graph; the ledger follows from
it. A document is held under the hash of its text alone, so that `kg add` reads it again where it
knows more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Store, Triple

from kg.errors import StoreError
from kg.graph.corpus import from_rdf
from kg.graph.names import BASE, DCTERMS, PROV, Names, kgo, node, rdf, tail
from kg.graph.provenance import Run
from kg.store import ledger
from kg.store.databases import Databases
from kg.store.ledger import Holding
from kg.store.sparql import Term

FORMATS = {".nq": RdfFormat.N_QUADS, ".trig": RdfFormat.TRIG}
_ACTORS = "graph/actors"


def load(source: Path, folder: Path) -> tuple[Databases, str]:
    """Make databases of a file in a folder; they, and the base of the data.

    Raises `StoreError` for a file that is not RDF with a graph a document.
    """
    form, held = _format(source), Databases.writing(folder)
    try:
        held.graph.bulk_load(path=source, format=form)
    except (SyntaxError, ValueError) as error:
        raise StoreError(f"{source}: cannot be loaded: {error}") from error
    held.graph.clear_graph(DefaultGraph())
    base = _base(held.graph)
    entries = list(_entries(held.graph, Names(base)))
    if not entries:
        raise StoreError(f"{source}: holds no document: load what kg export wrote as N-Quads")
    held.ledger.bulk_extend(entries)
    return held, base


def _format(source: Path) -> RdfFormat:
    try:
        return FORMATS[source.suffix.lower()]
    except KeyError:
        known = " or ".join(FORMATS)
        raise StoreError(f"{source}: its ending tells the format, which must be {known}") from None


def _base(store: Store) -> str:
    graphs = sorted(g.value for g in store.named_graphs() if isinstance(g, NamedNode))
    return next((iri.removesuffix(_ACTORS) for iri in graphs if iri.endswith(_ACTORS)), BASE)


def _entries(store: Store, names: Names) -> Iterator[Quad]:
    """The ledger of a graph."""
    records = dict(_records(store, names))
    holdings = list(_holdings(store, records))
    told = {line for holding in holdings for line in holding.records}
    for actor, line in records.items():
        if line in told:
            yield Quad(actor, ledger.RECORD, Literal(line), ledger.ledger_graph(names))
    for holding in holdings:
        yield from holding.quads(names)


def _records(store: Store, names: Names) -> Iterator[tuple[NamedNode, str]]:
    """What the graph of actors says of each, as one line."""
    told = store.quads_for_pattern(None, None, None, names.of("graph", "actors"))
    for actor in from_rdf(told).actors:
        yield names.of("actor", actor.id), ledger.record(actor)


def _holdings(store: Store, records: Mapping[NamedNode, str]) -> Iterator[Holding]:
    """The entry of each document: what its graph names."""
    known: dict[Term, str] = {actor: line for actor, line in records.items()}
    actors, relations, runs, texts = (
        _by_graph(store, predicate)
        for predicate in (
            kgo("refersTo"),
            rdf("predicate"),
            node(PROV + "wasGeneratedBy"),
            kgo("textDigest"),
        )
    )
    for name in store.quads_for_pattern(None, node(DCTERMS + "identifier"), None):
        iri = name.subject
        if not isinstance(iri, NamedNode) or name.graph_name != iri:
            continue
        yield Holding(
            iri=iri,
            name=_value(name.object),
            content=min(map(_value, texts[iri]), default=""),
            run=min((tail(_value(run)) for run in runs[iri]), default=Run().id),
            records=frozenset(line for actor in actors[iri] if (line := known.get(actor))),
            relations=frozenset(tail(_value(relation)) for relation in relations[iri]),
        )


def _by_graph(store: Store, predicate: NamedNode) -> dict[Term, set[Term]]:
    """The values that a property has in each graph."""
    found: dict[Term, set[Term]] = defaultdict(set)
    rows = store.query(f"SELECT DISTINCT ?g ?o {{ GRAPH ?g {{ ?s {predicate} ?o }} }}")
    for graph, value in rows:  # type: ignore[union-attr]
        found[graph].add(value)
    return found


def _value(term: Term) -> str:
    if isinstance(term, Triple):
        raise StoreError(f"{term} is a triple where a value must stand")
    return term.value
