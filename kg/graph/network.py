"""A corpus as a networkx graph: a node an actor, an edge a statement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from kg.graph.literals import two_digits
from kg.graph.rdf import is_told
from kg.model import Actor, Corpus, ResolvedClaim, Statement, Status
from kg.vocabulary import vocabulary

if TYPE_CHECKING:
    import networkx as nx


def to_networkx(corpus: Corpus) -> nx.MultiDiGraph[str]:
    """The network of a corpus: a node an actor, an edge a statement.

    Nodes are the ids of actors, in order. Edges run from subject to object; their key is the id of
    the statement, so that two actors may have several.

    Graph attributes
        documents       int             articles that the corpus is made of
        claims          int             claims in all
        facts           int             of these, told as fact: asserted, and nobody is quoted
        publishers      list of str     labels of the publishers that are named, in order
        first           str or None     earliest date of a claim, ISO 8601 to its precision
        last            str or None     latest date of a claim

    Node attributes
        label           str             the actor's usual name
        type            str             its class, one of ontology/actors/classes.yaml
        aliases         list of str     its other names
        acts_for        list of str     ids of those on whose behalf it acts
        same_as         str or None     its Wikidata id

    Edge attributes
        relation        str             id of the relation
        label           str             the relation in words
        kind            str             "event" or "static"
        symmetric       bool            whether the direction means nothing
        plover_type     str or None     type of the event in PLOVER; None if it is none
        plover_mode     str or None     its mode in PLOVER, where it has one
        plover_score    float or None   its score, from -10 (conflict) to 10 (cooperation)
        told            bool            whether some author tells it as fact
        contested       bool            whether some claim asserts and another negates it
        status          str             the strongest of its claims' statuses: asserted, planned,
                                        negated, hypothetical, questioned, in this order
        asserted        int             claims that assert it
        negated         int             claims that negate it
        planned         int             claims that tell it as planned
        hypothetical    int             claims that suppose it
        questioned      int             claims that question it
        claims          int             claims in all
        documents       int             articles that these stand in
        publishers      int             publishers of these that are named
        speakers        list of str     labels of those who are quoted for it, in order
        first           str or None     earliest date of a claim
        last            str or None     latest date of a claim
        confidence      float           the highest of its claims, from 0 to 1
    """
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(**_whole(corpus))
    for actor in corpus.actors:
        graph.add_node(actor.id, **_node(actor))
    for statement in corpus.statements:
        ends = (statement.subject.id, statement.object.id)
        graph.add_edge(*ends, key=statement.id, **edge(statement))
    return graph


def _whole(corpus: Corpus) -> dict[str, Any]:
    claims = list(corpus.claims())
    dates = _dates(claims)
    return {
        "documents": len(corpus.documents),
        "claims": len(claims),
        "facts": sum(map(is_told, claims)),
        "publishers": sorted({d.publisher for d in corpus.documents if d.publisher}),
        "first": dates[0] if dates else None,
        "last": dates[-1] if dates else None,
    }


def _dates(claims: Iterable[ResolvedClaim]) -> list[str]:
    return sorted(claim.claim.time.date for claim in claims if claim.claim.time)


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
    dates = _dates(claims)
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
