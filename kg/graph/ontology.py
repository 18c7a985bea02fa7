"""ontology/*.yaml as an OWL 2 ontology with SKOS schemes for status, PLOVER and CAMEO."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from kg import resources
from kg.classes import ActorClass
from kg.graph import literals
from kg.graph.names import (
    CAMEO,
    DCTERMS,
    KGO,
    OWL,
    PLOVER,
    RDFS,
    SKOS,
    VOCABULARIES,
    encode,
    kgo,
    node,
    qualifier,
    rdf,
    rel,
)
from kg.graph.turtle import generate_turtle
from kg.resources import load_yaml
from kg.vocabulary import Relation, Vocabulary, vocabulary

Triple = tuple[NamedNode | BlankNode, NamedNode, NamedNode | BlankNode | Literal]
TYPE, LABEL, DEFINITION = rdf("type"), node(RDFS + "label"), node(SKOS + "definition")
BROADER, NOTATION, IN_SCHEME = (node(SKOS + name) for name in ("broader", "notation", "inScheme"))
SUBCLASS, DOMAIN, RANGE = (node(RDFS + name) for name in ("subClassOf", "domain", "range"))
OBJECT_PROPERTY = node(OWL + "ObjectProperty")
_HEADER = """\
# OWL 2. Made from ontology/*.yaml; edit those and make it again.
"""


def ontology_turtle() -> str:
    """The text of ontology/kg.ttl."""
    quads = (Quad(*triple) for triple in ontology_triples(vocabulary()))
    return _HEADER + "".join(generate_turtle(quads, VOCABULARIES))


@cache
def terms() -> Mapping[str, Any]:
    """ontology/terms.yaml: classes, properties and schemes beside actor classes and relations."""
    loaded: dict[str, Any] = load_yaml(resources.folder("ontology") / "terms.yaml")
    return loaded


def ontology_triples(known: Vocabulary) -> Iterator[Triple]:
    """The whole ontology."""
    yield from _about(terms()["ontology"])
    for entry in known.classes.values():
        yield from _actor_class(entry)
    for name, entry in terms()["classes"].items():
        yield from _class(name, entry)
    for name, entry in terms()["properties"].items():
        yield from _property(name, entry)
    for key, definition in terms()["qualifiers"].items():
        yield from _qualifier(key, definition)
    for name, entry in terms()["schemes"].items():
        yield from _scheme(name, entry)
    for name, entry in terms()["alignments"].items():
        yield from _alignment(name, entry)
    yield from _coding_schemes()
    for relation in known.values():
        yield from relation_triples(relation)
        yield from _ends(relation)
        yield from _lexicon(relation)
        yield from _inverse(relation, known)


def relation_triples(relation: Relation) -> Iterator[Triple]:
    """What a graph says of a relation that it uses: label, definition, place, coding."""
    this = rel(relation.id)
    yield this, TYPE, OBJECT_PROPERTY
    yield this, LABEL, _english(relation.label)
    yield this, DEFINITION, _english(relation.definition)
    yield this, kgo("kind"), literals.text(relation.kind)
    if relation.symmetric:
        yield this, TYPE, node(OWL + "SymmetricProperty")
    if relation.super:
        yield this, node(RDFS + "subPropertyOf"), rel(relation.super)
    yield from _coding(relation, this)


def _coding(relation: Relation, this: NamedNode) -> Iterator[Triple]:
    if relation.plover_type:
        yield this, kgo("ploverType"), node(PLOVER + relation.plover_type)
        yield from _concept(
            PLOVER, relation.plover_type, relation.plover_type, _quad(relation.plover_type)
        )
        if relation.plover_mode:
            mode = f"{relation.plover_type}-{encode(relation.plover_mode)}"
            yield this, kgo("ploverMode"), node(PLOVER + mode)
            yield from _concept(PLOVER, mode, relation.plover_mode, relation.plover_type)
    if relation.plover_score is not None:
        yield this, kgo("ploverScore"), literals.decimal(relation.plover_score)
    for code in relation.cameo:
        yield this, kgo("cameoCode"), node(CAMEO + encode(code))
        for end in range(2, len(code) + 1):
            yield from _concept(CAMEO, code[:end], code[:end], code[: end - 1] if end > 2 else None)
    for context in relation.context:
        yield this, kgo("context"), node(PLOVER + f"context-{encode(context)}")
        yield from _concept(PLOVER, f"context-{context}", context, "context")


def _about(entry: Mapping[str, str]) -> Iterator[Triple]:
    this = node(KGO.rstrip("#"))
    yield this, TYPE, node(OWL + "Ontology")
    yield this, node(DCTERMS + "title"), _english(entry["title"])
    yield this, node(DCTERMS + "description"), _english(entry["definition"])
    yield this, node(DCTERMS + "license"), node(entry["license"])


def _actor_class(entry: ActorClass) -> Iterator[Triple]:
    return _class(
        entry.name, {"label": entry.label, "definition": entry.definition, "parents": entry.parents}
    )


def _class(name: str, entry: Mapping[str, Any]) -> Iterator[Triple]:
    yield kgo(name), TYPE, node(OWL + "Class")
    yield from _described(kgo(name), entry)
    for parent in entry["parents"]:
        yield kgo(name), SUBCLASS, _term(parent)


def _property(name: str, entry: Mapping[str, Any]) -> Iterator[Triple]:
    yield kgo(name), TYPE, node(OWL + _kind_of_property(entry))
    yield from _described(kgo(name), entry)
    yield kgo(name), DOMAIN, _term(entry["domain"])
    if "range" in entry:
        yield kgo(name), RANGE, _term(entry["range"])
    if "super" in entry:
        yield kgo(name), node(RDFS + "subPropertyOf"), _term(entry["super"])


def _kind_of_property(entry: Mapping[str, Any]) -> str:
    if entry["domain"].startswith("owl:"):
        return "AnnotationProperty"
    return "DatatypeProperty" if entry.get("range", "xsd:").startswith("xsd:") else "ObjectProperty"


def _qualifier(key: str, definition: str) -> Iterator[Triple]:
    yield qualifier(key), TYPE, node(OWL + "DatatypeProperty")
    yield from _described(qualifier(key), {"label": key, "definition": definition})
    yield qualifier(key), node(RDFS + "subPropertyOf"), kgo("qualifier")


def _scheme(name: str, entry: Mapping[str, Any]) -> Iterator[Triple]:
    yield kgo(name), TYPE, node(SKOS + "ConceptScheme")
    yield from _described(kgo(name), entry)
    for concept, about in entry["concepts"].items():
        yield kgo(concept), TYPE, node(SKOS + "Concept")
        yield from _described(kgo(concept), about)
        yield kgo(concept), NOTATION, literals.text(concept)
        yield kgo(concept), IN_SCHEME, kgo(name)


def _alignment(name: str, entry: Mapping[str, list[str]]) -> Iterator[Triple]:
    for broader in entry.get("broader", ()):
        yield kgo(name), SUBCLASS, _term(broader)
    for close in entry.get("close", ()):
        yield kgo(name), node(SKOS + "closeMatch"), _term(close)


def _coding_schemes() -> Iterator[Triple]:
    for namespace, entry in ((PLOVER, terms()["plover"]), (CAMEO, terms()["cameo"])):
        yield node(namespace + "scheme"), TYPE, node(SKOS + "ConceptScheme")
        yield from _described(node(namespace + "scheme"), entry)
    for name, quad in terms()["plover"]["quads"].items():
        yield from _concept(PLOVER, name, quad["label"], None)
        for type_ in quad["types"]:
            yield from _concept(PLOVER, type_, type_, name)
    yield from _concept(PLOVER, "context", "context", None)


def _concept(namespace: str, name: str, notation: str, broader: str | None) -> Iterator[Triple]:
    this = node(namespace + encode(name))
    yield this, TYPE, node(SKOS + "Concept")
    yield this, NOTATION, literals.text(notation)
    yield this, IN_SCHEME, node(namespace + "scheme")
    if broader:
        yield this, BROADER, node(namespace + encode(broader))


def _lexicon(relation: Relation) -> Iterator[Triple]:
    for frame in relation.lexicon:
        yield rel(relation.id), kgo("lexicon"), _english(f"{frame.kind}: {frame.text}")


def _ends(relation: Relation) -> Iterator[Triple]:
    for predicate, classes in ((DOMAIN, relation.domain), (RANGE, relation.range)):
        if len(classes) == 1:
            yield rel(relation.id), predicate, kgo(classes[0])
        else:
            yield from _union(rel(relation.id), predicate, classes)


def _union(this: NamedNode, predicate: NamedNode, classes: Iterable[str]) -> Iterator[Triple]:
    union, cells = BlankNode(), [BlankNode() for _ in classes]
    rests: list[NamedNode | BlankNode] = [*cells[1:], rdf("nil")]
    yield this, predicate, union
    yield union, TYPE, node(OWL + "Class")
    yield union, node(OWL + "unionOf"), cells[0]
    for cell, name, rest in zip(cells, classes, rests, strict=True):
        yield cell, rdf("first"), kgo(name)
        yield cell, rdf("rest"), rest


def _inverse(relation: Relation, known: Vocabulary) -> Iterator[Triple]:
    if not relation.inverse or relation.inverse == relation.id:
        return
    other = rel(relation.inverse)
    yield rel(relation.id), node(OWL + "inverseOf"), other
    yield other, TYPE, OBJECT_PROPERTY
    if relation.inverse not in set(known):
        yield (
            other,
            LABEL,
            _english(re.sub("([A-Z])", lambda m: " " + m[0].lower(), relation.inverse)),
        )


def _described(this: NamedNode, entry: Mapping[str, Any]) -> Iterator[Triple]:
    yield this, LABEL, _english(entry["label"])
    yield this, DEFINITION, _english(entry["definition"])


def _term(name: str) -> NamedNode:
    prefix, colon, local = name.partition(":")
    return node(VOCABULARIES[prefix] + local) if colon else kgo(name)


def _quad(plover_type: str) -> str | None:
    quads = terms()["plover"]["quads"].items()
    return next((name for name, quad in quads if plover_type in quad["types"]), None)


def _english(text: str) -> Literal:
    return Literal(literals.clean(text), language="en")
