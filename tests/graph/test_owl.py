"""Entailments of small graphs, each by the rule of the OWL 2 RL profile (section 4.3) it is for."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from kg.errors import ValidationError
from kg.graph.names import VOCABULARIES
from kg.graph.owl import Triple, entailed

PREFIXES = "@prefix : <urn:x:> .\n" + "".join(
    f"@prefix {name}: <{iri}> .\n" for name, iri in VOCABULARIES.items()
)
RULES = {
    "prp-dom": (":meets rdfs:domain :Actor .", ":a :meets :b .", ":a a :Actor ."),
    "prp-rng": (":meets rdfs:range :Actor .", ":a :meets :b .", ":b a :Actor ."),
    "prp-symp": (":meets a owl:SymmetricProperty .", ":a :meets :b .", ":b :meets :a ."),
    "prp-trp": (
        ":partOf a owl:TransitiveProperty .",
        ":a :partOf :b . :b :partOf :c .",
        ":a :partOf :c .",
    ),
    "prp-spo1": (
        ":condemns rdfs:subPropertyOf :criticises .",
        ":a :condemns :b .",
        ":a :criticises :b .",
    ),
    "prp-eqp1": (
        ":buysFrom owl:equivalentProperty :getsFrom .",
        ":a :buysFrom :b .",
        ":a :getsFrom :b .",
    ),
    "prp-inv1": (
        ":memberOf owl:inverseOf :hasMember .",
        ":a :memberOf :b .",
        ":b :hasMember :a .",
    ),
    "prp-inv2": (
        ":memberOf owl:inverseOf :hasMember .",
        ":b :hasMember :a .",
        ":a :memberOf :b .",
    ),
    "prp-spo2": (
        ":in owl:propertyChainAxiom ( :in :partOf ) .",
        ":a :in :b . :b :partOf :c .",
        ":a :in :c .",
    ),
    "prp-fp, eq-sym": (
        ":capital a owl:FunctionalProperty .",
        ":a :capital :b , :c .",
        ":b owl:sameAs :c . :c owl:sameAs :b . :a owl:sameAs :a .",
    ),
    "cax-sco": (":State rdfs:subClassOf :Actor .", ":a a :State .", ":a a :Actor ."),
    "cax-eqc1": (":State owl:equivalentClass :Land .", ":a a :State .", ":a a :Land ."),
    "cls-uni": (
        ":Actor a owl:Class ; owl:unionOf ( :State :Person ) .",
        ":a a :State .",
        ":a a :Actor .",
    ),
    "cls-hv1": (
        ":Ally owl:onProperty :alliedWith ; owl:hasValue :b .",
        ":a a :Ally .",
        ":a :alliedWith :b .",
    ),
    "eq-rep-s, eq-rep-o": (
        "",
        ":a :meets :b . :a owl:sameAs :c .",
        ":c :meets :b . :c owl:sameAs :a .",
    ),
    "nothing": (":meets rdfs:domain :Actor .", ":a :sees :b .", ""),
}


def triples(text: str) -> set[Triple]:
    quads = parse(PREFIXES + text, RdfFormat.TURTLE)
    return {(q.subject, q.predicate, q.object) for q in quads}


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_of_the_profile_holds(rule: str) -> None:
    ontology, facts, expected = RULES[rule]
    found = entailed(triples(facts), triples(ontology))
    same = NamedNode(VOCABULARIES["owl"] + "sameAs")
    assert found == {t for t in triples(expected) if t[1] != same or t[0] != t[2]}


def test_rules_work_together() -> None:
    ontology = ":condemns rdfs:subPropertyOf :criticises . :criticises rdfs:range :Actor ."
    found = entailed(triples(":a :condemns :b ."), triples(ontology))
    assert found == triples(":a :criticises :b . :b a :Actor .")


def test_annotations_say_nothing_and_values_stay_as_they_are() -> None:
    ontology = triples(":meets rdfs:label 'meets' ; rdfs:domain :Actor .")
    facts = triples(":a :meets :b ; :aged 042 .")
    assert entailed(facts, ontology) == triples(":a a :Actor .")
    assert Literal("042", datatype=NamedNode(VOCABULARIES["xsd"] + "integer")) in {
        t[2] for t in facts
    }  # fmt: skip


@pytest.mark.parametrize(
    ("ontology", "facts"),
    [
        (":State owl:disjointWith :Person .", ":a a :State , :Person ."),  # cax-dw
        (":rules a owl:IrreflexiveProperty .", ":a :rules :a ."),  # prp-irp
        (":rules a owl:AsymmetricProperty .", ":a :rules :b . :b :rules :a ."),  # prp-asyp
    ],
)
def test_a_contradiction_is_said(ontology: str, facts: str) -> None:
    with pytest.raises(ValidationError, match="contradict the ontology"):
        entailed(triples(facts), triples(ontology))
