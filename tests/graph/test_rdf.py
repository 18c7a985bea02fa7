from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from pyoxigraph import BlankNode, Dataset, NamedNode, Quad, RdfFormat, Store, parse, serialize

from kg.errors import ExportError, ValidationError
from kg.graph.names import BASE, DCTERMS, KGO, OA, PROV, REL, SKOS, Names, kgo, node
from kg.graph.pool import merge, pool
from kg.graph.provenance import Run
from kg.graph.rdf import to_rdf
from kg.model import Corpus, Span, When
from tests.corpora import ENVOY, corpus
from tests.strategies import corpora
from tests.terms import datatype, value


def objects(dataset: Dataset, predicate: str) -> list[str]:
    return sorted(value(quad.object) for quad in dataset.quads_for_predicate(node(predicate)))


def actor(name: str) -> str:
    return f"{BASE}actor/{name}"


def test_the_plain_triple_stands_only_for_what_an_author_tells_as_fact() -> None:
    plain = {
        (value(quad.subject), quad.predicate.value, value(quad.object))
        for quad in to_rdf(corpus())
        if quad.predicate.value.startswith(REL)
    }
    told = {
        ("russia", "summonsEnvoyOf", "armenia"),
        ("armenia", "accuses", "russia"),
        ("nikol-pashinyan", "headOfGovernmentOf", "armenia"),
        ("france", "suppliesWeaponsTo", "armenia"),
        ("armenia", "memberOf", "csto"),
        ("azerbaijan", "attacks", "armenia"),
        ("vladimir-putin", "headOfStateOf", "russia"),
        ("vladimir-putin", "meets", "nikol-pashinyan"),
    }
    assert plain == {(actor(s), REL + p, actor(o)) for s, p, o in told}


def test_what_a_document_says_goes_with_its_named_graph() -> None:
    whole, names = to_rdf(corpus()), Names()
    left = [quad for quad in whole if quad.graph_name != names.document(ENVOY)]
    assert not [quad for quad in left if quad.object == names.document(ENVOY)]
    assert not [quad for quad in left if quad.predicate.value == REL + "summonsEnvoyOf"]
    assert len({quad.graph_name for quad in whole}) == 3 + len(("actors", "relations", "runs"))


def test_each_document_has_its_own_node_even_where_two_texts_are_equal() -> None:
    reprint = replace(ENVOY, name="reprint", publisher="Other Wire")
    both = to_rdf(pool([], [ENVOY, reprint]))
    assert objects(both, DCTERMS + "publisher") == ["Example Wire", "Other Wire"]
    assert len(list(both.quads_for_object(kgo("Document")))) == 2


def test_selectors_tell_position_and_quote_of_the_same_stretch() -> None:
    dataset = to_rdf(corpus())
    exact = objects(dataset, OA + "exact")
    assert "Russia summoned Armenia's ambassador" not in exact
    assert {"Russia summoned Armenia", "Friday", "summoned", "Armenia", "Russia"} <= set(exact)
    start = {
        value(q.subject).rpartition("/")[2]: value(q.object)
        for q in dataset.quads_for_predicate(node(OA + "start"))
    }
    end = {
        value(q.subject).rpartition("/")[2]: value(q.object)
        for q in dataset.quads_for_predicate(node(OA + "end"))
    }
    quotes = list(dataset.quads_for_predicate(node(OA + "exact")))
    texts = {document.id: document.text for document in corpus().documents}
    for quad in quotes:
        local = value(quad.subject).rpartition("/")[2]
        assert texts[local[:16]][int(start[local]) : int(end[local])] == value(quad.object)


def test_times_have_the_datatype_of_their_precision_and_an_origin() -> None:
    dataset = to_rdf(corpus())
    typed = {
        (value(quad.object), datatype(quad.object))
        for quad in dataset.quads_for_predicate(kgo("time"))
    }
    assert typed == {
        ("2023-09-08", "date"),
        ("2022-05-12", "date"),
        ("2023-11", "gYearMonth"),
        ("2022-09", "gYearMonth"),
        ("2020", "gYear"),
    }
    assert objects(dataset, KGO + "timeFrom").count(KGO + "relativeDate") == 1
    issued = {datatype(q.object) for q in dataset.quads_for_predicate(node(DCTERMS + "issued"))}
    assert issued == {"date", "dateTime", "gYearMonth"}


def test_confidence_is_a_decimal_of_two_digits() -> None:
    assert set(objects(to_rdf(corpus()), KGO + "confidence")) == {"0.93", "0.9"}


def test_the_source_is_absent_where_the_author_says_it() -> None:
    assert objects(to_rdf(corpus()), KGO + "source") == sorted(
        [actor("armenian-ministry"), actor("azerbaijan"), actor("vladimir-putin")]
    )


def test_qualifiers_are_properties_of_the_claim() -> None:
    dataset = to_rdf(corpus())
    assert objects(dataset, "https://w3id.org/actorgraph/qualifier/weapon") == ["Bastion vehicles"]


def test_every_claim_names_the_run_that_made_it_and_the_run_has_no_clock() -> None:
    run = Run("1.2.3", "some_model", (("sentences", "all"),))
    dataset = to_rdf(corpus(), run=run)
    this = Names().of("run", run.id)
    assert set(objects(dataset, PROV + "wasGeneratedBy")) == {this.value}
    said = {quad.predicate.value: value(quad.object) for quad in dataset.quads_for_subject(this)}
    assert said[KGO + "model"] == "some_model"
    assert said[KGO + "option"] == "sentences=all"
    assert said[SKOS + "prefLabel"] == "actorgraph 1.2.3"
    assert not [text for text in said.values() if text.startswith("20")]


def test_the_base_of_the_data_is_a_setting() -> None:
    dataset = to_rdf(corpus(), base="https://data.example/kg/")
    assert objects(dataset, KGO + "source")[0] == "https://data.example/kg/actor/armenian-ministry"
    assert not [quad for quad in dataset if BASE in str(quad)]


@pytest.mark.parametrize("base", ["https://data.example/no end", "relative/", "https://e.example"])
def test_a_base_that_makes_no_iris_is_refused(base: str) -> None:
    with pytest.raises(ExportError, match="base|IRI"):
        to_rdf(corpus(), base=base)


def test_a_mention_that_is_not_in_the_text_is_refused() -> None:
    claim = next(corpus().claims())
    moved = replace(claim.claim.subject, span=Span(1, 4))
    wrong = replace(claim, claim=replace(claim.claim, subject=moved))
    with pytest.raises(ValidationError, match=r"text\[1:4\]"):
        to_rdf(pool([wrong]))


def test_an_unknown_origin_of_time_is_refused() -> None:
    claim = next(corpus().claims())
    wrong = replace(claim, claim=replace(claim.claim, time=When("2023", origin="guess")))
    with pytest.raises(ValidationError, match="guess"):
        to_rdf(pool([wrong]))


def test_a_store_gives_back_the_same_bytes() -> None:
    dataset = to_rdf(corpus())
    store = Store()
    store.bulk_extend(dataset)

    lines = [
        (serialize(quads, format=RdfFormat.N_QUADS) or b"").splitlines()
        for quads in (store, dataset)
    ]
    assert sorted(lines[0]) == sorted(lines[1])


@given(corpora())
def test_the_quads_of_a_corpus_are_the_union_of_those_of_its_documents(made: Corpus) -> None:
    shards = [
        pool([c for c in made.claims() if c.document == document], [document])
        for document in made.documents
    ]
    actors = pool([], [], made.actors)
    assert to_rdf(merge([*shards, actors])) == to_rdf(made)
    assert Dataset(quad for shard in [*shards, actors] for quad in to_rdf(shard)) == to_rdf(made)


@given(corpora())
def test_any_text_makes_valid_rdf_without_blank_nodes(made: Corpus) -> None:
    dataset = to_rdf(made)
    again = Dataset(parse(serialize(dataset, format=RdfFormat.N_QUADS), RdfFormat.N_QUADS))
    assert again == dataset
    assert not any(isinstance(term, BlankNode) for quad in dataset for term in quad)


def test_a_script_is_no_web_address() -> None:
    document = replace(ENVOY, url="javascript:alert(1)")
    found = list(to_rdf(pool([], [document])).quads_for_predicate(node(DCTERMS + "source")))
    assert [isinstance(quad.object, NamedNode) for quad in found] == [False]
    assert isinstance(found[0], Quad)
