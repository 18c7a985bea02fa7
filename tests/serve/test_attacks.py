from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import httpx
import pytest

from kg.errors import StoreError
from kg.serve.guard import access
from tests.serve.services import (
    BEARER,
    LIMITS,
    TOKEN,
    ask,
    children,
    serving,
    wait_until_idle,
    writable,
)
from tests.store.stores import filled

CROSS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
GOOD = "SELECT ?x { ?x a kgo:Document } ORDER BY ?x"


@pytest.fixture
def canary() -> Iterator[int]:
    """A port on loopback that must never be called."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        listening.setblocking(False)
        yield listening.getsockname()[1]
        with pytest.raises(BlockingIOError):
            listening.accept()


@pytest.mark.parametrize(
    "query",
    [
        CROSS,
        "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
        "SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?d))) AS ?x) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
        "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY CONCAT(STR(?a), STR(?d))",
        "SELECT * { ?s ?p ?o }",
        "CONSTRUCT WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
        "ASK { FILTER(" + "!" * 60_000 + "true) }",
        "ASK { FILTER(" + " || ".join(["?x"] * 15_000) + ") }",
        "ASK { ?s " + "^" * 60_000 + "<urn:p> ?o }",
    ],
)
def test_what_costs_too_much_is_stopped_and_leaves_nothing(url: str, query: str) -> None:
    assert ask(url, query, "*/*").status_code in (400, 503)
    wait_until_idle()
    assert ask(url, GOOD).status_code == 200


@pytest.mark.parametrize("pair", ["{}", "()", "[]"])
@pytest.mark.parametrize("depth", [100, 3000, 20_000])
def test_nesting_bombs_are_refused_unread(url: str, pair: str, depth: int) -> None:
    found = ask(url, "SELECT * { " + pair[0] * depth + pair[1] * depth + " }")
    assert found.status_code == 400
    assert "nested" in found.text


def test_a_query_of_fifty_megabytes_is_refused_as_it_comes(url: str) -> None:
    def pieces() -> Iterator[bytes]:
        for _ in range(50):
            yield b"#" * 1_000_000

    headers = {"content-type": "application/sparql-query"}
    with suppress(httpx.WriteError, httpx.ReadError):  # it may hang up on us while we send
        found = httpx.post(f"{url}/sparql", content=pieces(), headers=headers)
        assert found.status_code == 413
    declared = "Content-Type: application/sparql-query\r\nContent-Length: 50000000\r\n"
    assert raw(url, "POST /sparql", declared).startswith("HTTP/1.1 413")
    assert ask(url, GOOD).status_code == 200


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * {{ SERVICE <http://127.0.0.1:{port}/> {{ ?s ?p ?o }} }}",
        "SELECT * {{ SERVICE SILENT <http://127.0.0.1:{port}/> {{ ?s ?p ?o }} }}",
        "SELECT * {{ VALUES ?w {{ <http://127.0.0.1:{port}/> }} service ?w {{ ?s ?p ?o }} }}",
        "SELECT * {{ \\u0053ERVICE <http://127.0.0.1:{port}/> {{ ?s ?p ?o }} }}",
        "SELECT * FROM <http://127.0.0.1:{port}/> {{ ?s ?p ?o }}",
        "SELECT * FROM NAMED <http://127.0.0.1:{port}/> {{ GRAPH ?g {{ ?s ?p ?o }} }}",
        "SELECT * FROM <file:///etc/passwd> {{ ?s ?p ?o }}",
        "DESCRIBE <http://127.0.0.1:{port}/>",
        "LOAD <http://127.0.0.1:{port}/>",
    ],
)
def test_nothing_is_fetched(url: str, canary: int, query: str) -> None:
    found = ask(url, query.format(port=canary), "*/*")
    assert found.status_code == 400 or "passwd" not in found.text
    assert "root:" not in found.text


def test_a_dataset_in_the_address_is_not_fetched(url: str, canary: int) -> None:
    given = {"query": "ASK { ?s ?p ?o }", "default-graph-uri": f"http://127.0.0.1:{canary}/"}
    assert httpx.get(f"{url}/sparql", params=given).json()["boolean"] is False


def test_runaways_do_not_keep_others_from_their_answers(url: str) -> None:
    with ThreadPoolExecutor(10) as pool:
        runaways = [pool.submit(ask, url, CROSS) for _ in range(2)]
        good = [pool.submit(ask, url, GOOD) for _ in range(60)]
        assert {answer.result().status_code for answer in good} == {200}
        assert {answer.result().status_code for answer in runaways} == {503}
    wait_until_idle()


def test_when_clients_hang_up_their_workers_go(url: str) -> None:
    def hang_up() -> None:
        with suppress(httpx.ReadTimeout):
            httpx.post(f"{url}/sparql", data={"query": CROSS}, timeout=0.2)

    threads = [threading.Thread(target=hang_up) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    wait_until_idle()
    assert ask(url, GOOD).status_code == 200


def test_a_service_that_ends_leaves_no_process(tmp_path: Path) -> None:
    before = children()
    with serving(filled(tmp_path / "store", "envoy")) as url:
        ask(url, GOOD)
        ask(url, CROSS)
    wait_until_idle()
    assert children() <= before


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "[::1"])
def test_another_host_name_is_refused(url: str, host: str) -> None:
    assert httpx.get(f"{url}/health", headers={"host": host}).status_code in (400, 421)


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "http://127.0.0.1:1", "https://localhost", "file://"]
)
def test_pages_of_other_sites_may_not_ask(tmp_path: Path, url: str, origin: str) -> None:
    found = httpx.post(f"{url}/sparql", data={"query": GOOD}, headers={"origin": origin})
    assert found.status_code == 403
    form = {"update": "DROP ALL"}
    path = filled(tmp_path / "store", "envoy")
    with serving(path, writable(tmp_path)) as writing:
        headers = {"origin": origin} | BEARER
        assert httpx.post(f"{writing}/sparql", data=form, headers=headers).status_code == 403
        own = httpx.post(f"{writing}/sparql", data={"query": GOOD}, headers={"origin": writing})
        assert own.status_code == 200


@pytest.mark.parametrize("name", ["token", "access_token", "Access_Token", "api_key"])
def test_a_token_in_an_address_is_refused(tmp_path: Path, name: str) -> None:
    path = filled(tmp_path / "store", "envoy")
    with serving(path, writable(tmp_path)) as url:
        form = {"update": "DROP ALL"}
        found = httpx.post(f"{url}/sparql", params={name: TOKEN}, data=form)
        assert found.status_code == 400
        assert TOKEN not in found.text


def test_other_schemes_are_no_token(tmp_path: Path) -> None:
    path = filled(tmp_path / "store", "envoy")
    with serving(path, writable(tmp_path)) as url:
        for value in (TOKEN, f"Basic {TOKEN}", "Bearer", f"Bearer {TOKEN}x"):
            headers = {"authorization": value}
            found = httpx.post(f"{url}/sparql", data={"update": "DROP ALL"}, headers=headers)
            assert found.status_code == 401
            assert found.headers["www-authenticate"].startswith("Bearer")


def test_an_open_address_needs_a_token_and_asks_for_it(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="other machines"):
        access("0.0.0.0")
    with pytest.raises(StoreError, match="other machines"):
        access("::")
    with pytest.raises(StoreError, match="--write needs"):
        access("127.0.0.1", write=True)
    (tmp_path / "token").write_text(TOKEN)
    rules = access("0.0.0.0", token_file=tmp_path / "token")
    with serving(filled(tmp_path / "store", "envoy"), rules) as url:
        assert httpx.get(f"{url}/api/statistics").status_code == 401
        assert httpx.get(f"{url}/health").status_code == 200
        assert httpx.get(f"{url}/api/statistics", headers=BEARER).status_code == 200


@pytest.mark.parametrize("text", ["", "short", "ümläut-and-sixteen-more", "two\nlines-of-a-token"])
def test_what_is_no_token_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "token").write_text(text)
    with pytest.raises(StoreError, match="holds no token"):
        access("127.0.0.1", token_file=tmp_path / "token")
    with pytest.raises(StoreError, match="cannot be read"):
        access("127.0.0.1", token_file=tmp_path / "missing")


@pytest.mark.parametrize(
    "path",
    [
        "//evil.example", "/%2f%2fevil.example", "/sparql/", "/\\evil.example", "/api/../../etc",
        "/id//evil.example", "/id/../store.json", "/id/%2e%2e/%2e%2e/store.json",
        "/..%2f..%2fetc%2fpasswd", "/id/actor/%00", "/id/actor/%ff", "/id/actor/<script>",
    ],
)  # fmt: skip
def test_strange_paths_lead_nowhere(url: str, path: str) -> None:
    reply = raw(url, f"GET {path}")
    status = int(reply.split(" ")[1])
    assert status in (400, 404)
    assert "location:" not in reply.lower()
    assert "root:" not in reply


def raw(url: str, request: str, headers: str = "") -> str:
    """What comes back for a request that no client library would send."""
    host, port = url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port))) as client:
        head = f"{request} HTTP/1.1\r\nHost: {host}:{port}\r\nConnection: close\r\n{headers}\r\n"
        client.sendall(head.encode())
        return b"".join(iter(lambda: client.recv(65536), b"")).decode()


def test_xml_bombs_are_refused(tmp_path: Path) -> None:
    bomb = (
        '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaaaaaaaa">'
        + "".join(f'<!ENTITY {n} "{"&" + p + ";" * 1}{("&" + p + ";") * 9}">'
                  for p, n in zip("abcdefgh", "bcdefghi", strict=True))
        + ']><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">&i;</rdf:RDF>'
    )  # fmt: skip
    path = filled(tmp_path / "store", "envoy")
    with serving(path, writable(tmp_path)) as url:
        headers = BEARER | {"content-type": "application/rdf+xml"}
        found = httpx.put(f"{url}/graphs?graph=urn:g", content=bomb, headers=headers)
        assert found.status_code == 400
        assert "document type" in found.text


def test_an_upload_has_a_limit(tmp_path: Path) -> None:
    path = filled(tmp_path / "store", "envoy")
    with serving(path, writable(tmp_path)) as url:
        headers = BEARER | {"content-type": "text/turtle"}
        large = "#" * (LIMITS.upload + 1)
        found = httpx.put(f"{url}/graphs?graph=urn:g", content=large, headers=headers)
        assert found.status_code == 413


def test_answers_carry_headers_that_keep_browsers_in_bounds(url: str) -> None:
    headers = httpx.get(f"{url}/id/actor/armenia", headers={"accept": "text/html"}).headers
    assert headers["content-security-policy"].startswith("default-src 'none'")
    assert headers["x-content-type-options"] == "nosniff"
    assert "server" not in headers or "uvicorn" not in headers["server"]
    assert not [name for name in headers if name.startswith("access-control-")]


def test_too_many_parameters_are_refused(url: str) -> None:
    many = "&".join(f"a{n}=1" for n in range(2000))
    assert httpx.get(f"{url}/sparql?{many}").status_code == 400
