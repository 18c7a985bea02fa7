from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest
from pyoxigraph import NamedNode, RdfFormat, parse

from kg.graph.names import Names
from kg.serve.negotiation import choose
from kg.store.embedded import EmbeddedStore
from tests.serve.services import BEARER, LIMITS, ask, serving, writable
from tests.store.stores import everything, filled, graph, parts, union

COUNT = "SELECT (COUNT(DISTINCT ?c) AS ?n) { ?c a kgo:Claim }"
SD = "http://www.w3.org/ns/sparql-service-description#"


def test_a_query_comes_by_get_by_form_and_by_body(url: str) -> None:
    by_get = httpx.get(f"{url}/sparql", params={"query": COUNT}, headers={"accept": "text/csv"})
    headers = {"accept": "text/csv"}
    by_form = httpx.post(f"{url}/sparql", data={"query": COUNT}, headers=headers)
    assert by_get.text == by_form.text == ask(url, COUNT).text == "n\r\n15\r\n"


@pytest.mark.parametrize(
    ("accept", "type_", "begins"),
    [
        ("", "application/sparql-results+json", '{"head":'),
        ("*/*", "application/sparql-results+json", '{"head":'),
        ("application/json", "application/json", '{"head":'),
        ("application/sparql-results+xml", "application/sparql-results+xml", "<?xml"),
        ("text/csv;q=0.5, text/tab-separated-values", "text/tab-separated-values", "?n"),
    ],
)
def test_the_client_chooses_the_format(url: str, accept: str, type_: str, begins: str) -> None:
    found = ask(url, COUNT, accept)
    assert found.headers["content-type"].partition(";")[0] == type_
    assert found.text.startswith(begins)


def test_a_format_that_nobody_writes_is_refused(url: str) -> None:
    assert ask(url, COUNT, "image/png").status_code == 406
    assert ask(url, "CONSTRUCT WHERE { ?s ?p ?o }", "text/csv").status_code == 406


@pytest.mark.parametrize(
    ("accept", "format_"),
    [
        ("text/turtle", RdfFormat.TURTLE),
        ("application/n-triples", RdfFormat.N_TRIPLES),
        ("application/rdf+xml", RdfFormat.RDF_XML),
        ("application/ld+json", RdfFormat.JSON_LD),
    ],
)
def test_graphs_come_in_every_format(url: str, accept: str, format_: RdfFormat) -> None:
    query = "CONSTRUCT { ?a rel:memberOf ?b } WHERE { ?a rel:memberOf ?b }"
    (quad,) = parse(ask(url, query, accept).content, format_)
    assert str(quad.subject).endswith("actor/armenia>")


def test_yes_and_no(url: str) -> None:
    assert ask(url, "ASK { ?a rel:memberOf ?b }", "application/json").json()["boolean"] is True
    assert ask(url, "ASK { ?a rel:expels ?b }", "text/csv").text == "false"


def test_the_dataset_can_be_named(url: str) -> None:
    graphs = ask(url, "SELECT ?g { GRAPH ?g { ?g a kgo:Document } } ORDER BY ?g").text.split()[1:]
    everywhere = httpx.get(f"{url}/sparql", headers={"accept": "text/csv"}, params=[
        ("query", COUNT), ("default-graph-uri", graphs[0]), ("default-graph-uri", graphs[1]),
    ])  # fmt: skip
    whole = {name: len(list(part.claims())) for name, part in parts().items()}
    sums = {a + b for a in whole.values() for b in whole.values()}
    assert int(everywhere.text.split()[1]) in sums
    wrong = {"query": COUNT, "default-graph-uri": "no iri"}
    assert httpx.get(f"{url}/sparql", params=wrong).status_code == 400


def test_without_a_query_the_service_describes_itself(url: str) -> None:
    found = httpx.get(f"{url}/sparql", headers={"accept": "text/turtle"})
    said = {(q.predicate.value, str(q.object)) for q in parse(found.content, RdfFormat.TURTLE)}
    assert (SD + "endpoint", f"<{url}/sparql>") in said
    assert (SD + "feature", f"<{SD}UnionDefaultGraph>") in said
    assert (SD + "supportedLanguage", f"<{SD}SPARQL11Update>") not in said


def test_what_cannot_be_parsed_says_where(url: str) -> None:
    found = ask(url, "SELECT * WHERE { ?s ?p }")
    assert found.status_code == 400
    assert "1:" in found.text


def test_updates_need_a_writing_service_and_the_token(url: str, tmp_path: Path) -> None:
    form = {"update": 'INSERT DATA { <urn:a> <urn:b> "c" }'}
    assert httpx.post(f"{url}/sparql", data=form).status_code == 403
    path = filled(tmp_path / "store", "envoy")
    before = everything(path)
    with serving(path, writable(tmp_path)) as writing:
        address = f"{writing}/sparql"
        assert httpx.post(address, data=form).status_code == 401
        assert httpx.get(address, params=form, headers=BEARER).status_code == 405
        wrong = {"authorization": "Bearer 0123456789abcdef-b-token"}
        assert httpx.post(address, data=form, headers=wrong).status_code == 401
        assert everything(path) == before
        assert httpx.post(address, data=form, headers=BEARER).status_code == 204
        assert ask(writing, "SELECT ?o { <urn:a> ?p ?o }").text == "o\r\nc\r\n"
        bad = {"update": "INSERT DATA { <urn:a> }"}
        assert httpx.post(address, data=bad, headers=BEARER).status_code == 400
        fetching = {"update": "LOAD <http://127.0.0.1:1/>"}
        assert httpx.post(address, data=fetching, headers=BEARER).status_code == 400
    assert len(everything(path)) == len(before) + 1


def test_the_ledger_is_for_those_alone_who_may_write(url: str, tmp_path: Path) -> None:
    asked = {"query": "SELECT ?name { GRAPH ?g { ?doc ?p ?name } }", "ledger": ""}
    assert httpx.get(f"{url}/sparql", params=asked).status_code == 403
    with serving(filled(tmp_path / "store", "envoy"), writable(tmp_path)) as writing:
        assert httpx.post(f"{writing}/sparql", data=asked).status_code == 401
        found = httpx.post(f"{writing}/sparql", data=asked, headers=BEARER)
        assert "envoy" in [row["name"]["value"] for row in found.json()["results"]["bindings"]]
        graph = Names().of("graph", "ledger")
        update = {"update": f"INSERT DATA {{ GRAPH {graph} {{ <urn:a> <urn:b> 1 }} }}"}
        refused = httpx.post(f"{writing}/sparql", data=update, headers=BEARER)
        assert (refused.status_code, "only kg writes it" in refused.text) == (400, True)


def test_an_update_waits_for_its_turn_and_not_for_another_writer(tmp_path: Path) -> None:
    path = filled(tmp_path / "store", "envoy")

    def put(number: int) -> httpx.Response:
        update = {"update": f"INSERT DATA {{ <urn:s> <urn:p> {number} }}"}
        return httpx.post(f"{url}/sparql", data=update, headers=BEARER, timeout=60)

    with serving(path, writable(tmp_path)) as url:
        with EmbeddedStore(path):
            busy = put(0)
            assert (busy.status_code, "is being written by" in busy.text) == (503, True)
            assert busy.headers["retry-after"]
        with ThreadPoolExecutor(4) as pool:
            assert {found.status_code for found in pool.map(put, range(4))} == {204}
    assert len([quad for quad in graph(path) if quad.subject == NamedNode("urn:s")]) == 4


def test_an_update_that_takes_long_to_read_is_stopped(tmp_path: Path) -> None:
    limits = replace(LIMITS, seconds=0.2, upload=20_000_000)
    update = "INSERT DATA { <urn:s> <urn:p> 'load' };" + "#\n" * 5_000_000
    with serving(filled(tmp_path / "store", "envoy"), writable(tmp_path), limits) as url:
        headers = BEARER | {"content-type": "application/sparql-update"}
        found = httpx.post(f"{url}/sparql", content=update, headers=headers, timeout=60)
        assert found.status_code == 503
        assert httpx.get(f"{url}/health").status_code == 200


def test_a_query_is_no_longer_than_a_query_for_being_sent_as_a_form(url: str) -> None:
    found = httpx.post(f"{url}/sparql", data={"query": "#" * 400_000 + "\nASK {}"})
    assert found.status_code == 413


def test_graphs_are_read_written_and_dropped_whole(tmp_path: Path) -> None:
    path = filled(tmp_path / "store", "envoy")
    with serving(path, writable(tmp_path)) as url:
        address, turtle = f"{url}/graphs?graph={quote('urn:g')}", {"content-type": "text/turtle"}
        assert httpx.get(address).status_code == 404
        assert httpx.put(address, content="<urn:a> <urn:b> 1 .", headers=turtle).status_code == 401
        headers = turtle | BEARER
        assert httpx.put(address, content="<urn:a> <urn:b> 1 .", headers=headers).is_success
        assert httpx.post(address, content="<urn:a> <urn:b> 2 .", headers=headers).is_success
        lines = httpx.get(address, headers={"accept": "application/n-triples"}).text.splitlines()
        assert sorted(line.split('"')[1] for line in lines) == ["1", "2"]
        assert httpx.put(address, content="<urn:a> <urn:b> 3 .", headers=headers).is_success
        assert '"3"' in httpx.get(address, headers={"accept": "application/n-triples"}).text
        assert httpx.put(address, content="<urn:a> <urn:b>", headers=headers).status_code == 400
        assert httpx.delete(address, headers=BEARER).is_success
        assert httpx.get(address).status_code == 404
        assert httpx.delete(address, headers=BEARER).status_code == 404
        assert httpx.get(f"{url}/graphs").status_code == 400
    assert len(everything(path)) > len(union("envoy"))  # the ledger too


def test_what_is_added_meanwhile_is_seen(tmp_path: Path) -> None:
    path = filled(tmp_path / "store", "envoy")
    with serving(path) as url:
        assert ask(url, COUNT).text.split()[1] == "5"
        filled(path, "letter")
        assert ask(url, COUNT).text.split()[1] == "11"


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        ("", "a/b"),
        ("*/*", "a/b"),
        ("c/d, a/b", "a/b"),
        ("c/d;q=0.9, a/b;q=0.8", "c/d"),
        ("a/*;q=0.1, c/d;q=0.2", "c/d"),
        ("*/*, a/b;q=0", "c/d"),
        ("e/f", None),
        ("c/d;q=none", None),
        ("A/B", "a/b"),
    ],
)
def test_media_types_are_chosen_by_quality(accept: str, chosen: str | None) -> None:
    assert choose(accept, ["a/b", "c/d"]) == chosen


def test_rows_in_json_are_rows_of_sparql_results(url: str) -> None:
    found = ask(url, "SELECT ?b { ?a rel:memberOf ?b }", "application/sparql-results+json").text
    (row,) = json.loads(found)["results"]["bindings"]
    assert row["b"]["type"] == "uri"
    assert row["b"]["value"].endswith("actor/csto")
