from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

import pytest
import rdflib
from hypothesis import given, settings
from pyoxigraph import Dataset, Literal, NamedNode, Quad

from kg import resources
from kg.classes import classes
from kg.graph.literals import decimal, number, text
from kg.graph.names import DCTERMS, KGO, OA, PROV, SKOS, Names, kgo, node, rdf, rel
from kg.graph.pool import pool
from kg.graph.rdf import to_rdf
from kg.graph.validate import shape_findings
from kg.model import Corpus, ResolvedClaim
from tests.corpora import ENVOY, corpus, span
from tests.strategies import corpora

Change = Callable[[Iterable[Quad]], Iterable[Quad]]
Term = NamedNode | Literal


@cache
def small() -> Corpus:
    """Russia summoned Armenia's envoy; Azerbaijan, the ministry said, did not attack Armenia."""
    kept = ("summonsEnvoyOf", "attacks")
    claims = [c for c in corpus().claims() if c.document == ENVOY and c.claim.relation in kept]
    return pool(claims)


def summons() -> ResolvedClaim:
    return next(c for c in small().claims() if c.claim.relation == "summonsEnvoyOf")


def claim() -> NamedNode:
    return Names().of("claim", summons().id)


def without(predicate: NamedNode) -> Change:
    return lambda quads: [q for q in quads if q.predicate != predicate]


def with_value(predicate: NamedNode, value: Term) -> Change:
    """Every value of the predicate is replaced."""
    return lambda quads: [
        Quad(q.subject, q.predicate, value, q.graph_name) if q.predicate == predicate else q
        for q in quads
    ]


def adding(predicate: NamedNode, value: Term, subject: NamedNode | None = None) -> Change:
    home = Names().document(ENVOY)
    return lambda quads: [*quads, Quad(subject or claim(), predicate, value, home)]


def untyped(name: str) -> Change:
    return lambda quads: [q for q in quads if q.object != kgo(name)]


def stretch(words: str) -> NamedNode:
    names = Names()
    return names.span("span", names.document(ENVOY), span(ENVOY, words))


ARMENIA, RUSSIA = (Names().of("actor", name) for name in ("armenia", "russia"))
FAULTS: dict[str, tuple[Change, str]] = {
    "no statement": (without(kgo("states")), "makes exactly one statement"),
    "no status": (without(kgo("status")), "exactly one status"),
    "two statuses": (adding(kgo("status"), kgo("planned")), "exactly one status"),
    "a status of one's own": (with_value(kgo("status"), kgo("certain")), "exactly one status"),
    "too sure": (with_value(kgo("confidence"), decimal(1.5)), "between 0 and 1"),
    "confidence in words": (with_value(kgo("confidence"), text("high")), "between 0 and 1"),
    "no rule": (without(kgo("rule")), "the rule that found it"),
    "no subject mention": (without(kgo("subjectMention")), "one mention of its subject"),
    "no cue": (without(kgo("cue")), "one cue"),
    "no sentence": (without(kgo("sentence")), "stands in one sentence"),
    "two sources": (adding(kgo("source"), RUSSIA, Names().of("claim", "x")), "a source comes with"),
    "a source without its mention": (without(kgo("sourceMention")), "a source comes with"),
    "no document": (untyped("Document"), "comes from one document"),
    "no run": (without(node(PROV + "wasGeneratedBy")), "names the run"),
    "a time in words": (with_value(kgo("time"), text("on Friday")), "a time is one xsd:date"),
    "a time from nowhere": (without(kgo("timeFrom")), "a time comes with its origin"),
    "an origin of one's own": (with_value(kgo("timeFrom"), kgo("guess")), "one of the scheme's"),
    "a statement without relation": (without(rdf("predicate")), "has one relation"),
    "a relation without meaning": (with_value(rdf("predicate"), rel("loves")), "has one relation"),
    "a rumour told as fact": (
        adding(rel("attacks"), ARMENIA, Names().of("actor", "azerbaijan")),
        "a plain triple stands only for",
    ),
    "a fact without its triple": (without(rel("summonsEnvoyOf")), "stands as a plain triple"),
    "a mention of somebody else": (with_value(kgo("refersTo"), RUSSIA), "object's mention refers"),
    "a mention of nobody": (without(kgo("refersTo")), "a mention means one actor"),
    "an actor without a name": (without(node(SKOS + "prefLabel")), "an actor has one label"),
    "two names": (adding(node(SKOS + "prefLabel"), text("Rus"), RUSSIA), "an actor has one label"),
    "an abstract actor": (adding(rdf("type"), kgo("Polity"), RUSSIA), "an actor has one class"),
    "no quotes": (without(node(OA + "exact")), "a quote has its words"),
    "an empty quote": (with_value(node(OA + "exact"), text("")), "a quote has its words"),
    "a quote of another length": (
        with_value(node(OA + "exact"), text("something else")),
        "as long as its position says",
    ),
    "a backward position": (with_value(node(OA + "end"), number(0)), "before its end"),
    "an offset in words": (with_value(node(OA + "start"), text("3")), "starts at one offset"),
    "a cue outside the sentence": (
        with_value(kgo("sentence"), stretch("Friday")),
        "the cue lies inside",
    ),
    "a part in another document": (
        adding(node(OA + "hasSource"), Names().of("doc", "other"), stretch("summoned")),
        "lie in the document it comes from",
    ),
    "a stretch without selectors": (without(node(OA + "hasSelector")), "by position and by quote"),
    "a document without a name": (without(node(DCTERMS + "identifier")), "a document has one name"),
    "a digest that is none": (with_value(kgo("textDigest"), text("ab12")), "sixteen hexadecimal"),
    "a run without a version": (without(kgo("version")), "the version of the program"),
    "a score off the scale": (with_value(kgo("ploverScore"), decimal(11)), "between -10 and 10"),
}


def test_nothing_is_found_in_what_we_make() -> None:
    assert shape_findings(to_rdf(corpus())) == ()


@settings(max_examples=5)
@given(corpora())
def test_whatever_the_text_only_a_time_that_is_none_is_found(made: Corpus) -> None:
    messages = {finding.message for finding in shape_findings(to_rdf(made))}
    assert messages <= {"a time is one xsd:date, xsd:gYearMonth or xsd:gYear"}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_found(fault: str) -> None:
    change, message = FAULTS[fault]
    findings = shape_findings(Dataset(change(to_rdf(small()))))
    assert message in " | ".join(finding.message for finding in findings)


def test_a_finding_names_the_node_and_the_value() -> None:
    wrong = with_value(kgo("confidence"), decimal(1.5))(to_rdf(small()))
    first, second = shape_findings(Dataset(wrong))
    assert {first.place, second.place} == {
        Names().of("claim", c.id).value for c in small().claims()
    }
    assert first.value == "1.5"


def test_a_rule_on_many_nodes_names_the_one_that_breaks_it() -> None:
    (finding,) = shape_findings(Dataset(without(rel("summonsEnvoyOf"))(to_rdf(small()))))
    assert finding.place == Names().of("stmt", summons().statement_id).value


def test_the_classes_of_actors_are_those_of_the_ontology() -> None:
    shapes = rdflib.Graph().parse(resources.folder("ontology") / "shapes.ttl")
    rows = shapes.query(
        """PREFIX sh: <http://www.w3.org/ns/shacl#>
        SELECT ?class { ?p sh:path rdf:type ; sh:in/rdf:rest*/rdf:first ?class }"""
    )
    concrete = {KGO + name for name, entry in classes().items() if not entry.abstract}
    assert {str(row[0]) for row in rows if isinstance(row, tuple)} == concrete
