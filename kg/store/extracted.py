"""What an extraction found in a document that corrections have made another: kept, to be undone."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from kg.graph.corpus import from_rdf
from kg.graph.names import Names
from kg.graph.pool import pool
from kg.graph.provenance import Run
from kg.graph.rdf import quads
from kg.model import Actor, Corpus, Resolution, ResolvedClaim
from kg.store.ledger import parse_record, record


def keep(corpus: Corpus, names: Names, run: Run) -> str:
    """All that a corpus of one document says, as one text for the ledger."""
    (document,) = corpus.documents
    graph = names.document(document)
    told = {
        str(quad.triple) + " ."
        for quad in quads(corpus, base=names.base, run=run)
        if quad.graph_name == graph
    }
    records = sorted(map(record, corpus.actors))
    return json.dumps({"records": records, "graph": sorted(told)}, separators=(",", ":"))


def kept_records(text: str) -> list[str]:
    """The records of actors in what `keep` wrote."""
    records: list[str] = json.loads(text)["records"]
    return records


def kept_quads(text: str, graph: NamedNode) -> list[Quad]:
    """The quads of the document in what `keep` wrote."""
    lines = "\n".join(json.loads(text)["graph"])
    return [
        Quad(q.subject, q.predicate, q.object, graph) for q in parse(lines, RdfFormat.N_TRIPLES)
    ]


def corpus_of(told: Iterable[Quad], records: Iterable[str]) -> Corpus:
    """The corpus of a document's quads, with these very records of its actors."""
    said = from_rdf(told)
    known = {actor.id: actor for actor in map(parse_record, records)}
    kept = pool((_with(claim, known) for claim in said.claims()), said.documents)
    return replace(kept, actors=tuple(known[id] for id in sorted(known)))


def _with(claim: ResolvedClaim, known: dict[str, Actor]) -> ResolvedClaim:
    def meant(resolution: Resolution) -> Resolution:
        return replace(resolution, actor=known.get(resolution.actor.id, resolution.actor))

    source = meant(claim.source) if claim.source else None
    return replace(claim, subject=meant(claim.subject), object=meant(claim.object), source=source)
