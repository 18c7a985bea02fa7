"""The JSON-LD context: short names for what our graphs say, with the types of the values."""

from __future__ import annotations

import json
from typing import Any

from kg.graph.names import BASE, KGO, REL, prefixes
from kg.graph.ontology import terms
from kg.vocabulary import vocabulary

# properties of other vocabularies, and how their values are to be read
_BORROWED = {
    "oa:hasSelector": "@id",
    "oa:hasSource": "@id",
    "oa:hasTarget": "@id",
    "oa:start": "xsd:integer",
    "oa:end": "xsd:integer",
    "owl:sameAs": "@id",
    "prov:wasDerivedFrom": "@id",
    "prov:wasGeneratedBy": "@id",
    "rdf:object": "@id",
    "rdf:predicate": "@vocab",
    "rdf:subject": "@id",
    "rdfs:subPropertyOf": "@vocab",
    "skos:broader": "@id",
    "skos:inScheme": "@id",
}


def context(base: str = BASE) -> dict[str, Any]:
    """The context as an object; `base` begins the IRIs of the data."""
    names: dict[str, Any] = {"@version": 1.1, "id": "@id", "type": "@type"} | prefixes(base)
    for name in (*vocabulary().classes, *terms()["classes"]):
        names[name] = KGO + name
    for scheme in terms()["schemes"].values():
        names |= {concept: KGO + concept for concept in scheme["concepts"]}
    for name, entry in terms()["properties"].items():
        names[name] = {"@id": KGO + name} | _coercion(entry.get("range"))
    for name in vocabulary():
        names[name] = {"@id": REL + name, "@type": "@id"}
    return names | {name: {"@id": name, "@type": type_} for name, type_ in _BORROWED.items()}


def context_json() -> str:
    """The text of ontology/context.jsonld."""
    return json.dumps({"@context": context()}, indent=2) + "\n"


def _coercion(range_: str | None) -> dict[str, str]:
    if range_ is None or range_ in ("xsd:string", "rdf:langString"):
        return {}
    if range_.startswith("xsd:"):
        return {"@type": range_}
    return {"@type": "@vocab" if range_ in ("skos:Concept", "owl:Class") else "@id"}
