"""A corpus as a networkx graph: a node an actor, an edge a statement."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from kg.graph.literals import two_digits
from kg.graph.rdf import is_told
from kg.model import Actor, Corpus, Statement, Status
from kg.vocabulary import vocabulary

if TYPE_CHECKING:
    import networkx as nx


def to_networkx(corpus: Corpus) -> nx.MultiDiGraph[str]:
    """The network of a corpus.

    Nodes are actor ids, in order, with the attributes
        label, type         as in the gazetteer or in the text
        aliases, acts_for   lists of strings
        same_as             Wikidata id, or None
    Edges run from subject to object; their key is the statement's id, and their attributes are
        relation, label     id and label of the relation
        kind                "event" or "static"
        symmetric           whether the direction means nothing
        plover_type, plover_mode, plover_score      None where the relation is no event
        told                whether an author tells it as fact (asserted, and no quoted source)
        contested           whether some claim asserts it and another negates it
        status              asserted if any claim asserts it, else planned, negated,
                            hypothetical or questioned
        asserted, negated, planned, hypothetical, questioned    numbers of claims
        claims, documents, publishers   numbers of claims, of documents, of named publishers
        speakers            labels of quoted sources, a list
        first, last         earliest and latest date of a claim, or None
        confidence          the highest of its claims
    """
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for actor in corpus.actors:
        graph.add_node(actor.id, **_node(actor))
    for statement in corpus.statements:
        ends = (statement.subject.id, statement.object.id)
        graph.add_edge(*ends, key=statement.id, **edge(statement))
    return graph


def _node(actor: Actor) -> dict[str, Any]:
    return {
        "label": actor.label,
        "type": actor.type,
        "aliases": list(actor.aliases),
        "acts_for": list(actor.acts_for),
        "same_as": actor.same_as,
    }


def edge(statement: Statement) -> dict[str, Any]:
    """The attributes of a statement's edge, as `to_networkx` lists them."""
    relation, claims = vocabulary()[statement.relation], statement.claims
    counts = Counter(claim.claim.status for claim in claims)
    dates = sorted(claim.claim.time.date for claim in claims if claim.claim.time)
    return {
        "relation": relation.id,
        "label": relation.label,
        "kind": relation.kind,
        "symmetric": relation.symmetric,
        "plover_type": relation.plover_type,
        "plover_mode": relation.plover_mode,
        "plover_score": None if relation.plover_score is None else float(relation.plover_score),
        "told": any(map(is_told, claims)),
        "contested": bool(counts[Status.ASSERTED] and counts[Status.NEGATED]),
        "status": str(_strongest(counts)),
        **{str(status): counts[status] for status in Status},
        "claims": len(claims),
        "documents": len({(c.document.id, c.document.name) for c in claims}),
        "publishers": len({c.document.publisher for c in claims if c.document.publisher}),
        "speakers": sorted({c.source.actor.label for c in claims if c.source}),
        "first": dates[0] if dates else None,
        "last": dates[-1] if dates else None,
        "confidence": float(two_digits(max((c.claim.confidence for c in claims), default=0))),
    }


def _strongest(counts: Counter[Status]) -> Status:
    order = (
        Status.ASSERTED,
        Status.PLANNED,
        Status.NEGATED,
        Status.HYPOTHETICAL,
        Status.QUESTIONED,
    )
    return next((status for status in order if counts[status]), Status.ASSERTED)
