from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from functools import cache

import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, SKOS
from rdflib.collection import Collection

from kg import resources
from kg.graph.context import context, context_json
from kg.graph.names import BASE, CAMEO, KGO, OA, PLOVER, REL, prefixes
from kg.graph.ontology import ontology_turtle, terms
from kg.vocabulary import PLOVER_TYPES, vocabulary

FOLDER = resources.folder("ontology")


@cache
def ontology() -> rdflib.Graph:
    return rdflib.Graph().parse(data=ontology_turtle(), format="turtle")


def rel(name: str) -> rdflib.URIRef:
    return rdflib.URIRef(REL + name)


def kgo(name: str) -> rdflib.URIRef:
    return rdflib.URIRef(KGO + name)


@pytest.mark.parametrize(
    ("name", "make"), [("kg.ttl", ontology_turtle), ("context.jsonld", context_json)]
)
def test_the_committed_file_is_fresh(name: str, make: Callable[[], str]) -> None:
    is_fresh = (FOLDER / name).read_text(encoding="utf-8") == make()
    assert is_fresh, f"ontology/{name} is stale: write the text of {make.__name__}() to it"


def test_every_relation_is_an_object_property_with_label_and_definition() -> None:
    graph = ontology()
    for name, relation in vocabulary().items():
        assert (rel(name), RDF.type, OWL.ObjectProperty) in graph
        assert (rel(name), RDFS.label, rdflib.Literal(relation.label, "en")) in graph
        assert (rel(name), SKOS.definition, rdflib.Literal(relation.definition, "en")) in graph


def test_one_class_is_a_domain_and_several_are_a_union() -> None:
    graph = ontology()
    assert graph.value(rel("memberOf"), RDFS.domain) == kgo("Actor")
    union = graph.value(graph.value(rel("memberOf"), RDFS.range), OWL.unionOf)
    assert union is not None
    expected = {kgo(name) for name in vocabulary()["memberOf"].range}
    assert set(Collection(graph, union)) == expected


def test_inverse_symmetry_and_super_relation() -> None:
    graph = ontology()
    assert (rel("summonsEnvoyOf"), OWL.inverseOf, rel("envoySummonedBy")) in graph
    assert str(graph.value(rel("envoySummonedBy"), RDFS.label)) == "envoy summoned by"
    assert (rel("visits"), OWL.inverseOf, rel("hosts")) in graph
    assert (rel("meets"), RDF.type, OWL.SymmetricProperty) in graph
    assert (rel("condemns"), RDFS.subPropertyOf, rel("criticises")) in graph


def test_the_coding_of_a_relation_are_concepts_with_notations() -> None:
    graph = ontology()
    accuse = graph.value(rel("summonsEnvoyOf"), kgo("ploverType"))
    assert str(graph.value(accuse, SKOS.notation)) == "ACCUSE"
    assert graph.value(accuse, SKOS.broader) == rdflib.URIRef(PLOVER + "VerbalConflict")
    mode = graph.value(rel("summonsEnvoyOf"), kgo("ploverMode"))
    assert str(graph.value(mode, SKOS.notation)) == "disapprove"
    code = graph.value(rel("summonsEnvoyOf"), kgo("cameoCode"))
    assert (code, SKOS.notation, rdflib.Literal("114")) in graph
    assert (code, SKOS.broader, rdflib.URIRef(CAMEO + "11")) in graph
    assert str(graph.value(rel("summonsEnvoyOf"), kgo("ploverScore"))) == "-2"


def test_every_plover_type_has_its_quad() -> None:
    quads = [t for quad in terms()["plover"]["quads"].values() for t in quad["types"]]
    assert sorted(quads) == sorted(PLOVER_TYPES)


def test_the_lexicon_of_a_relation_is_there() -> None:
    lines = set(map(str, ontology().objects(rel("suppliesWeaponsTo"), kgo("lexicon"))))
    frames = vocabulary()["suppliesWeaponsTo"].lexicon
    assert lines == {f"{frame.kind}: {frame.text}" for frame in frames}


def test_status_is_a_closed_scheme() -> None:
    graph = ontology()
    concepts = {str(c) for c in graph.subjects(SKOS.inScheme, kgo("Status"))}
    names = "asserted negated planned hypothetical questioned".split()
    assert concepts == {KGO + name for name in names}


def test_classes_keep_their_hierarchy_and_meet_other_vocabularies() -> None:
    graph = ontology()
    assert (kgo("Country"), RDFS.subClassOf, kgo("StateActor")) in graph
    schema = rdflib.URIRef("https://schema.org/Country")
    assert (kgo("Country"), RDFS.subClassOf, schema) in graph
    prov = rdflib.URIRef("http://www.w3.org/ns/prov#Entity")
    assert (kgo("Claim"), RDFS.subClassOf, prov) in graph


def test_nothing_is_named_that_is_not_defined() -> None:
    graph = ontology()
    ours = (KGO, REL, PLOVER, CAMEO)
    used = {t for triple in graph for t in triple if str(t).startswith(ours)}
    undefined = [str(t) for t in used if not list(graph.objects(t, RDF.type))]
    assert undefined == []


def test_no_term_of_the_context_means_two_things() -> None:
    schemes = [name for scheme in terms()["schemes"].values() for name in scheme["concepts"]]
    classes = [*vocabulary().classes, *terms()["classes"]]
    names = [*classes, *schemes, *terms()["properties"], *vocabulary(), *prefixes()]
    assert [name for name, count in Counter(names).items() if count > 1] == []


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's own use of it
def test_the_context_reads_short_names_as_iris_with_their_types() -> None:
    data = {
        "@context": context(),
        "id": "claim:1",
        "type": "Claim",
        "status": "asserted",
        "confidence": "0.93",
        "rdf:predicate": "meets",
        "oa:hasTarget": "span:2",
    }
    graph = rdflib.Graph().parse(data=json.dumps(data), format="json-ld")
    this = rdflib.URIRef(BASE + "claim/1")
    assert set(graph) == {
        (this, RDF.type, kgo("Claim")),
        (this, kgo("status"), kgo("asserted")),
        (this, kgo("confidence"), rdflib.Literal("0.93", datatype=rdflib.XSD.decimal)),
        (this, RDF.predicate, rel("meets")),
        (this, rdflib.URIRef(OA + "hasTarget"), rdflib.URIRef(BASE + "span/2")),
    }
