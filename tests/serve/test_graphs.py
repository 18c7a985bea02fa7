"""Whole graphs, and what the W3C's own tests do not say of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.serve.services import BEARER, ask, serving, writable
from tests.store.stores import filled

TURTLE = {"content-type": "text/turtle"} | BEARER
LINES = {"accept": "application/n-triples"}


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A service that may be written to."""
    folder = tmp_path_factory.mktemp("graphs")
    with serving(filled(folder / "store", "envoy"), writable(folder)) as address:
        yield address


def test_a_graph_has_an_address_of_its_own(url: str) -> None:
    address = f"{url}/graphs/notes/1"
    assert httpx.put(address, content="<> <urn:p> 1 .", headers=TURTLE).status_code == 201
    assert httpx.get(address, headers=LINES).text.startswith(f"<{address}> <urn:p>")
    by_name = httpx.get(f"{url}/graphs", params={"graph": address}, headers=LINES)
    assert by_name.text == httpx.get(address, headers=LINES).text
    assert httpx.put(address, content="", headers=TURTLE).status_code == 204
    assert httpx.get(address).status_code == 200  # empty, and there
    assert httpx.delete(address, headers=BEARER).status_code == 204
    assert httpx.get(address).status_code == 404
    twice = {"graph": "urn:g"}
    assert httpx.put(address, params=twice, content="", headers=TURTLE).status_code == 400


def test_a_graph_without_a_name_gets_one_that_is_not_taken(url: str) -> None:
    places = [
        httpx.post(f"{url}/graphs", content="<urn:a> <urn:p> 1 .", headers=TURTLE).headers
        for _ in range(2)
    ]
    first, second = (headers["location"] for headers in places)
    assert second == f"{first}-2"
    for name in (first, second):
        assert "<urn:a>" in httpx.get(f"{url}/graphs", params={"graph": name}, headers=LINES).text


def test_the_parts_of_a_form_keep_their_blank_nodes_apart(url: str) -> None:
    part = {"file": ("a.ttl", "[] <urn:q> 1 .", "text/turtle")}
    other = {"file": ("b.nt", "_:b <urn:q> <urn:x> .", "application/n-triples")}
    files = [*part.items(), *other.items()]
    address = f"{url}/graphs"
    given = httpx.post(address, params={"graph": "urn:parts"}, files=files, headers=BEARER)
    assert given.status_code == 201
    counted = "SELECT (COUNT(DISTINCT ?s) AS ?n) { GRAPH <urn:parts> { ?s <urn:q> ?o } }"
    assert ask(url, counted).text == "n\r\n2\r\n"


def test_the_default_graph_is_what_was_put_there(url: str) -> None:
    address = f"{url}/graphs?default"
    assert httpx.put(address, content="<urn:d> <urn:p> 1 .", headers=TURTLE).status_code == 204
    assert httpx.get(address, headers=LINES).text.count("\n") == 1
    assert httpx.delete(address, headers=BEARER).status_code == 204


def test_relative_names_are_relative_to_the_base_of_the_data(url: str) -> None:
    found = ask(url, "SELECT ?p { <actor/armenia> ?p ?o } LIMIT 1")
    assert len(found.text.split()) == 2


def test_a_query_and_an_update_may_say_of_which_graphs(url: str) -> None:
    counted = "SELECT (COUNT(*) AS ?n) %s { ?c a kgo:Claim }"
    assert ask(url, counted % "FROM <urn:nothing>").text == "n\r\n0\r\n"
    assert ask(url, counted % "").text != "n\r\n0\r\n"
    update = "INSERT { GRAPH <urn:copy> { ?s ?p ?o } } WHERE { ?s ?p ?o }"
    given = {"update": update, "using-graph-uri": "urn:nothing"}
    assert httpx.post(f"{url}/sparql", data=given, headers=BEARER).status_code == 204
    assert ask(url, "ASK { GRAPH <urn:copy> { ?s ?p ?o } }").text == "false"
    given["update"] = f"WITH <urn:copy> {update}"
    assert httpx.post(f"{url}/sparql", data=given, headers=BEARER).status_code == 400


def test_only_who_may_write_makes_graphs(url: str, tmp_path: Path) -> None:
    content, headers = "<urn:a> <urn:p> 1 .", {"content-type": "text/turtle"}
    for address in (f"{url}/graphs", f"{url}/graphs/a", f"{url}/graphs?default"):
        assert httpx.post(address, content=content, headers=headers).status_code == 401
    with serving(filled(tmp_path / "store", "envoy")) as reading:
        assert httpx.post(f"{reading}/graphs", content=content, headers=headers).status_code == 403
