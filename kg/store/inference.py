"""What follows by OWL 2 RL from the facts of a store under the ontology."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kg.classes import classes
from kg.graph.infer import Fact
from kg.graph.names import KGO, REL, Names, kgo, rdf, rel, tail
from kg.graph.ontology import ontology_triples
from kg.graph.owl import TYPE, Triple, entailed
from kg.vocabulary import vocabulary


def owl_triples(facts: Iterable[Fact], types: Mapping[str, str], names: Names) -> Iterator[Triple]:
    """Facts and classes of actors that are entailed, in a fixed order; `types` are those told.

    A class that is above the told one is in the ontology and is not repeated for every actor, and
    nothing is said of an actor with itself. Names of an actor elsewhere (owl:sameAs) stay out of
    it: under each of them everything would be said again.
    """
    told: list[Triple] = [(names.of("actor", s), rel(r), names.of("actor", o)) for s, r, o in facts]
    told += [(names.of("actor", id), rdf("type"), kgo(name)) for id, name in types.items()]
    for subject, predicate, object_ in sorted(entailed(told, _ontology()), key=str):
        if predicate.value == TYPE:
            name = object_.value.removeprefix(KGO)
            known = types.get(tail(subject.value))
            if name in classes() and not (known and classes().is_a(known, name)):
                yield subject, predicate, object_
        elif predicate.value.startswith(REL) and subject != object_:
            yield subject, predicate, object_


def _ontology() -> list[Triple]:
    return list(ontology_triples(vocabulary()))
