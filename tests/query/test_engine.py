from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import Dataset, Store

from kg.errors import ExportError, QueryError
from kg.graph.files import write_text
from kg.graph.names import BASE, prefixes
from kg.graph.rdf import to_rdf
from kg.graph.statements import generate_statements
from kg.graph.turtle import generate_trig, generate_turtle
from kg.query import run
from tests.corpora import corpus

SUPPLIES = "SELECT ?a ?b { ?a rel:suppliesWeaponsTo ?b }"


def dataset() -> Dataset:
    return to_rdf(corpus())


def test_the_plain_question_has_the_plain_answer() -> None:
    result = run(dataset(), SUPPLIES)
    assert result.head == ("a", "b")
    assert result.table() == [["actor:france", "actor:armenia"]]


@pytest.mark.parametrize("name", ["graph.trig", "statements.jsonl"])
def test_a_graph_file_can_be_asked(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    chunks = (
        generate_statements(corpus())
        if file.suffix == ".jsonl"
        else generate_trig(dataset(), prefixes())
    )
    write_text(chunks, file)
    assert run(file, SUPPLIES).table() == [["actor:france", "actor:armenia"]]


def test_a_store_that_keeps_all_in_named_graphs_can_be_asked() -> None:
    store = Store()
    store.extend(dataset())
    assert run(store, SUPPLIES).table() == [["actor:france", "actor:armenia"]]


@pytest.mark.parametrize("apart", [True, False])
def test_a_query_may_say_from_which_graphs_it_wants_its_answer(apart: bool) -> None:
    store = Store()
    store.extend(dataset())
    counted = "SELECT (COUNT(*) AS ?n) %s { ?c a kgo:Claim }"
    document = "SELECT ?g { GRAPH ?g { ?g dcterms:identifier 'envoy' } }"
    ((graph,),) = run(store, document).rows
    source = store if apart else dataset()
    assert run(source, counted % f"FROM {graph}").table() == [["5"]]
    assert run(source, counted % "FROM <urn:nothing>").table() == [["0"]]
    assert run(source, counted % "").table() == [["15"]]


def test_a_triple_that_two_graphs_hold_counts_once() -> None:
    counted = "SELECT (COUNT(*) AS ?n) { ?s rdf:predicate rel:attacks }"
    assert run(dataset(), counted).table() == [["1"]]


def test_named_graphs_are_the_documents() -> None:
    query = (
        "SELECT DISTINCT ?name { GRAPH ?g { ?c kgo:status kgo:negated } "
        "?g dcterms:identifier ?name } ORDER BY ?name"
    )
    assert run(dataset(), query).table() == [["arms & more"], ["envoy"]]


def test_prefixes_follow_the_base_of_the_data() -> None:
    made = to_rdf(corpus(), base="https://data.example/")
    assert run(made, "SELECT ?b { actor:france rel:suppliesWeaponsTo ?b }").table() == [
        ["actor:armenia"]
    ]


def test_ask_is_true_or_false() -> None:
    result = run(dataset(), "ASK { ?a rel:attacks ?b }")
    assert (result.truth, result.head, result.table()) == (True, ("answer",), [["true"]])
    assert json.loads(result.to("json")) == {"head": {}, "boolean": True}
    assert result.to("csv") == "answer\r\ntrue\r\n"


def test_construct_gives_turtle_that_others_read() -> None:
    result = run(
        dataset(), "CONSTRUCT { ?b rel:getsWeaponsFrom ?a } { ?a rel:suppliesWeaponsTo ?b }"
    )
    graph = rdflib.Graph().parse(data=result.to("ttl"), format="turtle")
    actor = rdflib.Namespace(BASE + "actor/")
    gets = rdflib.URIRef(prefixes()["rel"] + "getsWeaponsFrom")
    assert set(graph) == {(actor.armenia, gets, actor.france)}
    assert result.table() == [["actor:armenia", "rel:getsWeaponsFrom", "actor:france"]]


def test_describe_gives_all_that_is_said_of_a_thing() -> None:
    result = run(dataset(), "DESCRIBE actor:csto")
    assert '"Collective Security Treaty Organization"' in result.to("ttl")


def test_csv_is_read_back_with_unbound_values_empty() -> None:
    query = (
        "SELECT ?title ?no { ?d dcterms:title ?title OPTIONAL { ?d kgo:none ?no } } ORDER BY ?title"
    )
    rows = list(csv.reader(io.StringIO(run(dataset(), query).to("csv"))))
    assert rows == [
        ["title", "no"],
        ["Moscow calls in the ambassador", ""],
        ['Vehicles for "Yerevan" <draft>', ""],
    ]


def test_csv_marks_what_a_spreadsheet_would_run() -> None:
    result = run(dataset(), 'SELECT ("=1+1" AS ?x) {}')
    assert result.csv() == "x\r\n'=1+1\r\n"
    assert result.csv(safe=False) == "x\r\n=1+1\r\n"


def test_json_is_what_another_engine_writes() -> None:
    query = (
        "PREFIX kgo: <https://w3id.org/actorgraph/ontology#> "
        "PREFIX dcterms: <http://purl.org/dc/terms/> "
        'SELECT ?d ?t ("x"@en AS ?l) (1 AS ?n) ?u '
        "{ ?d a kgo:Document OPTIONAL { ?d dcterms:title ?t } } ORDER BY ?d"
    )
    graph = rdflib.Graph().parse(data="".join(generate_turtle(dataset(), {})))
    theirs = graph.query(query).serialize(format="json")
    assert theirs is not None
    assert json.loads(run(dataset(), query).to("json")) == json.loads(theirs)


def test_a_select_has_no_turtle_and_a_form_must_exist() -> None:
    with pytest.raises(QueryError, match="only CONSTRUCT and DESCRIBE"):
        run(dataset(), SUPPLIES).to("ttl")
    with pytest.raises(QueryError, match="no form 'xml': use one of csv, json, ttl"):
        run(dataset(), SUPPLIES).to("xml")


def test_a_table_holds_nothing_that_could_control_a_terminal() -> None:
    assert run(dataset(), 'SELECT ("a\\rb" AS ?x) {}').table() == [["a b"]]


@pytest.mark.parametrize(
    ("query", "line", "shown"),
    [
        ("SELECT * {\n ?s ?p ?o .\n FILTER (?x = }", 3, " FILTER (?x = }"),
        ("SELECT ?x { ?x nope:it ?y }", 1, "its prefix is not declared"),
        ("SELEKT ?x {}", 1, "SELEKT"),
        ("", 1, "not valid SPARQL"),
    ],
)
def test_a_query_that_does_not_parse_shows_its_line(query: str, line: int, shown: str) -> None:
    with pytest.raises(QueryError) as caught:
        run(dataset(), query)
    assert f"line {line}" in str(caught.value)
    assert shown in str(caught.value)


@pytest.mark.parametrize(
    "query", ["DROP ALL", "LOAD <http://127.0.0.1:9/x>", "INSERT DATA { <a:a> <a:b> 1 }"]
)
def test_updates_are_no_queries(query: str) -> None:
    with pytest.raises(QueryError, match="not valid SPARQL|LOAD is not allowed"):
        run(dataset(), query)


def test_a_query_that_takes_too_long_is_given_up() -> None:
    endless = (
        "SELECT (COUNT(*) AS ?n) { " + " ".join(f"?a{n} ?b{n} ?c{n} ." for n in range(6)) + " }"
    )
    with pytest.raises(QueryError, match=r"longer than 0\.2 seconds"):
        run(dataset(), endless, timeout=0.2)


def test_deep_queries_are_answered_without_end_to_the_stack() -> None:
    assert run(dataset(), "SELECT (" + "(" * 400 + "1" + ")" * 400 + " AS ?x) {}").table() == [
        ["1"]
    ]
    chain = "ASK { ?s " + "<a:a>/" * 150 + "<a:a> ?o }"
    assert run(dataset(), chain).truth is False


def test_a_file_that_is_no_graph_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="ending"):
        run(tmp_path / "graph.doc", SUPPLIES)
