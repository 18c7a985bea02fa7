"""What follows by OWL 2 RL, the rule language of the W3C, through the library owlrl.

The rules hold for any graph and any ontology; what a corpus says beyond OWL, such as who acts for
whom, is a matter of `kg.graph.infer`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, Literal, NamedNode

from kg.errors import ValidationError
from kg.graph.names import OWL, RDF, RDFS, node

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

Term = NamedNode | BlankNode | Literal
Triple = tuple[NamedNode | BlankNode, NamedNode, Term]
REGIME = node("http://www.w3.org/ns/entailment/OWL-RL")
TYPE, SAME = RDF + "type", OWL + "sameAs"
_ANNOTATIONS = {RDFS + name for name in ("label", "comment", "seeAlso", "isDefinedBy")}

_DECLARATIONS = {
    "AnnotationProperty", "Class", "DatatypeProperty", "NamedIndividual", "ObjectProperty",
    "Ontology",
}  # fmt: skip


def entailed(facts: Iterable[Triple], ontology: Iterable[Triple]) -> set[Triple]:
    """What is entailed of the things that the facts name, and is not among the facts.

    Left out is what holds of everything: that it is an owl:Thing, that it is the same as itself;
    and what has no name to be told by, such as membership in an unnamed class. Raises
    `ValidationError` where the facts contradict the ontology.
    """
    from owlrl.OWLRL import OWLRL_Semantics  # type: ignore[import-untyped]
    from rdflib import Graph

    told, graph = set(facts), Graph()
    for subject, predicate, object_ in (*told, *_reached(told, axioms(ontology))):
        graph.add((_to_rdflib(subject), _to_rdflib(predicate), _to_rdflib(object_)))
    rules = OWLRL_Semantics(graph, False, False, False)
    rules.closure()
    if rules.error_messages:
        raise ValidationError(f"the facts contradict the ontology: {rules.error_messages[0]}")
    named = set(_things(told))
    return {t for t in _triples(graph) if t[0] in named and _is_telling(t)} - told


def axioms(ontology: Iterable[Triple]) -> Iterator[Triple]:
    """The part of an ontology that entails something of things.

    Neither annotations, nor its own individuals, nor that a class is a class.
    """
    for triple in ontology:
        name, object_ = triple[1].value, triple[2]
        if name == TYPE:
            told = object_.value if isinstance(object_, NamedNode) else ""
            if told.startswith(OWL) and told.removeprefix(OWL) not in _DECLARATIONS:
                yield triple
        elif name.startswith((RDF, RDFS, OWL)) and name not in _ANNOTATIONS:
            yield triple


def _reached(told: Iterable[Triple], axioms: Iterable[Triple]) -> set[Triple]:
    """The axioms that can entail something of the facts: the rules take long over many.

    From a term on to what stands behind it, and back as well where OWL says that two are tied, as
    inverses are, or the parts of a list.
    """
    by_term: dict[Term, list[Triple]] = defaultdict(list)
    for triple in axioms:
        by_term[triple[0]].append(triple)
        if triple[1].value.startswith((OWL, RDF)) and not _is_shared(triple):
            by_term[triple[2]].append(triple)
    new: set[Term] = {term for triple in told for term in triple}
    seen, found = set(new), set[Triple]()
    while new:
        nearby = {triple for term in new for triple in by_term[term]}
        found |= nearby
        new = {term for triple in nearby for term in triple} - seen
        seen |= new
    return found


def _is_shared(triple: Triple) -> bool:
    """Whether its object ties nothing: a kind of property, the end of a list."""
    return triple[1].value == TYPE or triple[2].value == RDF + "nil"


def _things(told: Iterable[Triple]) -> Iterator[Term]:
    """What stands as subject or object, and is no class."""
    for subject, predicate, object_ in told:
        yield subject
        if predicate.value != TYPE:
            yield object_


def _is_telling(triple: Triple) -> bool:
    subject, predicate, object_ = triple
    if isinstance(object_, BlankNode) or (predicate.value == SAME and subject == object_):
        return False
    return not (predicate.value == TYPE and object_.value in (OWL + "Thing", RDFS + "Resource"))


def _triples(graph: Graph) -> Iterator[Triple]:
    for subject, predicate, object_ in graph:
        one, by, other = map(_from_rdflib, (subject, predicate, object_))
        if not isinstance(one, Literal) and isinstance(by, NamedNode):
            yield one, by, other


def _to_rdflib(term: Term) -> Node:
    from rdflib import BNode, URIRef
    from rdflib import Literal as Value

    if isinstance(term, NamedNode):
        return URIRef(term.value)
    if isinstance(term, BlankNode):
        return BNode(term.value)
    kind = None if term.language else URIRef(term.datatype.value)
    return Value(term.value, lang=term.language, datatype=kind, normalize=False)


def _from_rdflib(term: Node) -> Term:
    from rdflib import BNode, URIRef
    from rdflib import Literal as Value

    if isinstance(term, URIRef):
        return NamedNode(str(term))
    if isinstance(term, BNode):
        return BlankNode(str(term))
    if not isinstance(term, Value):
        raise ValidationError(f"{term!r} is neither a name nor a value")
    if term.language:
        return Literal(str(term), language=term.language)
    return Literal(str(term), datatype=node(str(term.datatype)) if term.datatype else None)
