"""RDF 1.2: a claim as a reifier of the triple that it states, and back to plain RDF.

What the graph says in five triples (`claim kgo:states stmt`, and of `stmt` its type, subject,
predicate and object) RDF 1.2 says in one: `claim rdf:reifies <<( s p o )>>`. The triple itself
stands only where it stood before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Quad, Triple

from kg.graph.names import kgo, node, rdf, tail
from kg.model import Statement

STATES, CLASS, CLAIM = kgo("states"), kgo("Statement"), kgo("Claim")
TYPE, REIFIES = rdf("type"), rdf("reifies")
_PARTS = tuple(rdf(name) for name in ("subject", "predicate", "object"))


def reified(triples: Iterable[Triple]) -> Iterator[Triple]:
    """The triples with claims as reifiers; a statement that no claim states stays as it is."""
    held = list(dict.fromkeys(triples))
    stated = _statements(held)
    claims = {t.subject: t.object for t in held if t.predicate == STATES and t.object in stated}
    gone = {this for claim, this in claims.items() if this == _named(claim, stated[this])}
    for triple in held:
        if triple.predicate == STATES and triple.object in gone:
            yield Triple(triple.subject, REIFIES, stated[triple.object])
        elif triple.subject not in gone:
            yield triple


def stated(quads: Iterable[Quad]) -> Iterator[Quad]:
    """The quads with reifiers that are claims as claims that state statements."""
    held = list(quads)
    claims = {quad.subject for quad in held if quad.predicate == TYPE and quad.object == CLAIM}
    for quad in held:
        this, triple = quad.subject, quad.object
        if quad.predicate != REIFIES or not isinstance(triple, Triple) or this not in claims:
            yield quad
        elif statement := _named(this, triple):
            yield Quad(this, STATES, statement, quad.graph_name)
            yield Quad(statement, TYPE, CLASS, quad.graph_name)
            yield Quad(statement, _PARTS[0], triple.subject, quad.graph_name)
            yield Quad(statement, _PARTS[1], triple.predicate, quad.graph_name)
            yield Quad(statement, _PARTS[2], triple.object, quad.graph_name)


def _statements(triples: list[Triple]) -> dict[object, Triple]:
    """What each statement says, of which nothing else is said."""
    about: dict[object, list[Triple]] = defaultdict(list)
    for triple in triples:
        about[triple.subject].append(triple)
    found = {this: _stated(said) for this, said in about.items()}
    return {this: triple for this, triple in found.items() if triple}


def _stated(said: list[Triple]) -> Triple | None:
    values = {t.predicate: t.object for t in said if isinstance(t.object, NamedNode)}
    whole = {TYPE, *_PARTS}
    if len(said) != len(whole) or values.keys() != whole or values[TYPE] != CLASS:
        return None
    return Triple(*(values[part] for part in _PARTS))


def _named(claim: object, triple: Triple) -> NamedNode | None:
    """The IRI of the statement that a claim with this IRI makes."""
    parts = [triple.subject, triple.predicate, triple.object]
    names = [tail(part.value) for part in parts if isinstance(part, NamedNode)]
    if not isinstance(claim, NamedNode) or len(names) < len(parts):
        return None
    base, folder, _ = claim.value.rpartition("claim/")
    return node(f"{base}statement/{Statement.id_of(*names)}") if folder else None
